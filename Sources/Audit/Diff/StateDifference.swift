import LedgerDomain
import StrictJSON

/// A field that says one thing of a subject in one state and another in another state.
///
/// Compared is what the subject is: its members and those records of its lists that differ, a record with the one of the same
/// entry. Of the place of an entry only the moment from which it was true counts (`effective`; `null` for undated). Left out is
/// what only repeats: the list of entries, a measure's steps of deciding, and what follows with time alone (its schedule).
struct StateDifference {
  let path: FieldPath
  let old: JSONValue?
  let new: JSONValue?
  /// How the field is found in any state of the subject.
  let probe: Probe

  /// A field of a member, or of the record that an entry made.
  struct Probe {
    let member: StateMember
    let record: EventID?
    let steps: [FieldPath.Step]
    let day: LocalDate

    func value(in state: SubjectState) -> JSONValue? {
      switch member.form {
      case .value(let form): return Self.moment(form.read(state, day)?.value(at: steps), member.sense == .mark)
      case .records(let records):
        guard let record else { return nil }
        for place in 0..<records.count(state) {
          let value = records.at(state, place)
          if value.recordID == record { return value.value(at: steps).map(\.withoutMark) }
        }
        return nil
      }
    }

    /// Of a mark, the moment alone.
    private static func moment(_ value: JSONValue?, _ isMark: Bool) -> JSONValue? {
      isMark ? value?.moment : value?.withoutMark
    }
  }

  /// All that differs between two states of a subject, in the order of the state's members.
  static func all(_ before: SubjectState, _ after: SubjectState, on day: LocalDate) -> [StateDifference] {
    let members = StateMember.all(of: after.subject.id.kind).filter { !repeating.contains($0.path.text) }
    let found = members.flatMap { differences(of: $0, before, after, day) }
    return found.filter { one in
      // What follows from a field that is listed itself says nothing more.
      one.probe.member.sense != .derived
        || !found.contains { other in
          other.probe.member.sense != .derived && other.path.lastName == one.path.lastName && other.old == one.old
            && other.new == one.new
        }
    }
  }

  private static let repeating: Set<String> = [
    "id", "record.steps", "decisions", "statusMark", "schedule", "baseline", "latest",
  ]

  private static func differences(
    of member: StateMember, _ before: SubjectState, _ after: SubjectState, _ day: LocalDate
  ) -> [StateDifference] {
    switch member.form {
    case .value(let form):
      if form.isSame(before, after, day) { return [] }
      let probe = Probe(member: member, record: nil, steps: [], day: day)
      let (old, new) = (form.read(before, day), form.read(after, day))
      if member.sense == .mark { return pair(old?.moment, new?.moment, member.path, probe) }
      return inside(old, new, member.path, probe)
    case .records(let records):
      return differences(of: member, records, before, after, day)
    }
  }

  private static func differences(
    of member: StateMember, _ records: StateMember.Records, _ before: SubjectState, _ after: SubjectState,
    _ day: LocalDate
  ) -> [StateDifference] {
    let shared = records.shared(before, after)
    let old = (shared..<records.count(before)).map { (place: $0, value: records.at(before, $0)) }
    let new = (shared..<records.count(after)).map { (place: $0, value: records.at(after, $0)) }
    if old.isEmpty, new.isEmpty { return [] }
    var gone = Dictionary(old.map { ($0.value.recordID, $0) }) { first, _ in first }
    var found: [StateDifference] = []
    for (place, value) in new {
      let id = value.recordID
      let probe = Probe(member: member, record: id, steps: [], day: day)
      let known = gone.removeValue(forKey: id)
      found += inside(known?.value, value, member.path.appending(.place(place)), probe)
    }
    for (place, value) in old where gone[value.recordID] != nil {
      let probe = Probe(member: member, record: value.recordID, steps: [], day: day)
      found += inside(value, nil, member.path.appending(.place(place)), probe)
    }
    return found
  }

  /// What differs inside a value that is there in both states; else the whole.
  private static func inside(
    _ old: JSONValue?, _ new: JSONValue?, _ path: FieldPath, _ probe: Probe
  ) -> [StateDifference] {
    func step(_ step: FieldPath.Step) -> Probe {
      Probe(member: probe.member, record: probe.record, steps: probe.steps + [step], day: probe.day)
    }
    switch (old, new) {
    case (.object(let before)?, .object(let after)?) where old?.isLeaf == false && new?.isLeaf == false:
      var names = before.names
      names += after.names.filter { before[$0] == nil }
      return names.flatMap { name -> [StateDifference] in
        let path = path.appending(.member(name))
        if name == "mark" {
          let steps: [FieldPath.Step] = probe.steps + [.member("mark"), .member("effective")]
          let moment = Probe(member: probe.member, record: probe.record, steps: steps, day: probe.day)
          return pair(before[name]?.moment, after[name]?.moment, path, moment)
        }
        return inside(before[name], after[name], path, step(.member(name)))
      }
    case (.array(let before)?, .array(let after)?) where before.count == after.count && old?.isLeaf == false:
      return before.indices.flatMap { inside(before[$0], after[$0], path.appending(.place($0)), step(.place($0))) }
    default: return pair(old?.withoutMark, new?.withoutMark, path, probe)
    }
  }

  private static func pair(
    _ old: JSONValue?, _ new: JSONValue?, _ path: FieldPath, _ probe: Probe
  ) -> [StateDifference] {
    old == new ? [] : [StateDifference(path: path, old: old, new: new, probe: probe)]
  }
}

extension JSONValue {
  /// The entry that made a record; nil where it does not say.
  fileprivate var recordID: EventID? {
    guard case .string(let text)? = value(at: [.member("mark"), .member("event")]) else { return nil }
    return try? EventID(text: text)
  }

  /// The moment of a mark from which it was true; null for undated.
  fileprivate var moment: JSONValue { value(at: [.member("effective")]) ?? .null }

  /// What an entry says, without where it stands, and without the frame around it (`extended` in an extension).
  fileprivate var withoutMark: JSONValue {
    guard case .object(var object) = self, object["mark"] != nil else { return self }
    object["mark"] = nil
    if object.count == 1, let only = object.members.first, case .object(let inner) = only.value, !inner.isEmpty {
      return only.value
    }
    return .object(object)
  }
}
