package import CommandArguments
package import LedgerDomain
package import Projections
import StrictJSON
import Wording

/// What recording an edited sheet of measures would add: every changed cell as its event, none recorded.
///
/// A row is compared with what the sheet said of its measure at the position that the row states. A cell that still says so was not
/// touched, whatever has happened since. A touched one becomes an event, unless the ledger says by now what the cell says. Where the measure
/// has any other event after that position, the row is refused with what changed meanwhile: whoever edited it had not seen it.
/// A row that was recorded before, by the ids of ``SheetIDs``, adds nothing.
///
/// Cost: two folds of each measure with a row, and one decision an event.
package struct MeasureSheetPlan: Sendable {
  /// One row that is recorded: what its cells said and say, and the events that it becomes.
  package struct Row: Sendable {
    package let number: Int
    package let subject: SubjectID
    package let title: String
    package let isNew: Bool
    package let changes: [Cell]
    package let events: [Event]
  }

  package struct Cell: Hashable, Sendable {
    package let column: String
    package let old: String
    package let new: String
  }

  package let language: Language
  package let encoding: TextEncoding
  package let separator: UInt8
  package let ignoredColumns: [String]
  package private(set) var rows: [Row] = []
  package private(set) var unchangedCount = 0
  /// Rows whose events are in the ledger already.
  package private(set) var recordedCount = 0
  /// The measures that no row is about. Nothing happens to them.
  package private(set) var absent: [SubjectID] = []
  /// In order of rows; where there are any, nothing should be recorded.
  package private(set) var problems: [SheetProblem] = []
  /// What stops nothing, and is to be looked at once more.
  package private(set) var doubts: [SheetProblem] = []
  package private(set) var recording: SheetRecording

  private let sheet: MeasureSheet
  private let columns: Set<MeasureColumn>
  private let directory: SheetDirectory
  private let clock: SheetClock
  private var sheets: [Int: MeasureSheet] = [:]
  private var ids = SheetIDs(kind: "measures")
  private var nextMeasure: Int
  private var nextDecision: Int
  private var made: [SheetAuthority: SubjectID] = [:]
  /// The measures that each shared decision concerns.
  private var concerns: [SheetAuthority: [(id: SubjectID, outcome: DecisionOutcome)]] = [:]

  package init(_ file: Sheet<MeasureColumn>, into chronicle: Chronicle, _ clock: SheetClock) {
    language = file.language
    encoding = file.encoding
    separator = file.separator
    ignoredColumns = file.ignored
    columns = file.columns
    self.clock = clock
    sheet = MeasureSheet(chronicle, file.language)
    directory = SheetDirectory(chronicle: chronicle)
    recording = SheetRecording(chronicle, clock, file.language)
    nextMeasure = chronicle.nextID(.measure).number
    nextDecision = chronicle.nextID(.decision).number
    problems = file.problems
    let edits = file.rows.compactMap { edited($0) }
    var seen: [SubjectID: Int] = [:]
    for row in file.rows {
      guard let id = try? SubjectID(text: SheetText.normal(row.text(.number))) else { continue }
      if let first = seen[id] { note(row, .number, .repeatedRow(first: first)) } else { seen[id] = row.number }
    }
    absent = chronicle.subjects(.measure).filter { seen[$0] == nil && sheet.measure($0) != nil }
    for edit in edits {
      guard case .made(let authority)? = edit.decision else { continue }
      let outcomes = edit.steps.compactMap(\.outcome)
      concerns[authority, default: []].append((edit.subject, outcomes.count == 1 ? outcomes[0] : .other))
    }
    for edit in edits where edit.problems.isEmpty { record(edit) }
    let rows = Dictionary(grouping: problems + edits.flatMap(\.problems), by: \.row)
    problems = rows.keys.sorted().flatMap { rows[$0]?.inOrder(of: MeasureColumn.self, language) ?? [] }
    doubts = edits.flatMap(\.doubts)
  }

  private mutating func note(_ row: Sheet<MeasureColumn>.Row, _ column: MeasureColumn, _ kind: SheetProblem.Kind) {
    var reader = RowReader(row, language)
    reader.note(column, kind)
    problems += reader.problems
  }

  /// A cell as it is shown: with personal data masked, unless it is to stand in the book.
  private func shown(_ cell: String) -> String {
    clock.personalData == .allow ? cell : PersonalData.masking(cell)
  }

  /// A row on its way: what it changes, the steps and the decision behind them.
  private struct Edit {
    let row: Sheet<MeasureColumn>.Row
    let key: String
    let subject: SubjectID
    let title: String
    let changes: [Cell]
    let steps: [MeasureRowEdit.Step]
    let isNew: Bool
    let decision: SheetDecision?
    let effective: Effective?
    let problems: [SheetProblem]
    var doubts: [SheetProblem] = []
  }

  /// What a row changes; nil where it changes nothing, or is none.
  private mutating func edited(_ row: Sheet<MeasureColumn>.Row) -> Edit? {
    let key = ids.key(row)
    if row.isEmpty(.number) {
      if !row.isEmpty(.position) {
        note(row, .number, .lostNumber)
        return nil
      }
      return added(row, key)
    }
    guard let before = measureBefore(row) else { return nil }
    var edit = MeasureRowEdit(row, columns, before: before.measure, before.sheet, encoding)
    if edit.changes.isEmpty, edit.entries.isEmpty {
      unchangedCount += 1
      return nil
    }
    if directory.chronicle.event(ids.id(key, 0)) != nil {
      recordedCount += 1
      return nil
    }
    let now = sheet.measure(before.measure.id).map { sheet.cells(of: $0) } ?? [:]
    let differing = edit.changes.filter { !SheetText.isSame($0.new, as: now[$0.column] ?? "", in: encoding) }
    if differing.isEmpty, edit.reader.isEmpty(.report), !edit.changes.isEmpty {
      unchangedCount += 1
      return nil
    }
    let later = meanwhile(before.measure.id, after: before.sheet.mark.position)
    if later.isEmpty {
      edit.makeSteps()
    } else {
      for column in differing.isEmpty ? [.report] : differing.map(\.column) {
        edit.note(
          column,
          .changedMeanwhile(since: before.sheet.mark.position, now: now[column] ?? "", events: later))
      }
    }
    let effective = edit.reader.effective(directory, today: clock.today)
    let decision = decision(&edit, effective)
    return Edit(
      row: row, key: key, subject: before.measure.id, title: shown(row.text(.title)),
      changes: edit.changes.map { Cell(column: $0.column.title[language], old: shown($0.old), new: shown($0.new)) }
        + edit.entries.map { Cell(column: $0.title[language], old: "", new: shown(edit.reader.text($0))) },
      steps: edit.steps, isNew: false, decision: decision, effective: effective, problems: edit.reader.problems,
      doubts: edit.reader.doubts)
  }

  /// The decision that the row states, where any of its steps has one behind it.
  private func decision(_ edit: inout MeasureRowEdit, _ effective: Effective?) -> SheetDecision? {
    guard edit.steps.contains(where: { $0.outcome != nil }) else { return nil }
    let decision = edit.reader.decision(directory, effective: effective)
    let silent = [MeasureColumn.decision, .authority, .irregular] + MeasureColumn.making
    if silent.allSatisfy(edit.reader.isEmpty),
      let step = edit.steps.first(where: { needsDecision($0, edit.before.id, effective) })
    {
      edit.note(.decision, .mustSay(because: .decided(step.type)))
    }
    return decision
  }

  /// Whether the rules want a decision behind a step: asked of them, with none.
  private func needsDecision(_ step: MeasureRowEdit.Step, _ id: SubjectID, _ effective: Effective?) -> Bool {
    guard step.outcome != nil else { return false }
    do throws(Refusal) {
      _ = try recording.desk.decide(Command(id, .measure(step.fact(nil)), effective: effective))
    } catch .irregular(let kinds) {
      return kinds.contains(.withoutDecision)
    } catch {}
    return false
  }

  private func meanwhile(_ id: SubjectID, after position: Int) -> [SheetMeanwhile] {
    directory.chronicle.events(about: id).filter { $0.position > position }.map {
      SheetMeanwhile(position: $0.position, type: $0.fact.type, effective: $0.effective)
    }
  }

  /// The measure of a row as the sheet was written; nil, with the problem noted, where there is none.
  private mutating func measureBefore(
    _ row: Sheet<MeasureColumn>.Row
  ) -> (measure: Measure, sheet: MeasureSheet)? {
    if row.isEmpty(.position) {
      note(row, .position, .lostPosition)
      return nil
    }
    if let problem = sheet.mark.problem(of: row.text(.position)) {
      note(row, .position, problem)
      return nil
    }
    guard let mark = SheetMark(row.text(.position)) else { return nil }
    let then = sheets[mark.position] ?? MeasureSheet(directory.chronicle.known(through: mark.position), language)
    sheets[mark.position] = then
    let text = SheetText.normal(row.text(.number))
    guard let id = try? SubjectID(text: text), id.kind == .measure, let measure = then.measure(id) else {
      let known = directory.chronicle.subjects(.measure).map(\.text)
      note(row, .number, .unknownRow(near: SheetValues.near(text, among: known)))
      return nil
    }
    return (measure, then)
  }

  private mutating func added(_ row: Sheet<MeasureColumn>.Row, _ key: String) -> Edit? {
    if directory.chronicle.event(ids.id(key, 0)) != nil {
      recordedCount += 1
      return nil
    }
    var new = MeasureNewRow(row, sheet, directory)
    let effective = new.reader.effective(directory, today: clock.today)
    let id = SubjectID(.measure, nextMeasure)
    nextMeasure += 1
    let steps = new.proposed.map { proposed in
      [MeasureRowEdit.Step(column: .title) { _ in .proposed(proposed) }]
    }
    let changes = MeasureColumn.allCases.filter { !row.isEmpty($0) }.map {
      Cell(column: $0.title[language], old: "", new: shown(new.reader.text($0)))
    }
    return Edit(
      row: row, key: key, subject: id, title: shown(row.text(.title)), changes: changes, steps: steps ?? [],
      isNew: true,
      decision: nil, effective: effective, problems: new.reader.problems)
  }
}

