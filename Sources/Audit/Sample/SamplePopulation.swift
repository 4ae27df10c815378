package import LedgerDomain
package import Projections
import StrictJSON

/// What a sample is drawn from: the subjects of one kind that exist at a reading and fit the filters, in order of number.
package struct SamplePopulation: Sendable {
  package let kind: SubjectKind
  package let filter: Filter
  /// In order of number.
  package let subjects: [SubjectID]
  /// How many fit all but the period because they have no date.
  package let undatedCount: Int

  /// What a subject must be. Values of one filter are alternatives; all filters must fit.
  package struct Filter: Sendable, Hashable {
    /// Of measures.
    package var statuses: [MeasureStatus] = []
    /// Of measures and cases; a municipality-wide measure is in every district.
    package var areas: [Code] = []
    /// Of measures.
    package var focusAreas: [Code] = []
    /// Of decisions: on what authority; of measures: that of any decision about it.
    package var authorities: [AuthorityKind] = []
    /// The day on which it begins, from and through: proposed, opened, made, held.
    package var from: LocalDate?
    package var through: LocalDate?

    package init() {}

    var hasPeriod: Bool { from != nil || through != nil }
  }

  package init(_ kind: SubjectKind, _ filter: Filter = Filter(), in book: Book) {
    self.kind = kind
    self.filter = filter
    var subjects: [SubjectID] = []
    var undated = 0
    for id in book.chronicle.subjects(kind) {
      guard let state = book.state(of: id), filter.takes(state, book) else { continue }
      if filter.hasPeriod {
        guard let day = SamplePopulation.day(of: state) else {
          undated += 1
          continue
        }
        if let from = filter.from, day < from { continue }
        if let through = filter.through, day > through { continue }
      }
      subjects.append(id)
    }
    self.subjects = subjects
    undatedCount = undated
  }

  /// The day on which a subject begins; of a meeting the day it is held or planned for.
  static func day(of state: SubjectState) -> LocalDate? {
    if case .meeting(let meeting) = state { return meeting.day }
    return state.record.steps.first?.mark.effective?.day
  }
}

extension SamplePopulation.Filter {
  fileprivate func takes(_ state: SubjectState, _ book: Book) -> Bool {
    switch state {
    case .measure(let measure):
      let plan = measure.plan
      return (statuses.isEmpty || measure.status.map(statuses.contains) == true)
        && (areas.isEmpty || areas.contains { plan?.areas.contains($0) == true || plan?.municipalityWide == true })
        && (focusAreas.isEmpty || focusAreas.contains { plan?.focusAreas.contains($0) == true })
        && (authorities.isEmpty || measure.decisions.contains { isMade(book.decision($0.decision)) })
    case .case(let state): return areas.isEmpty || areas.contains { state.opened?.areas.contains($0) == true }
    case .decision(let decision): return authorities.isEmpty || isMade(decision)
    default: return true
    }
  }

  private func isMade(_ decision: Decision?) -> Bool {
    decision?.made.map { authorities.contains($0.authority.kind) } == true
  }

  /// The names of the filters, as options, that are given and say nothing of a kind.
  package func foreign(to kind: SubjectKind) -> [String] {
    var names: [String] = []
    if !statuses.isEmpty, kind != .measure { names.append("--status") }
    if !areas.isEmpty, kind != .measure, kind != .case { names.append("--area") }
    if !focusAreas.isEmpty, kind != .measure { names.append("--focus") }
    if !authorities.isEmpty, kind != .measure, kind != .decision { names.append("--authority") }
    return names
  }
}
