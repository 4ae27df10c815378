import CommandArguments
import Documents
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

/// `journal restore`: a ledger made of a backup, after everything in it was verified.
enum JournalRestore {
  private static let backup = Positional<String>("BACKUP", Localized("säkerhetskopians mapp", "the backup's folder"))
  private static let into = Option<String>(
    "into", "DIR", Localized("liggarens mapp: ny eller tom", "the ledger's folder: new or empty"), .required)
  private static let sealed = Option<String>(
    "sealed", "DIR", Localized("mappen med förseglade värden", "the folder of sealed values"))
  private static let erasures = Option<String>(
    "erasures", "FILE",
    Localized(
      "gallringar att tillämpa på nytt: den förlorade bokens rader",
      "erasures to apply again: the lost book's own lines"))
  private static let checkpoint = Option<String>(
    "checkpoint", "FILE",
    Localized("en kontrollpunkt som förvarats någon annanstans", "a checkpoint that was kept elsewhere"), .repeated,
    parse: anyText)

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "restore"], Localized("återställ boken från en säkerhetskopia", "restore the book from a backup"),
      discussion: Localized(
        "Granskar först allt i kopian: varje rad, roten, de redovisade dokumenten och att varje förseglat värde är det som en post hänvisar till. Sedan skrivs hela liggaren eller inget. Slutar med 3 när något är skadat, eller när kopian inte är den bok som --checkpoint vittnar om.\n\nGallrade värden kommer aldrig tillbaka. Är kopian från tiden före en gallring, ange med --erasures den förlorade bokens egna rader om gallring (de som ”journal erase --receipt” sparade): värdena återställs inte, och gallringarna registreras på nytt med samma beslut.",
        "First verifies everything in the copy: every line, the root, the presented documents, and that every sealed value is the one that an entry commits to. Then the whole ledger is written, or nothing. Ends with 3 when something is damaged, or when the copy is not the book that --checkpoint bears witness to.\n\nErased values never come back. For a copy from before an erasure, give with --erasures the lost book's own lines about erasures (those that “journal erase --receipt” kept): the values are not restored, and the erasures are recorded anew with the same decision."
      ),
      positionals: [backup],
      options: [
        into, sealed, erasures, checkpoint, RecordingOptions.recordedBy, RecordingOptions.clockStep,
        RecordingOptions.dryRun,
      ],
      examples: [
        .init(
          "liggare journal restore kopia --into journal/ny --sealed forseglat",
          Localized("med personuppgifterna", "with the personal values")),
        .init(
          "liggare journal restore kopia --into journal/ny --sealed forseglat --erasures gallrat.jsonl --checkpoint sedd",
          Localized("med det som gallrats sedan dess, och ett vittne", "with what was erased since, and a witness")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    let path = try given.value(backup)
    guard Session.holdsLedger(path) else { throw .noLedger(folder: path) }
    var kept: [(file: String, checkpoint: Checkpoint)] = []
    for file in given.values(checkpoint) { kept.append((file, try KeptFile.checkpoint(file))) }
    var request = Restore.Request(
      backup: path, path: try given.value(into), sealed: given[optional: sealed])
    if let file = given[optional: erasures] {
      do throws(FileError) { request.receipts = try FileOperations.system.read(file) } catch { throw .file(error) }
    }
    let progress = session.progress(Localized("Återställer boken", "Restoring the book"))
    defer { progress.end() }
    let restore: Restore
    do throws(BackupFailure) {
      restore = try Restore(request, rootsAt: Set(kept.map(\.checkpoint.size))) { progress.tell($0, of: $1) }
    } catch { throw .backup(error) }
    for (file, checkpoint) in kept {
      let standing = restore.history.standing(of: .checkpoint(checkpoint))
      if standing != .holds { throw .standing(standing, of: KeptFile.words(file)) }
    }
    var written: Checkpoint?
    if !given[RecordingOptions.dryRun] {
      do throws(BackupFailure) {
        written = try restore.write(
          WriterSettings(holder: session.holder, clock: session.world.now), recordedBy: session.recordedBy,
          confirmClockStep: given[RecordingOptions.clockStep], newID: { EventID(random: session.world.random(16)) },
          progress: { progress.tell($0, of: $1) })
      } catch { throw .backup(error) }
    }
    progress.end()
    let language = session.language(path)
    try session.answer(
      RestoreWords(request: request, restore: restore, written: written, language: language).document,
      json: json(request, restore, written))
    if written != nil {
      session.remark(
        Localized(
          "Nästa steg: liggare journal verify --journal \(request.path)",
          "Next: liggare journal verify --journal \(request.path)")[language])
    }
  }

  /// `{"kind":"liggare.restore","version":1,"dryRun":false,"backup":…,"folder":…,"restored":42,"presented":{"copied":2,"missing":[]},
  /// "sealed":{"restored":8,"heldBack":[{"decision":{"reference":…,"decided":…,"organ":…},"count":1}],"missing":0,"foreign":0},"values":8,
  /// "erasedAgain":[…],"erasures":1,"newerValues":0,"beyondCheckpoint":0,"basis":{…}}`
  ///
  /// `restored` are entries; `basis` is over them and over the `erasures` that were recorded anew behind them. `sealed` is null where
  /// sealed values were not asked for.
  private static func json(_ request: Restore.Request, _ restore: Restore, _ written: Checkpoint?) -> JSONValue {
    func counts(_ counts: [DecisionCount]) -> JSONValue {
      .array(
        counts.map { count in
          .object([
            "decision": .object([
              "reference": .string(count.decision.reference.text), "decided": .string(count.decision.decided.text),
              "organ": .string(count.decision.organ.text),
            ]), "count": JSONValue(count.count),
          ])
        })
    }
    let sealed: JSONValue =
      restore.sealed.map { values in
        .object([
          "restored": JSONValue(values.restoredCount), "heldBack": counts(values.heldBack),
          "missing": JSONValue(values.missingCount), "foreign": JSONValue(values.foreignCount),
        ])
      } ?? .null
    return .object([
      "kind": "liggare.restore", "version": 1, "dryRun": .bool(written == nil), "backup": .string(request.backup),
      "folder": .string(request.path), "restored": JSONValue(restore.checkpoint.size),
      "presented": .object([
        "copied": JSONValue(restore.documentCount),
        "missing": .array(restore.missingDocuments.map { .string($0.hex) }),
      ]), "sealed": sealed, "values": JSONValue(restore.valueCount), "erasedAgain": counts(restore.erasedAgain),
      "erasures": JSONValue(restore.erasureCount), "newerValues": JSONValue(restore.newerCount),
      "beyondCheckpoint": JSONValue(restore.beyondCount),
      "basis": JSONValue(restore.opened, written ?? restore.checkpoint),
    ])
  }
}
