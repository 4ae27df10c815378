package import LedgerDomain
package import StrictJSON

/// Reads one field of a subject's state. Its cost follows the member that holds the field, and not the subject's entries.
///
/// The field is a member of the state's JSON, or of what follows from the state and registers show: a measure's
/// `deadline`, `binding`, `evidence` and `schedule`, a meeting's `day`, an indicator's `baseline` and `latest`.
package struct FieldReader: Sendable {
  package let path: FieldPath
  private let member: StateMember
  /// The place in a list of records.
  private let place: Int?
  private let rest: ArraySlice<FieldPath.Step>
  private let day: LocalDate

  /// Nil where no member of the kind's state holds such a field, or the path leads to a whole list of records, of which
  /// each has fields of its own. `day` is the day of the reading: a schedule is that of a day.
  package init?(_ path: FieldPath, of kind: SubjectKind, on day: LocalDate) {
    let path = Self.canonical(path)
    guard let member = StateMember.all(of: kind).first(where: { $0.path.holds(path) }) else { return nil }
    self.path = path
    self.member = member
    self.day = day
    var rest = path.steps[member.path.steps.count...]
    if case .records = member.form {
      guard case .place(let place)? = rest.popFirst() else { return nil }
      self.place = place
    } else {
      place = nil
    }
    self.rest = rest
  }

  /// `measure show --json` has the three signals in one object.
  static func canonical(_ path: FieldPath) -> FieldPath {
    path.steps.first == .member("signals") && path.steps.count > 1 ? FieldPath(Array(path.steps.dropFirst())) : path
  }

  /// Whether the path is that of a whole member, so that its name is known even where it says nothing.
  package var isMember: Bool { place == nil && rest.isEmpty }

  /// What the field says; nil where it says nothing.
  package func value(in state: SubjectState) -> JSONValue? {
    switch member.form {
    case .value(let value): return value.read(state, day)?.value(at: rest)
    case .records(let records):
      guard let place, place < records.count(state) else { return nil }
      return records.at(state, place).value(at: rest)
    }
  }
}
