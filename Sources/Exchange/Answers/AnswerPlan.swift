package import CommandArguments
package import LedgerDomain
package import Projections
package import StrictJSON
import Wording

/// What recording forms that were filled in would add: every answer as its events, none recorded.
///
/// The rows of a measure are one answer. It becomes `measure.progress-reported` with the period, the actual values and what was done; where it says
/// that the work has begun, goes on or has ended, `measure.started`, `measure.resumed` or `measure.implemented` as well. A measure that nothing was written about is left. A form that comes once
/// more, by the ids of ``SheetIDs``, adds nothing; one that was changed since is a new report.
package struct AnswerPlan: Sendable {
  /// The answer about one measure, and the events that it becomes.
  package struct Answer: Sendable {
    package let file: String
    package let row: Int
    package let subject: SubjectID
    package let title: String
    package let changes: [MeasureSheetPlan.Cell]
    package let events: [Event]
  }

  /// A form, with the name of its file.
  package struct Form: Sendable {
    package let name: String
    package let sheet: Sheet<AnswerColumn>

    package init(name: String, sheet: Sheet<AnswerColumn>) {
      self.name = name
      self.sheet = sheet
    }
  }

  package let language: Language
  package let fileCount: Int
  package private(set) var answers: [Answer] = []
  /// The measures that nothing was written about.
  package private(set) var unanswered: [SubjectID] = []
  /// How many answers are in the ledger already.
  package private(set) var recordedCount = 0
  package private(set) var problems: [SheetProblem] = []
  /// What stops nothing, and is to be looked at once more.
  package private(set) var doubts: [SheetProblem] = []
  package private(set) var recording: SheetRecording

  private let chronicle: Chronicle
  private let clock: SheetClock
  private let irregularReason: Text?
  private var ids = SheetIDs(kind: "answers")

  /// Plans the import of forms. `irregularReason` is that of every answer that goes against the rules.
  package init(_ forms: [Form], into chronicle: Chronicle, _ clock: SheetClock, irregularReason: Text?) {
    language = forms.first?.sheet.language ?? .sv
    fileCount = forms.count
    self.chronicle = chronicle
    self.clock = clock
    self.irregularReason = irregularReason
    recording = SheetRecording(chronicle, clock, language)
    var seen: [SubjectID: (file: String, row: Int)] = [:]
    for form in forms {
      note(form.sheet.problems, form.name)
      for reading in readings(form) {
        var reading = reading
        if let subject = reading.measure?.id {
          if let first = seen[subject], reading.isAnswered {
            reading.note(.number, .answeredTwice(file: first.file, row: first.row))
          } else if reading.isAnswered {
            seen[subject] = (form.name, reading.rows[0].row.number)
          }
        }
        take(reading, form.name)
      }
    }
  }

  private mutating func note(_ problems: [SheetProblem], _ file: String) { self.problems += placed(problems, file) }

  private func placed(_ problems: [SheetProblem], _ file: String) -> [SheetProblem] {
    problems.map { problem in
      var problem = problem
      if fileCount > 1 { problem.file = file }
      return problem
    }
  }

  /// The rows of a form by measure, in the order of the first of each.
  private mutating func readings(_ form: Form) -> [AnswerReading] {
    let mark = SheetMark(chronicle)
    var order: [String] = []
    var groups: [String: [Sheet<AnswerColumn>.Row]] = [:]
    for row in form.sheet.rows {
      let number = SheetText.normal(row.text(.number))
      if groups[number] == nil { order.append(number) }
      groups[number, default: []].append(row)
    }
    let titles = AnswerTitles(chronicle, form.sheet.encoding)
    return order.map { number in
      var reading = AnswerReading(groups[number] ?? [], form.sheet.language, mark) { id in
        guard case .measure(let measure) = chronicle.state(of: id), measure.isFounded else { return nil }
        return measure
      }
      reading.checkTitles(titles)
      return reading
    }
  }

  /// What an answer says as it is shown: with personal data masked, unless it is to stand in the book.
  private func shown(_ cell: MeasureSheetPlan.Cell) -> MeasureSheetPlan.Cell {
    if clock.personalData == .allow { return cell }
    return MeasureSheetPlan.Cell(
      column: cell.column, old: PersonalData.masking(cell.old), new: PersonalData.masking(cell.new))
  }

  private mutating func take(_ reading: AnswerReading, _ file: String) {
    var reading = reading
    let key = reading.rows.map { ids.key($0.row) }.joined(separator: " ")
    guard let measure = reading.measure, reading.isAnswered else {
      if let measure = reading.measure, reading.problems.isEmpty { unanswered.append(measure.id) }
      return note(reading.problems, file)
    }
    if chronicle.event(ids.id(key, 0)) != nil {
      recordedCount += 1
      return
    }
    let steps = reading.steps(
      for: measure, today: clock.today, clockDay: SwedishTime.date(of: clock.now))
    var events: [Event] = []
    for (number, step) in steps.enumerated() where reading.problems.isEmpty {
      let command = Command(measure.id, .measure(step.fact), effective: step.effective)
      do throws(Refusal) {
        let decided = try recording.decide(command, id: ids.id(key, number), reason: irregularReason, mayDeclare: false)
        events.append(decided.event)
        for text in decided.found {
          reading.note(
            AnswerColumn(field: text.field) ?? step.column, .personalData([text], type: step.fact.type))
        }
      } catch .irregular(let kinds) {
        reading.note(step.column, .irregularAnswer(kinds))
      } catch {
        reading.note(AnswerColumn(refusal: error) ?? step.column, .refused(error, type: step.fact.type))
      }
    }
    note(reading.problems, file)
    doubts += placed(reading.doubts, file)
    answers.append(
      Answer(
        file: file, row: reading.rows[0].row.number, subject: measure.id,
        title: measure.plan?.title.text ?? measure.id.text, changes: reading.changes(of: measure).map(shown),
        events: events))
  }
}
