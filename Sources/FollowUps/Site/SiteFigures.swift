import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The pictures of a site. Each stands beside the table that says the same.
struct SiteFigures {
  let site: PublicSite
  private var voice: SiteVoice { site.voice }

  /// Pictures side by side where there is room.
  static func row(_ figures: [Markup]) -> Markup {
    figures.isEmpty ? Markup() : .element(.div, [.class("lg-figures")], .joined(figures))
  }

  /// Where the measures of each part of a list stand, those that are promised or decided; nothing where there is none.
  func bars(_ caption: Localized, _ parts: [(name: String, lines: [SiteMeasureLine])], id: String) -> Markup {
    let bars = parts.map { part in
      let counted = part.lines.compactMap(\.shown).filter { $0.binding != .example }
      return BarChart.Row(part.name, StatusGroup.counts(counted.map(\.status)))
    }
    guard bars.contains(where: { bar in bar.counts.contains { $0 > 0 } }) else { return Markup() }
    let groups = StatusGroup.allCases
    let told = bars.map { bar in
      let counts = zip(groups, bar.counts).filter { $1 > 0 }.map { "\(voice($0.words)) \($1)" }
      return "\(bar.name): \(counts.isEmpty ? "0" : counts.joined(separator: "; "))."
    }
    let note = voice(
      "En åtgärd för flera räknas i vart och ett av dem.", "A measure for several counts in each of them.")
    let figure = Figure(
      voice(caption), description: told.joined(separator: " "),
      chart: .bars(BarChart(kinds: groups.map { .init(voice($0.words)) }, rows: bars)), notes: [note])
    return SiteFigures.row([.figure(figure, id: id)])
  }

  /// When a measure was proposed, decided, under way, due, done and evaluated; nothing where that is fewer than two days.
  func timeline(_ measure: Measure) -> Markup {
    let figure = MeasureTimeline(measure, through: site.book.day).figure(voice.language)
    return figure.map { SiteFigures.row([.figure($0, id: "lg-bild-tidslinje")]) } ?? Markup()
  }

  /// The series of an indicator, one for each area that has more than one value.
  func series(_ indicator: Indicator) -> Markup {
    guard let defined = indicator.defined else { return Markup() }
    let areas = indicator.observations.map(\.observed.area).reduce(into: [Code?]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let figures = areas.enumerated().compactMap { index, area -> Markup? in
      let row = IndicatorRow(
        id: indicator.id, name: defined.name, unit: defined.unit, kind: defined.kind, direction: defined.direction,
        area: area.map { site.area($0) }, baseline: nil, latest: nil)
      let figure = IndicatorSeries(indicator, area: area).figure(row, voice.language, day: voice.short)
      return figure.map { .figure($0, id: "lg-bild-\(indicator.id.text.lowercased())-\(index + 1)") }
    }
    return SiteFigures.row(figures)
  }
}
