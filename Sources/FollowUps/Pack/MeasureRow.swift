package import LedgerDomain
package import StrictJSON

/// One measure in a report: its plan, the three signals apart, and what was reported within the scope.
///
/// An object, since lists are made of the rows again and again.
package final class MeasureRow: JSONWritable, Sendable {
  package let id: SubjectID
  package let title: Text
  package let binding: BindingLevel
  /// The names of the districts; none for what is municipality-wide or whose area is not stated.
  package let areas: [Text]
  package let municipalityWide: Bool
  package let responsible: PublicOfficial?
  package let status: MeasureStatus
  /// From what was reported within the scope alone, and any evaluation.
  package let evidence: Evidence
  package let schedule: Schedule
  package let originalDeadline: LocalDate?
  package let deadline: LocalDate?
  package let targets: [TargetRow]
  package let report: ReportRow?
  package let irregularities: [IrregularRow]
  /// The last report that counts, with or without words.
  let lastReport: Mark?
  /// The state as of the end of the period.
  let state: Measure

  /// Requires a founded measure. `reports` are those that count, in order; `irregularities` those of the scope.
  init(
    _ measure: Measure, _ plan: MeasureProposed, reports: [Measure.Report], periods: [ReportingPeriod],
    areaName: (Code) -> Text, day: LocalDate, irregularities: [IrregularRow]
  ) {
    state = measure
    id = measure.id
    title = plan.title
    binding = measure.binding ?? plan.binding
    areas = plan.areas.map(areaName)
    municipalityWide = plan.municipalityWide
    responsible = plan.responsible
    status = measure.status ?? .proposed
    schedule = measure.schedule(on: day)
    originalDeadline = measure.originalDeadline
    deadline = measure.deadline
    self.irregularities = irregularities
    lastReport = reports.last?.mark
    targets = plan.targets.map { TargetRow($0, reports: reports, periods: periods) }
    report = reports.last { $0.statement != nil }.flatMap { report in
      report.statement.map {
        ReportRow(statement: $0, period: report.period, reportedBy: report.reportedBy, mark: report.mark)
      }
    }
    evidence =
      if !measure.evaluations.isEmpty {
        .evaluated
      } else if reports.contains(where: { !$0.results.isEmpty }) {
        .measured
      } else {
        report == nil ? .none : .stated
      }
  }

  /// A countable target and what came of it.
  package struct TargetRow: JSONWritable, Hashable, Sendable {
    package let target: Target
    /// The latest actual value of each year in the scope, the years in order. They are never added up: a share or a level
    /// has no sum.
    package let results: [Result]
    /// Whether the last value reaches the target; absent where there is no value or nothing to reach.
    package let reached: Bool?

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("target", target)
      pen.write("results", results)
      pen.write("reached", reached)
      pen.endObject()
    }
  }

  package struct Result: JSONWritable, Hashable, Sendable {
    /// The year that the value is cumulative within; absent for an undated report.
    package let year: Int?
    package let actual: Quantity
    package let reportedBy: PublicOfficial?
    package let mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("year", year)
      pen.write("actual", actual)
      pen.write("reportedBy", reportedBy)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  /// The last thing said about it in words.
  package struct ReportRow: JSONWritable, Hashable, Sendable {
    package let statement: Text
    package let period: Text?
    package let reportedBy: PublicOfficial?
    package let mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("statement", statement)
      pen.write("period", period)
      pen.write("reportedBy", reportedBy)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  /// An irregular entry of the measure or of a decision about it.
  package struct IrregularRow: JSONWritable, Hashable, Sendable {
    package let subject: SubjectID
    package let type: Text
    package let kinds: [Irregularity]
    package let reason: Text
    package let mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("subject", subject)
      pen.write("type", type)
      pen.write("kinds", kinds)
      pen.write("reason", reason)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("title", title)
    pen.write("binding", binding)
    pen.write("areas", areas)
    pen.write("municipalityWide", municipalityWide)
    pen.write("responsible", responsible)
    pen.write("status", status)
    pen.write("evidence", evidence)
    pen.write("schedule", schedule)
    pen.write("originalDeadline", originalDeadline)
    pen.write("deadline", deadline)
    pen.write("targets", targets)
    pen.write("report", report)
    pen.write("irregularities", irregularities)
    pen.endObject()
  }
}

extension MeasureRow.TargetRow {
  fileprivate init(_ target: Target, reports: [Measure.Report], periods: [ReportingPeriod]) {
    self.target = target
    var results: [MeasureRow.Result] = []
    for report in reports {
      guard let found = report.results.last(where: { $0.target == target.name }) else { continue }
      let year = ReportingScope.day(of: report, among: periods)?.year
      results.removeAll { $0.year == year }
      results.append(
        MeasureRow.Result(year: year, actual: found.actual, reportedBy: report.reportedBy, mark: report.mark))
    }
    self.results = results
    reached = results.last.flatMap { target.isReached(by: $0.actual) }
  }
}
