package import StrictJSON

/// The events about a measure (*åtgärd*).
package enum MeasureFact: SubjectFact {
  case proposed(MeasureProposed)
  case referredBack(MeasureReferredBack)
  case tabled(MeasureTabled)
  case approved(MeasureApproved)
  case rejected(MeasureRejected)
  case started(MeasureStarted)
  case progressReported(ProgressReported)
  case implemented(MeasureImplemented)
  case paused(MeasurePaused)
  case resumed(MeasureResumed)
  case deadlineExtended(DeadlineExtended)
  case reassigned(MeasureReassigned)
  case amended(MeasureAmended)
  case withdrawn(MeasureWithdrawn)
  case evaluated(MeasureEvaluated)

  package var payload: any Payload {
    switch self {
    case .proposed(let payload): payload
    case .referredBack(let payload): payload
    case .tabled(let payload): payload
    case .approved(let payload): payload
    case .rejected(let payload): payload
    case .started(let payload): payload
    case .progressReported(let payload): payload
    case .implemented(let payload): payload
    case .paused(let payload): payload
    case .resumed(let payload): payload
    case .deadlineExtended(let payload): payload
    case .reassigned(let payload): payload
    case .amended(let payload): payload
    case .withdrawn(let payload): payload
    case .evaluated(let payload): payload
    }
  }

  package static let readers: [FactReader<MeasureFact>] = [
    FactReader(MeasureFact.proposed),
    FactReader(MeasureFact.referredBack),
    FactReader(MeasureFact.tabled),
    FactReader(MeasureFact.approved),
    FactReader(MeasureFact.rejected),
    FactReader(MeasureFact.started),
    FactReader(MeasureFact.progressReported),
    FactReader(MeasureFact.implemented),
    FactReader(MeasureFact.paused),
    FactReader(MeasureFact.resumed),
    FactReader(MeasureFact.deadlineExtended),
    FactReader(MeasureFact.reassigned),
    FactReader(MeasureFact.amended),
    FactReader(MeasureFact.withdrawn),
    FactReader(MeasureFact.evaluated),
  ]
}

/// How strongly a measure binds the parties.
package enum BindingLevel: String, Choice {
  /// Named in the promise as something that may come; nobody promised it.
  case example
  case promised
  case decided
}

/// A measure as proposed: Brå's six columns (cause, measure, goal, when, who, follow-up), and where and for whom.
package struct MeasureProposed: Payload {
  package static let type = "measure.proposed"
  package var title: Text
  package var binding: BindingLevel
  package var promise: SubjectID?
  package var `case`: SubjectID?
  package var situation: SubjectID?
  package var cause: Text?
  package var goal: Text?
  package var targets: [Target]
  package var deadline: LocalDate?
  /// The order among the measures of the plan, from 1.
  package var order: Int?
  package var responsible: PublicOfficial?
  package var contact: SealedText?
  /// How it is to be followed up, in words.
  package var followUp: Text?
  /// Whether it is promised or decided that the measure is evaluated.
  package var evaluationPromised: Bool
  package var areas: [Code]
  package var municipalityWide: Bool
  package var focusAreas: [Code]
  package var horizon: Horizon?
  package var timeOfDay: Text?
  package var arena: Text?
  package var targetGroup: Text?
  package var parties: [Code]
  /// Third parties that carry it out.
  package var performers: [Text]
  package var proposedBy: Proposer?

  package init(
    title: Text, binding: BindingLevel, promise: SubjectID? = nil, case: SubjectID? = nil, situation: SubjectID? = nil,
    cause: Text? = nil, goal: Text? = nil, targets: [Target] = [], deadline: LocalDate? = nil, order: Int? = nil,
    responsible: PublicOfficial? = nil, contact: SealedText? = nil, followUp: Text? = nil,
    evaluationPromised: Bool = false, areas: [Code] = [], municipalityWide: Bool = false, focusAreas: [Code] = [],
    horizon: Horizon? = nil, timeOfDay: Text? = nil, arena: Text? = nil, targetGroup: Text? = nil, parties: [Code] = [],
    performers: [Text] = [], proposedBy: Proposer? = nil
  ) {
    self.title = title
    self.binding = binding
    self.promise = promise
    self.case = `case`
    self.situation = situation
    self.cause = cause
    self.goal = goal
    self.targets = targets
    self.deadline = deadline
    self.order = order
    self.responsible = responsible
    self.contact = contact
    self.followUp = followUp
    self.evaluationPromised = evaluationPromised
    self.areas = areas
    self.municipalityWide = municipalityWide
    self.focusAreas = focusAreas
    self.horizon = horizon
    self.timeOfDay = timeOfDay
    self.arena = arena
    self.targetGroup = targetGroup
    self.parties = parties
    self.performers = performers
    self.proposedBy = proposedBy
  }
}

