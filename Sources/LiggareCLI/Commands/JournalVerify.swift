import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import Projections
import Wording

/// `journal verify`: every line strict, canonical and in place, held against what was kept elsewhere; what was checked is
/// counted, what was not is said.
enum JournalVerify {
  static let remember = Option<String>(
    "remember", "FILE",
    Localized(
      "håll boken mot den senast sedda kontrollpunkten i filen, och spara den nya",
      "hold the book against the last checkpoint seen, in the file, and keep the new one"))
  static let anchor = Option<String>(
    "anchor", "PRINT", Localized("en utskriven kontrollpunkt", "a printed checkpoint"), .repeated, parse: anyText)
  static let checkpoint = Option<String>(
    "checkpoint", "FILE", Localized("en sparad kontrollpunkt", "a kept checkpoint"), .repeated, parse: anyText)
  static let vkey = Option<NoteKey>(
    "vkey", "VKEY",
    Localized("kräv en underskrift med denna nyckel", "demand a signature by this key"), .repeated
  ) { text throws(ValueProblem) in
    guard let key = NoteKey(parsing: text) else {
      throw ValueProblem(
        expected: Localized(
          "en kontrollnyckel: namn+8 hexadecimala siffror+base64, med rätt siffror för nyckeln",
          "a verifier key: name+8 hexadecimal digits+base64, the digits being right for the key"))
    }
    return key
  }
  static let quick = Flag(
    "quick",
    Localized("läs bara det som cachen inte känner", "read only what the cache does not know"))

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "verify"], Localized("granska hela boken", "verify the whole book"),
      discussion: Localized(
        "Slutar med 0 när allt stämmer och 3 när något är skadat, eller när boken inte är den som något sparat vittnar om. Mappen ensam visar olyckor; bara det som förvaras någon annanstans visar att boken inte bytts ut: filen i --remember, en utskrift ur ett protokoll (--anchor), en sparad kontrollpunkt (--checkpoint), helst underskriven. Filen i --remember flyttas fram först när allt har granskats. Underskrifter prövas med nycklarna i --vkey och med dem som liggaren själv har registrerat; de senare är liggarens eget påstående.",
        "Ends with 0 when all is well and 3 when something is damaged, or when the book is not the one that something kept bears witness to. The folder alone shows accidents; only what is kept elsewhere shows that the book was not replaced: the file of --remember, a print from minutes (--anchor), a kept checkpoint (--checkpoint), best of all signed. The file of --remember moves on only after everything was verified. Signatures are verified with the keys of --vkey and those that the ledger itself has registered; the latter are the ledger's own claim."
      ),
      options: [remember, anchor, checkpoint, vkey, quick],
      examples: [
        .init(
          "liggare journal verify --journal journal/exempel",
          Localized("från första byten till sista", "from the first byte to the last")),
        .init(
          "liggare journal verify --remember sedd --journal journal/exempel",
          Localized("och att boken sedan sist bara har växt", "and that the book has only grown since last time")),
        .init(
          "liggare journal verify --checkpoint journal/exempel/checkpoint --journal journal/exempel",
          Localized("mot en sparad kontrollpunkt", "against a kept checkpoint")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let folder = try session.folder()
    guard Session.holdsLedger(folder) else { throw .noLedger(folder: folder) }
    let kept = try KeptThings(session.arguments)
    let verdict =
      session.arguments[quick]
      ? try quick(session, kept) : try whole(session, folder, kept)
    let language = session.language(folder)
    try session.answer(verdict.document(LedgerCard(folder).reality, language), json: verdict.json)
    if let failure = verdict.failure { throw failure }
  }

  /// Everything is read.
  private static func whole(
    _ session: Session, _ folder: String, _ kept: KeptThings
  ) throws(Failure) -> Verdict {
    let report: VerificationReport
    let progress = session.progress(Localized("Granskar boken", "Verifying the book"))
    do throws(JournalError) {
      defer { progress.end() }
      report = try Journal.verify(folder, rootsAt: kept.sizes) { progress.tell($0, of: $1) }
    } catch { throw .damaged(error) }
    let notes = kept.notes(report.checkpoint)
    // A damaged ledger is not asked for its keys.
    let ring = report.isSound && notes.contains { $0.isSigned } ? try keys(try session.journal()) : KeyRing([])
    var verdict = Verdict(
      .whole(report), kept.evidence(History(report)),
      try Signatures.verify(notes, kept.keys, ring, at: report.checkpoint?.size ?? 0))
    if verdict.failure == nil, let checkpoint = report.checkpoint {
      verdict.remembered = try kept.remember(checkpoint)
    }
    return verdict
  }

  /// What the cache does not know is read; what it knows is taken for read.
  private static func quick(_ session: Session, _ kept: KeptThings) throws(Failure) -> Verdict {
    let view = try session.journal()
    let history: History
    do throws(JournalError) { history = try History(view, rootsAt: kept.sizes) } catch { throw .damaged(error) }
    let notes = kept.notes(view.checkpoint)
    let ring = notes.contains { $0.isSigned } ? try keys(view) : KeyRing([])
    var verdict = Verdict(
      .quick(QuickReport(view)), kept.evidence(history),
      try Signatures.verify(notes, kept.keys, ring, at: view.checkpoint?.size ?? 0))
    try session.checkReading()
    if kept.remembers { verdict.remembered = .notMoved }
    return verdict
  }

  private static func keys(_ view: JournalView) throws(Failure) -> KeyRing {
    let book = Book(Chronicle(view), asOf: nil, today: SwedishTime.date(of: Instant(milliseconds: 0)))
    let ring = KeyRing(book.ledger?.keys ?? [])
    if let failure = view.failure { throw .damaged(failure) }
    return ring
  }
}

/// What a quick verification has read.
struct QuickReport {
  let lineCount: Int
  /// How many lines were read now; those before them were read when the cache was made.
  let readCount: Int
  let checkpoint: Checkpoint?
  let root: Digest

  init(_ view: JournalView) {
    lineCount = view.count
    readCount = view.sweptCount
    checkpoint = view.checkpoint
    root = view.range.root
  }
}
