import Audit
import CommandArguments
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

/// `audit trace SUBJECT --none-between A B`: that nothing in the book is about the subject, or names it, from A through B.
enum AuditNoneBetween {
  static let flag = Flag(
    "none-between",
    Localized(
      "intyga i stället att inget gäller eller nämner det från FROM till och med TO",
      "state instead that nothing is about it or names it from FROM through TO"))
  static let first = Positional<Point>(
    "FROM",
    Localized("med --none-between: första dagen eller positionen", "with --none-between: the first day or position"),
    .optional, parse: Point.parse)
  static let last = Positional<Point>(
    "TO", Localized("med --none-between: den sista", "with --none-between: the last one"), .optional,
    parse: Point.parse)

  static let example = CommandSpec.Example(
    "liggare audit trace M-0007 --none-between 2022-03-11 2022-03-29 --journal journal/exempel",
    Localized("intyga att inget hände", "state that nothing happened"))

  /// An end of the span: a day or moment when something was true, the same with `known:` when it was recorded, or a position.
  enum Point: Sendable {
    case effective(Effective)
    case recorded(Effective)
    case position(Int)

    static let parse: @Sendable (String) throws(ValueProblem) -> Point = { text throws(ValueProblem) in
      if text.hasPrefix("known:"), let known = try? Effective(typed: withSeconds(String(text.dropFirst(6)))) {
        return .recorded(known)
      }
      switch DiffPoint(text) {
      case .effective(let effective)?: return .effective(effective)
      case .position(let position)?: return .position(position)
      default:
        throw ValueProblem(
          expected: Localized(
            "en dag (2022-10-14), en dag för registreringen (known:2022-10-14) eller en position (#412)",
            "a day (2022-10-14), a day of recording (known:2022-10-14) or a position (#412)"))
      }
    }

    var text: String {
      switch self {
      case .effective(let effective): effective.text
      case .recorded(let effective): "known:\(effective.text)"
      case .position(let position): String(position)
      }
    }
  }

  /// Whether a command asks for it. Refuses ends without the flag, and the flag without both.
  static func isAsked(_ arguments: ParsedCommand) throws(Failure) -> Bool {
    let ends = [arguments[optional: first], arguments[optional: last]].compactMap(\.self)
    if arguments[flag] {
      if ends.count < 2 { throw .needs("--none-between", "FROM TO") }
      if arguments[optional: Globals.asOf] != nil { throw .exclusive(["--none-between", "--as-of"]) }
      if arguments[optional: Globals.knownAt] != nil { throw .exclusive(["--none-between", "--known-at"]) }
      return true
    }
    if !ends.isEmpty { throw .needs("FROM", "--none-between") }
    return false
  }

  /// Answers; fails with 1 where something was found, after saying what. Requires that it is asked for.
  static func answer(_ subject: SubjectID, _ session: Session) throws(Failure) {
    let view = try session.journal()
    let chronicle = Chronicle(view)
    guard chronicle.isAbout(subject) else {
      throw .tracing(.noSubject(subject, known: chronicle.subjects(near: subject)))
    }
    let span = try span(session.arguments, last: view.count)
    let progress = session.progress(Localized("Läser boken", "Reading the book"))
    let absence: Absence
    do throws(JournalError) {
      defer { progress.end() }
      absence = try Absence(of: subject, in: span, folder: view.folder.path) { progress.tell($0, of: $1) }
    } catch { throw .damaged(error) }
    let language = session.languageAsked ?? LedgerReading.language(chronicle)
    // Whatever a cache knew: every line was read for this answer.
    let today = LedgerReading.today(chronicle, now: session.world.now())
    let basis = Basis(
      Book(chronicle, asOf: nil, today: today), of: view.opened, knownAt: nil, root: Text(view.range.root.base64),
      size: absence.lineCount)
    try session.answer(absence.document(language, basis: basis), json: absence.json(basis: basis))
    if !absence.holds { throw .asking(.isThere(subject, count: absence.found.count)) }
  }

  private static func span(_ arguments: ParsedCommand, last: Int) throws(Failure) -> Absence.Span {
    let (from, to) = (try arguments.value(first), try arguments.value(Self.last))
    func ordered(_ isInOrder: Bool, _ span: Absence.Span) throws(Failure) -> Absence.Span {
      if !isInOrder { throw .asking(.spanBackwards(from: from.text, to: to.text)) }
      return span
    }
    switch (from, to) {
    case (.effective(let first), .effective(let last)):
      return try ordered(first.start < last.endOfReading, .effective(from: first, through: last))
    case (.recorded(let first), .recorded(let last)):
      return try ordered(first.start < last.endOfReading, .recorded(from: first.start, before: last.endOfReading))
    case (.position(let first), .position(let end)):
      for position in [first, end] where !(1...last).contains(position) {
        throw .asking(.noPosition(position, last: last))
      }
      return try ordered(first <= end, .positions(first, end))
    default: throw .asking(.mixedClocks)
    }
  }
}
