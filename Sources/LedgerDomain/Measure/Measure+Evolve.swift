import StrictJSON

extension Measure {
  package mutating func evolve(_ fact: MeasureFact, _ event: Event) {
    switch fact {
    case .proposed(let proposed):
      // An amendment effective before the proposal has nothing to change: the proposal states the plan.
      plan = proposed
      self.proposed = event.mark
      reach(.proposed, event)
      if performers.isEmpty { performers = proposed.performers }
    case .referredBack(let referred): decide(.referredBack, referred.decision, event)
    case .tabled(let tabled): decide(.tabled, tabled.decision, event)
    case .approved(let approved):
      decide(.approved, approved.decision, event)
      self.approved = event.mark
    case .rejected(let rejected): decide(.rejected, rejected.decision, event)
    case .started(let started):
      self.started = event.mark
      reach(.inProgress, event)
      perform(started.performedBy)
    case .progressReported(let progress):
      reports.append(
        Report(
          statement: progress.statement, results: progress.results, period: progress.period,
          reportedBy: progress.reportedBy, mark: event.mark))
    case .implemented(let implemented):
      ended = event.mark
      deviation = implemented.deviation
      reach(MeasureStatus(extent: implemented.extent), event)
      perform(implemented.performedBy)
      if !implemented.results.isEmpty || implemented.deviation != nil {
        reports.append(
          Report(
            statement: implemented.deviation, results: implemented.results, period: nil,
            reportedBy: implemented.reportedBy, mark: event.mark))
      }
    case .paused(let paused): decide(.paused, paused.decision, event)
    case .resumed(let resumed):
      let next = MeasureStatus.resumed(from: status, hasStarted: started != nil, hasApproval: approved != nil)
      status = next.cleared
      decide(next.reached, resumed.decision, event)
    case .deadlineExtended(let extended):
      extensions.append(Extension(extended: extended, mark: event.mark))
      note(extended.decision, event)
    case .reassigned(let reassigned): plan?.responsible = reassigned.responsible
    case .amended(let amended):
      amend(amended)
      note(amended.decision, event)
    case .withdrawn(let withdrawn): decide(.withdrawn, withdrawn.decision, event)
    case .evaluated(let evaluated): evaluations.append(Evaluation(evaluated: evaluated, mark: event.mark))
    }
  }

  private mutating func decide(_ status: MeasureStatus, _ decision: SubjectID?, _ event: Event) {
    reach(status, event)
    note(decision, event)
  }

  /// Remembers that a step has, or lacks, a decision behind it.
  private mutating func note(_ decision: SubjectID?, _ event: Event) {
    decisions.append(DecisionStep(type: Text(event.fact.type), decision: decision, mark: event.mark))
  }

  /// Takes the status unless a further step has been reached.
  private mutating func reach(_ status: MeasureStatus, _ event: Event) {
    guard status.isReached(from: self.status) else { return }
    self.status = status
    statusMark = event.mark
  }

  private mutating func perform(_ names: [Text]) {
    for name in names where !performers.contains(name) { performers.append(name) }
  }

  private mutating func amend(_ amended: MeasureAmended) {
    if let title = amended.title { plan?.title = title }
    if let goal = amended.goal { plan?.goal = goal }
    if !amended.targets.isEmpty { plan?.targets = amended.targets }
    if amended.municipalityWide {
      plan?.municipalityWide = true
      plan?.areas = []
    } else if !amended.areas.isEmpty {
      plan?.municipalityWide = false
      plan?.areas = amended.areas
    }
    if !amended.performers.isEmpty { performers = amended.performers }
  }
}
