import CommandArguments
import Documents
import DurableFiles
import Exchange
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The way of every sheet that is imported: plan, show, ask, and under the lock plan again, record all or nothing, answer.
struct SheetImport {
  /// What a sheet would add, as the ways of all kinds of sheets need it.
  struct Plan {
    let recording: SheetRecording
    let problems: [SheetProblem]
    let blocks: [Block]
    let json: JSONObject
    let language: Language
  }

  let session: Session
  /// The word of the answer's kind: `measures`.
  let kind: String
  /// The path that failures name.
  let path: String
  let plan: (Chronicle, SheetClock) throws(Failure) -> Plan

  func run() throws(Failure) {
    let given = session.arguments
    if given[RecordingOptions.dryRun] {
      let (plan, reading) = try planned(try session.journal())
      try answer(plan, .dryRun, reading)
      try check(plan, isShown: true)
      return
    }
    if !given[RecordingOptions.yes] {
      let (plan, reading) = try planned(try session.journal())
      try check(plan, isShown: false)
      if plan.recording.proposals.isEmpty { return try answer(plan, .nothing, reading) }
      try ask(plan)
    }
    let writer = try session.writer()
    defer { writer.close() }
    let (plan, reading) = try planned(writer.view)
    try check(plan, isShown: false)
    // What was decided must not rest on less than the book.
    if let failure = writer.view.failure { throw .damaged(failure) }
    do throws(AppendFailure) {
      _ = try writer.append(
        plan.recording.proposals, recordedBy: session.recordedBy, sealings: plan.recording.sealings,
        confirmClockStep: given[RecordingOptions.clockStep])
    } catch { throw .unappended(error) }
    try answer(plan, plan.recording.proposals.isEmpty ? .nothing : .recorded, reading)
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    do throws(FileError) { return try FileOperations.system.read(path) } catch { throw .file(error) }
  }

  /// The failure of a sheet; where several things are wrong, all of them are told first.
  static func refusal(_ failure: SheetFailure, _ path: String, _ session: Session) -> Failure {
    if case .problems(let problems) = failure, problems.count > 1 {
      let language = session.languageAsked ?? (try? session.folder()).map { session.language($0) } ?? .sv
      show(
        Localized("Inget registreras", "Nothing is recorded"), SheetProblem.blocks(problems, language), language,
        session)
    }
    return .sheet(failure, file: path)
  }

  private func planned(_ journal: JournalView) throws(Failure) -> (Plan, LedgerReading) {
    let now = session.world.now()
    let reading = LedgerReading(journal, asOf: nil, knownAt: nil, now: now, languageAsked: session.languageAsked)
    let clock = SheetClock(
      now: now, today: reading.today, recordedBy: session.recordedBy,
      personalData: try session.personalDataPolicy() ?? .refuse, random: session.world.random)
    return (try plan(reading.chronicle, clock), reading)
  }

  /// Refuses a plan in which anything is wrong, and says all of it.
  private func check(_ plan: Plan, isShown: Bool) throws(Failure) {
    if plan.problems.isEmpty { return }
    if isShown { throw .sheet(.problems(plan.problems), file: path) }
    throw Self.refusal(.problems(plan.problems), path, session)
  }

  private func ask(_ plan: Plan) throws(Failure) {
    guard let ask = session.world.console.ask else { throw .wouldAsk }
    Self.show(Localized("Att registrera", "To be recorded"), plan.blocks, plan.language, session)
    guard Prompt(ask: ask, language: plan.language).confirms(Localized("Registrera?", "Record?")) else {
      throw .declined
    }
  }

  /// On error output, before a question or a failure.
  private static func show(_ title: Localized, _ blocks: [Block], _ language: Language, _ session: Session) {
    session.world.console.complain(
      TerminalRenderer(width: session.world.console.width, color: false).render(
        Document(title[language], language: language.rawValue, blocks: blocks)))
  }

  private enum Outcome: String {
    case recorded, nothing
    case dryRun = "dry-run"

    var heading: Localized {
      switch self {
      case .recorded: Localized("Registrerat", "Recorded")
      case .nothing: Localized("Inget nytt i bladet", "Nothing new in the sheet")
      case .dryRun: Localized("Skulle registreras (inget är skrivet)", "Would be recorded (nothing is written)")
      }
    }
  }

  /// `{"kind":"liggare.journal.import.measures","version":1,"basis":{…},"outcome":"dry-run",…,"events":[…]}`: the members of the sheet's kind
  /// (`MeasureSheetPlan.json`, `AnswerPlan.json`), and the events as a recording answers them.
  private func answer(_ plan: Plan, _ outcome: Outcome, _ reading: LedgerReading) throws(Failure) {
    var basis = reading.basis
    basis.asOf = nil
    var members: JSONObject = ["outcome": .string(outcome.rawValue)]
    for member in plan.json.members { members[member.name] = member.value }
    let preview = Preview(plan.recording.events, plan.recording.desk.chronicle, plan.language)
    if case .object(let recorded) = preview.json(.recorded) { members["events"] = recorded["events"] }
    try session.answer(
      basis.document(outcome.heading[plan.language], plan.blocks, plan.language),
      json: basis.json("journal.import.\(kind)", members))
  }
}
