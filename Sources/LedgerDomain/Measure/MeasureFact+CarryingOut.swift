package import StrictJSON

/// The work began.
package struct MeasureStarted: Payload {
  package static let type = "measure.started"
  package var performedBy: [Text]

  package init(performedBy: [Text] = []) {
    self.performedBy = performedBy
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    performedBy = try members.read("performedBy")
  }

  package func write(members: inout JSONPen) {
    members.write("performedBy", performedBy)
  }
}

/// What has been done so far, against the targets. Actual values are cumulative within the year.
package struct ProgressReported: Payload {
  package static let type = "measure.progress-reported"
  package var statement: Text
  package var results: [TargetResult]
  package var period: Text?
  package var reportedBy: PublicOfficial?

  package init(statement: Text, results: [TargetResult] = [], period: Text? = nil, reportedBy: PublicOfficial? = nil) {
    self.statement = statement
    self.results = results
    self.period = period
    self.reportedBy = reportedBy
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    statement = try members.read("statement")
    results = try members.read("results")
    period = try members.read("period")
    reportedBy = try members.read("reportedBy")
  }

  package func write(members: inout JSONPen) {
    members.write("statement", statement)
    members.write("results", results)
    members.write("period", period)
    members.write("reportedBy", reportedBy)
  }
}

/// How much of a measure was carried out.
package enum Extent: String, Choice {
  case full, partial, none
}

/// *Genomförd*, *delvis genomförd* or *ej genomförd*: the work has ended, with its extent and the deviation explained.
///
/// Version 1 said `fully: true | false`; version 2 says `extent`, because "not at all" had no form.
package struct MeasureImplemented: Payload {
  package static let type = "measure.implemented"
  package static let version = 2
  package var extent: Extent
  package var results: [TargetResult]
  /// Why it was not done, or not fully.
  package var deviation: Text?
  package var performedBy: [Text]
  package var reportedBy: PublicOfficial?

  package init(
    extent: Extent, results: [TargetResult] = [], deviation: Text? = nil, performedBy: [Text] = [],
    reportedBy: PublicOfficial? = nil
  ) {
    self.extent = extent
    self.results = results
    self.deviation = deviation
    self.performedBy = performedBy
    self.reportedBy = reportedBy
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    extent = try members.read("extent")
    results = try members.read("results")
    deviation = try members.read("deviation")
    performedBy = try members.read("performedBy")
    reportedBy = try members.read("reportedBy")
  }

  package func write(members: inout JSONPen) {
    members.write("extent", extent)
    members.write("results", results)
    members.write("deviation", deviation)
    members.write("performedBy", performedBy)
    members.write("reportedBy", reportedBy)
  }
}

/// The work rests.
package struct MeasurePaused: Payload {
  package static let type = "measure.paused"
  package var reason: Text
  package var decision: SubjectID?

  package init(reason: Text, decision: SubjectID? = nil) {
    self.reason = reason
    self.decision = decision
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    reason = try members.read("reason")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("reason", reason)
    members.write("decision", decision)
  }
}

/// The work goes on.
package struct MeasureResumed: Payload {
  package static let type = "measure.resumed"
  package var decision: SubjectID?

  package init(decision: SubjectID? = nil) {
    self.decision = decision
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("decision", decision)
  }
}

/// What an evaluation concluded about the goal.
package enum GoalAttainment: String, Choice {
  case reached, partly
  case notReached = "not-reached"
  case inconclusive
}

/// *Utvärdering*: a judgement of whether the goal was reached, on stated grounds.
package struct MeasureEvaluated: Payload {
  package static let type = "measure.evaluated"
  package var kind: FollowUpKind
  package var conclusion: Text
  package var attainment: GoalAttainment
  package var indicators: [SubjectID]
  package var evaluatedBy: PublicOfficial?

  package init(
    kind: FollowUpKind, conclusion: Text, attainment: GoalAttainment, indicators: [SubjectID] = [],
    evaluatedBy: PublicOfficial? = nil
  ) {
    self.kind = kind
    self.conclusion = conclusion
    self.attainment = attainment
    self.indicators = indicators
    self.evaluatedBy = evaluatedBy
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    kind = try members.read("kind")
    conclusion = try members.read("conclusion")
    attainment = try members.read("attainment")
    indicators = try members.read("indicators")
    evaluatedBy = try members.read("evaluatedBy")
  }

  package func write(members: inout JSONPen) {
    members.write("kind", kind)
    members.write("conclusion", conclusion)
    members.write("attainment", attainment)
    members.write("indicators", indicators)
    members.write("evaluatedBy", evaluatedBy)
  }
}
