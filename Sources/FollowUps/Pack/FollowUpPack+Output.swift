import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// *Produktionsuppföljning*: what was counted against what was promised, a row for each target and year, and what was said of it.
  ///
  /// Nothing here is an effect: that needs a baseline and an evaluation, which stand apart.
  func output(_ language: Language) -> [Block] {
    let table = targetTable(language)
    let said = statements(language)
    let judged = evaluations(.output, language)
    guard !table.rows.isEmpty || !said.rows.isEmpty || !judged.isEmpty else { return [] }
    let heading = Localized("Mål och utfall (produktionsuppföljning)", "Targets and actuals (output follow-up)")
    let caveat = Localized(
      "Utfallet är räknat arbete. Det säger inte vilken effekt åtgärden har haft.",
      "Actuals are counted work. They do not say what effect the measure has had.")
    let headingOfSaid = Localized("Vad som har redovisats", "What has been reported")
    return [.heading(level: 1, heading[language])]
      + (table.rows.isEmpty ? [] : [.table(table.withoutEmptyColumns), .note(Prose(caveat[language]))])
      + (judged.isEmpty ? [] : [.list(judged, ordered: false)])
      + (said.rows.isEmpty ? [] : [.heading(level: 2, headingOfSaid[language]), .table(said)])
  }

  private func targetTable(_ language: Language) -> Table {
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Vad som räknas", "What is counted")[language], minWidth: 16, priority: 9),
        .init(Localized("Enhet", "Unit")[language], priority: 5),
        .init(Localized("Mål", "Target")[language], priority: 8),
        .init(Localized("Nuläge", "Baseline")[language], priority: 6),
        .init(Localized("År", "Year")[language], wraps: false, priority: 8),
        .init(Localized("Utfall", "Actual")[language], alignment: .trailing, priority: 9),
        .init(Localized("Målet", "Reached")[language], priority: 8),
        .init(Localized("Uppgiftens dag", "Day of report")[language], wraps: false, priority: 4),
        .init(Localized("Källa", "Source")[language], priority: 3),
      ], emptyText: "")
    let hasYears = rows.contains { $0.targets.contains { $0.results.count > 1 } }
    for row in rows {
      for target in row.targets {
        for result in target.results.isEmpty ? [nil] : target.results.map(Optional.some) {
          table.append(line(row, target, result, hasYears: hasYears, language))
        }
      }
    }
    return table
  }

  private func line(
    _ row: MeasureRow, _ line: MeasureRow.TargetRow, _ result: MeasureRow.Result?, hasYears: Bool, _ language: Language
  ) -> [Table.Cell] {
    let target = line.target
    let goal = target.value.map { value in
      (target.comparison.map { $0.words[language] + " " } ?? "") + value.phrase[language]
    }
    let missing = StandingWords.noInformation[language]
    let year = result.map { $0.year.map(String.init) ?? StandingWords.undated[language] }
    let isReached = result.flatMap { target.isReached(by: $0.actual) }
    let isSettled = isSettled(row, result)
    let attainment = attainment(target, result, isReached, isSettled)[language]
    let source = result.map { $0.reportedBy?.phrase ?? StandingWords.notStated[language] }
    return [
      .init(row.id.text), .init(target.name.text), .init(target.unit.text),
      .init(goal ?? Localized("inget mål", "no target")[language]), .init(baseline(of: target, language)),
      .init(hasYears ? year ?? "" : ""),
      .init(result.map { $0.actual.phrase[language] } ?? missing, result == nil ? .warning : .normal),
      .init(attainment, isReached == false && isSettled ? .bad : .normal),
      .init(result.map { $0.mark.effective.phrase[language] } ?? ""), .init(source ?? ""),
    ]
  }

  /// Whether nothing can be added any more; but not in a year before that in which the measure is due.
  private func isSettled(_ row: MeasureRow, _ result: MeasureRow.Result?) -> Bool {
    if let year = result?.year, let due = row.deadline, year < due.year { return false }
    return row.isSettled(promiseIsOver: period.isFinal && !isRunning)
  }

  private func attainment(
    _ target: Target, _ result: MeasureRow.Result?, _ isReached: Bool?, _ isSettled: Bool
  ) -> Localized {
    guard let result, isReached != nil else { return Localized(both: "") }
    return target.attainment(actual: result.actual, isSettled: isSettled)
  }

  /// The baseline of the indicator that a target names; empty where it names none, or one in another unit: that is no baseline of
  /// what is counted, and stands among the indicators.
  private func baseline(of target: Target, _ language: Language) -> String {
    guard let indicator = target.indicator.flatMap({ book.indicator($0) }), indicator.defined?.unit == target.unit
    else {
      return ""
    }
    guard let baseline = indicator.baseline, let value = baseline.observed.value else {
      return StandingWords.noInformation[language]
    }
    return
      "\(value.phrase[language]) (\(baseline.mark.effective.phrase[language]), \(baseline.observed.source.words[language]))"
  }

  /// The last report in words on each measure that has one; where figures came after it, which.
  private func statements(_ language: Language) -> Table {
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Dag", "Day")[language], wraps: false, priority: 8),
        .init(Localized("Uppgift", "Report")[language], priority: 9),
        .init(Localized("Lämnad av", "Reported by")[language], priority: 4),
      ], emptyText: "")
    for row in rows {
      guard let report = row.report else { continue }
      table.append([
        .init(row.id.text), .init(report.mark.effective.phrase[language]),
        .init(report.statement.text + (laterFigures(row, than: report.mark)?[language] ?? "")),
        .init(report.reportedBy?.phrase ?? ""),
      ])
    }
    return table.withoutEmptyColumns
  }

  /// ` Därefter utan ord: skolor 5 (2023-12-19).`; nil where nothing came after the words.
  private func laterFigures(_ row: MeasureRow, than said: Mark) -> Localized? {
    let later = row.targets.compactMap { line -> (name: Text, result: MeasureRow.Result)? in
      line.results.last.flatMap { $0.mark.position > said.position ? (line.target.name, $0) : nil }
    }
    guard !later.isEmpty else { return nil }
    func figures(_ language: Language) -> String {
      later.map {
        "\($0.name) \($0.result.actual.phrase[language]) (\($0.result.mark.effective.phrase[language]))"
      }.joined(separator: ", ")
    }
    return Localized(" Därefter utan ord: \(figures(.sv)).", " Since then, without words: \(figures(.en)).")
  }
}
