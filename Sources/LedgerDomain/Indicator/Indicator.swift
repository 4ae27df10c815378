package import StrictJSON

/// An indicator: what is measured, its baseline, and its series of observations in order of date.
package struct Indicator: Subject {
  package static let kind = SubjectKind.indicator

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var defined: IndicatorDefined?
  package private(set) var observations: [Observation] = []

  package struct Observation: JSONWritable, Hashable, Sendable {
    package var observed: IndicatorObserved
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("observed", observed)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { defined != nil }

  /// The latest baseline.
  package var baseline: Observation? { observations.last { $0.observed.baseline } }

  /// The latest observation with a value.
  package var latest: Observation? { observations.last { $0.observed.value != nil } }

  /// The latest observation with a value by a moment; whenever observed where that is not known.
  package func latest(by moment: Effective?) -> Observation? {
    guard let moment else { return latest }
    return observations.last { $0.observed.value != nil && $0.mark.effective.map { $0.isCovered(by: moment) } ?? true }
  }

  package static func own(_ fact: LedgerDomain.Fact) -> IndicatorFact? {
    if case .indicator(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: IndicatorFact) -> Bool { if case .defined = fact { true } else { false } }

  package static func check(
    _ fact: IndicatorFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .defined(let defined): try surroundings.require(defined.promise, .promise)
    case .observed(let observed):
      if let area = observed.area {
        guard case .indicator(let indicator) = surroundings.now(id) else { return }
        try surroundings.require([area], in: .areas, of: indicator.defined?.promise)
      }
      if observed.value == nil {
        // Only a dialogue can be an observation without a number, and then it must say something.
        if observed.source != .dialogue { throw .missing(field: "value") }
        if observed.statement == nil { throw .missing(field: "statement") }
        if observed.baseline { throw .contradiction("baseline", "value") }
      }
    }
  }

  package func judge(
    _ fact: IndicatorFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] { [] }

  package mutating func evolve(_ fact: IndicatorFact, _ event: Event) {
    switch fact {
    case .defined(let defined): self.defined = defined
    case .observed(let observed): observations.append(Observation(observed: observed, mark: event.mark))
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("defined", defined)
    pen.write("observations", observations)
    pen.endObject()
  }
}
