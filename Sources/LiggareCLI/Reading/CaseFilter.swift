import CommandArguments
import LedgerDomain

/// What `case list` can be narrowed to, as of the end of the day asked (23:59:59): both flags must fit.
struct CaseFilter {
  private static let open = Flag(
    "open", Localized("bara öppna: öppnade då och inte avslutade", "only open ones: opened by then and not closed"))
  private static let pastDeadline = Flag(
    "past-deadline",
    Localized(
      "bara öppna vars dag är passerad vid dagens slut", "only open ones whose due day is over when the day ends"))

  static let options: [any Declared] = [open, pastDeadline]

  private(set) var open = false
  private(set) var pastDeadline = false

  init(open: Bool, pastDeadline: Bool) {
    self.open = open
    self.pastDeadline = pastDeadline
  }

  /// Reads the options of a command that has them.
  init(_ arguments: ParsedCommand, _ kind: SubjectKind) {
    guard kind == .case else { return }
    open = arguments[CaseFilter.open]
    pastDeadline = arguments[CaseFilter.pastDeadline]
  }

  /// Whether a case, read as of the end of a day, is among those asked for.
  func takes(_ state: Case, on day: LocalDate) -> Bool {
    if (open || pastDeadline) && state.isClosed { return false }
    return !pastDeadline || state.due.map { $0 <= day } ?? false
  }
}
