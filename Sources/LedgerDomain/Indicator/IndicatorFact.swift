package import StrictJSON

/// The events about an indicator.
package indirect enum IndicatorFact: SubjectFact {
  case defined(IndicatorDefined)
  case observed(IndicatorObserved)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .defined(let payload): visitor.visit(payload)
    case .observed(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .indicator(.defined($0)) },
    FactReader { .indicator(.observed($0)) },
  ]
}

/// Which way is better.
package enum Direction: String, Choice {
  case increase, decrease
}

/// Something that is measured again and again.
package struct IndicatorDefined: Payload {
  package static let type = "indicator.defined"
  package var name: Text
  package var unit: Text
  package var kind: FollowUpKind
  package var direction: Direction?
  package var promise: SubjectID?
  package var description: Text?

  package init(
    name: Text, unit: Text, kind: FollowUpKind, direction: Direction? = nil, promise: SubjectID? = nil,
    description: Text? = nil
  ) {
    self.name = name
    self.unit = unit
    self.kind = kind
    self.direction = direction
    self.promise = promise
    self.description = description
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    unit = try members.read("unit")
    kind = try members.read("kind")
    direction = try members.read("direction")
    promise = try members.read("promise")
    description = try members.read("description")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("unit", unit)
    members.write("kind", kind)
    members.write("direction", direction)
    members.write("promise", promise)
    members.write("description", description)
  }
}

/// One observation, effective on its date. A dialogue may have a statement and no value.
package struct IndicatorObserved: Payload {
  package static let type = "indicator.observed"
  package var value: Quantity?
  package var source: GroundKind
  package var sourceName: Text?
  package var area: Code?
  /// Whether this is the baseline that later values are held against.
  package var baseline: Bool
  package var statement: Text?

  package init(
    value: Quantity? = nil, source: GroundKind, sourceName: Text? = nil, area: Code? = nil, baseline: Bool = false,
    statement: Text? = nil
  ) {
    self.value = value
    self.source = source
    self.sourceName = sourceName
    self.area = area
    self.baseline = baseline
    self.statement = statement
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    value = try members.read("value")
    source = try members.read("source")
    sourceName = try members.read("sourceName")
    area = try members.read("area")
    baseline = try members.read("baseline")
    statement = try members.read("statement")
  }

  package func write(members: inout JSONPen) {
    members.write("value", value)
    members.write("source", source)
    members.write("sourceName", sourceName)
    members.write("area", area)
    members.write("baseline", baseline)
    members.write("statement", statement)
  }
}
