package import StrictJSON

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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    title = try members.read("title")
    binding = try members.read("binding")
    promise = try members.read("promise")
    self.case = try members.read("case")
    situation = try members.read("situation")
    cause = try members.read("cause")
    goal = try members.read("goal")
    targets = try members.read("targets")
    deadline = try members.read("deadline")
    order = try members.read("order")
    responsible = try members.read("responsible")
    contact = try members.read("contact")
    followUp = try members.read("followUp")
    evaluationPromised = try members.read("evaluationPromised")
    areas = try members.read("areas")
    municipalityWide = try members.read("municipalityWide")
    focusAreas = try members.read("focusAreas")
    horizon = try members.read("horizon")
    timeOfDay = try members.read("timeOfDay")
    arena = try members.read("arena")
    targetGroup = try members.read("targetGroup")
    parties = try members.read("parties")
    performers = try members.read("performers")
    proposedBy = try members.read("proposedBy")
  }

  package func write(members: inout JSONPen) {
    members.write("title", title)
    members.write("binding", binding)
    members.write("promise", promise)
    members.write("case", `case`)
    members.write("situation", situation)
    members.write("cause", cause)
    members.write("goal", goal)
    members.write("targets", targets)
    members.write("deadline", deadline)
    members.write("order", order)
    members.write("responsible", responsible)
    members.write("contact", contact)
    members.write("followUp", followUp)
    members.write("evaluationPromised", evaluationPromised)
    members.write("areas", areas)
    members.write("municipalityWide", municipalityWide)
    members.write("focusAreas", focusAreas)
    members.write("horizon", horizon)
    members.write("timeOfDay", timeOfDay)
    members.write("arena", arena)
    members.write("targetGroup", targetGroup)
    members.write("parties", parties)
    members.write("performers", performers)
    members.write("proposedBy", proposedBy)
  }
}
