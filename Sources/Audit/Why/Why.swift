package import LedgerDomain
package import Projections

/// Why a field of a subject has its value at a reading: the entry that set it with the corrections of it that matter, the
/// decisions that the entry names, and every value that the field has had on both clocks.
package struct Why {
  package let subject: SubjectID
  package let path: FieldPath
  package let history: FieldHistory
  /// The corrections of the entry without which the value or its moment would be another, in order of position.
  package let corrections: [Event]
  /// The entry that set the value, and behind it the entries that made the decisions which it or a correction of it names.
  package let story: Trace

  /// Reads it from a book; nil where the subject is not there at its reading. `reader` is of the subject's kind.
  ///
  /// `reveal` gives the text of a sealed value where the reader may see it; nil masks. Reads the events about the subject and about the decisions that the entry names, and no others.
  package init?(
    _ reader: FieldReader, of subject: SubjectID, in book: Book,
    reveal: @escaping @Sendable (SealedValue) -> String? = { _ in nil }
  ) {
    guard book.state(of: subject) != nil else { return nil }
    self.subject = subject
    path = reader.path
    let events = book.chronicle.events(about: subject)
    history = FieldHistory(of: reader, events, asOf: book.asOf, subject: subject)
    let current = history.current
    corrections = current.map(history.corrections(of:)) ?? []
    var entries: [Trace.Entry] = []
    if let setter = current.flatMap({ current in events.first { $0.id == current.entry.id } }) {
      let entry = Trace.Entry(setter, isOwn: true, among: events)
      let named = entry.event.mentions + corrections.flatMap(\.mentions)
      entries.append(entry)
      var seen: Set<SubjectID> = [subject]
      for id in named where id.kind == .decision && seen.insert(id).inserted {
        let about = book.chronicle.events(about: id)
        let made = about.filter { if case .decision(.made) = $0.fact { true } else { false } }
        entries += made.map { Trace.Entry($0, isOwn: false, among: about) }
      }
    }
    story = Trace(of: subject, in: book, entries: entries, reveal: reveal)
  }
}

extension Why {
  /// The fields of a subject by path, for who asks for one that there is not: those that say something at the reading, and
  /// the members that could.
  package static func fields(of subject: SubjectID, in book: Book) -> [String] {
    let events = book.chronicle.events(about: subject)
    let provenance = Provenance(events, asOf: book.asOf, subject: subject, on: book.day)
    let members = StateMember.all(of: subject.kind).filter { if case .value = $0.form { true } else { false } }
    var seen: Set<FieldPath> = []
    return (members.map(\.path) + provenance.fields.map(\.path)).filter { seen.insert($0).inserted }.map(\.text)
  }
}
