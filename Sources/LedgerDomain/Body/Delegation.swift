package import StrictJSON

/// A delegation: who may decide what in a body's place, and from when to when.
package struct Delegation: Subject {
  package static let kind = SubjectKind.delegation

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var granted: DelegationGranted?
  package private(set) var mark: Mark?
  package private(set) var revoked: Mark?
  package private(set) var revocationReason: Text?

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { granted != nil }

  /// Whether it is in force: granted, not revoked (in the state at hand), and within its validity where it has one.
  package func isInForce(on day: LocalDate?) -> Bool {
    guard let granted, revoked == nil else { return false }
    guard let validity = granted.validity, let day else { return true }
    return validity.contains(day)
  }

  package static func own(_ fact: LedgerDomain.Fact) -> DelegationFact? {
    if case .delegation(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: DelegationFact) -> Bool { if case .granted = fact { true } else { false } }

  package static func check(
    _ fact: DelegationFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .granted(let granted):
      try surroundings.require(granted.from, .body)
      try surroundings.require(granted.under, .delegation)
      try surroundings.require(granted.decision, .decision)
      try checkSpan(granted.validity)
      if granted.under == id { throw .contradiction("under", id.text) }
    case .revoked(let revoked): try surroundings.require(revoked.decision, .decision)
    }
  }

  package func judge(
    _ fact: DelegationFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    switch fact {
    case .granted(let granted):
      guard let under = granted.under else { return [] }
      // Delegating further needs leave (KL 7:6) and a delegation that is itself in force.
      guard let above = surroundings.delegation(under), above.isInForce(on: day) else { return [.delegationNotInForce] }
      return above.granted?.mayDelegateFurther == true ? [] : [.noMandate]
    case .revoked:
      if revoked != nil { throw .impossible(type: DelegationRevoked.type, state: "revoked") }
      return []
    }
  }

  package mutating func evolve(_ fact: DelegationFact, _ event: Event) {
    switch fact {
    case .granted(let granted):
      self.granted = granted
      mark = event.mark
    case .revoked(let revoked):
      self.revoked = event.mark
      revocationReason = revoked.reason
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("granted", granted)
    pen.write("mark", mark)
    pen.write("revoked", revoked)
    pen.write("revocationReason", revocationReason)
    pen.endObject()
  }
}