extension MeasureSheetPlan {
  /// Decides the events of a row, the decision behind them first.
  private mutating func record(_ edit: Edit) {
    var reader = RowReader(edit.row, language)
    let reason = reader.stated(.irregular)
    var events: [Event] = []
    var isReasonUsed = false
    var number = 0
    func note(_ found: [PersonalDataText], _ column: MeasureColumn, _ type: String) {
      for text in found { reader.note(MeasureColumn(field: text.field) ?? column, .personalData([text], type: type)) }
    }
    func decide(_ command: Command, _ column: MeasureColumn, isLast: Bool) -> Bool {
      do throws(Refusal) {
        let decided = try recording.decide(
          command, id: ids.id(edit.key, number), reason: reason, mayDeclare: isLast && !isReasonUsed)
        number += 1
        events.append(decided.event)
        if decided.isIrregular { isReasonUsed = true }
        note(decided.found, column, command.fact.type)
        return true
      } catch .irregular(let kinds) {
        reader.note(column, .irregular(kinds))
      } catch {
        reader.note(MeasureColumn(refusal: error) ?? column, problem(error, command.fact))
      }
      return false
    }
    var decision: SubjectID?
    switch edit.decision {
    case .recorded(let id): decision = id
    case .made(let authority):
      if authority.isShared, let known = made[authority] {
        decision = known
      } else {
        let command = making(authority, edit)
        if decide(command, .authority, isLast: false) {
          decision = command.subject
          made[authority] = command.subject
          nextDecision += 1
        }
      }
    case nil: break
    }
    var note = recording.seal(note: reader.stated(.note))
    for (index, step) in edit.steps.enumerated() where reader.problems.isEmpty {
      let fact = step.fact(step.outcome == nil ? nil : decision)
      let command = Command(
        edit.subject, .measure(fact), effective: edit.effective, circumstances: Circumstances(note: note))
      note = nil
      _ = decide(command, step.column, isLast: index == edit.steps.count - 1)
    }
    problems += reader.problems
    rows.append(
      Row(
        number: edit.row.number, subject: edit.subject, title: edit.title, isNew: edit.isNew, changes: edit.changes,
        events: events))
  }

