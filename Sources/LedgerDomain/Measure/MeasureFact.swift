/// The events about a measure (*åtgärd*).
package enum MeasureFact: SubjectFact {
  case proposed(MeasureProposed)
  case referredBack(MeasureReferredBack)
  case tabled(MeasureTabled)
  case approved(MeasureApproved)
  case rejected(MeasureRejected)
  case started(MeasureStarted)
  case progressReported(ProgressReported)
  case implemented(MeasureImplemented)
  case paused(MeasurePaused)
  case resumed(MeasureResumed)
  case deadlineExtended(DeadlineExtended)
  case reassigned(MeasureReassigned)
  case amended(MeasureAmended)
  case withdrawn(MeasureWithdrawn)
  case evaluated(MeasureEvaluated)

  package var payload: any Payload {
    switch self {
    case .proposed(let payload): payload
    case .referredBack(let payload): payload
    case .tabled(let payload): payload
    case .approved(let payload): payload
    case .rejected(let payload): payload
    case .started(let payload): payload
    case .progressReported(let payload): payload
    case .implemented(let payload): payload
    case .paused(let payload): payload
    case .resumed(let payload): payload
    case .deadlineExtended(let payload): payload
    case .reassigned(let payload): payload
    case .amended(let payload): payload
    case .withdrawn(let payload): payload
    case .evaluated(let payload): payload
    }
  }

  package static let readers: [FactReader<MeasureFact>] = [
    FactReader(MeasureFact.proposed),
    FactReader(MeasureFact.referredBack),
    FactReader(MeasureFact.tabled),
    FactReader(MeasureFact.approved),
    FactReader(MeasureFact.rejected),
    FactReader(MeasureFact.started),
    FactReader(MeasureFact.progressReported),
    FactReader(MeasureFact.implemented),
    FactReader(MeasureFact.paused),
    FactReader(MeasureFact.resumed),
    FactReader(MeasureFact.deadlineExtended),
    FactReader(MeasureFact.reassigned),
    FactReader(MeasureFact.amended),
    FactReader(MeasureFact.withdrawn),
    FactReader(MeasureFact.evaluated),
  ]
}
