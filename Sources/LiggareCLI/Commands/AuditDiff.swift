import Audit
import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

/// `audit diff`: what became of the ledger between two points on either clock.
enum AuditDiff {
  static let from = Option<DiffPoint>(
    point: "from", Localized("den första punkten", "the first point"))
  static let to = Option<DiffPoint>(
    point: "to", Localized("den andra punkten (förval: now)", "the second point (default: now)"))
  static let hindsight = Option<LocalDate>(
    text: "hindsight", "DATE",
    Localized(
      "vad visste vi fel: det som gällde dagen, som det var känt vid dess slut, mot vad som är känt nu",
      "what we knew wrong: what was true on the day, as known at its end, against what is known now"))

  static let verb = Verb(
    spec: CommandSpec(
      ["audit", "diff"], Localized("vad som skiljer två tidpunkter", "what differs between two points"),
      discussion: Localized(
        "En punkt är en dag eller ett klockslag (2022-10-14): vad som då gällde. Eller vad boken innehöll: known:2022-10-14 (vid dagens slut) eller known: och ett klockslag, en position (412 eller #412), eller filen med en sparad kontrollpunkt, som prövas mot boken. now är den andra punktens klocka nu. Båda punkterna ligger på samma klocka.\n\nMellan dagar läses det som är känt (--known-at för det som var känt då). Mellan positioner räknas allt registrerat; med --as-of bara det som gällde den dagen, så att samma dag ses med olika kunskap. --hindsight är genvägen till det.\n\nPer sak: tillkommen, borttagen, ändrad, med fälten före och efter, och posten som gjorde det: korrigering, makulering och gallring sägs för sig.",
        "A point is a day or a time of day (2022-10-14): what was true then. Or what the book held: known:2022-10-14 (at the end of the day) or known: and a time of day, a position (412 or #412), or the file of a kept checkpoint, which is checked against the book. now is the other point's clock now. Both points lie on one clock.\n\nBetween days what is known is read (--known-at for what was known then). Between positions all that was recorded counts; with --as-of only what was true on that day, so that one day is seen with different knowledge. --hindsight is the short way there.\n\nFor each subject: added, removed, changed, with the fields before and after, and the entry that did it: correction, reversal and disposal are told apart."
      ),
      options: [from, to, hindsight] + Delivery.options,
      examples: [
        .init(
          "liggare audit diff --from 300 --to 330 --journal journal/exempel",
          Localized("vad som registrerades mellan två positioner", "what was recorded between two positions")),
        .init(
          "liggare audit diff --from 2022-10-14 --to 2022-10-31 --journal journal/exempel",
          Localized("vad som blev sant mellan två dagar", "what became true between two days")),
        .init(
          "liggare audit diff --from journal/exempel/checkpoint --journal journal/exempel",
          Localized("vad som kommit till sedan en sparad kontrollpunkt", "what came since a kept checkpoint")),
        .init(
          "liggare audit diff --hindsight 2022-10-14 --journal journal/exempel",
          Localized("vad vi visste fel den dagen", "what we knew wrong on that day")),
      ]),
    run: { session throws(Failure) in
      let view = try session.journal()
      let language = session.languageAsked ?? LedgerReading.language(Chronicle(view))
      let points = try DiffPoints(session, view)
      let diff: LedgerDiff
      do throws(JournalError) {
        diff = try LedgerDiff(
          points.span, in: points.chronicle, today: points.today, waitingIn: session.world.temporaryFolder)
      } catch { throw .damaged(error) }
      let basis = Basis(
        diff.book, of: view.opened, knownAt: session.arguments[optional: Globals.knownAt],
        root: Text(view.range.root.base64), size: view.count, cached: view.count - view.sweptCount)
      try session.answer(
        diff.document(language, basis: basis, points: points.lines(language)), json: diff.json(basis: basis))
    })
}
