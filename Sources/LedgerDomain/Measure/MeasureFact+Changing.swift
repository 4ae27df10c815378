package import StrictJSON

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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    deadline = try members.read("deadline")
    reason = try members.read("reason")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("deadline", deadline)
    members.write("reason", reason)
    members.write("decision", decision)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    responsible = try members.read("responsible")
    reason = try members.read("reason")
  }

  package func write(members: inout JSONPen) {
    members.write("responsible", responsible)
    members.write("reason", reason)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    title = try members.read("title")
    goal = try members.read("goal")
    targets = try members.read("targets")
    areas = try members.read("areas")
    municipalityWide = try members.read("municipalityWide")
    performers = try members.read("performers")
    reason = try members.read("reason")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("title", title)
    members.write("goal", goal)
    members.write("targets", targets)
    members.write("areas", areas)
    members.write("municipalityWide", municipalityWide)
    members.write("performers", performers)
    members.write("reason", reason)
    members.write("decision", decision)
  }
}
