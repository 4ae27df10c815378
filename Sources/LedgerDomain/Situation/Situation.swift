package import StrictJSON

/// A situation picture (*lägesbild*) as assessed.
package struct Situation: Subject {
  package static let kind = SubjectKind.situation

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var assessed: SituationAssessed?
  package private(set) var mark: Mark?

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { assessed != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> SituationFact? {
    if case .situation(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: SituationFact) -> Bool { true }

  package static func check(
    _ fact: SituationFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    let assessed = fact.assessment
    try surroundings.require(assessed.promise, .promise)
    if assessed.grounds.isEmpty { throw .missing(field: "grounds") }
    for finding in assessed.findings {
      try surroundings.require(finding.areas, in: .areas, of: assessed.promise)
      try surroundings.require(finding.focusAreas, in: .focusAreas, of: assessed.promise)
    }
  }

  package func judge(
    _ fact: SituationFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] { [] }

  package mutating func evolve(_ fact: SituationFact, _ event: Event) {
    let assessed = fact.assessment
    self.assessed = assessed
    mark = event.mark
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("assessed", assessed)
    pen.write("mark", mark)
    pen.endObject()
  }
}
