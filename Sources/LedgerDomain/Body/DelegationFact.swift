package import StrictJSON

/// The events about a delegation (*delegation* under a *delegationsordning*).
package enum DelegationFact: SubjectFact {
  case granted(DelegationGranted)
  case revoked(DelegationRevoked)

  package var payload: any Payload {
    switch self {
    case .granted(let payload): payload
    case .revoked(let payload): payload
    }
  }

  package static let readers: [FactReader<DelegationFact>] = [
    FactReader(DelegationFact.granted),
    FactReader(DelegationFact.revoked),
  ]
}

/// A body lets someone decide in its place (KL 6:37, 7:5).
package struct DelegationGranted: Payload {
  package static let type = "delegation.granted"
  package var from: SubjectID
  package var to: PublicOfficial
  package var scope: Text
  package var validity: DateSpan?
  package var reference: Text?
  /// Whether the delegate may delegate further (KL 7:6).
  package var mayDelegateFurther: Bool
  /// The delegation that this one rests on, when it is a sub-delegation.
  package var under: SubjectID?
  package var decision: SubjectID?

  package init(
    from: SubjectID, to: PublicOfficial, scope: Text, validity: DateSpan? = nil, reference: Text? = nil,
    mayDelegateFurther: Bool = false, under: SubjectID? = nil, decision: SubjectID? = nil
  ) {
    self.from = from
    self.to = to
    self.scope = scope
    self.validity = validity
    self.reference = reference
    self.mayDelegateFurther = mayDelegateFurther
    self.under = under
    self.decision = decision
  }
}

/// The delegation ends.
package struct DelegationRevoked: Payload {
  package static let type = "delegation.revoked"
  package var reason: Text
  package var decision: SubjectID?

  package init(reason: Text, decision: SubjectID? = nil) {
    self.reason = reason
    self.decision = decision
  }
}
