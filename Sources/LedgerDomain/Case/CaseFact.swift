package import StrictJSON

/// The events about a case (*ärende*).
package enum CaseFact: SubjectFact {
  case opened(CaseOpened)
  case assigned(CaseAssigned)
  case linked(CaseLinked)
  case activityRecorded(ActivityRecorded)
  case dueDateSet(DueDateSet)
  case closed(CaseClosed)
  case reopened(CaseReopened)

  package var payload: any Payload {
    switch self {
    case .opened(let payload): payload
    case .assigned(let payload): payload
    case .linked(let payload): payload
    case .activityRecorded(let payload): payload
    case .dueDateSet(let payload): payload
    case .closed(let payload): payload
    case .reopened(let payload): payload
    }
  }

  package static let readers: [FactReader<CaseFact>] = [
    FactReader(CaseFact.opened),
    FactReader(CaseFact.assigned),
    FactReader(CaseFact.linked),
    FactReader(CaseFact.activityRecorded),
    FactReader(CaseFact.dueDateSet),
    FactReader(CaseFact.closed),
    FactReader(CaseFact.reopened),
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
}

/// The case has a case officer (*handläggare*).
package struct CaseAssigned: Payload {
  package static let type = "case.assigned"
  package var officer: PublicOfficial

  package init(officer: PublicOfficial) {
    self.officer = officer
  }
}

/// The case led to, or concerns, a measure.
package struct CaseLinked: Payload {
  package static let type = "case.linked"
  package var measure: SubjectID

  package init(measure: SubjectID) {
    self.measure = measure
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
}

/// The case is taken up again.
package struct CaseReopened: Payload {
  package static let type = "case.reopened"
  package var reason: Text

  package init(reason: Text) {
    self.reason = reason
  }
}
