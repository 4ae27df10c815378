/// The events about a measure (*åtgärd*).
package indirect enum MeasureFact: SubjectFact {
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

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .proposed(let payload): visitor.visit(payload)
    case .referredBack(let payload): visitor.visit(payload)
    case .tabled(let payload): visitor.visit(payload)
    case .approved(let payload): visitor.visit(payload)
    case .rejected(let payload): visitor.visit(payload)
    case .started(let payload): visitor.visit(payload)
    case .progressReported(let payload): visitor.visit(payload)
    case .implemented(let payload): visitor.visit(payload)
    case .paused(let payload): visitor.visit(payload)
    case .resumed(let payload): visitor.visit(payload)
    case .deadlineExtended(let payload): visitor.visit(payload)
    case .reassigned(let payload): visitor.visit(payload)
    case .amended(let payload): visitor.visit(payload)
    case .withdrawn(let payload): visitor.visit(payload)
    case .evaluated(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .measure(.proposed($0)) },
    FactReader { .measure(.referredBack($0)) },
    FactReader { .measure(.tabled($0)) },
    FactReader { .measure(.approved($0)) },
    FactReader { .measure(.rejected($0)) },
    FactReader { .measure(.started($0)) },
    FactReader { .measure(.progressReported($0)) },
    FactReader { .measure(.implemented($0)) },
    FactReader { .measure(.paused($0)) },
    FactReader { .measure(.resumed($0)) },
    FactReader { .measure(.deadlineExtended($0)) },
    FactReader { .measure(.reassigned($0)) },
    FactReader { .measure(.amended($0)) },
    FactReader { .measure(.withdrawn($0)) },
    FactReader { .measure(.evaluated($0)) },
  ]
}
