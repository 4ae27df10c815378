import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

extension MeasureRow {
  /// Whether nothing can be added to its results any more: it has ended, its deadline is past, or the promise is over.
  func isSettled(promiseIsOver: Bool) -> Bool { status.isClosed || promiseIsOver || schedule == .overdue }

  /// Where: the districts by name, or the whole municipality.
  func place(_ language: Language) -> String {
    if municipalityWide { return StandingWords.municipalityWide[language] }
    return areas.isEmpty ? StandingWords.notStated[language] : areas.map(\.text).joined(separator: ", ")
  }

  /// The deadline, the original one first where it has been moved: `2022-06-30 → 2022-10-31`.
  func deadlines(_ language: Language) -> String {
    guard let deadline else { return StandingWords.notStated[language] }
    guard let originalDeadline, originalDeadline != deadline else { return deadline.text }
    return "\(originalDeadline.text) → \(deadline.text)"
  }
}
