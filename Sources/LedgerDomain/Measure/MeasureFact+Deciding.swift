package import StrictJSON

/// *Återremitterad*: sent back to be prepared again.
package struct MeasureReferredBack: Payload {
  package static let type = "measure.referred-back"
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

/// *Bordlagd*: put off to a later meeting.
package struct MeasureTabled: Payload {
  package static let type = "measure.tabled"
  package var until: LocalDate?
  package var decision: SubjectID?

  package init(until: LocalDate? = nil, decision: SubjectID? = nil) {
    self.until = until
    self.decision = decision
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    until = try members.read("until")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("until", until)
    members.write("decision", decision)
  }
}

/// *Beslutad*: decided, under the authority of the decision named.
package struct MeasureApproved: Payload {
  package static let type = "measure.approved"
  /// Absent only where no decision is known: irregular.
  package var decision: SubjectID?
  package var conditions: Text?

  package init(decision: SubjectID? = nil, conditions: Text? = nil) {
    self.decision = decision
    self.conditions = conditions
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    decision = try members.read("decision")
    conditions = try members.read("conditions")
  }

  package func write(members: inout JSONPen) {
    members.write("decision", decision)
    members.write("conditions", conditions)
  }
}

/// *Avslagen*.
package struct MeasureRejected: Payload {
  package static let type = "measure.rejected"
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

/// *Avbruten* after the decision, *återkallad* before it.
package struct MeasureWithdrawn: Payload {
  package static let type = "measure.withdrawn"
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
