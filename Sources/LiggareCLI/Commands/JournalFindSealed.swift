import CommandArguments
import Documents
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal find-sealed`: which sealed values contain a text: to find what is held about someone who asks, or is to be erased.
enum JournalFindSealed {
  private static let text = Positional<String>(
    "TEXT", Localized("namn, adress, nummer, eller en del av det", "a name, address, number, or a part of it"))

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "find-sealed"], Localized("sök i förseglade värden", "search the sealed values"),
      discussion: Localized(
        "Läser varje fil i mappen sealed, för den som får det, och visar vilka poster som har värdet. Stora och små bokstäver är lika. Värdet visas bara med --reveal.",
        "Reads every file in the folder sealed, for whoever may, and shows which entries have the value. Case does not count. The value is shown only with --reveal."
      ),
      positionals: [text], options: [Unsealing.reveal],
      examples: [
        .init(
          #"liggare journal find-sealed "Kim" --journal journal/exempel"#,
          Localized("vilka poster som rör någon", "which entries concern someone"))
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let wanted = try session.arguments.value(text).lowercased()
    if wanted.isEmpty { throw .tracing(.emptyText) }
    let reading = try session.reading()
    let found = try matches(wanted, session, reading)
    let language = reading.language
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let columns = [
      Table.Column(word("Post", "Entry"), alignment: .trailing, wraps: false),
      Table.Column(word("Om", "About"), wraps: false), Table.Column(word("Person", "Person"), wraps: false),
      Table.Column(word("Uppgift", "Field")), Table.Column(word("Värde", "Value")),
    ]
    let rows = found.map { match -> [Table.Cell] in
      [
        String(match.entry.position), match.entry.subject.text, match.persons.map(\.text).joined(separator: ", "),
        FieldWords.lastWords(of: match.field, in: match.entry.typeOfFields(in: reading.chronicle))[language],
        reading.names.text(of: match.value)[language],
      ].map { Table.Cell($0) }
    }
    try session.answer(
      reading.document(
        word("Förseglade värden (\(found.count))", "Sealed values (\(found.count))"),
        [.table(Table(columns: columns, rows: rows, emptyText: ""))]),
      json: reading.json("journal.find-sealed", ["rows": .array(found.map { json($0, reading) })]))
  }

  /// A value that contains the text, and an entry that commits to it.
  private struct Match {
    let value: SealedValue
    let field: String
    let entry: Event
    /// The private persons whom the entry concerns.
    let persons: [SubjectID]
  }

  /// In the order of the entries. Cost: one file read for each value that is there.
  private static func matches(
    _ wanted: String, _ session: Session, _ reading: LedgerReading
  ) throws(Failure) -> [Match] {
    let folder = SealedFolder(of: reading.journal.folder)
    let kept: [Integrity.Commitment]
    do throws(FileError) { kept = try folder.kept() ?? [] } catch { throw .file(error) }
    let progress = session.progress(Localized("Läser förseglade värden", "Reading sealed values"))
    defer { progress.end() }
    var found: [Match] = []
    for (index, commitment) in kept.enumerated() {
      progress.tell(index, of: kept.count)
      let sealing: Sealing?
      do throws(SealedFailure) { sealing = try folder.open(commitment) } catch {
        throw .damaged(error.journalError(of: commitment))
      }
      // Gone since the listing, or other than the text.
      guard let sealing, String(decoding: sealing.value, as: UTF8.self).lowercased().contains(wanted) else { continue }
      found += try entries(holding: commitment, reading)
    }
    if found.isEmpty { throw .asking(.noSealedText(read: kept.count)) }
    return found.sorted { $0.entry.position < $1.entry.position }
  }

  /// The entries that commit to a value; none where it was erased and only its file is still there, or where none is known that does.
  ///
  /// The index leads to the first. That one is about a private person, names one, or no person's number leads to the value: then its own
  /// subject's entries are all there are.
  private static func entries(
    holding commitment: Integrity.Commitment, _ reading: LedgerReading
  ) throws(Failure) -> [Match] {
    let position: Int?
    do throws(JournalError) {
      position = try reading.journal.hasErased(commitment) ? nil : reading.journal.position(committingTo: commitment)
    } catch { throw .damaged(error) }
    guard let position, let first = reading.chronicle.event(at: position) else { return [] }
    let subjects = Set([first.subject] + first.persons(in: reading.chronicle))
    var seen: Set<String> = []
    return subjects.flatMap { HeldValues(of: $0, in: reading.chronicle).values }
      .filter { $0.value.text == commitment.hex && seen.insert("\($0.entry.position) \($0.field)").inserted }
      .map {
        Match(value: $0.value, field: $0.field, entry: $0.entry, persons: $0.entry.persons(in: reading.chronicle))
      }
  }

  /// `{"kind":"liggare.journal.find-sealed","version":1,"basis":{…},"rows":[{"commitment":"88e5…","position":12,"subject":"M-0001",
  /// "persons":["E-0001"],"field":"note","text":"…"}]}`; `text` only with `--reveal`.
  private static func json(_ match: Match, _ reading: LedgerReading) -> JSONValue {
    var object: JSONObject = [
      "commitment": .string(match.value.text), "position": JSONValue(match.entry.position),
      "subject": .string(match.entry.subject.text), "persons": .array(match.persons.map { .string($0.text) }),
      "field": .string(match.field),
    ]
    object["text"] = reading.reveal(match.value).map { .string($0) }
    return .object(object)
  }
}
