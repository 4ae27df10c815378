import CommandArguments
import Documents
import Integrity
import JournalStore
import StrictJSON
import Wording

/// `journal repair`: what the next writer would do about an unclean end, done now or only shown.
enum JournalRepair {
  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "repair"],
      Localized("städa efter en avbruten skrivning", "clean up after a writing that was cut short"),
      discussion: Localized(
        "Gör det som nästa skrivning ändå gör: lägger en ofullständig sista grupp åt sidan, räknar hela poster efter kontrollpunkten, tar bort halvskrivna filer och förseglade värden som ingen post hänvisar till. Skador i det som kontrollpunkten täcker lagas aldrig: då slutar kommandot med 3, och en säkerhetskopia behövs.",
        "Does what the next writing does anyway: sets an incomplete last batch aside, counts whole entries beyond the checkpoint, removes half-written files and sealed values that no entry commits to. Damage in what the checkpoint covers is never repaired: the command then ends with 3, and a backup is needed."
      ),
      options: [RecordingOptions.dryRun, RecordingOptions.wait],
      examples: [
        .init(
          "liggare journal repair --dry-run --journal journal/exempel",
          Localized("se vad som skulle göras", "see what would be done"))
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let folder = try session.folder()
    guard Session.holdsLedger(folder) else { throw .noLedger(folder: folder) }
    let isDryRun = session.arguments[RecordingOptions.dryRun]
    let recovery: Recovery
    do throws(WriterFailure) {
      recovery = try JournalWriter.repair(folder, session.writerSettings, isDryRun: isDryRun)
    } catch {
      switch error {
      case .journal(let error): throw .damaged(error)
      default: throw .unopened(error)
      }
    }
    let language = session.languageAsked ?? LedgerReading.language(inCopyOf: folder) ?? .sv
    try session.answer(document(recovery, isDryRun, language), json: json(recovery, isDryRun))
  }

  private static func document(_ recovery: Recovery, _ isDryRun: Bool, _ language: Language) -> Document {
    let title =
      recovery.isEmpty
      ? Localized("Inget att göra: boken är hel", "Nothing to do: the book is whole")
      : isDryRun
        ? Localized("Skulle göras (inget är ändrat)", "Would be done (nothing is changed)")
        : Localized("Gjort", "Done")
    let steps = steps(recovery).map { Prose($0[language]) }
    return Document(
      title[language], language: language.rawValue, blocks: steps.isEmpty ? [] : [.list(steps, ordered: true)])
  }

  /// The steps in the order in which they are done.
  private static func steps(_ recovery: Recovery) -> [Localized] {
    var steps: [Localized] = []
    if let setAside = recovery.setAside {
      let (count, last) = (setAside.tail.bytes.count, setAside.tail.position - 1)
      steps.append(
        Localized(
          "\(count) byte efter post \(last), som aldrig bekräftades, läggs i \(setAside.file).",
          "\(count) bytes after entry \(last), which were never acknowledged, go to \(setAside.file)."))
    }
    for commitment in recovery.purged {
      steps.append(
        Localized(
          "Det förseglade värdet \(commitment.hex) tas bort: det är gallrat, eller ingen post hänvisar till det.",
          "The sealed value \(commitment.hex) is removed: it is erased, or no entry commits to it."))
    }
    if recovery.adoptedCount > 0 {
      let count = recovery.adoptedCount
      steps.append(
        count == 1
          ? Localized(
            "1 hel post efter kontrollpunkten räknas, och kontrollpunkten förlängs.",
            "1 whole entry beyond the checkpoint counts, and the checkpoint is extended.")
          : Localized(
            "\(count) hela poster efter kontrollpunkten räknas, och kontrollpunkten förlängs.",
            "\(count) whole entries beyond the checkpoint count, and the checkpoint is extended."))
    }
    for file in recovery.temporaries {
      steps.append(
        Localized("Den halvskrivna filen \(file) tas bort.", "The half-written file \(file) is removed."))
    }
    return steps
  }

  /// `{"kind":"liggare.journal.repair","version":1,"dryRun":true,"needed":true,"setAside":{"file":…,"bytes":17,"afterPosition":41},
  /// "adopted":2,"purged":["88e5…"],"temporaries":["events/…"]}`; `setAside` is absent where no tail is.
  private static func json(_ recovery: Recovery, _ isDryRun: Bool) -> JSONValue {
    var object: JSONObject = [
      "kind": "liggare.journal.repair", "version": 1, "dryRun": .bool(isDryRun), "needed": .bool(!recovery.isEmpty),
    ]
    if let setAside = recovery.setAside {
      object["setAside"] = .object([
        "file": .string(setAside.file), "bytes": JSONValue(setAside.tail.bytes.count),
        "afterPosition": JSONValue(setAside.tail.position - 1),
      ])
    }
    object["adopted"] = JSONValue(recovery.adoptedCount)
    object["purged"] = .array(recovery.purged.map { .string($0.hex) })
    object["temporaries"] = .array(recovery.temporaries.map { .string($0) })
    return .object(object)
  }
}
