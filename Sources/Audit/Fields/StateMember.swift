import LedgerDomain
import StrictJSON

/// A member of a subject's state that can be read by itself: without making JSON of the whole state, which grows with the
/// subject's entries.
struct StateMember: Sendable {
  /// How its value is made.
  enum Form: Sendable {
    /// As large as what one entry says.
    case value(Value)
    /// A list to which entries add.
    case records(Records)
  }

  /// How a value is read, and whether two states say the same, which costs no JSON. A day is that of the reading.
  struct Value: Sendable {
    let read: @Sendable (SubjectState, LocalDate) -> JSONValue?
    let isSame: @Sendable (SubjectState, SubjectState, LocalDate) -> Bool
  }

  /// How a list of records is read.
  struct Records: Sendable {
    let count: @Sendable (SubjectState) -> Int
    /// One of them. Requires a place below the count.
    let at: @Sendable (SubjectState, Int) -> JSONValue
    /// How many of the first ones are the same in two states.
    let shared: @Sendable (SubjectState, SubjectState) -> Int
    /// What tells which have changed from state to state.
    let watch: @Sendable () -> RecordWatch
  }

  /// What a member is to people.
  enum Sense: Sendable {
    /// What the subject is: its plan, its status.
    case content
    /// Where an entry stands in the book.
    case mark
    /// What follows from the content and is not stored: `deadline`, `evidence`.
    case derived
    /// What every subject has: the entries that count, documents, marks.
    case record
  }

  let path: FieldPath
  let form: Form
  let sense: Sense

  /// What it says in a state, on a day; nil where it says nothing.
  func value(in state: SubjectState, on day: LocalDate) -> JSONValue? {
    switch form {
    case .value(let value): return value.read(state, day)
    case .records(let records):
      let all = (0..<records.count(state)).map { records.at(state, $0) }
      return all.isEmpty ? nil : .array(all)
    }
  }
}

/// Tells which records of a list differ from what they were when it last looked. Each look costs a comparison for each
/// record.
final class RecordWatch {
  private let look: (SubjectState) -> [Int]

  init(_ look: @escaping (SubjectState) -> [Int]) {
    self.look = look
  }

  /// The places whose record is new or another than before; where the list is shorter, the places that are gone too.
  func changes(in state: SubjectState) -> [Int] { look(state) }
}

/// Makes the members of one kind of state.
struct MemberMaker<S: Subject>: Sendable {
  /// The state of this kind; requires one of this kind.
  let own: @Sendable (SubjectState) -> S

  func value<V: JSONWritable & Equatable & Sendable>(
    _ name: String, _ sense: StateMember.Sense = .content, _ read: @escaping @Sendable (S, LocalDate) -> V?
  ) -> StateMember {
    StateMember(
      path: FieldPath([.member(name)]),
      form: .value(
        StateMember.Value(
          read: { state, day in read(own(state), day).map { JSONValue(of: $0) } },
          isSame: { one, other, day in read(own(one), day) == read(own(other), day) })), sense: sense)
  }

  func value<V: JSONWritable & Equatable & Sendable>(_ name: String, _ read: @escaping @Sendable (S) -> V?)
    -> StateMember
  {
    value(name) { state, _ in read(state) }
  }

  func mark(_ name: String, _ read: @escaping @Sendable (S) -> Mark?) -> StateMember {
    value(name, .mark) { state, _ in read(state) }
  }

  /// A list of words or identifiers.
  func list<V: JSONWritable & Equatable & Sendable>(
    _ name: String, _ read: @escaping @Sendable (S) -> [V]
  ) -> StateMember {
    StateMember(
      path: FieldPath([.member(name)]),
      form: .value(
        StateMember.Value(
          read: { state, _ in
            let values = read(own(state))
            return values.isEmpty ? nil : JSONValue(of: values)
          }, isSame: { one, other, _ in read(own(one)) == read(own(other)) })), sense: .content)
  }

  func records<V: JSONWritable & Equatable & Sendable>(
    _ name: String, _ read: @escaping @Sendable (S) -> [V]
  ) -> StateMember {
    records(FieldPath([.member(name)]), .content, read)
  }

  private func records<V: JSONWritable & Equatable & Sendable>(
    _ path: FieldPath, _ sense: StateMember.Sense, _ read: @escaping @Sendable (S) -> [V]
  ) -> StateMember {
    StateMember(
      path: path,
      form: .records(
        StateMember.Records(
          count: { read(own($0)).count }, at: { JSONValue(of: read(own($0))[$1]) },
          shared: { one, other in zip(read(own(one)), read(own(other))).prefix { $0 == $1 }.count },
          watch: {
            // The list itself is not kept: the fold could not lengthen it in place.
            var seen: [V] = []
            return RecordWatch { state in
              let now = read(own(state))
              var changed = seen.count > now.count ? Array(now.count..<seen.count) : []
              if seen.count > now.count { seen.removeLast(seen.count - now.count) }
              for place in now.indices where place >= seen.count || seen[place] != now[place] {
                changed.append(place)
                if place < seen.count { seen[place] = now[place] } else { seen.append(now[place]) }
              }
              return changed
            }
          })), sense: sense)
  }

  /// What every subject has, in the order of `SubjectRecord`.
  var record: [StateMember] {
    func path(_ name: String) -> FieldPath { FieldPath([.member("record"), .member(name)]) }
    return [
      records(path("steps"), .record) { $0.record.steps },
      records(path("documents"), .record) { $0.record.documents },
      records(path("secrecy"), .record) { $0.record.secrecy },
      records(path("irregularities"), .record) { $0.record.irregularities },
      records(path("erasures"), .record) { $0.record.erasures },
    ]
  }
}
