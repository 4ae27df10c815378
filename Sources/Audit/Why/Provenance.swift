package import LedgerDomain
import Projections
package import StrictJSON

/// Which entry has set each field of a subject, at one reading: what `FieldHistory` says of a single one, for all at once.
///
/// Cost: one fold; for each entry a comparison of the state's members, and of each record of its lists.
package struct Provenance {
  package struct Field {
    package let path: FieldPath
    package let value: JSONValue
    /// The entry that set it, as the known corrections make it.
    package let entry: Event
    let sense: StateMember.Sense
  }

  /// Every field that says something: what follows from the state first, then in the order of its JSON.
  package let fields: [Field]

  /// The fields of a subject from the events about it that are known, in order of position, as of a moment; none where it
  /// is not founded. `day` is the day of the reading.
  package init(_ events: [Event], asOf: Effective?, subject: SubjectID, on day: LocalDate) {
    let entries = Fold.entries(events, asOf: asOf)
    var setters = Setters(of: subject, on: day)
    var state = SubjectState(id: subject)
    var founding: Int?
    for (place, entry) in entries.enumerated() {
      state.apply(entry)
      if founding == nil, state.isFounded { founding = place }
      setters.step(place, state)
    }
    guard let founding else {
      fields = []
      return
    }
    fields = setters.members.flatMap { member in
      let value = member.value(in: state, on: day)
      return (value?.leaves(at: member.path) ?? []).map { path, value in
        Field(path: path, value: value, entry: entries[setters[path] ?? founding], sense: member.sense)
      }
    }
  }
}

/// The place of the entry that last changed each field, step by step.
private struct Setters {
  let members: [StateMember]
  private let day: LocalDate
  private var places: [FieldPath: Int] = [:]
  /// What each member said before, by its place among the members; of a list of records, each record.
  private var values: [JSONValue?]
  private var records: [[JSONValue?]]
  private let watches: [RecordWatch?]

  init(of subject: SubjectID, on day: LocalDate) {
    members = StateMember.all(of: subject.kind)
    self.day = day
    let empty = SubjectState(id: subject)
    values = members.map { if case .value(let value) = $0.form { value.read(empty, day) } else { nil } }
    records = members.map { _ in [] }
    watches = members.map { if case .records(let records) = $0.form { records.watch() } else { nil } }
  }

  subscript(path: FieldPath) -> Int? { places[path] }

  mutating func step(_ place: Int, _ state: SubjectState) {
    for (index, member) in members.enumerated() {
      switch member.form {
      case .value(let form):
        let value = form.read(state, day)
        if value != values[index] { note(values[index], value, at: member.path, place) }
        values[index] = value
      case .records(let list):
        for number in watches[index]?.changes(in: state) ?? [] {
          while records[index].count <= number { records[index].append(nil) }
          let value = number < list.count(state) ? list.at(state, number) : nil
          note(records[index][number], value, at: member.path.appending(.place(number)), place)
          records[index][number] = value
        }
      }
    }
  }

  /// Notes the fields in which a value differs from what it was.
  private mutating func note(_ old: JSONValue?, _ new: JSONValue?, at path: FieldPath, _ place: Int) {
    let before = Dictionary(uniqueKeysWithValues: old?.leaves(at: path).map { ($0.path, $0.value) } ?? [])
    var gone = Set(before.keys)
    for leaf in new?.leaves(at: path) ?? [] {
      gone.remove(leaf.path)
      if before[leaf.path] != leaf.value { places[leaf.path] = place }
    }
    // A field that comes again is set again.
    for path in gone { places[path] = nil }
  }
}
