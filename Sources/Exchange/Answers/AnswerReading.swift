import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The rows of one measure in a form, as one answer: what they say, and what is wrong with them.
struct AnswerReading {
  /// One event to be.
  struct Step {
    let column: AnswerColumn
    let fact: MeasureFact
    let effective: Effective?
  }

  private(set) var rows: [RowReader<AnswerColumn>]
  private(set) var measure: Measure?
  private let language: Language

  /// Requires at least one row. `measures` gives the measure with an identifier, where there is one.
  init(
    _ rows: [Sheet<AnswerColumn>.Row], _ language: Language, _ mark: SheetMark, measures: (SubjectID) -> Measure?
  ) {
    self.language = language
    self.rows = rows.map { RowReader($0, language) }
    let number = self.rows[0].text(.number)
    if number.isEmpty {
      for index in rows.indices { self.rows[index].note(.number, .lostNumber) }
      return
    }
    if let problem = mark.problem(of: rows[0].text(.position)) {
      self.rows[0].note(.position, problem)
      return
    }
    guard let id = try? SubjectID(text: number), id.kind == .measure, let measure = measures(id) else {
      self.rows[0].note(.number, .unknownRow(near: nil))
      return
    }
    self.measure = measure
  }

  var problems: [SheetProblem] { rows.flatMap(\.problems) }

  /// Whether anything was written that is an answer.
  var isAnswered: Bool {
    let answers: [AnswerColumn] = [.actual, .report, .standing, .closed, .deviation]
    return rows.contains { row in answers.contains { !row.isEmpty($0) } }
  }

  mutating func note(_ column: AnswerColumn, _ kind: SheetProblem.Kind) {
    let index = rows.firstIndex { !$0.isEmpty(column) } ?? 0
    rows[index].note(column, kind)
  }

  /// The row on which a cell of the whole answer is written; one that is written twice must say the same.
  private mutating func place(of column: AnswerColumn) -> Int? {
    guard let first = rows.firstIndex(where: { !$0.isEmpty(column) }) else { return nil }
    for index in rows.indices.dropFirst(first + 1) where !rows[index].isEmpty(column) {
      if rows[index].text(column) != rows[first].text(column) {
        rows[index].note(column, .otherwise(row: rows[first].row.number))
      }
    }
    return first
  }

  private mutating func read<Value>(
    _ column: AnswerColumn, _ parse: (String) throws(SheetValueProblem) -> Value
  ) -> Value? {
    guard let place = place(of: column) else { return nil }
    return rows[place].read(column, parse)
  }

  /// The events that the answer becomes, in their order.
  mutating func steps(for measure: Measure, today: LocalDate) -> [Step] {
    let language = language
    let results = results(of: measure)
    let statement = place(of: .report).flatMap { rows[$0].stated(.report) }
    let standing = read(.standing) { text throws(SheetValueProblem) in
      try SheetValues.word(text, as: AnswerStanding.self, among: AnswerStanding.allCases, language)
    }
    let deviation = place(of: .deviation).flatMap { rows[$0].stated(.deviation) }
    let by = read(.reportedBy, SheetValues.official) ?? measure.plan?.responsible
    let extent = standing?.extent
    var steps: [Step] = []
    if let statement {
      let progress = ProgressReported(
        statement: statement, results: results, period: rows[0].stated(.period), reportedBy: by)
      steps.append(Step(column: .report, fact: .progressReported(progress), effective: .date(today)))
    } else if extent == nil {
      note(.report, .mustSay(because: .answer))
    }
    if rows[0].isEmpty(.period) { rows[0].note(.period, .mustSay(because: .event(ProgressReported.type))) }
    guard let extent else {
      for column in [AnswerColumn.closed, .deviation] where rows.contains(where: { !$0.isEmpty(column) }) {
        note(column, .saysNothing)
      }
      return steps
    }
    // What the book says already is not said again.
    if measure.status == MeasureStatus(extent: extent) { return steps }
    if extent != .full, deviation == nil { note(.deviation, .mustSay(because: .event(MeasureImplemented.type))) }
    let isUndated = rows.contains { ["odaterad", "undated"].contains($0.text(.closed).lowercased()) }
    let closed = isUndated ? nil : read(.closed, SheetValues.date)
    if !isUndated, !rows.contains(where: { !$0.isEmpty(.closed) }) {
      note(.closed, .mustSay(because: .event(MeasureImplemented.type)))
    }
    let implemented = MeasureImplemented(
      extent: extent, results: statement == nil ? results : [], deviation: deviation, reportedBy: by)
    steps.append(
      Step(column: .standing, fact: .implemented(implemented), effective: closed.map { .date($0) }))
    return steps
  }

  private mutating func results(of measure: Measure) -> [TargetResult] {
    let targets = measure.plan?.targets ?? []
    var results: [TargetResult] = []
    for index in rows.indices where !rows[index].isEmpty(.actual) {
      guard let target = targets.first(where: { $0.name.text == rows[index].text(.target) }) else {
        let known = targets.map(\.name.text)
        rows[index].note(.actual, known.isEmpty ? .saysNothing : .value(.result(known: known)))
        continue
      }
      if let actual = rows[index].read(
        .actual,
        { text throws(SheetValueProblem) in
          try SheetTargets.amount(text, target.unit)
        })
      {
        results.append(TargetResult(target: target.name, actual: actual))
      }
    }
    return results
  }

  /// What the answer says beside what the book says.
  func changes(of measure: Measure) -> [MeasureSheetPlan.Cell] {
    var cells: [MeasureSheetPlan.Cell] = []
    for row in rows where !row.isEmpty(.actual) {
      let target = measure.plan?.targets.first { $0.name.text == row.text(.target) }
      let old = target.flatMap { measure.latestResult(of: $0)?.actual }.map { SheetTargets.number($0, language) }
      cells.append(MeasureSheetPlan.Cell(column: row.text(.target), old: old ?? "", new: row.text(.actual)))
    }
    for column in AnswerColumn.answers.dropFirst() {
      guard let row = rows.first(where: { !$0.isEmpty(column) }) else { continue }
      let old =
        switch column {
        case .report: measure.reports.last { $0.statement != nil }?.statement?.text
        case .standing: Wording.words(of: measure)[language]
        default: nil as String?
        }
      cells.append(MeasureSheetPlan.Cell(column: column.title[language], old: old ?? "", new: row.text(column)))
    }
    return cells
  }
}
