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

  /// A follow-up with what is asked of it again and again.
  package struct ReportedFollowUp: Sendable {
    package let state: FollowUp
    package let rows: Set<SubjectID>
    package let leftOut: Set<SubjectID>
    package let period: ReportingPeriod?
  }

  package init(_ book: Book) {
    ledger = book.ledger
    promises = book.promises
    bodies = book.bodies
    situations = book.situations
    indicators = book.indicators
    for meeting in book.meetings where meeting.held?.effective != nil {
      if let body = meeting.body { meetings[body, default: []].append(meeting) }
    }
    for body in meetings.keys {
      meetings[body]?.sort {
        ($0.held?.effective?.start.milliseconds ?? 0) < ($1.held?.effective?.start.milliseconds ?? 0)
      }
    }
    for decision in book.decisions {
      for subject in decision.made?.concerns ?? [] { concerning[subject, default: []].append(decision.id) }
      if let delegation = decision.made?.authority.delegation { under[delegation, default: []].append(decision.id) }
    }
    let periods = ledger?.opened?.periods ?? []
    followUps = book.followUps.map { state in
      ReportedFollowUp(
        state: state, rows: Set(state.compiled?.measures ?? []),
        leftOut: Set(state.sendings.last?.sent.leftOut ?? []),
        period: periods.first { $0.label == state.compiled?.period })
    }
    for document in ledger?.record.documents ?? [] where document.role == "import" {
      imports[document.document.sha256] = document.document
    }
    holdsMeasures = book.chronicle.subjects(.measure).contains { book.measure($0)?.mustBeReported ?? false }
  }

  /// The codes of the parties that are the police.
  package var policeParties: Set<Code> {
    Set(bodies.compactMap { $0.registered?.kind == .police ? $0.registered?.party : nil })
  }
}
