package import StrictJSON

/// The events about a case (*ärende*).
package indirect enum CaseFact: SubjectFact {
  case opened(CaseOpened)
  case assigned(CaseAssigned)
  case linked(CaseLinked)
  case activityRecorded(ActivityRecorded)
  case dueDateSet(DueDateSet)
  case closed(CaseClosed)
  case reopened(CaseReopened)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .opened(let payload): visitor.visit(payload)
    case .assigned(let payload): visitor.visit(payload)
    case .linked(let payload): visitor.visit(payload)
    case .activityRecorded(let payload): visitor.visit(payload)
    case .dueDateSet(let payload): visitor.visit(payload)
    case .closed(let payload): visitor.visit(payload)
    case .reopened(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .case(.opened($0)) },
    FactReader { .case(.assigned($0)) },
    FactReader { .case(.linked($0)) },
    FactReader { .case(.activityRecorded($0)) },
    FactReader { .case(.dueDateSet($0)) },
    FactReader { .case(.closed($0)) },
    FactReader { .case(.reopened($0)) },
  ]
}

/// A matter is taken up.
package struct CaseOpened: Payload {
  package static let type = "case.opened"
  package var title: Text
  /// *Diarienummer*: opaque text.
  package var registryNumber: Text?
  package var promise: SubjectID?
  package var areas: [Code]
  package var description: Text?
  /// Who raised it.
  package var raisedBy: Proposer?
  package var due: LocalDate?

  package init(
    title: Text, registryNumber: Text? = nil, promise: SubjectID? = nil, areas: [Code] = [], description: Text? = nil,
    raisedBy: Proposer? = nil, due: LocalDate? = nil
  ) {
    self.title = title
    self.registryNumber = registryNumber
    self.promise = promise
    self.areas = areas
    self.description = description
    self.raisedBy = raisedBy
    self.due = due
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    title = try members.read("title")
    registryNumber = try members.read("registryNumber")
    promise = try members.read("promise")
    areas = try members.read("areas")
    description = try members.read("description")
    raisedBy = try members.read("raisedBy")
    due = try members.read("due")
  }

  package func write(members: inout JSONPen) {
    members.write("title", title)
    members.write("registryNumber", registryNumber)
    members.write("promise", promise)
    members.write("areas", areas)
    members.write("description", description)
    members.write("raisedBy", raisedBy)
    members.write("due", due)
  }
}

/// The case has a case officer (*handläggare*).
package struct CaseAssigned: Payload {
  package static let type = "case.assigned"
  package var officer: PublicOfficial

  package init(officer: PublicOfficial) {
    self.officer = officer
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    officer = try members.read("officer")
  }

  package func write(members: inout JSONPen) {
    members.write("officer", officer)
  }
}

/// The case led to, or concerns, a measure.
package struct CaseLinked: Payload {
  package static let type = "case.linked"
  package var measure: SubjectID

  package init(measure: SubjectID) {
    self.measure = measure
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    measure = try members.read("measure")
  }

  package func write(members: inout JSONPen) {
    members.write("measure", measure)
  }
}

/// Something was done in the case.
package struct ActivityRecorded: Payload {
  package static let type = "case.activity-recorded"
  package var activity: Text
  package var by: PublicOfficial?

  package init(activity: Text, by: PublicOfficial? = nil) {
    self.activity = activity
    self.by = by
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    activity = try members.read("activity")
    by = try members.read("by")
  }

  package func write(members: inout JSONPen) {
    members.write("activity", activity)
    members.write("by", by)
  }
}

/// The case has a day by which it must be dealt with.
package struct DueDateSet: Payload {
  package static let type = "case.due-date-set"
  package var due: LocalDate
  package var reason: Text?

  package init(due: LocalDate, reason: Text? = nil) {
    self.due = due
    self.reason = reason
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    due = try members.read("due")
    reason = try members.read("reason")
  }

  package func write(members: inout JSONPen) {
    members.write("due", due)
    members.write("reason", reason)
  }
}

/// The case is done.
package struct CaseClosed: Payload {
  package static let type = "case.closed"
  package var outcome: Text
  package var decision: SubjectID?

  package init(outcome: Text, decision: SubjectID? = nil) {
    self.outcome = outcome
    self.decision = decision
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    outcome = try members.read("outcome")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("outcome", outcome)
    members.write("decision", decision)
  }
}

/// The case is taken up again.
package struct CaseReopened: Payload {
  package static let type = "case.reopened"
  package var reason: Text

  package init(reason: Text) {
    self.reason = reason
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    reason = try members.read("reason")
  }

  package func write(members: inout JSONPen) {
    members.write("reason", reason)
  }
}
