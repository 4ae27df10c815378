package import StrictJSON

/// The events about a situation picture (*lägesbild*).
package enum SituationFact: SubjectFact {
  case assessed(SituationAssessed)

  package var payload: any Payload {
    switch self {
    case .assessed(let payload): payload
    }
  }

  package static let readers: [FactReader<SituationFact>] = [
    FactReader(SituationFact.assessed)
  ]
}

/// One thing the picture says, and where, when and for whom it holds.
package struct SituationFinding: Codable, Hashable, Sendable {
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
}

/// A ground of the picture: a survey, dialogues, staff, statistics.
package struct Ground: Codable, Hashable, Sendable {
  package var kind: GroundKind
  package var description: Text

  package init(kind: GroundKind, description: Text) {
    self.kind = kind
    self.description = description
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
}

extension SituationFact {
  var assessment: SituationAssessed {
    switch self {
    case .assessed(let assessed): assessed
    }
  }
}