/// *Återremitterad*: sent back to be prepared again.
package struct MeasureReferredBack: Payload {
  package static let type = "measure.referred-back"
  package var reason: Text
  package var decision: SubjectID?

  package init(reason: Text, decision: SubjectID? = nil) {
    self.reason = reason
    self.decision = decision
  }
}

/// *Bordlagd*: put off to a later meeting.
package struct MeasureTabled: Payload {
  package static let type = "measure.tabled"
  package var until: LocalDate?
  package var decision: SubjectID?

  package init(until: LocalDate? = nil, decision: SubjectID? = nil) {
    self.until = until
    self.decision = decision
  }
}

/// *Beslutad*: decided, under the authority of the decision named.
package struct MeasureApproved: Payload {
  package static let type = "measure.approved"
  /// Absent only where no decision is known: irregular.
  package var decision: SubjectID?
  package var conditions: Text?

  package init(decision: SubjectID? = nil, conditions: Text? = nil) {
    self.decision = decision
    self.conditions = conditions
  }
}

/// *Avslagen*.
package struct MeasureRejected: Payload {
  package static let type = "measure.rejected"
  package var reason: Text
  package var decision: SubjectID?

  package init(reason: Text, decision: SubjectID? = nil) {
    self.reason = reason
    self.decision = decision
  }
}

/// The work began.
package struct MeasureStarted: Payload {
  package static let type = "measure.started"
  package var performedBy: [Text]

  package init(performedBy: [Text] = []) {
    self.performedBy = performedBy
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
}

/// The work goes on.
package struct MeasureResumed: Payload {
  package static let type = "measure.resumed"
  package var decision: SubjectID?

  package init(decision: SubjectID? = nil) {
    self.decision = decision
  }
}

/// A new deadline; the original one is never forgotten.
package struct DeadlineExtended: Payload {
  package static let type = "measure.deadline-extended"
  package var deadline: LocalDate
  package var reason: Text
  package var decision: SubjectID?

  package init(deadline: LocalDate, reason: Text, decision: SubjectID? = nil) {
    self.deadline = deadline
    self.reason = reason
    self.decision = decision
  }
}

/// Someone else is responsible.
package struct MeasureReassigned: Payload {
  package static let type = "measure.reassigned"
  package var responsible: PublicOfficial
  package var reason: Text?

  package init(responsible: PublicOfficial, reason: Text? = nil) {
    self.responsible = responsible
    self.reason = reason
  }
}

/// What the measure is, changed by a decision (*ändring*, not a correction of an entry): the new texts of what changed.
package struct MeasureAmended: Payload {
  package static let type = "measure.amended"
  package var title: Text?
  package var goal: Text?
  /// Replaces all targets when given.
  package var targets: [Target]
  package var areas: [Code]
  package var municipalityWide: Bool
  package var performers: [Text]
  package var reason: Text
  package var decision: SubjectID?

  package init(
    title: Text? = nil, goal: Text? = nil, targets: [Target] = [], areas: [Code] = [], municipalityWide: Bool = false,
    performers: [Text] = [], reason: Text, decision: SubjectID? = nil
  ) {
    self.title = title
    self.goal = goal
    self.targets = targets
    self.areas = areas
    self.municipalityWide = municipalityWide
    self.performers = performers
    self.reason = reason
    self.decision = decision
  }
}

/// *Avbruten* after the decision, *återkallad* before it.
package struct MeasureWithdrawn: Payload {
  package static let type = "measure.withdrawn"
  package var reason: Text
  package var decision: SubjectID?

  package init(reason: Text, decision: SubjectID? = nil) {
    self.reason = reason
    self.decision = decision
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
}
