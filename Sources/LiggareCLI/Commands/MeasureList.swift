import CommandArguments
import Exchange
import LedgerDomain
import Projections

/// `measure list`: the register; as CSV the sheet that is edited and imported again.
///
/// With `--as-of` or `--known-at` the CSV is the register of then, to be read: what comes back is compared with everything recorded.
enum MeasureList {
  private static let plain = Verb.list(.measure, filters: MeasureFilter.options)

  static let verb = Verb(
    spec: CommandSpec(
      ["measure", "list"], Localized("förteckning; som CSV ett blad att ändra", "the register; as CSV a sheet to edit"),
      discussion: Localized(
        "Som CSV (--format csv, --out FIL.csv) är det ett blad att ändra i Excel och importera igen: en rad per åtgärd med allt som är registrerat, semikolon, decimalkomma, dagar som 2022-03-01. Ändra celler, lägg till rader utan nummer, och se vad det ger med ”journal import FIL --as measures --dry-run”. Kolumnerna från ”Gäller från” är tomma: där skrivs dag, skäl och beslut för det som ändras. Lämna ”Liggarens position” som den är. En text som ett kalkylark tar för en formel, ett tal eller ett datum får en apostrof framför sig; importen tar bort den. Med --as-of eller --known-at blir det förteckningen, bara att läsa.",
        "As CSV (--format csv, --out FILE.csv) it is a sheet to edit in a spreadsheet and import again: a row for each measure with all that is recorded, semicolons, days such as 2022-03-01. Edit cells, add rows without numbers, and see what it gives with “journal import FILE --as measures --dry-run”. The columns from “Effective” on are empty: they take the day, the reason and the decision of what is changed. Leave “Ledger position” as it is. A text that a spreadsheet would take for a formula, a number or a date has an apostrophe before it; the import takes it away. With --as-of or --known-at it is the register, to be read only."
      ),
      options: MeasureFilter.options + Delivery.options,
      examples: [
        .init(
          "liggare measure list --as-of 2022-10-14",
          Localized("vad som gällde den dagen", "what was true on that day")),
        .init(
          "liggare measure list --out plan.csv",
          Localized("att ändra i Excel", "to edit in Excel")),
      ]),
    run: { session throws(Failure) in
      let given = session.arguments
      guard session.form == .csv, !given.isGiven(Globals.asOf), !given.isGiven(Globals.knownAt) else {
        return try plain.run(session)
      }
      let reading = try session.reading()
      let filter = try MeasureFilter(given, .measure)
      try filter.check(reading.book)
      let sheet = MeasureSheet(reading.chronicle, reading.language)
      let bytes = sheet.csv(sheet.measures.filter(filter.takes))
      try session.checkReading()
      try session.delivery.hand(bytes, session)
    })
}
