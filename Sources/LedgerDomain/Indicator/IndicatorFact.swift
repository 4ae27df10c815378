package import StrictJSON

/// The events about an indicator.
package enum IndicatorFact: SubjectFact {
  case defined(IndicatorDefined)
  case observed(IndicatorObserved)

  package var payload: any Payload {
    switch self {
    case .defined(let payload): payload
    case .observed(let payload): payload
    }
  }

  package static let readers: [FactReader<IndicatorFact>] = [
    FactReader(IndicatorFact.defined),
    FactReader(IndicatorFact.observed),
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
}
