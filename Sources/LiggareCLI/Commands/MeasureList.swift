import CommandArguments
import Documents
import DurableFiles
import Exchange
import Glibc
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `measure list`: the register, or with `--format csv` the sheet that is edited and imported again.
enum MeasureList {
  private enum Format: String, CaseIterable, Sendable {
    case csv
  }

  private static let format = Option<Format>(
    "format", "FORMAT",
    Localized("ett blad att ändra i Excel och importera igen", "a sheet to edit in Excel and import again"))
  private static let out = Option<String>(
    "out", "FILE", Localized("bladets fil (förval: standard ut)", "the sheet's file (default: standard output)"))

  private static let plain = Verb.list(.measure, filters: MeasureFilter.options)

  static let verb = Verb(
    spec: CommandSpec(
      ["measure", "list"], Localized("förteckning; eller ett blad att ändra", "the register; or a sheet to edit"),
      discussion: Localized(
        "--format csv ger en rad per åtgärd med allt som är registrerat, för svensk Excel: semikolon, decimalkomma, dagar som 2022-03-01. Ändra celler, lägg till rader, och importera med ”journal import FIL --as measures --dry-run”. Kolumnerna från ”Gäller från” är tomma: där skrivs dag, skäl och beslut för det som ändras. Lämna ”Liggarens position” som den är. En text som ett kalkylark tar för en formel, ett tal eller ett datum får en apostrof framför sig; den tas bort vid importen.",
        "--format csv gives a row for each measure with all that is recorded, for spreadsheets: semicolons, days such as 2022-03-01. Edit cells, add rows, and import with “journal import FILE --as measures --dry-run”. The columns from “Effective” on are empty: they take the day, the reason and the decision of what is changed. Leave “Ledger position” as it is. A text that a spreadsheet would take for a formula, a number or a date has an apostrophe before it; the import takes it away."
      ),
      options: MeasureFilter.options + [format, out],
      examples: [
        .init(
          "liggare measure list --as-of 2022-10-14",
          Localized("vad som gällde den dagen", "what was true on that day")),
        .init(
          "liggare measure list --format csv --out plan.csv",
          Localized("att ändra i Excel", "to edit in Excel")),
      ]),
    run: { session throws(Failure) in
      if session.arguments[optional: format] == nil {
        if session.arguments.isGiven(out) { throw .needs("--out", "--format csv") }
        return try plain.run(session)
      }
      try writeSheet(session)
    })

  private static func writeSheet(_ session: Session) throws(Failure) {
    let given = session.arguments
    // What comes back is compared with everything recorded.
    for option: any Declared in [Globals.asOf, Globals.knownAt] where given.isGiven(option) {
      throw .exclusive([option.declaration.reference, "--format csv"])
    }
    let path = given[optional: out]
    for option: any Declared in [Globals.json, Globals.markdown] where path == nil && given.isGiven(option) {
      throw .exclusive([option.declaration.reference, "--format csv"])
    }
    let reading = try session.reading()
    let filter = try MeasureFilter(given, .measure)
    try filter.check(reading.book)
    let sheet = MeasureSheet(reading.chronicle, reading.language)
    let measures = sheet.measures.filter(filter.takes)
    let bytes = sheet.csv(measures)
    try session.checkReading()
    guard let path else { return session.world.console.sayBytes(bytes) }
    do throws(FileError) {
      try FileOperations.system.createExclusively(path, with: bytes)
    } catch {
      throw error.errno == EEXIST ? .taken(path: path, isFolder: false) : .file(error)
    }
    try answer(session, reading, path, measures.count)
  }

  /// `{"kind":"liggare.measure.sheet","version":1,"basis":{…},"out":"plan.csv","rows":34,"position":617}`
  private static func answer(
    _ session: Session, _ reading: LedgerReading, _ path: String, _ count: Int
  ) throws(Failure) {
    let language = reading.language
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    var basis = reading.basis
    basis.asOf = nil
    try session.answer(
      basis.document(
        word("Bladet är skrivet", "The sheet is written"),
        [
          .keyValues([
            KeyValue(word("Fil", "File"), .code(path)), KeyValue(word("Rader", "Rows"), Prose(String(count))),
          ]),
          .paragraph(
            Prose(word("Ändra det, och se vad det ger: ", "Edit it, and see what it gives: "))
              + .code("liggare journal import \(path) --as measures --dry-run")),
        ], language),
      json: basis.json(
        "measure.sheet",
        ["out": .string(path), "rows": JSONValue(count), "position": JSONValue(reading.chronicle.position)]))
  }
}
