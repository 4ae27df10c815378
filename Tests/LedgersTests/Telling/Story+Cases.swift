import LedgerDomain
import StrictJSON
import TestSupport

/// Verbs about cases and about the auditors' recommendations.
extension Story {
  func open(
    _ id: SubjectID, _ title: Text, dnr: Text, areas: [Code] = [], _ description: Text? = nil,
    from proposer: Proposer? = nil, due: LocalDate? = nil
  ) {
    let opened = CaseOpened(
      title: title, registryNumber: dnr, promise: .p(1), areas: areas, description: description, raisedBy: proposer,
      due: due)
    scribe.take(id, .case(.opened(opened)))
  }

  func assign(_ id: SubjectID, to officer: PublicOfficial) {
    scribe.take(id, .case(.assigned(CaseAssigned(officer: officer))))
  }

  func link(_ id: SubjectID, to measure: SubjectID) {
    scribe.take(id, .case(.linked(CaseLinked(measure: measure))))
  }

  func note(_ id: SubjectID, _ activity: Text, by official: PublicOfficial? = nil) {
    scribe.take(id, .case(.activityRecorded(ActivityRecorded(activity: activity, by: official))))
  }

  func watch(_ id: SubjectID, until due: LocalDate, _ reason: Text? = nil) {
    scribe.take(id, .case(.dueDateSet(DueDateSet(due: due, reason: reason))))
  }

  func close(_ id: SubjectID, _ outcome: Text, decision: SubjectID? = nil) {
    scribe.take(id, .case(.closed(CaseClosed(outcome: outcome, decision: decision))))
  }

  func reopen(_ id: SubjectID, _ reason: Text) { scribe.take(id, .case(.reopened(CaseReopened(reason: reason)))) }

  func deliver(_ id: SubjectID, _ delivered: RecommendationDelivered) {
    scribe.take(id, .recommendation(.delivered(delivered)))
  }

  func answer(_ id: SubjectID, _ answer: Text, by official: PublicOfficial, decision: SubjectID? = nil) {
    let answered = RecommendationAnswered(answer: answer, by: official, decision: decision)
    scribe.take(id, .recommendation(.answered(answered)))
  }

  func carryOver(_ id: SubjectID, _ carriedOver: RecommendationCarriedOver) {
    scribe.take(id, .recommendation(.carriedOver(carriedOver)))
  }

  func clear(_ id: SubjectID, _ statement: Text, by official: PublicOfficial) {
    scribe.take(id, .recommendation(.cleared(RecommendationCleared(statement: statement, by: official))))
  }
}
