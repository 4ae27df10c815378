import LedgerDomain
import Projections
import StrictJSON

extension Book {
  /// The day of a meeting, and for a body that the law binds those of its minutes: their verification, the announcement of each
  /// verification, the end of each time of appeal and the taking down after it. Before it is held, the verification as it will be. Called
  /// off, both fall away.
  func entries(of meeting: Meeting) -> [CalendarEntry] {
    guard let date = meeting.day else { return [] }
    var entry = CalendarEntry(kind: .meeting, subject: meeting.id, date: date, standing: .met)
    entry.original = meeting.held == nil && meeting.originalDay != date ? meeting.originalDay : nil
    if let held = meeting.held {
      entry.doneOn = held.effective?.day
    } else if let callingOff = meeting.callingOff {
      entry.standing = .cancelled
      entry.callingOff = callingOff
    } else {
      entry.standing = date < day ? .overdue : .ahead
      entry.command = "liggare meeting hold \(meeting.id) --effective \(date)"
    }
    guard isBound(meeting) else { return [entry] }
    if meeting.held == nil {
      let end = MinutesTime.verification.ending(from: date)
      let isOff = meeting.callingOff != nil
      return [entry, minutes(.verifyMinutes, of: meeting, end: end, standing: isOff ? .cancelled : .ahead)]
    }
    return [entry] + meeting.dues.flatMap { entries(of: $0, meeting) }
  }

  private func entries(of due: Meeting.Due, _ meeting: Meeting) -> [CalendarEntry] {
    guard let end = due.end else { return [] }
    let (standing, on) = standing(due: end.last, done: due.answer)
    var entries: [CalendarEntry]
    switch due.time {
    case .verification:
      entries = [minutes(.verifyMinutes, of: meeting, end: end, standing: standing)]
      entries[0].command =
        due.answer == nil ? command(for: Obligation(kind: .verifyMinutes, subject: meeting.id)) : nil
      entries[0].doneOn = on
    case .announcement:
      entries = [minutes(.announceVerification, of: meeting, end: end, standing: standing)]
      let announcing = Obligation(kind: .announceVerification, subject: meeting.id, paragraphs: due.paragraphs)
      entries[0].command = due.answer == nil ? command(for: announcing) : nil
      entries[0].doneOn = on
    case .appeal:
      let removal = meeting.removal(of: due.paragraphs)
      let down = StatutoryTime.workingDay(after: end.last)
      entries = [
        minutes(.appealEnds, of: meeting, end: end, standing: self.standing(of: end.last)),
        CalendarEntry(
          kind: .takeDown, subject: meeting.id, date: down, standing: removal == nil ? self.standing(of: down) : .met,
          doneOn: removal?.mark.effective?.day, rule: CalendarKind.takeDown.rule(for: bodyKind(of: meeting)),
          command: removal == nil ? "liggare meeting take-down \(meeting.id)" + Self.options(for: due.paragraphs) : nil),
      ]
    }
    guard !due.paragraphs.isEmpty else { return entries }
    return entries.map { entry in
      var entry = entry
      entry.key = Text(due.since.event.text)
      entry.detail = Text(due.paragraphs.map(\.text).joined(separator: ", "))
      return entry
    }
  }

  private func minutes(
    _ kind: CalendarKind, of meeting: Meeting, end: StatutoryTime.End, standing: CalendarStanding
  ) -> CalendarEntry {
    CalendarEntry(
      kind: kind, subject: meeting.id, date: end.last, standing: standing, rule: kind.rule(for: bodyKind(of: meeting)),
      end: end)
  }

  private func bodyKind(of meeting: Meeting) -> BodyKind? { body(meeting.body)?.registered?.kind }

  /// When a decision is notified, and when the time for appeal of one that is announced by itself ends.
  func entries(of decision: Decision) -> [CalendarEntry] {
    var entries: [CalendarEntry] = []
    if let notification = notification(of: decision), let due = notification.due {
      let done = decision.notifications.first
      let (standing, on) = standing(due: due, done: done?.mark)
      entries.append(
        CalendarEntry(
          kind: .notifyDecision, subject: decision.id, date: due, standing: standing, doneOn: on,
          rule: decision.made?.authority.kind == .urgentChair ? "KL 6:40" : "KL 7:8",
          detail: notification.organ.flatMap { title(of: $0) }.map { Text($0) },
          command: done == nil ? command(for: Obligation(kind: .notifyDecision, subject: decision.id)) : nil))
    }
    if let announced = decision.announced?.effective?.day, decision.made?.authority.kind != .police {
      let end = MinutesTime.appeal.ending(from: announced)
      entries.append(
        CalendarEntry(
          kind: .appealEnds, subject: decision.id, date: end.last,
          standing: decision.annulment == nil ? standing(of: end.last) : .cancelled,
          rule: CalendarKind.appealEnds.rule(for: nil), end: end))
    }
    return entries
  }
}

extension CalendarKind {
  /// The law that sets the day, for a kind of body.
  func rule(for body: BodyKind?) -> String? {
    switch self {
    case .verifyMinutes: body == .council ? "KL 5:69" : "KL 6:35, 5:69"
    case .announceVerification: "KL 8:12"
    case .appealEnds: "KL 13:5"
    case .takeDown: "KL 8:12, 13:5"
    default: nil
    }
  }
}
