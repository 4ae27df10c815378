import LedgerDomain

/// The rule book: all rules of an edition, in their order, and the times that the edition sets.
///
/// Findings are judged by an edition, which every answer states: the same book read by the same edition gives the same findings.
/// A rule that is added, dropped or judged otherwise makes a new edition; so does another time below.
package enum RuleBook {
  package static let edition = "2026-3"

  package static let rules: [Rule] =
    authority + delegating + separation + time + completeness + carryingThrough + method + promiseKeeping + followUps
    + publishing + minutes + auditorsWork + records

  /// Kommunallagen (2017:725) applies from this day.
  static let municipalAct = LocalDate(year: 2018, month: 1, day: 1)

  // The times that the edition sets, where no law states one.

  /// Days from when an entry could have been made to when it should be: from what was received, from verified minutes.
  static let entryDays = 7
  /// How many meetings a body has held before a delegated decision that it wants to be told of must have been notified.
  static let notificationMeetings = 2
  /// Days from the end of a period to its presentation, and of the whole promise to the final report.
  static let presentationDays = 45
  static let finalReportDays = 120
  /// Days from the presentation to the publication on each site.
  static let publicationDays = 14
  /// Days from the end of the work to the evaluation that was promised.
  static let evaluationDays = 180
  /// Days from the end of the work to the day when those who decided should have been told of a deviation.
  static let reportingBackDays = 90

  // The times that the law sets.

  /// Minutes are verified within fourteen days (KL 5:69, 6:35), and that they are is announced by the second day after (8:12).
  static let verificationDays = MinutesTime.verification.dayCount
  static let announcementDays = MinutesTime.announcement.dayCount
  /// The time for appeal: three weeks from the announcement (KL 13:5).
  static let appealDays = MinutesTime.appeal.dayCount
}
