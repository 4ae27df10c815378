import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// So many measures share a picture: what finds room on a page, and stands beside its like on a screen.
  private static let lanesPerFigure = 12
  /// Of more measures than this nobody looks at pictures.
  private static let mostPictured = 240

  /// When each measure was proposed, decided, under way, due, done and evaluated, by the end of the period.
  func timelines(_ language: Language) -> [Block] {
    guard rows.count <= Self.mostPictured else { return [.table(dayTable(rows, language))] }
    let (from, through) = axis
    let limit =
      isRunning
      ? Localized("läget \(book.day)", "as of \(book.day)")[language]
      : Localized("periodens slut \(period.through)", "end of period \(period.through)")[language]
    let ticks = MeasureTimeline.ticks(from, through, language)
    let timelines = rows.map { MeasureTimeline($0.state, through: book.day) }
    return stride(from: 0, to: rows.count, by: Self.lanesPerFigure).map { start in
      let places = start..<min(start + Self.lanesPerFigure, rows.count)
      let some = Array(rows[places])
      let named = places.map { (timeline: timelines[$0], name: "\(rows[$0].id) \(rows[$0].title)") }
      let span = some.count == 1 ? some[0].id.text : "\(some[0].id.text)–\(some[some.count - 1].id.text)"
      let chart = LaneChart(
        from: from.dayNumber, through: through.dayNumber, ticks: ticks,
        limits: [.init(book.day.dayNumber, limit)], lanes: named.map { $0.timeline.lane($0.name) },
        signNames: LaneChart.Sign.allCases.map { .init($0, MeasureTimeline.words($0)[language]) },
        workName: MeasureTimeline.work[language], pauseName: MeasureTimeline.pause[language])
      return .figure(
        Figure(
          Localized("Tidslinje för \(span)", "Timeline of \(span)")[language],
          description: named.map { "\($0.name): \($0.timeline.description(language))" }.joined(separator: " "),
          chart: .lanes(chart),
          fallbackTitle: Localized("Alla tidslinjer som tabell", "All timelines as a table")[language],
          fallback: start == 0 ? [.table(dayTable(rows, language))] : [], hasFallbackCaption: false))
    }
  }

  /// From the first day of the promise or of a measure to the last that is known, but at most a year beyond the promise.
  private var axis: (from: LocalDate, through: LocalDate) {
    let days = rows.flatMap { MeasureTimeline($0.state, through: book.day).days }
    let validity = terms?.validity
    let last = max(validity?.through ?? period.through, period.through)
    let from = min(days.min() ?? scope.from, validity?.from ?? scope.from)
    let through = min(max(days.max() ?? last, last), last.adding(days: 366))
    return (from, max(through, from.adding(days: 1)))
  }

  private func dayTable(_ rows: [MeasureRow], _ language: Language) -> Table {
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Föreslagen", "Proposed")[language], wraps: false, priority: 7),
        .init(Localized("Beslutad", "Decided")[language], wraps: false, priority: 8),
        .init(Localized("Påbörjad", "Begun")[language], wraps: false, priority: 8),
        .init(Localized("Slutdatum", "Deadline")[language], priority: 9),
        .init(Localized("Avslutad", "Ended")[language], wraps: false, priority: 9),
        .init(Localized("Utvärderad", "Evaluated")[language], wraps: false, priority: 7),
      ], emptyText: "")
    for row in rows {
      let timeline = MeasureTimeline(row.state, through: period.through)
      table.append([.init(row.id.text)] + timeline.steps.map { .init($0.day?[language] ?? "") })
    }
    return table
  }
}
