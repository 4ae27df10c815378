import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension SubjectKind {
  /// The noun of the command line.
  var noun: String { text }

  var positional: Positional<SubjectID> {
    Positional<SubjectID>(text: "\(letter)-ID", definite)
  }
}

extension Verb {
  /// `NOUN list`: the register of a kind at the clock readings asked for.
  static func list(_ kind: SubjectKind, filters: [any Declared] = []) -> Verb {
    Verb(
      spec: CommandSpec(
        [kind.noun, "list"], Localized("förteckning", "the register"),
        options: filters + (kind == .person ? [Unsealing.reveal] : []) + Delivery.options,
        examples: [
          .init(
            "liggare \(kind.noun) list --as-of 2022-10-14",
            Localized("vad som gällde den dagen", "what was true on that day")),
          .init(
            "liggare \(kind.noun) list --out \(kind.noun).csv",
            Localized("att öppna i Excel", "to open in Excel")),
        ]),
      run: { session throws(Failure) in
        let reading = try session.reading()
        let filter = try MeasureFilter(session.arguments, kind)
        try filter.check(reading.book)
        let register = try Register(
          kind, reading, session, filter: filter, cases: CaseFilter(session.arguments, kind))
        if session.arguments[Globals.json] {
          try session.answerJSON(register.json())
        } else {
          try session.answer(register.document())
        }
      })
  }

  /// `NOUN show ID`: one subject at the clock readings asked for.
  static func show(_ kind: SubjectKind) -> Verb {
    let id = kind.positional
    return Verb(
      spec: CommandSpec(
        [kind.noun, "show"], Localized("visa \(kind.definite.sv)", "show \(kind.definite.en)"), positionals: [id],
        options: [Unsealing.reveal] + Delivery.options,
        examples: [
          .init("liggare \(kind.noun) show \(kind.letter)-0001", Localized("med historik", "with its history"))
        ]),
      run: { session throws(Failure) in
        let reading = try session.reading()
        let sheet = try SubjectSheet(try session.arguments.value(id), kind, reading)
        try session.answer(sheet.document, json: sheet.json)
      })
  }
}

/// What `measure list` can be narrowed to. Several of one option are alternatives; different options must all fit.
struct MeasureFilter {
  private static let areas = Option<Code>(
    text: "area", "CODE", Localized("bara stadsdelen", "only the district"), .repeated)
  private static let focusAreas = Option<Code>(
    text: "focus", "CODE", Localized("bara fokusområdet", "only the focus area"), .repeated)
  private static let statuses = Option<MeasureStatus>(
    choice: "status", "WORD", Localized("bara statusen", "only the status"), .repeated)
  private static let bindings = Option<BindingLevel>(
    choice: "binding", "LEVEL", Localized("bara bindningsgraden", "only the binding level"), .repeated)

  static let options: [any Declared] = [areas, focusAreas, statuses, bindings]

  private var areas: [Code] = []
  private var focusAreas: [Code] = []
  private var statuses: [MeasureStatus] = []
  private var bindings: [BindingLevel] = []

  /// Reads the options of a command that has them. A code that no promise knows is refused: an empty list would mislead.
  init(_ arguments: ParsedCommand, _ kind: SubjectKind) throws(Failure) {
    guard kind == .measure else { return }
    areas = arguments.values(MeasureFilter.areas)
    focusAreas = arguments.values(MeasureFilter.focusAreas)
    statuses = arguments.values(MeasureFilter.statuses)
    bindings = arguments.values(MeasureFilter.bindings)
  }

  func check(_ book: Book) throws(Failure) {
    for (codes, list) in [(areas, CodeList.areas), (focusAreas, .focusAreas)] where !codes.isEmpty {
      let known = book.promises.flatMap { $0.codes(list) }
      for code in codes where !known.contains(code) { throw .refused(.unknownCode(code, list: list, known: known)) }
    }
  }

  func takes(_ measure: Measure) -> Bool {
    let plan = measure.plan
    return (areas.isEmpty || areas.contains { plan?.areas.contains($0) == true || plan?.municipalityWide == true })
      && (focusAreas.isEmpty || focusAreas.contains { plan?.focusAreas.contains($0) == true })
      && (statuses.isEmpty || measure.status.map(statuses.contains) == true)
      && (bindings.isEmpty || measure.binding.map(bindings.contains) == true)
  }
}
