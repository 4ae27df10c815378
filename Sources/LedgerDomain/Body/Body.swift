package import StrictJSON

/// A body that decides, advises or receives reports.
package struct Body: Subject {
  package static let kind = SubjectKind.body

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var registered: BodyRegistered?

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { registered != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> BodyFact? { if case .body(let own) = fact { own } else { nil } }

  package static func founds(_ fact: BodyFact) -> Bool { true }

  package static func check(
    _ fact: BodyFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    // Bodies are registered before the promise that names the parties, so a party's code is checked only once there is one.
    if let party = fact.registration.party, !surroundings.subjects(.promise).isEmpty {
      try surroundings.require([party], in: .parties, of: nil)
    }
  }

  package func judge(
    _ fact: BodyFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] { [] }

  package mutating func evolve(_ fact: BodyFact, _ event: Event) { registered = fact.registration }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("registered", registered)
    pen.endObject()
  }
}

extension BodyFact {
  var registration: BodyRegistered {
    switch self {
    case .registered(let registered): registered
    }
  }
}
