import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

extension MeasureRow {
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

  /// Each target with what came of it; empty where nothing is counted.
  func outcome(_ language: Language) -> String {
    targets.map { $0.phrase(language) }.joined(separator: "; ")
  }
}

extension MeasureRow.TargetRow {
  /// `vandringar: 3 st (mål: minst 4 st)`; with several years each has its own value: `2022: 5 st, 2023: 3 st (mål: …)`.
  func phrase(_ language: Language) -> String {
    let years = results.filter { $0.year != nil }
    guard let last = results.last, years.count > 1 || years.isEmpty else {
      return "\(target.name): \(target.phrase(actual: results.last?.actual)[language])"
    }
    let before = results.dropLast().map { "\(year($0, language)): \($0.actual.phrase(unit: target.unit)[language]), " }
    return "\(target.name): \(before.joined())\(year(last, language)): \(target.phrase(actual: last.actual)[language])"
  }

  private func year(_ result: MeasureRow.Result, _ language: Language) -> String {
    result.year.map(String.init) ?? StandingWords.undated[language]
  }
}
