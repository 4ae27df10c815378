package import CommandArguments
package import Documents
import FollowUps
package import LedgerDomain
package import Projections
package import StrictJSON
import Wording

/// Every field of a subject, or those below a path, with the entry that set each: `audit why … --all`.
package struct FieldList {
  package let subject: SubjectID
  /// What they lie below; nil for the whole subject.
  package let path: FieldPath?
  package let fields: [Provenance.Field]
  private let book: Book

  /// Reads them from a book; nil where the subject is not there at its reading.
  package init?(of subject: SubjectID, below path: FieldPath? = nil, in book: Book) {
    guard book.state(of: subject) != nil else { return nil }
    let events = book.chronicle.events(about: subject)
    let provenance = Provenance(events, asOf: book.asOf, subject: subject, on: book.day)
    self.subject = subject
    self.path = path
    self.book = book
    fields = provenance.fields.filter { path?.holds($0.path) ?? true }
  }

  /// One line a field: its path, its value, when it was true, the entry that set it and who recorded that.
  package func document(
    _ language: Language, basis: Basis, reveal: @escaping @Sendable (SealedValue) -> String? = { _ in nil }
  ) -> Document {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let columns = [
      Table.Column(word("Fält", "Field"), wraps: false, priority: 9),
      Table.Column(word("Värde", "Value"), priority: 8),
      Table.Column(word("Sant från", "True from"), wraps: false, priority: 6),
      Table.Column(word("Post", "Entry"), alignment: .trailing, wraps: false, priority: 7),
      Table.Column(word("Registrerad av", "Recorded by"), priority: 4),
    ]
    let show = FieldShowing(language: language, names: Names(of: book).revealing(reveal))
    let rows = fields.map { field -> [Table.Cell] in
      let type = field.entry.fact.type
      return [
        field.path.text, show.text(field.value, field.path, type: type), field.entry.effective.phrase[language],
        String(field.entry.position), field.entry.recordedBy.text,
      ].map { Table.Cell($0, field.sense == .record || field.sense == .mark ? .muted : .normal) }
    }
    let name = book.title(of: subject).map { ": \($0)" } ?? ""
    let title = word("Varför", "Why") + " \(subject)" + (path.map { ".\($0)" } ?? "") + name
    let table = Table(columns: columns, rows: rows, emptyText: word("Inga fält.", "No fields."))
    return basis.signed(
      Document(
        title, language: language.rawValue, blocks: basis.banner(language) + [.table(table)] + basis.blocks(language)))
  }

  /// `liggare.why.fields` version 1: each field with its value, the position and id of the entry that set it, the moment
  /// from which that entry was true, and who recorded it.
  ///
  /// ```json
  /// {"kind":"liggare.why.fields","version":1,"basis":{…},"subject":"M-0007","fields":[{"field":"plan.deadline",
  ///   "value":"2022-07-31","position":31,"id":"…","type":"measure.proposed","effective":"2022-02-01","recorded":"…",
  ///   "recordedBy":"…"}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    var object: JSONObject = [
      "kind": "liggare.why.fields", "version": 1, "basis": JSONValue(of: basis), "subject": .string(subject.text),
    ]
    object["below"] = path.map { .string($0.text) }
    object["fields"] = .array(
      fields.map { field in
        var line: JSONObject = ["field": .string(field.path.text), "value": field.value]
        line["position"] = JSONValue(field.entry.position)
        line["id"] = .string(field.entry.id.text)
        line["type"] = .string(field.entry.fact.type)
        line["effective"] = field.entry.effective.map { .string($0.text) }
        line["recorded"] = .string(field.entry.recorded.text)
        line["recordedBy"] = .string(field.entry.recordedBy.text)
        return .object(line)
      })
    return .object(object)
  }
}

extension Names {
  /// The names that a book knows at its reading, or else whenever effective.
  init(of book: Book) {
    self.init(states: { book.naming(of: $0) }, promises: book.chronicle.subjects(.promise))
  }
}
