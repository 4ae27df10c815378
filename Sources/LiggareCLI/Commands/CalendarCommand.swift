import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `calendar`: everything that has a day, by the law's days for meetings, and as iCalendar.
enum CalendarCommand {
  private static let from = Option<LocalDate>(
    text: "from", "DATE",
    Localized("första dagen (förval: läsningens dag)", "the first day (default: that of the reading)"))
  private static let through = Option<LocalDate>(
    text: "to", "DATE",
    Localized(
      "sista dagen (förval: slutet av nästa rapportperiod, annars 90 dagar)",
      "the last day (default: the end of the next reporting period, else 90 days)"))
  private static let kinds = Option<CalendarKind>(
    choice: "kind", "KIND", Localized("bara dagar av det slaget", "only days of that kind"), .repeated)
  static let ics = Option<String>(
    "ics", "FILE",
    Localized("skriv iCalendar till filen; - för standard ut", "write iCalendar to the file; - for standard output"))

  static let verb = Verb(
    spec: CommandSpec(
      ["calendar"],
      Localized("kalendern: det som har en dag, och lagens tider", "the calendar: what has a day, and the law’s times"),
      discussion: Localized(
        "Sammanträden, slutdatum, svar, rapportperioder, och för fullmäktige och nämnder de dagar som kommunallagen räknar: protokollet justerat (14 dagar), justeringen tillkännagiven (andra dagen), tiden för överklagande (tre veckor). En tid som går ut på en lördag, en helgdag eller midsommar-, jul- eller nyårsafton går ut nästa vardag (lag 1930:173, 2 §); det står vad som flyttade den.\n\nMed --ics läser ett kalenderprogram dagarna. Samma sak har samma UID i varje senare fil, och SEQUENCE stiger när dagen flyttas, så att programmet flyttar den och inte får två; det som fallit bort är CANCELLED.",
        "Meetings, deadlines, answers, reporting periods, and for the council and its committees the days that kommunallagen counts: minutes verified (14 days), the verification announced (the second day), the time for appeal (three weeks). A time that ends on a Saturday, a holiday, or the eve of midsummer, Christmas or the new year, ends on the next working day (lag 1930:173, 2 §); what moved it is stated.\n\nWith --ics a calendar program reads the days. The same thing has the same UID in every later file, and SEQUENCE rises when the day is moved, so that the program moves it and does not get two; what fell away is CANCELLED."
      ),
      options: [from, through, kinds, ics] + Delivery.options,
      examples: [
        .init(
          "liggare calendar --as-of 2022-10-14 --journal journal/exempel",
          Localized("som den såg ut den dagen", "as it looked on that day")),
        .init(
          "liggare calendar --from 2022-12-01 --to 2023-01-31 --kind verify-minutes --journal journal/exempel",
          Localized("protokoll över julhelgen", "minutes over Christmas")),
        .init(
          "liggare calendar --ics kalender.ics --force --journal journal/exempel --as-of 2022-10-14",
          Localized("till ett kalenderprogram", "for a calendar program")),
      ]),
    run: { session throws(Failure) in
      let given = session.arguments
      let path = given[optional: ics]
      for flag in [Globals.json, Globals.markdown] where path == "-" && given[flag] {
        throw .exclusive(["--ics -", flag.declaration.reference])
      }
      let reading = try session.reading()
      let first = given[optional: from] ?? reading.book.day
      let last = given[optional: through] ?? LedgerCalendar.horizon(of: reading.book, from: first)
      guard first <= last else { throw .asking(.backwards(from: first.text, to: last.text)) }
      let calendar = LedgerCalendar(
        reading.book, from: first, through: last, kinds: Set(given.values(kinds)))
      if let path { return try write(calendar, to: path, session, reading) }
      try session.answer(
        calendar.document(reading.language, basis: reading.basis), json: calendar.json(basis: reading.basis))
    })

  private static func write(
    _ calendar: LedgerCalendar, to path: String, _ session: Session, _ reading: LedgerReading
  ) throws(Failure) {
    let file = calendar.iCalendar(reading.language, basis: reading.basis)
    try session.checkReading()
    guard let file else { throw .asking(.noDays(from: calendar.from, through: calendar.through)) }
    if path == "-" { return session.world.console.say(file.render()) }
    try Delivery.write(Array(file.render().utf8), to: path, replacing: session.arguments[Delivery.force])
    let words = Localized("Kalendern är skriven", "The calendar is written")[reading.language]
    let days = "\(calendar.from) – \(calendar.through)"
    try session.answer(
      reading.document(
        words,
        [
          .keyValues([
            KeyValue("iCalendar", .code(path)),
            KeyValue(Localized("Tid", "Time")[reading.language], Prose(days)),
            KeyValue(Localized("Dagar", "Days")[reading.language], Prose(String(file.events.count))),
          ])
        ]),
      json: calendar.json(basis: reading.basis))
  }
}
