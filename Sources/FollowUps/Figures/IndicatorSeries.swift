import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The values of one indicator in one area that have a day, as they were observed through the end of a report's period.
struct IndicatorSeries {
  private struct Value {
    var day: LocalDate
    var value: Quantity
    var observed: IndicatorObserved

    /// For the picture alone.
    var place: Double { Double(value.text) ?? 0 }
  }

  /// In order of days, as the indicator has them.
  private let values: [Value]

  init(_ indicator: Indicator, area: Code?) {
    values = indicator.observations.compactMap { observation in
      guard observation.observed.area == area, let value = observation.observed.value,
        let day = observation.mark.effective?.day
      else { return nil }
      return Value(day: day, value: value, observed: observation.observed)
    }
  }

  /// `▁▄█ 61; 63; 66`, the values as they stand; nothing for one alone, which stands elsewhere.
  func text(_ language: Language) -> String {
    guard values.count > 1 else { return "" }
    return sparkline(values.map(\.place)) + " " + values.map { $0.value.phrase[language] }.joined(separator: "; ")
  }

  /// The series as a picture; none of fewer than two values.
  /// `written` is how its days are written.
  func figure(
    _ row: IndicatorRow, _ language: Language, day written: (LocalDate) -> String = \.text
  ) -> Figure? {
    guard values.count > 1 else { return nil }
    let points = values.map { value in
      SeriesChart.Point(
        day: value.day.dayNumber, value: value.place, label: value.value.phrase[language], dayLabel: written(value.day),
        isBaseline: value.observed.baseline)
    }
    let baseline = Localized("nuläge", "baseline")[language]
    let told = points.map { "\($0.dayLabel): \($0.label)" + ($0.isBaseline ? " (\(baseline))" : "") }
    let area = row.area.map { ", \($0)" } ?? ""
    let sources = values.map { $0.observed.sourceName?.text ?? $0.observed.source.words[language] }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let chart = SeriesChart(unit: row.unit.text, points: points, baselineName: baseline)
    let scale = chart.cut.map { cut in
      Localized(
        "Skalan börjar inte vid noll: den går från \(cut.least) till \(cut.most).",
        "The scale does not begin at zero: it goes from \(cut.least) to \(cut.most).")[language]
    }
    return Figure(
      "\(row.name)\(area) (\(row.id))", description: "\(row.unit). " + told.joined(separator: "; ") + ".",
      chart: .series(chart),
      notes: [scale, Localized("Källa: ", "Source: ")[language] + sources.joined(separator: "; ") + "."].compactMap(
        \.self))
  }
}
