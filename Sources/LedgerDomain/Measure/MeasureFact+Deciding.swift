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
}
