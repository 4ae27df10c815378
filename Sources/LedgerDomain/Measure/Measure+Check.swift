import StrictJSON

extension Measure {
  package static func check(
    _ fact: MeasureFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .proposed(let proposed): try check(proposed, surroundings)
    case .referredBack(let referred): try check(referred.decision, of: .referredBack, about: id, surroundings)
    case .tabled(let tabled): try check(tabled.decision, of: .tabled, about: id, surroundings)
    case .approved(let approved): try check(approved.decision, of: .approved, about: id, surroundings)
    case .rejected(let rejected): try check(rejected.decision, of: .rejected, about: id, surroundings)
    case .started, .reassigned: break
    case .progressReported(let progress):
      try check(progress.results, about: id, surroundings)
      if let period = progress.period { try surroundings.require(period: period) }
    case .implemented(let implemented):
      try check(implemented.results, about: id, surroundings)
      // "Not done" and "partly done" are deviations, and a deviation is explained.
      if implemented.extent != .full, implemented.deviation == nil { throw .missing(field: "deviation") }
    case .paused(let paused): try surroundings.require(paused.decision, .decision)
    case .resumed(let resumed): try surroundings.require(resumed.decision, .decision)
    case .deadlineExtended(let extended): try surroundings.require(extended.decision, .decision)
    case .amended(let amended):
      try surroundings.require(amended.decision, .decision)
      try check(amended.targets, surroundings)
      try check(amended.areas, amended.municipalityWide)
      try surroundings.require(amended.areas, in: .areas, of: surroundings.measure(id)?.plan?.promise)
    case .withdrawn(let withdrawn): try surroundings.require(withdrawn.decision, .decision)
    case .evaluated(let evaluated): try surroundings.require(evaluated.indicators, .indicator)
    }
  }

  /// A decision that stands behind a step has that outcome (or one of no kind) and concerns the measure, where it says what it concerns.
  private static func check(
    _ decision: SubjectID?, of outcome: DecisionOutcome, about id: SubjectID, _ surroundings: Surroundings
  ) throws(Refusal) {
    try surroundings.require(decision, .decision)
    guard let decision, case .decision(let state) = surroundings.now(decision), let made = state.made else { return }
    if made.outcome != outcome, made.outcome != .other { throw .contradiction("decision", "outcome") }
    if !made.concerns.isEmpty, !made.concerns.contains(id) { throw .contradiction("decision", "concerns") }
  }

  private static func check(_ proposed: MeasureProposed, _ surroundings: Surroundings) throws(Refusal) {
    try surroundings.require(proposed.promise, .promise)
    try surroundings.require(proposed.case, .case)
    try surroundings.require(proposed.situation, .situation)
    try check(proposed.targets, surroundings)
    try check(proposed.areas, proposed.municipalityWide)
    try surroundings.require(proposed.areas, in: .areas, of: proposed.promise)
    try surroundings.require(proposed.focusAreas, in: .focusAreas, of: proposed.promise)
    try surroundings.require(proposed.parties, in: .parties, of: proposed.promise)
    if case .party(let party)? = proposed.proposedBy {
      try surroundings.require([party], in: .parties, of: proposed.promise)
    }
    if let order = proposed.order, order < 1 {
      throw .outOfRange(field: "order", value: order, least: 1, most: Int(Int32.max))
    }
    // What is only an example in a promise needs the promise it stands in, and so does what is promised.
    if proposed.binding != .decided, proposed.promise == nil { throw .missing(field: "promise") }
  }

  private static func check(_ areas: [Code], _ municipalityWide: Bool) throws(Refusal) {
    if municipalityWide, !areas.isEmpty { throw .contradiction("municipalityWide", "areas") }
  }

  private static func check(_ targets: [Target], _ surroundings: Surroundings) throws(Refusal) {
    for (index, target) in targets.enumerated() {
      if targets[..<index].contains(where: { $0.name == target.name }) {
        throw .duplicate(field: "targets", value: target.name.text)
      }
      if target.comparison != nil, target.value == nil { throw .missing(field: "targets[\(index)].value") }
      try surroundings.require(target.indicator, .indicator)
    }
  }

  private static func check(
    _ results: [TargetResult], about id: SubjectID, _ surroundings: Surroundings
  ) throws(Refusal) {
    guard case .measure(let measure) = surroundings.now(id) else { return }
    // A late report may be about targets that have been amended since.
    let then = surroundings.measure(id)?.plan?.targets.map(\.name) ?? []
    let now = measure.plan?.targets.map(\.name) ?? []
    let known = now + then.filter { !now.contains($0) }
    for (index, result) in results.enumerated() {
      guard known.contains(result.target) else { throw .unknownTarget(result.target, known: known) }
      if results[..<index].contains(where: { $0.target == result.target }) {
        throw .duplicate(field: "results", value: result.target.text)
      }
    }
  }
}

extension Surroundings {
  /// Refuses a label that is not a reporting period of the ledger.
  func require(period label: Text) throws(Refusal) {
    let known = ledger?.opened?.periods.map(\.label) ?? []
    guard known.contains(label) else { throw .unknownPeriod(label, known: known) }
  }
}
