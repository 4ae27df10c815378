import CommandArguments
import DurableFiles
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal erase`: sealed values are removed under a disposal decision (*gallring*); what was erased is an event, and every proof stays.
enum JournalErase {
  private static let subject = Positional<SubjectID>(
    text: "ID",
    Localized(
      "privatpersonen, eller saken vars poster har värdena",
      "the private person, or the subject whose entries hold the values"))
  private static let reference = Option<Text>(
    text: "reference", "TEXT",
    Localized("gallringsbeslutet: § eller diarienummer", "the disposal decision: § or registry number"),
    .required)
  private static let decided = Option<LocalDate>(
    text: "decided", "DATE", Localized("beslutets dag", "the day of the decision"), .required)
  private static let organ = Option<Text>(
    text: "organ", "TEXT", Localized("organet som arkivreglerna utpekar", "the organ that the archive rules name"),
    .required)
  private static let fields = Option<String>(
    "field", "NAME",
    Localized("bara detta fält, till exempel note eller contact", "this field only, such as note or contact"), .repeated
  )
  private static let entries = Option<Int>(
    "entry", "POSITION", Localized("bara det som denna post förseglar", "only what this entry seals"), .repeated,
    parse: wholeNumber(1...LineFormat.integerLimit))
  private static let receipt = Option<String>(
    "receipt", "FILE",
    Localized(
      "skriv gallringens poster i filen, att spara där säkerhetskopiorna återställs ifrån",
      "write the entries of the disposal to the file, to keep where backups are restored from"))

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "erase"], Localized("gallra förseglade värden", "dispose of sealed values"),
      discussion: Localized(
        "Tar bort värdena ur mappen sealed efter ett gallringsbeslut och antecknar vilka. Raderna, kontrollpunkterna, bevisen och det som har redovisats är som förut. Av en privatperson (E-…) gallras allt som poster om personen förseglar; av något annat det som dess egna poster förseglar. Det går inte att ångra.\n\nVärdena är då borta ur mappen. Vad ett filsystem, en ögonblicksbild eller en säkerhetskopia har kvar rår kommandot inte på; ”journal restore --erasures” gallrar på nytt i en äldre säkerhetskopia, ur filen som --receipt skrev.",
        "Removes the values from the folder sealed under a disposal decision and records which. The lines, the checkpoints, the proofs and what was presented are as before. Of a private person (E-…) all that entries about the person seal is erased; of anything else what its own entries seal. It cannot be undone.\n\nThe values are then gone from the folder. What a file system, a snapshot or a backup still has is beyond the command; “journal restore --erasures” erases again in an older backup, from the file that --receipt wrote."
      ),
      positionals: [subject], options: [reference, decided, organ, fields, entries, receipt] + RecordingOptions.whole,
      examples: [
        .init(
          #"liggare journal erase E-0001 --reference "§ 88" --decided 2023-11-20 --organ "Kommunstyrelsen""#,
          Localized("allt om en person", "everything about a person")),
        .init(
          #"liggare journal erase C-0003 --field note --reference "§ 88" --decided 2023-11-20 --organ "Kommunstyrelsen" --dry-run"#,
          Localized("anteckningarna i ett ärende; bara visa", "the notes in a case; only show")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    let path = given[optional: receipt]
    // What cannot be written is said before anything is erased.
    if let path { try Delivery.refuseUnwritable(path) }
    let shown = Shown()
    do throws(Failure) {
      let recorded = try Recorder(session).record { draft throws(Failure) in try erase(&draft, shown) }
      if let path, let recorded { try write(recorded, to: path, session) }
    } catch .unappended(.notErased(let error, let recorded)) {
      // Recorded all the same, and the next writer removes the values.
      if let path { try write(recorded, to: path, session) }
      throw .unappended(.notErased(error, recorded: recorded))
    }
  }

  /// What was shown to whoever confirmed; nothing else is erased.
  private final class Shown { var values: Set<SealedValue>? }

  /// One event for each subject whose entries hold a value, and in words how much goes.
  private static func erase(_ draft: inout Drafting, _ shown: Shown) throws(Failure) {
    let given = draft.arguments
    let id = try given.value(subject)
    guard draft.chronicle.isAbout(id) else {
      throw .tracing(.noSubject(id, known: draft.chronicle.subjects(near: id)))
    }
    let held = HeldValues(of: id, in: draft.chronicle)
    let (names, positions) = (given.values(fields), given.values(entries))
    try check(names, positions, of: held)
    let remaining = held.remaining(in: draft.chronicle) { value in
      (names.isEmpty || names.contains { value.isOf(field: $0) })
        && (positions.isEmpty || positions.contains(value.entry.position))
    }
    guard !remaining.isEmpty else {
      throw .asking(.nothingToErase(id, erased: Set(held.values.filter { $0.erasure != nil }.map(\.value)).count))
    }
    let values = Set(remaining.flatMap { $0.values.map(\.value) })
    if let shown = shown.values, shown != values {
      throw .asking(.othersToErase(shown: shown.count, now: values.count))
    }
    shown.values = values
    for (subject, values) in remaining {
      let erased = ValueErased(
        commitments: values.map(\.value), reference: try given.value(reference), decided: try given.value(decided),
        organ: try given.value(organ))
      draft.erase(subject, erased)
    }
    draft.remark(words(remaining))
  }

  /// Refuses a field or an entry that seals nothing about the subject.
  private static func check(_ names: [String], _ positions: [Int], of held: HeldValues) throws(Failure) {
    guard !held.values.isEmpty else { return }
    for name in names where !held.values.contains(where: { $0.isOf(field: name) }) {
      let known = Set(held.values.map(\.field)).sorted()
      throw .asking(.noSealedField(held.subject, stated: name, known: known))
    }
    for position in positions where !held.values.contains(where: { $0.entry.position == position }) {
      let known = Set(held.values.map(\.entry.position)).sorted()
      throw .asking(.noSealedEntry(held.subject, stated: position, known: known))
    }
  }

  private static func words(_ remaining: [(subject: SubjectID, values: [HeldValues.Value])]) -> Localized {
    let values = Set(remaining.flatMap { $0.values.map(\.value) }).count
    let entries = Set(remaining.flatMap { $0.values.map(\.entry.position) }).count
    let subjects = remaining.map(\.subject.text).joined(separator: ", ")
    return Localized(
      "Gallras för alltid: \(values) \(values == 1 ? "värde" : "värden") i \(entries) \(entries == 1 ? "post" : "poster") om \(subjects).",
      "Erased for ever: \(values) \(values == 1 ? "value" : "values") in \(entries) \(entries == 1 ? "entry" : "entries") about \(subjects)."
    )
  }

  /// The journal's own lines of the erasures, byte for byte: JSON Lines.
  private static func write(_ events: [Event], to path: String, _ session: Session) throws(Failure) {
    let journal = try session.journal()
    var bytes: [UInt8] = []
    for event in events {
      do throws(JournalError) {
        bytes += try journal.entry(at: event.position).line + [UInt8(ascii: "\n")]
      } catch { throw .damaged(error) }
    }
    do throws(Failure) {
      try Delivery.write(bytes, to: path, replacing: false)
    } catch {
      // What is done is done: only the file is missing.
      if let id = events.first?.id.text {
        session.remark(
          Localized(
            "Gallringen är registrerad. Filen skrivs om samma kommando körs igen med --event-id \(id).",
            "The disposal is recorded. The file is written when the same command is run again with --event-id \(id).")[
              session.languageAsked ?? .sv])
      }
      throw error
    }
  }
}

extension HeldValues.Value {
  /// Whether a field is meant by its path or by its last name.
  fileprivate func isOf(field name: String) -> Bool {
    utf8Equal(field, name) || (field.split(separator: ".").last.map { utf8Equal(String($0), name) } ?? false)
  }
}
