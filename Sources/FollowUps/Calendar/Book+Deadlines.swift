import LedgerDomain
import Projections
import StrictJSON

extension Book {
  /// The deadline of a measure that obliges someone. Of a withdrawn or rejected one it fell away.
  func entry(of measure: Measure) -> CalendarEntry? {
    guard let status = measure.status, measure.binding != .example, let deadline = measure.deadline else { return nil }
    var entry = CalendarEntry(
      kind: .measureDeadline, subject: measure.id, date: deadline, standing: .cancelled,
      original: measure.originalDeadline == deadline ? nil : measure.originalDeadline,
      official: measure.plan?.responsible)
    if measure.isUnderWayThoughRejected { return entry }
    if !status.isClosed || status.isEnded {
      (entry.standing, entry.doneOn) = standing(due: deadline, done: status.isEnded ? measure.ended : nil)
    }
    if !status.isClosed {
      entry.command = command(for: Obligation(kind: status.step == 1 ? .decide : .carryOut, subject: measure.id))
    }
    return entry
  }

  func entry(of state: Case) -> CalendarEntry? {
    guard let due = state.due else { return nil }
    let (standing, on) = standing(due: due, done: state.closing?.mark)
    return CalendarEntry(
      kind: .caseDeadline, subject: state.id, date: due, standing: standing, doneOn: on, official: state.officer,
      command: state.isClosed ? nil : command(for: Obligation(kind: .dealWithCase, subject: state.id)))
  }

  func entry(of recommendation: Recommendation) -> CalendarEntry? {
    guard let due = recommendation.answerBy else { return nil }
    let done = recommendation.isAnswered ? recommendation.answers.last?.mark : recommendation.cleared
    let (standing, on) = standing(due: due, done: done)
    return CalendarEntry(
      kind: .answerRecommendation, subject: recommendation.id, date: due, standing: standing, doneOn: on,
      command: done == nil
        ? command(for: Obligation(kind: .answerRecommendation, subject: recommendation.id)) : nil)
  }

  func entry(of promise: CitizenPromise) -> CalendarEntry? {
    guard let end = promise.terms?.validity.through else { return nil }
    return CalendarEntry(kind: .promiseEnds, subject: promise.id, date: end, standing: standing(of: end))
  }

  /// The end of each reporting period, and the day by which its follow-up is presented.
  func entries(of ledger: Ledger) -> [CalendarEntry] {
    (ledger.opened?.periods ?? []).flatMap { period in
      let end = CalendarEntry(
        kind: .periodEnds, subject: .ledger, key: period.label, date: period.through,
        standing: standing(of: period.through), detail: period.label)
      return [end] + (presentation(of: period).map { [$0] } ?? [])
    }
  }

  private func presentation(of period: ReportingPeriod) -> CalendarEntry? {
    guard let due = presentationDue(of: period) else { return nil }
    let compiled = followUps.filter { $0.compiled?.period == period.label }
    let presented = compiled.first { $0.presented != nil }
    let followUp = presented ?? compiled.last
    let (standing, on) = standing(due: due, done: presented?.presented?.mark)
    let subject = followUp?.id ?? promises.first?.id ?? .ledger
    return CalendarEntry(
      kind: .presentFollowUp, subject: subject, key: period.label, date: due, standing: standing, doneOn: on,
      detail: period.label,
      command: presented == nil
        ? command(for: Obligation(kind: .presentFollowUp, subject: subject, detail: period.label)) : nil)
  }
}
