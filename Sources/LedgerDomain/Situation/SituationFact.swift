package import StrictJSON

/// The events about a situation picture (*lägesbild*).
package indirect enum SituationFact: SubjectFact {
  case assessed(SituationAssessed)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .assessed(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .situation(.assessed($0)) }
  ]
}

/// One thing the picture says, and where, when and for whom it holds.
package struct SituationFinding: JSONRecord, Hashable, Sendable {
  package var text: Text
  package var areas: [Code]
  package var focusAreas: [Code]
  package var timeOfDay: Text?
  package var arenas: [Text]
  package var groups: [Text]

  package init(
    text: Text, areas: [Code] = [], focusAreas: [Code] = [], timeOfDay: Text? = nil, arenas: [Text] = [],
    groups: [Text] = []
  ) {
    self.text = text
    self.areas = areas
    self.focusAreas = focusAreas
    self.timeOfDay = timeOfDay
    self.arenas = arenas
    self.groups = groups
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    text = try members.read("text")
    areas = try members.read("areas")
    focusAreas = try members.read("focusAreas")
    timeOfDay = try members.read("timeOfDay")
    arenas = try members.read("arenas")
    groups = try members.read("groups")
  }

  package func write(members: inout JSONPen) {
    members.write("text", text)
    members.write("areas", areas)
    members.write("focusAreas", focusAreas)
    members.write("timeOfDay", timeOfDay)
    members.write("arenas", arenas)
    members.write("groups", groups)
  }
}

/// A ground of the picture: a survey, dialogues, staff, statistics.
package struct Ground: JSONRecord, Hashable, Sendable {
  package var kind: GroundKind
  package var description: Text

  package init(kind: GroundKind, description: Text) {
    self.kind = kind
    self.description = description
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    kind = try members.read("kind")
    description = try members.read("description")
  }

  package func write(members: inout JSONPen) {
    members.write("kind", kind)
    members.write("description", description)
  }
}

/// The parties' common picture of how safe the place is, with its grounds.
package struct SituationAssessed: Payload {
  package static let type = "situation.assessed"
  package var title: Text
  package var promise: SubjectID?
  package var summary: Text?
  package var grounds: [Ground]
  package var findings: [SituationFinding]

  package init(
    title: Text, promise: SubjectID? = nil, summary: Text? = nil, grounds: [Ground] = [],
    findings: [SituationFinding] = []
  ) {
    self.title = title
    self.promise = promise
    self.summary = summary
    self.grounds = grounds
    self.findings = findings
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    title = try members.read("title")
    promise = try members.read("promise")
    summary = try members.read("summary")
    grounds = try members.read("grounds")
    findings = try members.read("findings")
  }

  package func write(members: inout JSONPen) {
    members.write("title", title)
    members.write("promise", promise)
    members.write("summary", summary)
    members.write("grounds", grounds)
    members.write("findings", findings)
  }
}

extension SituationFact {
  var assessment: SituationAssessed {
    switch self {
    case .assessed(let assessed): assessed
    }
  }
}
