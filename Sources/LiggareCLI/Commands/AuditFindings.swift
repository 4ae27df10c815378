import Audit
import CommandArguments
import Documents
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `audit findings`: what the rule book finds in the ledger, and the rule book itself.
enum AuditFindings {
  private static let severity = Option<Severity>(
    choice: "severity", "WORD", Localized("bara detta allvar eller mer", "only this severity or more"))
  private static let rules = Option<String>(
    "rule", "RULE", Localized("bara regeln, till exempel AU-01", "only the rule, for example AU-01"), .repeated
  ) { text throws(ValueProblem) in
    let stated = text.uppercased()
    let known = RuleBook.rules.map(\.id)
    if known.contains(stated) { return stated }
    throw ValueProblem(expected: expected(stated, known))
  }
  private static let failOn = Option<Severity>(
    choice: "fail-on", "WORD",
    Localized(
      "avsluta med 4 om något av detta allvar eller mer finns", "exit with 4 if there is any of this severity or more"))
  private static let book = Flag(
    "rules", Localized("visa regelboken i stället", "show the rule book instead"))
  private static let csv = Flag(
    "csv", Localized("svara med CSV, en rad för varje iakttagelse", "answer in CSV, a row for each finding"))
  private static let limit = Option<Int>(
    "limit", "N",
    Localized(
      "högst så många av varje regel (förval \(usualLimit), i JSON och CSV alla; 0 är alla)",
      "at most so many of each rule (default \(usualLimit), in JSON and CSV all; 0 is all)")
  ) { text throws(ValueProblem) in
    guard let number = Int(text), number >= 0 else {
      throw ValueProblem(expected: Localized("ett helt tal från 0", "a whole number from 0"))
    }
    return number
  }
  private static let usualLimit = 50
  private static let subject = Positional<SubjectID>(
    text: "ID", Localized("bara iakttagelser om detta", "only findings about this"), .optional)

  static let verb = Verb(
    spec: CommandSpec(
      ["audit", "findings"],
      Localized("vad regelboken finner", "what the rule book finds"),
      discussion: Localized(
        "Prövar hela boken mot regelboken och säger vad den visar: mening, grund, och de poster som säger det. Varje regel vet vad som är lagligt och därför inte finns. Sist står av varje regel hur många den prövade. Märken om regelavvikelse räknas bara en gång. En iakttagelse är ingen dom.",
        "Judges the whole book by the rule book and says what it shows: a sentence, the ground, and the entries that say so. Each rule knows what is lawful and therefore not found. At the end stands of each rule how many it tested. Marks of irregularity count once. A finding is no verdict."
      ),
      positionals: [subject], options: [severity, rules, limit, failOn, book, csv] + Delivery.options,
      examples: [
        .init("liggare audit findings --journal journal/exempel", Localized("allt", "everything")),
        .init(
          "liggare audit findings --severity breach --as-of 2022-12-31 --journal journal/exempel",
          Localized("vad som gick mot en regel, till och med den dagen", "what went against a rule, by that day")),
        .init("liggare audit findings M-0011 --journal journal/exempel", Localized("om en åtgärd", "about a measure")),
        .init(
          "liggare audit findings --out iakttagelser.html --journal journal/exempel",
          Localized("som en sida att skriva ut", "as a page to print")),
        .init("liggare audit findings --rules --rule AU-01", Localized("vad en regel säger", "what a rule says")),
      ]),
    run: { session throws(Failure) in
      try check(session.arguments)
      if session.arguments[book] { return try showRules(session) }
      let reading = try session.reading()
      let about = session.arguments[optional: subject]
      if let about, !reading.chronicle.isAbout(about) { throw .notFound(about, known: false) }
      let isForMachines = [.json, .csv].contains(session.form) || session.arguments[csv]
      let number = session.arguments[optional: limit] ?? (isForMachines || about != nil ? 0 : usualLimit)
      let examination = try session.examination(
        reading, limit: number == 0 ? nil : number, of: about.map { FindingInterest($0) }
      ).narrowed(to: about, where: choice(session))
      try session.checkReading()
      if session.arguments[csv] {
        session.world.console.say(
          String(decoding: examination.csv(reading.language, basis: reading.basis), as: UTF8.self))
      } else {
        try session.answer(
          examination.document(reading.language, basis: reading.basis), json: examination.json(basis: reading.basis))
      }
      guard let level = session.arguments[optional: failOn] else { return }
      let count = examination.results.filter { $0.rule.severity >= level }.reduce(0) { $0 + $1.found }
      if count > 0 { throw .findings(count, level) }
    })

  /// Refuses forms of the answer that cannot go together.
  private static func check(_ arguments: ParsedCommand) throws(Failure) {
    guard arguments[csv] else { return }
    for (flag, name) in [(Globals.json, "--json"), (Globals.markdown, "--markdown"), (book, "--rules")]
    where arguments[flag] { throw .exclusive(["--csv", name]) }
    for option in Delivery.options where arguments.isGiven(option) {
      throw .exclusive(["--csv", option.declaration.reference])
    }
  }

  /// Which rules the options leave.
  private static func choice(_ session: Session) -> @Sendable (Rule) -> Bool {
    let least = session.arguments[optional: severity]
    let named = session.arguments.values(rules)
    return { rule in
      (least.map { rule.severity >= $0 } ?? true) && (named.isEmpty || named.contains(rule.id))
    }
  }

  private static func showRules(_ session: Session) throws(Failure) {
    let chosen = RuleBook.rules.filter(choice(session))
    try session.answer(
      RuleBook.document(chosen, session.languageAsked ?? .sv), json: RuleBook.json(chosen))
  }

  private static func expected(_ stated: String, _ known: [String]) -> Localized {
    let near = nearestWord(to: stated, among: known)
    return Localized(
      "en regel i regelboken"
        + (near.map { ", till exempel \($0)" } ?? " (som AU-01; --rules visar alla)"),
      "a rule of the rule book"
        + (near.map { ", for example \($0)" } ?? " (such as AU-01; --rules shows all)"))
  }
}
