import CommandArguments
import Documents
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal`: the book itself.
enum JournalCommands {
  static let noun = Noun(
    "journal",
    Localized(
      "själva boken: öppna, granska, bevisa, importera, säkerhetskopiera, laga, räkna",
      "the book itself: open, verify, prove, import, back up, repair, count"),
    [
      JournalInit.verb, JournalVerify.verb, JournalCheckpoint.verb, JournalProve.verb, JournalImport.verb,
      JournalExport.verb, JournalErase.verb, JournalPerson.verb, JournalFindSealed.verb, JournalBackup.verb,
      JournalRestore.verb, JournalRepair.verb, JournalStats.verb, conclude,
    ] + JournalKeys.verbs)

  private static let conclude = Verb.recording(
    ["journal", "conclude"], Localized("avsluta boken", "conclude the book"),
    discussion: Localized(
      "Inget mer väntas i boken. Det som ändå kommer är en avvikelse och kräver ett skäl; korrigeringar görs som förut.",
      "Nothing more is expected in the book. What comes all the same is irregular and needs a reason; corrections go on."
    ),
    [Shared.statement], example: #"liggare journal conclude --statement "Löftet har löpt ut och är slutredovisat""#,
    Localized("efter slutrapporten", "after the final report")
  ) { draft throws(Failure) in
    try draft.add(
      .ledger, .ledger(.concluded(LedgerConcluded(statement: try draft.arguments.value(Shared.statement)))))
  }
}

/// `journal init`: opens a new ledger.
enum JournalInit {
  private static let folder = Positional<String>("DIR", Localized("mappen; den skapas", "the folder; it is made"))
  private static let title = Option<Text>(
    text: "title", "TEXT", Localized("liggarens namn", "the ledger's name"), .required)
  private static let owner = Option<Text>(
    text: "owner", "TEXT", Localized("myndigheten vars handling den är", "the authority whose record it is"), .required)
  private static let controller = Option<Text>(
    text: "data-controller", "TEXT", Localized("personuppgiftsansvarig", "data controller"))
  private static let from = Option<LocalDate>(text: "from", "DATE", Localized("gäller från", "valid from"), .required)
  private static let through = Option<LocalDate>(
    text: "through", "DATE", Localized("gäller till och med", "valid through"), .required)
  private static let illustrative = Flag(
    "illustrative", Localized("påhittad; allt som visas säger det", "made up; every output says so"))
  private static let periods = Option<ReportingPeriod>(
    "period", "LABEL=FROM..THROUGH",
    Localized(
      "rapportperiod (förval: tertial i giltighetstiden)",
      "reporting period (default: four-month periods in the validity)"),
    .repeated
  ) { text throws(ValueProblem) in
    guard let period = ReportingPeriod(typed: text) else {
      throw ValueProblem(
        expected: Localized(
          "etikett=från..till, till exempel 2022-T1=2022-01-01..2022-04-30",
          "label=from..through, for example 2022-T1=2022-01-01..2022-04-30"))
    }
    return period
  }

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "init"], Localized("öppna en ny liggare", "open a new ledger"), positionals: [folder],
      options: [
        title, owner, controller, from, through, illustrative, periods, RecordingOptions.recordedBy,
        RecordingOptions.dryRun, RecordingOptions.yes, RecordingOptions.wait, RecordingOptions.allowPersonalData,
      ],
      examples: [
        .init(
          #"liggare journal init min-liggare --title "Medborgarlöfte 2024–2025" --owner "Kommunen" --from 2024-01-01 --through 2025-12-31"#,
          Localized("med tre perioder om året och en slutrapport", "with three periods a year and a final report"))
      ]), run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    let language = session.languageAsked ?? .sv
    let validity = DateSpan(from: try given.value(from), through: try given.value(through))
    let stated = given.values(periods)
    let identity = "urn:uuid:\(EventID(random: session.world.random(16)).text)"
    guard let code = try? Code(text: language.rawValue) else { preconditionFailure("a language is a code") }
    let opened = LedgerOpened(
      identity: Text(identity), title: try given.value(title), owner: try given.value(owner),
      dataController: given[optional: controller], reality: given[illustrative] ? .illustrative : .real,
      validity: validity, timeZone: Text(SwedishTime.identifier), language: code,
      periods: stated.isEmpty && validity.from <= validity.through ? ReportingPeriod.tertials(of: validity) : stated,
      format: 1)
    var desk = DecisionDesk()
    let now = session.world.now()
    let draft: Draft
    do throws(Refusal) {
      draft = try desk.decide(
        LedgerDomain.Command(.ledger, .ledger(.opened(opened)), effective: .date(SwedishTime.date(of: now))))
    } catch { throw .refused(error) }
    try session.refusePersonalData(in: draft)
    let id = EventID(random: session.world.random(16))
    let recordedBy = session.recordedBy
    let event = desk.accept(draft, id: id, at: now, recordedBy: recordedBy)
    let preview = Preview([event], desk.chronicle, language)
    let path = try given.value(folder)
    if given[RecordingOptions.dryRun] {
      try session.answer(
        preview.document(Localized("Skulle öppnas (inget är skrivet)", "Would be opened (nothing is written)")),
        json: preview.json(.dryRun))
      return
    }
    if !given[RecordingOptions.yes] {
      guard let ask = session.world.console.ask else { throw .wouldAsk }
      session.world.console.complain(
        TerminalRenderer(width: session.world.console.width, color: false).render(
          preview.document(Localized("Att öppna i \(path)", "To be opened in \(path)"))))
      guard Prompt(ask: ask, language: language).confirms(Localized("Öppna liggaren?", "Open the ledger?")) else {
        throw .declined
      }
    }
    do throws(WriterFailure) {
      let writer = try JournalWriter.create(
        path, first: Proposal(id: id, draft: draft), recordedBy: recordedBy, session.writerSettings)
      writer.close()
    } catch { throw .unopened(error) }
    try session.answer(
      preview.document(Localized("Liggaren är öppnad i \(path)", "The ledger is opened in \(path)")),
      json: preview.json(.recorded))
    session.remark(
      Localized(
        "Nästa steg: liggare promise adopt --journal \(path) (se --help)",
        "Next: liggare promise adopt --journal \(path) (see --help)")[language])
  }
}

extension ReportingPeriod {
  /// Reads `LABEL=FROM..THROUGH`; a label followed by `!` marks the final report.
  init?(typed text: String) {
    guard let (name, days) = cut(text, at: "="), let dots = days.firstRange(of: ".."),
      let from = try? LocalDate(text: String(days[..<dots.lowerBound])),
      let through = try? LocalDate(text: String(days[dots.upperBound...]))
    else { return nil }
    let isFinal = name.hasSuffix("!")
    let label = isFinal ? String(name.dropLast()) : name
    guard !label.isEmpty else { return nil }
    self.init(label: Text(label), from: from, through: through, isFinal: isFinal)
  }

  /// January–April, May–August, September–December of each year of a validity, cut to it, and a final report over all of it.
  static func tertials(of validity: DateSpan) -> [ReportingPeriod] {
    let all = (validity.from.year...validity.through.year).flatMap { year in
      [(1, 1, 4, 30), (2, 5, 8, 31), (3, 9, 12, 31)].compactMap { number, first, last, end -> ReportingPeriod? in
        guard let from = LocalDate(year: year, month: first, day: 1),
          let through = LocalDate(year: year, month: last, day: end), from <= validity.through, validity.from <= through
        else { return nil }
        return ReportingPeriod(
          label: Text("\(from.text.prefix(4))-T\(number)"), from: max(from, validity.from),
          through: min(through, validity.through))
      }
    }
    return all + [ReportingPeriod(label: "slutrapport", from: validity.from, through: validity.through, isFinal: true)]
  }
}

/// `journal stats`: what the book holds, in numbers.
enum JournalStats {
  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "stats"], Localized("räkna vad boken innehåller", "count what the book holds"),
      examples: [
        .init(
          "liggare journal stats --journal journal/exempel", Localized("händelser och saker", "events and subjects"))
      ]),
    run: { session throws(Failure) in
      let reading = try session.reading()
      let language = reading.language
      let events = reading.chronicle.events
      let types = Dictionary(grouping: events, by: \.fact.type).mapValues(\.count).sorted { $0.key < $1.key }
      let kinds = SubjectKind.allCases.map { ($0, reading.chronicle.subjects($0).count) }.filter { $0.1 > 0 }
      let irregular = events.filter { $0.circumstances.irregular != nil }.count
      let table = Table(
        columns: [
          Table.Column(Localized("Händelse", "Event")[language]), Table.Column(Localized("Typ", "Type")[language]),
          Table.Column(Localized("Antal", "Count")[language], alignment: .trailing),
        ],
        rows: types.map {
          [Table.Cell(EventWords.words(ofType: $0.key)[language]), Table.Cell($0.key), Table.Cell(String($0.value))]
        },
        emptyText: "")
      let counts =
        [KeyValue(Localized("Händelser", "Events")[language], Prose(String(events.count)))]
        + kinds.map { KeyValue(capitalised($0.0.plural[language]), Prose(String($0.1))) }
        + [KeyValue(Localized("Regelavvikelser", "Irregular entries")[language], Prose(String(irregular)))]
      try session.answer(
        reading.document(
          Localized("Boken i siffror", "The book in numbers")[language], [.keyValues(counts), .table(table)]),
        json: reading.json(
          "journal.stats",
          [
            "events": JSONValue(events.count), "irregular": JSONValue(irregular),
            "subjects": .object(JSONObject(kinds.map { (name: $0.0.text, value: JSONValue($0.1)) })),
            "types": .object(JSONObject(types.map { (name: $0.key, value: JSONValue($0.value)) })),
          ]))
    })
}