  /// What a refusal is told as: where it is a list that does not hold what the cell says, with the list.
  private func problem(_ refusal: Refusal, _ fact: Fact) -> SheetProblem.Kind {
    guard refusal == .contradiction("organ", "meeting"), case .decision(.made(let made)) = fact,
      let organ = made.authority.organ
    else { return .refused(refusal, type: fact.type) }
    return .meetingElsewhere(organ: directory.called(organ), known: directory.meetings(of: organ))
  }

  /// The decision that a row states, about every measure whose row states the same paragraph.
  private func making(_ authority: SheetAuthority, _ edit: Edit) -> Command {
    let outcomes = edit.steps.compactMap(\.outcome)
    var about = [(id: edit.subject, outcome: outcomes.count == 1 ? outcomes[0] : .other)]
    if authority.isShared { about = concerns[authority] ?? about }
    let isOne = about.allSatisfy { $0.outcome == about[0].outcome }
    let titles = about.map { sheet.measure($0.id)?.plan?.title.text ?? $0.id.text }
    let decision = DecisionMade(
      matter: Text(titles.joined(separator: "; ")), outcome: isOne ? about[0].outcome : .other,
      authority: authority.authority, reference: authority.reference, concerns: about.map(\.id))
    return Command(
      SubjectID(.decision, nextDecision), .decision(.made(decision)), effective: edit.effective)
  }
}
