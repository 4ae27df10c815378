import Audit
import CommandArguments
import JournalStore
import LedgerDomain

/// `audit`: tracing decisions.
enum AuditCommands {
  static let noun = Noun(
    "audit", Localized("granskning: hela kedjan", "audit: the whole chain"), [trace, AuditWhy.verb, AuditDiff.verb])

  private static let proofs = Flag(
    "proofs",
    Localized(
      "bevisa varje post: att dess rad finns i boken som kontrollpunkten täcker",
      "prove each entry: that its line is in the book that the checkpoint covers"))

  private static let trace = Verb(
    spec: CommandSpec(
      ["audit", "trace"], Localized("allt om en sak, i ordning", "the whole story of one subject, in order"),
      discussion: Localized(
        "Varje post med båda klockorna, personer efter roll, befogenhet, underlag, och rättelser bredvid det de rättar. Med --proofs också beviset för varje post, prövat mot bokens kontrollpunkt; --json ger bevisen hela.",
        "Each entry with both clocks, people by role, authority, grounds, and corrections beside what they correct. With --proofs also the proof of each entry, checked against the book's checkpoint; --json gives the proofs in full."
      ),
      positionals: [Subjects.any, AuditNoneBetween.first, AuditNoneBetween.last],
      options: [proofs, AuditNoneBetween.flag],
      examples: [
        .init("liggare audit trace M-0007 --journal journal/exempel", Localized("en åtgärd", "a measure")),
        .init(
          "liggare audit trace M-0007 --proofs --journal journal/exempel",
          Localized("med bevis för varje post", "with a proof of each entry")),
        AuditNoneBetween.example,
      ]),
    run: { session throws(Failure) in
      let id = try session.arguments.value(Subjects.any)
      if try AuditNoneBetween.isAsked(session.arguments) { return try AuditNoneBetween.answer(id, session) }
      let reading = try session.reading()
      let trace = Trace(
        of: id, in: reading.chronicle, asOf: session.arguments[optional: Globals.asOf], today: reading.today)
      try session.checkReading()
      guard trace.isKnown else { throw .notFound(id, known: false) }
      let proofs = session.arguments[proofs] ? try proved(trace, reading.journal) : nil
      try session.answer(
        trace.document(reading.language, basis: reading.basis, proofs: proofs),
        json: trace.json(basis: reading.basis, proofs: proofs))
    })

  private static func proved(_ trace: Trace, _ journal: JournalView) throws(Failure) -> TraceProofs {
    let checkpoint = try JournalProve.covered(journal)
    do throws(JournalError) {
      return try TraceProofs(of: trace, in: journal, to: checkpoint)
    } catch { throw .damaged(error) }
  }
}
