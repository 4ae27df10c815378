import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

// Of the rules of carrying through those about cases and their own due dates.

extension RuleBook {
  static let caseOverdue = Rule(
    "CO-10", .completeness, .explain, Localized("Öppet ärende efter slutdatum", "Case open after its due date"),
    explanation: Localized(
      "Ärendet har ett eget slutdatum, som har passerats utan att ärendet är avslutat.",
      "The case has a due date of its own, which has passed without the case being closed."),
    ground: .method(
      Localized(
        "FL 9 § om att handlägga så enkelt och snabbt som möjligt; ärendets eget slutdatum",
        "FL 9 § on handling as simply and quickly as possible; the case's own due date")),
    population: Localized("öppna ärenden med slutdatum", "open cases with a due date"),
    exceptions: [
      RuleException("new-day", "Ett nytt slutdatum har satts.", "A new due date has been set."),
      RuleException(
        "reopened", "Ett återupptaget ärende som avslutades i tid och inte fått något nytt slutdatum.",
        "A reopened case that was closed in time and was given no new due date."),
    ],
    .aCase { state, story, reading, tally in
      guard !state.isClosed, let due = state.due, !story.wasClosed(by: due) else { return }
      guard tally.tests(on: due), due < reading.day else { return }
      let officer = state.officer.map { Localized(" Handläggare: \($0.named).", " Case officer: \($0.named).") }
      tally.find(
        state.id, on: due,
        Localized(
          "\(reading.title(state.id)) skulle vara avslutat \(due) och är öppet \(days(due.days(to: reading.day)).sv) senare.\(officer?.sv ?? "")",
          "\(reading.title(state.id)) was due on \(due) and is open \(days(due.days(to: reading.day)).en) later.\(officer?.en ?? "")"
        ), citing: [story.entries(DueDateSet.type).last?.mark ?? state.openedMark])
    })

  static let caseClosedLate = Rule(
    "CO-11", .completeness, .information,
    Localized("Ärende avslutat efter slutdatum", "Case closed after its due date"),
    explanation: Localized(
      "Ärendet avslutades, men senare än det slutdatum som gällde för det.",
      "The case was closed, but later than the due date it had."),
    ground: .method(
      Localized(
        "FL 9 § om att handlägga så enkelt och snabbt som möjligt; ärendets eget slutdatum",
        "FL 9 § on handling as simply and quickly as possible; the case's own due date")),
    population: Localized("avslutade ärenden med slutdatum", "closed cases with a due date"),
    exceptions: [
      RuleException("same-day", "Avslutat på slutdatum.", "Closed on the due date."),
      RuleException("unknown-day", "Avslutat på en okänd dag.", "Closed on an unknown day."),
      RuleException(
        "reopened", "Återupptaget efter att ha avslutats i tid.", "Reopened after having been closed in time."),
    ],
    .aCase { state, story, reading, tally in
      guard let closing = state.closing, let closed = closing.mark.effective?.day, let due = state.due else { return }
      guard tally.tests(on: closed), closed > due, !story.wasClosed(by: due) else { return }
      tally.find(
        state.id, on: closed,
        Localized(
          "\(reading.title(state.id)) skulle vara avslutat \(due) och avslutades \(closed), \(days(due.days(to: closed)).sv) senare.",
          "\(reading.title(state.id)) was due on \(due) and was closed on \(closed), \(days(due.days(to: closed)).en) later."
        ),
        citing: [story.entries(DueDateSet.type).last?.mark ?? state.openedMark, closing.mark])
    })
}

extension SubjectStory {
  /// Whether a case was closed on or before a day, whatever came later.
  fileprivate func wasClosed(by day: LocalDate) -> Bool {
    entries(CaseClosed.type).contains { $0.day.map { $0 <= day } ?? false }
  }
}
