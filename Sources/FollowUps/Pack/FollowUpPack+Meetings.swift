import LedgerDomain
package import Projections
import StrictJSON

extension FollowUpPack {
  var terms: PromiseAdopted? { (book.promise(promise) ?? latest.promise(promise))?.terms }

  /// The body that the promise names as the receiver of reports, where it is registered under that very name.
  var receiver: Body? {
    guard let name = terms?.reporting?.to else { return nil }
    return latest.bodies.first { $0.registered?.name == name }
  }

  /// The meeting at which the report was presented or to which it was sent, unless that was called off; else the receiver's first after
  /// the period.
  var presentation: Meeting? {
    let followUp = latest.followUp(of: period, promise: promise)
    let named = latest.meeting(followUp?.presented?.presented.meeting ?? followUp?.sendings.last?.sent.meeting)
    return (named?.callingOff == nil ? named : nil)
      ?? receiver.flatMap { latest.nextMeeting(of: $0.id, onOrAfter: period.through.adding(days: 1)) }
  }

  /// The receiver's meetings after the period that were called off, up to the presentation, or to the horizon where none is planned.
  var meetingsCalledOff: [Meeting] {
    guard let receiver, let last = presentation?.day ?? horizon else { return [] }
    return latest.meetings.filter { meeting in
      guard meeting.body == receiver.id, meeting.callingOff != nil, let day = meeting.day else { return false }
      return period.through < day && day <= last
    }
  }

  /// The meeting after the presentation.
  var following: Meeting? {
    guard let receiver, let day = presentation?.day else { return nil }
    return latest.nextMeeting(of: receiver.id, onOrAfter: day.adding(days: 1))
  }

  /// The last day of what falls due before the receiver meets again: the meeting after the presentation, else the
  /// presentation itself, else the end of the next period.
  var horizon: LocalDate? {
    let next = latest.ledger?.opened?.periods.filter { $0.from > period.through }.min { $0.from < $1.from }
    return following?.day ?? presentation?.day ?? next?.through
  }

  /// Whether a subject is of a promise that the report is about. One that names no promise is, but for a measure, which then lies outside
  /// every promise.
  func belongs(_ id: SubjectID) -> Bool {
    if case .measure(let state)? = latest.state(of: id) { return covered.contains(state.plan?.promise) }
    let named: SubjectID? =
      switch latest.state(of: id) {
      case .case(let state): state.opened?.promise
      case .indicator(let state): state.defined?.promise
      case .situation(let state): state.assessed?.promise
      case .followUp(let state): state.compiled?.promise
      default: nil
      }
    return named == nil || covered.contains(named)
  }

  /// What the receiver has an interest in: the secretary's own chores are on the board.
  private var duties: [Obligation] {
    shelf.duties {
      let kinds: [ObligationKind] = [.carryOut, .decide, .evaluate, .dealWithCase, .answerRecommendation]
      return book.obligations.filter { kinds.contains($0.kind) && belongs($0.subject) }
    }
  }

  /// What was due and not done at the end of the period.
  package var overdue: [Obligation] { duties.filter { $0.due.map { $0 < book.day } ?? false } }

  /// What falls due from the end of the period through ``horizon``.
  package var dueNext: [Obligation] {
    guard let horizon else { return [] }
    return duties.filter { $0.due.map { book.day <= $0 && $0 <= horizon } ?? false }
  }
}
