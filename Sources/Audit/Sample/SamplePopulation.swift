package import JournalStore
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

    package init(authorities: [AuthorityKind] = []) {
      self.authorities = authorities
    }

    var hasPeriod: Bool { from != nil || through != nil }
  }

  /// Of a book, which is asked for one subject after the other.
  package init(_ kind: SubjectKind, _ filter: Filter = Filter(), in book: Book) {
    var fitting = FittingSubjects(filter, asOf: book.asOf) { book.decision($0).map(filter.isMade) ?? false }
    for id in book.chronicle.subjects(kind) {
      if let state = book.state(of: id) { fitting.take(state) }
    }
    self.init(kind, filter, fitting)
  }

  /// Of what was swept: the same, on all processors, each subject forgotten when it has been looked at. Requires the kinds that
  /// `kinds(_:_:)` says.
  package init(
    _ kind: SubjectKind, _ filter: Filter = Filter(), in scan: SubjectScan, through position: Int, asOf: Effective?
  ) throws(JournalError) {
    var made: Set<SubjectID> = []
    if kind != .decision, Self.kinds(kind, filter).contains(.decision) {
      let decisions = FittingSubjects(Filter(authorities: filter.authorities), asOf: asOf) { _ in false }
      made = Set(try scan.run([.decision], through: position, sparing: Self.unread, empty: decisions).subjects)
    }
    let fitting = FittingSubjects(filter, asOf: asOf) { [made] id in id.map(made.contains) ?? false }
    self.init(kind, filter, try scan.run([kind], through: position, sparing: Self.unread, empty: fitting))
  }

  private init(_ kind: SubjectKind, _ filter: Filter, _ fitting: FittingSubjects) {
    self.kind = kind
    self.filter = filter
    subjects = fitting.subjects
    undatedCount = fitting.undatedCount
  }

  /// The kinds of subjects that a population is found in: its own, and where measures are asked for by authority that of decisions.
  package static func kinds(_ kind: SubjectKind, _ filter: Filter) -> Set<SubjectKind> {
    filter.authorities.isEmpty ? [kind] : [kind, .decision]
  }

  /// What these events say no filter asks for.
  private static let unread: Set<String> = [
    ProgressReported.type, ActivityRecorded.type, MeasureStarted.type, CaseLinked.type, DecisionAnnounced.type,
  ]

  /// The day on which a subject begins; of a meeting the day it is held or planned for.
  static func day(of state: SubjectState) -> LocalDate? {
    if case .meeting(let meeting) = state { return meeting.day }
    return state.record.steps.first?.mark.effective?.day
  }
}

/// The subjects that fit a filter, as they are shown.
private struct FittingSubjects: SubjectTally {
  private let filter: SamplePopulation.Filter
  private let asOf: Effective?
  /// Whether a decision was made on one of the authorities asked for.
  private let isMade: @Sendable (SubjectID?) -> Bool
  private(set) var subjects: [SubjectID] = []
  private(set) var undatedCount = 0

  init(
    _ filter: SamplePopulation.Filter, asOf: Effective?, isMade: @escaping @Sendable (SubjectID?) -> Bool
  ) {
    self.filter = filter
    self.asOf = asOf
    self.isMade = isMade
  }

  mutating func take(_ subject: SubjectID, _ events: [Event]) {
    let state = Fold.state(of: subject, events, asOf: asOf)
    if state.isFounded { take(state) }
  }

  /// Takes the next subject that exists.
  mutating func take(_ state: SubjectState) {
    guard filter.takes(state, isMade) else { return }
    if filter.hasPeriod {
      guard let day = SamplePopulation.day(of: state) else {
        undatedCount += 1
        return
      }
      if let from = filter.from, day < from { return }
      if let through = filter.through, day > through { return }
    }
    subjects.append(state.subject.id)
  }

  mutating func join(_ next: FittingSubjects) {
    subjects += next.subjects
    undatedCount += next.undatedCount
  }
}

extension SamplePopulation.Filter {
  fileprivate func takes(_ state: SubjectState, _ isMadeSo: (SubjectID?) -> Bool) -> Bool {
    switch state {
    case .measure(let measure):
      let plan = measure.plan
      return (statuses.isEmpty || measure.status.map(statuses.contains) == true)
        && (areas.isEmpty || areas.contains { plan?.areas.contains($0) == true || plan?.municipalityWide == true })
        && (focusAreas.isEmpty || focusAreas.contains { plan?.focusAreas.contains($0) == true })
        && (authorities.isEmpty || measure.decisions.contains { isMadeSo($0.decision) })
    case .case(let state): return areas.isEmpty || areas.contains { state.opened?.areas.contains($0) == true }
    case .decision(let decision): return authorities.isEmpty || isMade(decision)
    default: return true
    }
  }

  fileprivate func isMade(_ decision: Decision) -> Bool {
    decision.made.map { authorities.contains($0.authority.kind) } == true
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
