package import LedgerDomain
package import StrictJSON

/// The days that a report counts: from January of the year through the period's end; the whole promise in the final report.
package struct ReportingScope: JSONWritable, Hashable, Sendable {
  package let from: LocalDate
  package let through: LocalDate

  package init(_ period: ReportingPeriod) {
    through = period.through
    let january = LocalDate(year: period.through.year, month: 1, day: 1) ?? period.from
    // A period that begins in the year before, such as December to March, is counted from its own beginning.
    from = period.isFinal ? period.from : min(period.from, january)
  }

  /// Everything through a day.
  init(through: LocalDate) {
    self.through = through
    from = LocalDate(year: 0, month: 1, day: 1) ?? through
  }

  package func contains(_ day: LocalDate) -> Bool { from <= day && day <= through }

  /// Whether something effective then counts. What is undated counts: nobody knows that it does not.
  package func contains(_ effective: Effective?) -> Bool { effective.map { contains($0.day) } ?? true }

  /// The day that a report of progress is about: the effective one, or the end of the period it names where that is earlier.
  ///
  /// What is written in September about May to August tells of August. Nil for an undated report that names no period.
  static func day(of report: Measure.Report, among periods: [ReportingPeriod]) -> LocalDate? {
    let named = periods.first { $0.label == report.period }?.through
    let effective = report.mark.effective?.day
    guard let named, let effective else { return named ?? effective }
    return min(named, effective)
  }

  /// The reports that count, in the order of the days that they are about, undated first.
  func reports(_ all: [Measure.Report], among periods: [ReportingPeriod]) -> [Measure.Report] {
    let dated = all.enumerated().map { (place: $0, report: $1, day: Self.day(of: $1, among: periods)) }
    return dated.filter { $0.day.map(contains) ?? true }.sorted { one, other in
      switch (one.day, other.day) {
      case (nil, nil): one.place < other.place
      case (nil, _): true
      case (_, nil): false
      case (let a?, let b?): a == b ? one.place < other.place : a < b
      }
    }.map(\.report)
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("from", from)
    pen.write("through", through)
    pen.endObject()
  }
}
