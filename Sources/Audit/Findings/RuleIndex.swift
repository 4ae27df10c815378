package import LedgerDomain
package import Projections
import StrictJSON

/// What rules look up beside single subjects, made once for a reading: the small kinds as lists, and which decisions concern
/// a measure or rest on a delegation.
///
/// Cost: one pass over the decisions, and over each kind that is small in every ledger.
package struct RuleIndex: Sendable {
  package var ledger: Ledger?
  package var promises: [CitizenPromise] = []
  package var bodies: [Body] = []
  /// The codes of the parties that are the police.
  package var policeParties: Set<Code> = []
  package var situations: [Situation] = []
  package var indicators: [Indicator] = []
  package var followUps: [ReportedFollowUp] = []
  /// The meetings that have been held on a known day, by body, in order of day.
  package var meetings: [SubjectID: [Meeting]] = [:]
  /// The decisions that say that they concern a subject, in order of number.
  package var concerning: [SubjectID: [SubjectID]] = [:]
  /// The decisions under a delegation, in order of number.
  package var under: [SubjectID: [SubjectID]] = [:]
  /// The files that entries were imported from: documents of the ledger itself with the role `import`.
  package var imports: [DocumentDigest: DocumentReference] = [:]
  /// Whether any measure is promised or decided.
  package var holdsMeasures = false

  /// A follow-up with what is asked of it again and again: of each measure. One object, since its state is large.
  package final class ReportedFollowUp: Sendable {
    package let state: FollowUp
    package let rows: Set<SubjectID>
    package let leftOut: Set<SubjectID>
    package let period: ReportingPeriod?
    package let isPresented: Bool
    /// What was compiled: under which promise, and through which position was known.
    package let compiled: (promise: SubjectID, knownThrough: Int)?

    init(_ state: FollowUp, _ periods: [ReportingPeriod]) {
      self.state = state
      rows = Set(state.compiled?.measures ?? [])
      leftOut = Set(state.sendings.last?.sent.leftOut ?? [])
      period = periods.first { $0.label == state.compiled?.period }
      isPresented = state.presented != nil
      compiled = state.compiled.map { ($0.promise, $0.knownThrough) }
    }
  }

  package init(_ book: Book) {
    let small = SubjectKind.allCases.filter { !Self.great.contains($0) }.flatMap { book.chronicle.subjects($0) }
    self.init(
      small.compactMap { book.state(of: $0) }, ledgerEvents: book.chronicle.events(about: .ledger),
      holdsMeasures: book.chronicle.subjects(.measure).contains { book.measure($0)?.mustBeReported ?? false })
  }

  /// The kinds of which nothing is indexed: there may be many of them.
  package static let great: Set<SubjectKind> = [.measure, .case]

  /// From the states of all other kinds that exist at the reading, in order, and all that is known about the ledger itself:
  /// what is known to have been imported was, whatever the day asked.
  package init(_ states: [SubjectState], ledgerEvents: [Event], holdsMeasures: Bool) {
    self.holdsMeasures = holdsMeasures
    var reported: [FollowUp] = []
    for state in states {
      switch state {
      case .ledger(let state): ledger = state
      case .promise(let state): promises.append(state)
      case .body(let state):
        bodies.append(state)
        if state.registered?.kind == .police, let party = state.registered?.party { policeParties.insert(party) }
      case .situation(let state): situations.append(state)
      case .indicator(let state): indicators.append(state)
      case .decision(let state):
        guard let made = state.made else { break }
        for subject in made.concerns { concerning[subject, default: []].append(state.id) }
        if let delegation = made.authority.delegation { under[delegation, default: []].append(state.id) }
      case .followUp(let state): reported.append(state)
      case .meeting(let state):
        if state.held?.effective != nil, let body = state.body { meetings[body, default: []].append(state) }
      case .measure, .case, .delegation, .recommendation, .person: break
      }
    }
    for body in meetings.keys {
      meetings[body]?.sort {
        ($0.held?.effective?.start.milliseconds ?? 0) < ($1.held?.effective?.start.milliseconds ?? 0)
      }
    }
    let periods = ledger?.opened?.periods ?? []
    followUps = reported.map { ReportedFollowUp($0, periods) }
    for document in Fold.state(of: .ledger, ledgerEvents).record.documents where document.role == "import" {
      imports[document.document.sha256] = document.document
    }
  }

  /// The meetings of a body held after a day, in order of day. A few steps, and those that are asked for.
  func meetings(of body: SubjectID, after day: LocalDate) -> ArraySlice<Meeting> {
    let held = meetings[body, default: []]
    var (low, high) = (0, held.count)
    while low < high {
      let middle = (low + high) / 2
      if let own = held[middle].held?.effective?.day, own > day { high = middle } else { low = middle + 1 }
    }
    return held[low...]
  }
}
