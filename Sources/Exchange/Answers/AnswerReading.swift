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
    if let problem = mark.problem(of: AnswerMark(rows[0].text(.position)).mark) {
      self.rows[0].note(.position, problem)
      return
    }
    guard let id = try? SubjectID(text: number), id.kind == .measure, let measure = measures(id) else {
      self.rows[0].note(.number, .unknownRow(near: nil))
      return
    }
    self.measure = measure
    for index in rows.indices { checkPeriod(index) }
  }

  /// The period is the one that the form asks about.
  private mutating func checkPeriod(_ index: Int) {
    guard let asked = AnswerMark(rows[index].row.text(.position)).period else { return }
    if rows[index].isEmpty(.period) || rows[index].text(.period) == asked { return }
    rows[index].note(.period, .otherPeriod(asked: asked))
  }

  /// Refuses the rows whose title is not that of their measure: number or title were written over, and the answer may be about either.
  mutating func checkTitles(_ titles: AnswerTitles) {
    guard let measure else { return }
    for index in rows.indices where !rows[index].isEmpty(.title) {
      guard let problem = titles.problem(of: rows[index].row, measure) else { continue }
      rows[index].note(.title, problem)
    }
  }

  var problems: [SheetProblem] { rows.flatMap { $0.problems.inOrder(of: AnswerColumn.self, language) } }

  var doubts: [SheetProblem] { rows.flatMap(\.doubts) }

  /// Whether anything was written that is an answer.
  var isAnswered: Bool {
    let answers: [AnswerColumn] = [.actual, .report, .standing, .since, .deviation]
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

  /// The events that the answer becomes, in their order: that it began or goes on, how it goes, that it ended.
  /// `today` is the day of what has no other, `clockDay` that of the clock.
  mutating func steps(for measure: Measure, today: LocalDate, clockDay: LocalDate) -> [Step] {
    let language = language
    let results = results(of: measure)
    let statement = place(of: .report).flatMap { rows[$0].stated(.report) }
    let standing = read(.standing) { text throws(SheetValueProblem) in
      try SheetValues.word(
        text, as: AnswerStanding.self, among: AnswerStanding.allCases, hints: AnswerStanding.hints, language)
    }
    let since = since()
    if case .day(let day) = since, day > clockDay, let place = place(of: .since) {
      rows[place].doubt(.since, .dayAhead)
    }
    let by = read(.reportedBy, SheetValues.official) ?? measure.plan?.responsible
    var steps = standing == .inProgress ? beginning(measure, since) : []
    if let statement {
      let progress = ProgressReported(
        statement: statement, results: results, period: rows[0].stated(.period), reportedBy: by)
      steps.append(Step(column: .report, fact: .progressReported(progress), effective: .date(today)))
    } else if standing?.extent == nil {
      note(.report, .mustSay(because: .answer))
    }
    if rows[0].isEmpty(.period) { rows[0].note(.period, .mustSay(because: .event(ProgressReported.type))) }
    if let extent = standing?.extent {
      if let ending = ending(measure, extent, since, results: statement == nil ? results : [], by) {
        steps.append(ending)
      }
    } else {
      if !rows.allSatisfy({ $0.isEmpty(.deviation) }) { note(.deviation, .saysNothing) }
      if since != .silent, !steps.contains(where: { $0.column == .standing }) { note(.since, .saysNothing) }
    }
    return steps
  }

  /// What an answer says of the day on which the work began or ended.
  private enum Since: Equatable {
    case silent
    /// *Odaterad*, or a day that cannot be read, which is noted.
    case unknown
    case day(LocalDate)

    var effective: Effective? { if case .day(let day) = self { .date(day) } else { nil } }
  }

  private mutating func since() -> Since {
    if rows.allSatisfy({ $0.isEmpty(.since) }) { return .silent }
    if rows.contains(where: { ["odaterad", "undated"].contains($0.text(.since).lowercased()) }) { return .unknown }
    return read(.since, SheetValues.date).map { .day($0) } ?? .unknown
  }

  /// The steps by which a measure comes to be under way. The day on which it began is left open where it is not stated; a
  /// pause ends on a day, or else nobody could tell on which side of the pause the resumption lies.
  private mutating func beginning(_ measure: Measure, _ since: Since) -> [Step] {
    guard measure.status != .inProgress else { return [] }
    var steps: [Step] = []
    if measure.status == .paused {
      if since.effective == nil { note(.since, .mustSay(because: .event(MeasureResumed.type))) }
      steps.append(Step(column: .standing, fact: .resumed(MeasureResumed()), effective: since.effective))
      if measure.started != nil { return steps }
    }
    return steps + [Step(column: .standing, fact: .started(MeasureStarted()), effective: since.effective)]
  }

  /// The step by which a measure ends; nil where the book says already that it has ended so.
  private mutating func ending(
    _ measure: Measure, _ extent: Extent, _ since: Since, results: [TargetResult], _ by: PublicOfficial?
  ) -> Step? {
    let deviation = place(of: .deviation).flatMap { rows[$0].stated(.deviation) }
    if measure.status == MeasureStatus(extent: extent) { return nil }
    if extent != .full, deviation == nil { note(.deviation, .mustSay(because: .event(MeasureImplemented.type))) }
    if since == .silent { note(.since, .mustSay(because: .event(MeasureImplemented.type))) }
    let implemented = MeasureImplemented(extent: extent, results: results, deviation: deviation, reportedBy: by)
    return Step(column: .standing, fact: .implemented(implemented), effective: since.effective)
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
      let language = language
      if let actual = rows[index].read(
        .actual,
        { text throws(SheetValueProblem) in
          try SheetTargets.amount(text, target.unit, language)
        })
      {
        if target.isDoubtful(actual) { rows[index].doubt(.actual, .belowNought(target: target.phrase[language])) }
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
