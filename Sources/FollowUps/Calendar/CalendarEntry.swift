package import CommandArguments
package import LedgerDomain
package import StrictJSON

/// One day of the calendar: what it is the day of, by which rule, and whether it was kept.
package struct CalendarEntry: Hashable, Sendable {
  package var kind: CalendarKind
  package var subject: SubjectID
  /// What tells it from others of its kind about its subject: the entry that verified or announced some paragraphs by themselves,
  /// the label of a period.
  package var key: Text?
  package var date: LocalDate
  package var standing: CalendarStanding
  /// The day on which it was done; nil where it was not, or the day is not known.
  package var doneOn: LocalDate?
  /// The law and its paragraph: `KL 8:12`.
  package var rule: String?
  /// How the day was counted, where the law counts it.
  package var end: StatutoryTime.End?
  /// The day that was first set, where another is now.
  package var original: LocalDate?
  /// What more it is about: paragraphs, the label of a period, the body to notify.
  package var detail: Text?
  package var official: PublicOfficial?
  /// Of a meeting that was called off: when, and why.
  package var callingOff: Meeting.CallingOff?
  /// The command that deals with it, where one does.
  package var command: String?
  /// What the subject is called.
  package var title: Text?
  /// Who has to see to it.
  package var owner: Localized?

  /// The same for the same thing at every later reading.
  package var identity: String {
    // A follow-up is first about the promise, and about itself when it is compiled.
    let about = kind == .presentFollowUp ? nil : subject.text
    return ([kind.text] + [about, key?.text].compactMap(\.self)).joined(separator: ".")
  }

  /// Days left on a day; negative when it lies behind.
  package func daysLeft(on day: LocalDate) -> Int { date.dayNumber - day.dayNumber }

  /// Why the day is no working day, where people meet on it all the same.
  package var dayOff: DayOff? { kind == .meeting ? DayOff(date) : nil }
}

/// Whether a day of the calendar was kept.
package enum CalendarStanding: String, Choice {
  /// To be done by the day, and not done yet.
  case open
  /// Not done, and the day is over.
  case overdue
  /// Done in time, or on a day that is not known.
  case met
  case metLate = "met-late"
  /// The day comes by itself, or rests on a meeting that is only planned.
  case ahead
  case passed
  /// It fell away: the meeting was called off or entered by mistake, the measure withdrawn or rejected.
  case cancelled
}
