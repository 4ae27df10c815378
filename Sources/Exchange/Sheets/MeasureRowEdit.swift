import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// What became of one row: which cells were changed, and the steps that record it.
struct MeasureRowEdit {
  /// A cell that says something else than the sheet said when it was written.
  struct Change {
    let column: MeasureColumn
    let old: String
    let new: String
  }

  /// One event to be, but for the decision behind it.
  struct Step {
    let column: MeasureColumn
    /// The outcome of a decision behind it; nil for an event that names none.
    var outcome: DecisionOutcome?
    let fact: (SubjectID?) -> MeasureFact

    var type: String { fact(nil).type }
  }

  var reader: RowReader<MeasureColumn>
  let before: Measure
  let sheet: MeasureSheet
  let changes: [Change]
  var steps: [Step] = []

  /// Finds what was changed in a row since the sheet was written: `before` is the measure as it was then.
  init(
    _ row: Sheet<MeasureColumn>.Row, _ columns: Set<MeasureColumn>, before: Measure, _ sheet: MeasureSheet,
    _ encoding: TextEncoding
  ) {
    reader = RowReader(row, sheet.language)
    self.before = before
    self.sheet = sheet
    let cells = sheet.cells(of: before)
    changes = MeasureColumn.allCases.compactMap { column in
      guard columns.contains(column), !MeasureColumn.entry.contains(column), column != .position else { return nil }
      let (old, new) = (cells[column] ?? "", row.text(column))
      if SheetText.isSame(new, as: old, in: encoding) { return nil }
      // A day may come back in a longer form.
      if column == .deadline || column == .originalDeadline, let day = try? SheetValues.date(new), day.text == old {
        return nil
      }
      return Change(column: column, old: old, new: SheetText.normal(new))
    }
  }

  /// The cells of a new entry that say something.
  var entries: [MeasureColumn] { MeasureColumn.entry.filter { !reader.isEmpty($0) } }

  func isChanged(_ column: MeasureColumn) -> Bool { changes.contains { $0.column == column } }

  mutating func note(_ column: MeasureColumn?, _ kind: SheetProblem.Kind) { reader.note(column, kind) }

  /// What stands in a step for a text that the row lacks. That it does is noted, so nothing is recorded; but what else the step needs
  /// is told with it.
  private static let missing: Text = "?"

  /// The reason on the row, for an event that needs one.
  mutating func reason(for type: String) -> Text { reader.require(.reason, because: .event(type)) ?? Self.missing }

  /// Reads the changed cells and makes the steps, in the order in which they are recorded.
  mutating func makeSteps() {
    for change in changes {
      if let command = Self.command(for: change.column) { note(change.column, .notHere(command: command)) }
    }
    amend()
    reassign()
    extend()
    let results = readResults()
    report(results)
    changeStatus(results: steps.contains { $0.type == ProgressReported.type } ? [] : results)
    refuseUnused()
  }

  /// The command that changes what a sheet does not.
  private static func command(for column: MeasureColumn) -> String? {
    switch column {
    case .binding, .promise, .focusAreas, .originalDeadline, .latestReport: "correct"
    default: nil
    }
  }

  private mutating func amend() {
    let columns: [MeasureColumn] = [.title, .goal, .targets, .areas, .performers]
    let changed = columns.filter(isChanged)
    guard let first = changed.first else { return }
    for column in changed where reader.isEmpty(column) { note(column, .cannotBeEmptied) }
    func stated(_ column: MeasureColumn) -> Text? { isChanged(column) ? reader.stated(column) : nil }
    var amended = MeasureAmended(title: stated(.title), goal: stated(.goal), reason: "?")
    if isChanged(.targets) {
      let targets = before.plan?.targets ?? []
      let language = reader.language
      amended.targets =
        reader.read(.targets) { text throws(SheetValueProblem) in
          try SheetTargets.read(text, before: targets, language)
        } ?? []
    }
    if isChanged(.areas) {
      if Self.isWholeMunicipality(reader.text(.areas)) {
        amended.municipalityWide = true
      } else {
        let known = sheet.named(.areas, of: before.plan?.promise)
        amended.areas =
          reader.read(.areas) { text throws(SheetValueProblem) in
            try SheetValues.codes(text, among: known)
          } ?? []
      }
    }
    if isChanged(.performers) { amended.performers = SheetValues.parts(reader.text(.performers)).map { Text($0) } }
    amended.reason = reason(for: MeasureAmended.type)
    let fact = amended
    steps.append(
      Step(column: first, outcome: .amended) { decision in
        var amended = fact
        amended.decision = decision
        return .amended(amended)
      })
  }

  static func isWholeMunicipality(_ text: String) -> Bool {
    let words = StandingWords.municipalityWide
    return [words.sv, words.en].contains(text.lowercased())
  }

  private mutating func reassign() {
    let columns: [MeasureColumn] = [.responsibleName, .responsibleOffice, .responsibleOrgan]
    guard let first = columns.first(where: isChanged) else { return }
    guard let office = reader.stated(.responsibleOffice) else {
      note(.responsibleOffice, .cannotBeEmptied)
      return
    }
    let official = PublicOfficial(
      name: reader.stated(.responsibleName), office: office, organ: reader.stated(.responsibleOrgan))
    let reason = reader.stated(.reason)
    steps.append(Step(column: first) { _ in .reassigned(MeasureReassigned(responsible: official, reason: reason)) })
  }

  private mutating func extend() {
    guard isChanged(.deadline) else { return }
    if reader.isEmpty(.deadline) { return note(.deadline, .cannotBeEmptied) }
    let reason = reason(for: DeadlineExtended.type)
    guard let deadline = reader.read(.deadline, SheetValues.date) else { return }
    steps.append(
      Step(column: .deadline, outcome: .extended) { decision in
        .deadlineExtended(DeadlineExtended(deadline: deadline, reason: reason, decision: decision))
      })
  }

  private mutating func readResults() -> [TargetResult] {
    guard isChanged(.actual) else { return [] }
    let (before, language) = (before, reader.language)
    let results =
      reader.read(.actual) { text throws(SheetValueProblem) in
        try SheetTargets.readResults(text, of: before, before: before, language)
      } ?? []
    for result in results {
      guard let target = before.plan?.targets.first(where: { $0.name == result.target }) else { continue }
      if target.isDoubtful(result.actual) { reader.doubt(.actual, .belowNought(target: target.phrase[language])) }
    }
    return results
  }

  private mutating func report(_ results: [TargetResult]) {
    let endsNow = isChanged(.status) && Self.ended.contains(status ?? .proposed)
    if reader.isEmpty(.report), endsNow || !isChanged(.actual) { return }
    let statement = reader.require(.report, because: .event(ProgressReported.type)) ?? Self.missing
    let by = reader.read(.reportedBy, SheetValues.official)
    let period = reader.stated(.period)
    steps.append(
      Step(column: .report) { _ in
        .progressReported(
          ProgressReported(statement: statement, results: results, period: period, reportedBy: by))
      })
  }
}
