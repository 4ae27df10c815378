package import LedgerDomain
package import Projections
import StrictJSON

/// What other subjects have to do with the one traced, beside its story: one part for each kind of tie, counted and bounded.
///
/// A body makes decisions for years, and a situation picture is the ground of every measure: of each part the newest
/// ``limit`` are shown, and how many entries there are is said. Cost: the index for the counts, and the subjects shown.
package struct Related: Sendable {
  /// How many of a part are shown.
  package static let limit = 20

  package let parts: [Part]

  /// The subjects that are tied to the one traced in one way.
  package struct Part: Sendable {
    package let tie: Tie
    /// How many entries make the tie, also those that were voided later.
    package let total: Int
    /// The newest first; a subject stands once.
    package let subjects: [SubjectID]
  }

  /// A way to be tied: the type of the entries that name the subject traced.
  package enum Tie: String, Sendable, CaseIterable {
    case decisions, delegations, meetings, measures, followUps

    var types: Set<String> {
      switch self {
      case .decisions: [DecisionMade.type]
      case .delegations: [DelegationGranted.type]
      case .meetings: [MeetingScheduled.type]
      case .measures: [MeasureProposed.type, MeasureAmended.type, MeasureEvaluated.type]
      case .followUps: [FollowUpCompiled.type, FollowUpPresented.type, FollowUpNoted.type]
      }
    }
  }

  /// The ties of each kind of subject that are told beside its story.
  private static func ties(of kind: SubjectKind) -> [Tie] {
    switch kind {
    case .body: [.decisions, .delegations, .meetings, .followUps]
    case .meeting: [.decisions, .followUps]
    case .delegation: [.decisions, .delegations]
    case .situation, .indicator: [.measures]
    case .promise: [.measures, .followUps]
    case .measure: [.followUps]
    case .ledger, .case, .decision, .followUp, .recommendation, .person: []
    }
  }

  package init(to subject: SubjectID, in book: Book) {
    parts = Related.ties(of: subject.kind).compactMap { tie in
      let positions = book.chronicle.positions(naming: subject, of: tie.types)
      var seen: Set<SubjectID> = []
      var subjects: [SubjectID] = []
      for position in positions.reversed() {
        guard let event = book.chronicle.event(at: position), seen.insert(event.subject).inserted,
          book.state(of: event.subject) != nil
        else { continue }
        subjects.append(event.subject)
        if subjects.count == Related.limit { break }
      }
      guard !subjects.isEmpty else { return nil }
      return Part(tie: tie, total: positions.count, subjects: subjects)
    }
  }
}
