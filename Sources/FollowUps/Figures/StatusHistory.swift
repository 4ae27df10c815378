import LedgerDomain
import Projections
import StrictJSON

/// What the official status of a measure was at the end of each day, from the steps that its state remembers.
///
/// It is what a fold of the measure as of that day gives, but for days without another fold: of a state with 40 steps each day costs 40
/// comparisons. An undated step counts from the beginning, as in the fold.
struct StatusHistory {
  private enum Step {
    case reached(MeasureStatus)
    case resumed
  }

  /// In order of day, undated first; of one day in order of position.
  private let steps: [(day: LocalDate?, step: Step)]
  private let started: Mark?
  private let approved: Mark?

  init(_ measure: Measure) {
    started = measure.started
    approved = measure.approved
    var steps: [(mark: Mark, step: Step)] = []
    if let mark = measure.proposed { steps.append((mark, .reached(.proposed))) }
    if let mark = measure.started { steps.append((mark, .reached(.inProgress))) }
    if let mark = measure.ended, let status = measure.status { steps.append((mark, .reached(status))) }
    for decision in measure.decisions {
      switch decision.type.text {
      case MeasureReferredBack.type: steps.append((decision.mark, .reached(.referredBack)))
      case MeasureTabled.type: steps.append((decision.mark, .reached(.tabled)))
      case MeasureApproved.type: steps.append((decision.mark, .reached(.approved)))
      case MeasureRejected.type: steps.append((decision.mark, .reached(.rejected)))
      case MeasurePaused.type: steps.append((decision.mark, .reached(.paused)))
      case MeasureWithdrawn.type: steps.append((decision.mark, .reached(.withdrawn)))
      case MeasureResumed.type: steps.append((decision.mark, .resumed))
      default: break
      }
    }
    self.steps = steps.sorted { one, other in
      switch (one.mark.effective, other.mark.effective) {
      case (nil, nil): one.mark.position < other.mark.position
      case (nil, _): true
      case (_, nil): false
      case (let a?, let b?): a == b ? one.mark.position < other.mark.position : a < b
      }
    }.map { ($0.mark.effective?.day, $0.step) }
  }

  /// Nil before anything was known to be true of it.
  func status(on day: LocalDate) -> MeasureStatus? {
    var status: MeasureStatus?
    for (stepDay, step) in steps where stepDay.map({ $0 <= day }) ?? true {
      switch step {
      case .reached(let next): if next.isReached(from: status) { status = next }
      case .resumed:
        let next = MeasureStatus.resumed(
          from: status, hasStarted: happened(started, by: day), hasApproval: happened(approved, by: day))
        status = next.cleared
        if next.reached.isReached(from: status) { status = next.reached }
      }
    }
    return status
  }

  /// An undated step had happened on any day.
  private func happened(_ mark: Mark?, by limit: LocalDate) -> Bool {
    mark.map { $0.effective.map { $0.day <= limit } ?? true } ?? false
  }
}
