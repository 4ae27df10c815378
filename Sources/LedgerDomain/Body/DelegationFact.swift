package import StrictJSON

/// The events about a delegation (*delegation* under a *delegationsordning*).
package indirect enum DelegationFact: SubjectFact {
  case granted(DelegationGranted)
  case revoked(DelegationRevoked)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .granted(let payload): visitor.visit(payload)
    case .revoked(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .delegation(.granted($0)) },
    FactReader { .delegation(.revoked($0)) },
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    from = try members.read("from")
    to = try members.read("to")
    scope = try members.read("scope")
    validity = try members.read("validity")
    reference = try members.read("reference")
    mayDelegateFurther = try members.read("mayDelegateFurther")
    under = try members.read("under")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("from", from)
    members.write("to", to)
    members.write("scope", scope)
    members.write("validity", validity)
    members.write("reference", reference)
    members.write("mayDelegateFurther", mayDelegateFurther)
    members.write("under", under)
    members.write("decision", decision)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    reason = try members.read("reason")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("reason", reason)
    members.write("decision", decision)
  }
}
