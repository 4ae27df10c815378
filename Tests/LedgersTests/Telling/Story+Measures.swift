import LedgerDomain
import StrictJSON
import TestSupport

/// Verbs about measures. No areas means the whole municipality.
extension Story {
  func propose(
    _ id: SubjectID, _ title: Text, _ binding: BindingLevel, case: SubjectID? = nil, situation: SubjectID? = nil,
    cause: Text? = nil, goal: Text? = nil, targets: [Target] = [], deadline: LocalDate? = nil, order: Int? = nil,
    who: PublicOfficial? = nil, contact: SealedText? = nil, followUp: Text? = nil, evaluated: Bool = false,
    areas: [Code] = [], focus: [Code] = [], _ horizon: Horizon? = nil, timeOfDay: Text? = nil, arena: Text? = nil,
    group: Text? = nil, parties: [Code] = ["kommunen"], performers: [Text] = [], from proposer: Proposer? = nil
  ) {
    let proposed = MeasureProposed(
      title: title, binding: binding, promise: .p(1), case: `case`, situation: situation, cause: cause, goal: goal,
      targets: targets, deadline: deadline, order: order, responsible: who, contact: contact, followUp: followUp,
      evaluationPromised: evaluated, areas: areas, municipalityWide: areas.isEmpty, focusAreas: focus,
      horizon: horizon, timeOfDay: timeOfDay, arena: arena, targetGroup: group, parties: parties,
      performers: performers, proposedBy: proposer)
    scribe.take(id, .measure(.proposed(proposed)))
  }

  func referBack(_ id: SubjectID, _ decision: SubjectID, _ reason: Text) {
    scribe.take(id, .measure(.referredBack(MeasureReferredBack(reason: reason, decision: decision))))
  }

  func table(_ id: SubjectID, _ decision: SubjectID, until day: LocalDate? = nil) {
    scribe.take(id, .measure(.tabled(MeasureTabled(until: day, decision: decision))))
  }

  func approve(_ id: SubjectID, _ decision: SubjectID?, _ conditions: Text? = nil) {
    scribe.take(id, .measure(.approved(MeasureApproved(decision: decision, conditions: conditions))))
  }

  func reject(_ id: SubjectID, _ decision: SubjectID, _ reason: Text) {
    scribe.take(id, .measure(.rejected(MeasureRejected(reason: reason, decision: decision))))
  }

  func start(_ id: SubjectID, by performers: [Text] = []) {
    scribe.take(id, .measure(.started(MeasureStarted(performedBy: performers))))
  }

  func report(
    _ id: SubjectID, _ statement: Text, _ results: [TargetResult] = [], _ period: Text? = nil,
    by official: PublicOfficial? = nil
  ) {
    let progress = ProgressReported(statement: statement, results: results, period: period, reportedBy: official)
    scribe.take(id, .measure(.progressReported(progress)))
  }

  func implement(
    _ id: SubjectID, _ extent: Extent = .full, _ results: [TargetResult] = [], deviation: Text? = nil,
    performers: [Text] = [], by official: PublicOfficial? = nil
  ) {
    let implemented = MeasureImplemented(
      extent: extent, results: results, deviation: deviation, performedBy: performers, reportedBy: official)
    scribe.take(id, .measure(.implemented(implemented)))
  }

  func pause(_ id: SubjectID, _ reason: Text, decision: SubjectID? = nil) {
    scribe.take(id, .measure(.paused(MeasurePaused(reason: reason, decision: decision))))
  }

  func resume(_ id: SubjectID, decision: SubjectID? = nil) {
    scribe.take(id, .measure(.resumed(MeasureResumed(decision: decision))))
  }

  func extend(_ id: SubjectID, to deadline: LocalDate, _ reason: Text, decision: SubjectID? = nil) {
    let extended = DeadlineExtended(deadline: deadline, reason: reason, decision: decision)
    scribe.take(id, .measure(.deadlineExtended(extended)))
  }

  func reassign(_ id: SubjectID, to official: PublicOfficial, _ reason: Text? = nil) {
    scribe.take(id, .measure(.reassigned(MeasureReassigned(responsible: official, reason: reason))))
  }

  func amend(_ id: SubjectID, _ amended: MeasureAmended) { scribe.take(id, .measure(.amended(amended))) }

  func withdraw(_ id: SubjectID, _ reason: Text, decision: SubjectID? = nil) {
    scribe.take(id, .measure(.withdrawn(MeasureWithdrawn(reason: reason, decision: decision))))
  }

  func evaluate(
    _ id: SubjectID, _ kind: FollowUpKind, _ attainment: GoalAttainment, _ conclusion: Text,
    with indicators: [SubjectID] = [], by official: PublicOfficial? = nil
  ) {
    let evaluated = MeasureEvaluated(
      kind: kind, conclusion: conclusion, attainment: attainment, indicators: indicators, evaluatedBy: official)
    scribe.take(id, .measure(.evaluated(evaluated)))
  }

  func target(
    _ name: Text, _ unit: Text, _ comparison: Comparison? = nil, _ value: Quantity? = nil,
    indicator: SubjectID? = nil
  ) -> Target {
    Target(name: name, unit: unit, comparison: comparison, value: value, indicator: indicator)
  }

  func result(_ target: Text, _ actual: Quantity) -> TargetResult { TargetResult(target: target, actual: actual) }
}
