import StrictJSON

extension Measure {
  package func judge(
    _ fact: MeasureFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    // Before the proposal is effective the measure is, to the rules, a proposal.
    let status = self.status ?? .proposed
    func refuse() -> Refusal { .impossible(type: fact.type, state: status.text) }
    switch fact {
    case .proposed: return []
    case .referredBack, .tabled:
      guard status.step == 1 else { throw refuse() }
      return []
    case .approved(let approval):
      // It is decided once; where no decision was named, or it is annulled (KL 13:8), there is room for another.
      let isSettled = approval.decision == nil ? approved != nil : isDecided(surroundings)
      guard status != .withdrawn, !isSettled else { throw refuse() }
      return (approvals.isEmpty ? execution(status, .decidedAfterExecution) : []) + validity(day, surroundings)
        + (approval.decision == nil ? [.withoutDecision] : [])
    case .rejected(let rejected):
      // What stands decided is withdrawn, not rejected.
      guard status != .rejected, status != .withdrawn, !isDecided(surroundings) else { throw refuse() }
      return execution(status, .rejectedAfterExecution) + (rejected.decision == nil ? [.withoutDecision] : [])
    case .started:
      guard started == nil, !status.isEnded else { throw refuse() }
      return mandate(status, surroundings) + validity(day, surroundings)
    case .progressReported(let progress):
      return status.isEnded || tellsOfNoWork(progress, status) ? [] : mandate(status, surroundings)
    case .implemented(let implemented):
      guard status != .implemented else { throw refuse() }
      // What was not done was not executed, so no decision is missing behind it.
      return implemented.extent == .none ? [] : mandate(status, surroundings)
    case .paused:
      guard status == .inProgress || status == .approved else { throw refuse() }
      return []
    case .resumed:
      guard status == .paused else { throw refuse() }
      return []
    case .deadlineExtended(let extended):
      guard !status.isClosed else { throw refuse() }
      // A measure without a deadline is given one in this way; its original deadline stays "not stated".
      guard let deadline else { return [] }
      guard extended.deadline > deadline else { throw .notLater(extended.deadline, than: deadline) }
      if let day, day > deadline { return [.extendedAfterDeadline] }
      return []
    case .reassigned(let reassigned):
      guard !status.isClosed else { throw refuse() }
      if plan?.responsible == reassigned.responsible { throw .nothingChanged }
      return []
    case .amended(let amended):
      guard !status.isClosed else { throw refuse() }
      return try judge(amended, status)
    case .withdrawn:
      guard !status.isClosed else { throw refuse() }
      return []
    case .evaluated(let evaluated): return judge(evaluated, status, surroundings)
    }
  }

  /// Words about what had not begun, or rested, tell of work where whoever records them says so.
  package func declared(_ fact: MeasureFact, in surroundings: Surroundings) -> [Irregularity] {
    let status = self.status ?? .proposed
    guard case .progressReported = fact, !status.isEnded else { return [] }
    return mandate(status, surroundings)
  }

  private func judge(_ amended: MeasureAmended, _ status: MeasureStatus) throws(Refusal) -> [Irregularity] {
    let says =
      amended.title != nil || amended.goal != nil || !amended.targets.isEmpty || !amended.areas.isEmpty
      || amended.municipalityWide || !amended.performers.isEmpty
    if !says { throw .nothingChanged }
    // What has been decided is changed by those who decide; a proposal is changed by whoever proposes.
    return amended.decision == nil && approved != nil ? [.withoutDecision] : []
  }

  private func judge(
    _ evaluated: MeasureEvaluated, _ status: MeasureStatus, _ surroundings: Surroundings
  ) -> [Irregularity] {
    var found: [Irregularity] = status.isEnded || status == .withdrawn ? [] : [.evaluatedBeforeImplemented]
    if evaluated.kind == .effect {
      let hasBaseline = evaluated.indicators.contains { surroundings.indicator($0)?.baseline != nil }
      if !hasBaseline { found.append(.effectWithoutBaseline) }
    }
    return found
  }

  /// Whether a report says how it stands with what has not begun, or rests, and of no work: that it waits for its decision, say.
  ///
  /// It is in words alone, or what it counts is nought or was counted before. Of what is under way, or was stopped for good, words tell
  /// of work as well.
  private func tellsOfNoWork(_ progress: ProgressReported, _ status: MeasureStatus) -> Bool {
    switch status {
    case .proposed, .referredBack, .tabled, .approved, .paused:
      progress.results.allSatisfy { $0.actual.isZero || isKnown($0) }
    case .rejected, .inProgress, .withdrawn, .implemented, .partlyImplemented, .notImplemented: false
    }
  }

  /// Whether a result says what the latest of its target said.
  private func isKnown(_ result: TargetResult) -> Bool {
    let earlier = reports.lazy.flatMap(\.results).filter { $0.target == result.target }
    guard let latest = earlier.last?.actual else { return false }
    return !(latest < result.actual) && !(result.actual < latest)
  }

  /// How carrying it out is irregular in a status.
  private func mandate(_ status: MeasureStatus, _ surroundings: Surroundings) -> [Irregularity] {
    switch status {
    case .proposed, .referredBack, .tabled: [.executedBeforeDecision]
    case .rejected: [.executedThoughRejected]
    case .withdrawn: [.executedThoughWithdrawn]
    case .paused: [.executedWhilePaused] + standing(surroundings)
    case .approved, .inProgress, .implemented, .partlyImplemented, .notImplemented:
      (approved == nil ? [.executedBeforeDecision] : []) + standing(surroundings)
    }
  }

  /// The decisions to approve it, where one is named.
  private var approvals: [SubjectID] {
    decisions.filter { $0.type.text == MeasureApproved.type }.compactMap(\.decision)
  }

  /// Whether a decision to approve it stands.
  private func isDecided(_ surroundings: Surroundings) -> Bool {
    !approvals.isEmpty && standing(surroundings) != [.executedThoughAnnulled]
  }

  /// How the decision to approve stands: stayed or annulled decisions must not be carried out (KL 13:8), and one that is
  /// not yet final only where it states no special reason to wait (13:14).
  private func standing(_ surroundings: Surroundings) -> [Irregularity] {
    guard let last = approvals.last, let decision = surroundings.decision(last) else { return [] }
    return switch decision.standing {
    case .stayed: [.executedThoughStayed]
    case .annulled: [.executedThoughAnnulled]
    case .made, .appealed: decision.made?.notBeforeFinal == nil ? [] : [.executedBeforeFinal]
    case .final: []
    }
  }

  private func execution(_ status: MeasureStatus, _ irregularity: Irregularity) -> [Irregularity] {
    status.step == 3 || status == .implemented || status == .partlyImplemented ? [irregularity] : []
  }

  private func validity(_ day: LocalDate?, _ surroundings: Surroundings) -> [Irregularity] {
    guard let day, let promise = plan?.promise, let terms = surroundings.promise(promise)?.terms else { return [] }
    return terms.validity.contains(day) ? [] : [.outsideValidity]
  }
}
