import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The values of one indicator in one area, as they were observed through the end of a report's period.
struct IndicatorSeries {
  /// With value and day, in order of days.
  let observations: [Indicator.Observation]

  init(_ indicator: Indicator, area: Code?) {
    observations = indicator.observations.filter {
      $0.observed.value != nil && $0.observed.area == area && $0.mark.effective != nil
    }.sorted { one, other in
      one.mark.effective == other.mark.effective
        ? one.mark.position < other.mark.position
        : one.mark.effective.map { a in other.mark.effective.map { a < $0 } ?? false } ?? false
    }
  }

  private func value(_ observation: Indicator.Observation) -> Double {
    observation.observed.value.flatMap { Double($0.text) } ?? 0
  }

  /// `▁▄█ 61; 63; 66`, the values as they stand; without the line where there is only one.
  func text(_ language: Language) -> String {
    let values = observations.compactMap { $0.observed.value?.phrase[language] }.joined(separator: "; ")
    return observations.count > 1 ? sparkline(observations.map(value)) + " " + values : values
  }

  /// The series as a picture; none of fewer than two values.
  func figure(_ row: IndicatorRow, _ language: Language) -> Figure? {
    guard observations.count > 1 else { return nil }
    let points = observations.compactMap { observation -> SeriesChart.Point? in
      guard let day = observation.mark.effective?.day, let shown = observation.observed.value else { return nil }
      return SeriesChart.Point(
        day: day.dayNumber, value: value(observation), label: shown.phrase[language], dayLabel: day.text,
        isBaseline: observation.observed.baseline)
    }
    let baseline = Localized("nuläge", "baseline")[language]
    let told = points.map { "\($0.dayLabel): \($0.label)" + ($0.isBaseline ? " (\(baseline))" : "") }
    let area = row.area.map { ", \($0)" } ?? ""
    let sources = observations.map { $0.observed.sourceName?.text ?? $0.observed.source.words[language] }
    let differing = sources.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return Figure(
      "\(row.name)\(area) (\(row.id))", description: "\(row.unit). " + told.joined(separator: "; ") + ".",
      chart: .series(SeriesChart(unit: row.unit.text, points: points, baselineName: baseline)),
      notes: [Localized("Källa: ", "Source: ")[language] + differing.joined(separator: "; ") + "."])
  }
}
