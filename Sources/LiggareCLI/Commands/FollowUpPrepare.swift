import CommandArguments
import FollowUps
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

/// `follow-up prepare PERIOD`: the report, as it would be now; `--record` enters it as compiled.
enum FollowUpPrepare {
  private static let period = Positional<String>(
    "PERIOD", Localized("rapportperioden, till exempel 2022-T2", "the reporting period, such as 2022-T2"))
  private static let record = Flag("record", Localized("för in den som sammanställd", "enter it as compiled"))
  private static let compiledBy = Option<PublicOfficial>(
    official: "compiled-by", Localized("vem som sammanställde", "who compiled it"))

  private static let by = Option<PackGrouping>(
    choice: "by", "GROUPING",
    Localized(
      "gruppera åtgärderna; promise tar med liggarens alla löften", "group the measures; promise takes in all promises")
  )

  static let verb = Verb(
    spec: CommandSpec(
      ["follow-up", "prepare"], Localized("uppföljningen för en period", "the report of a period"),
      discussion: Localized(
        "Som det var vid periodens slut, ackumulerat från januari; slutrapporten över hela löftet. Inget skrivs utan --record.",
        "As of the end of the period, cumulative from January; the final report over the whole promise. Nothing is written without --record."
      ),
      positionals: [period],
      options: [Shared.promise, by, record, compiledBy] + RecordingOptions.all + Delivery.options,
      examples: [
        .init(
          "liggare follow-up prepare 2022-T2 --journal journal/exempel",
          Localized("andra tertialet", "the second four months")),
        .init(
          "liggare follow-up prepare 2022-T2 --by area",
          Localized("en tabell för varje område", "a table for each area")),
        .init(
          "liggare follow-up prepare 2022-T2 --by promise",
          Localized(
            "varje löfte för sig, sist det som ligger utanför dem",
            "each promise by itself, last what lies outside them")),
        .init(
          "liggare follow-up prepare 2022-T2 --out uppfoljning.docx",
          Localized("att redigera i Word", "to edit in Word")),
        .init(
          "liggare follow-up prepare 2022-T2 --out uppfoljning.html",
          Localized("med diagram, att läsa och skriva ut", "with charts, to read and print")),
      ]),
    run: { session throws(Failure) in
      if session.arguments[record] {
        for option in [by] + Delivery.options where session.arguments.isGiven(option) {
          throw .exclusive(["--record", option.declaration.reference])
        }
        try Recorder(session).record(compiled)
      } else {
        if session.arguments.isGiven(Globals.asOf) { throw .exclusive(["PERIOD", "--as-of"]) }
        for option in [compiledBy] + RecordingOptions.all where session.arguments.isGiven(option) {
          throw .needs(option.declaration.reference, "--record")
        }
        let reading = try session.reading()
        let grouping = session.arguments[optional: by]
        let takesAll = grouping == .promise && !session.arguments.isGiven(Shared.promise)
        var pack = try pack(session.arguments, reading.chronicle, takesAll ? .all : .promise, today: reading.today)
        pack.grouping = grouping
        let shown = pack
        session.world.leftovers.leave(shown)
        let checkpoint = try PackCheckpoint(reading.journal, size: reading.chronicle.position)
        let basis = Basis(
          shown.book, of: reading.journal.opened, knownAt: session.arguments[optional: Globals.knownAt],
          root: reading.basis.root,
          size: reading.basis.size, cached: reading.basis.cached ?? 0)
        try session.answer(
          shown.document(reading.language, basis: basis, checkpoint: checkpoint), json: shown.json(basis: basis))
      }
    })

  /// `today` is the day that it is read on, or compiled.
  private static func pack(
    _ arguments: ParsedCommand, _ chronicle: Chronicle, _ extent: PackExtent = .promise, today: LocalDate
  ) throws(Failure) -> FollowUpPack {
    let (period, promise) = try asked(arguments, period: period, chronicle)
    if today < period.from { throw .periodNotBegun(period.label.text, from: period.from) }
    return FollowUpPack(
      period: period, promise: promise, extent: extent, chronicle: chronicle,
      knownAt: arguments[optional: Globals.knownAt], today: today)
  }

  /// The period and the promise that a command is about: the one named, else the first that applied in the period, else the first.
  static func asked(
    _ arguments: ParsedCommand, period: Positional<String>, _ chronicle: Chronicle
  ) throws(Failure) -> (ReportingPeriod, SubjectID) {
    let label = try arguments.value(period)
    let periods = LedgerReading.periods(chronicle)
    guard let period = periods.first(where: { $0.label == Text(label) }) else {
      throw .noPeriod(label, known: periods.map(\.label.text))
    }
    let promises = chronicle.subjects(.promise)
    let applying = promises.first { promise in
      guard case .promise(let state) = chronicle.state(of: promise), let span = state.terms?.validity else {
        return false
      }
      return span.from <= period.through && span.through >= period.from
    }
    guard let promise = arguments[optional: Shared.promise] ?? applying ?? promises.first else {
      throw .refused(.missing(field: "promise"))
    }
    guard promise.kind == .promise, chronicle.state(of: promise).isFounded else {
      throw .notFound(promise, known: false)
    }
    return (period, promise)
  }

  private static func compiled(_ draft: inout Drafting) throws(Failure) {
    let pack = try pack(draft.arguments, draft.chronicle, today: try draft.effective?.day ?? draft.book.day)
    try draft.add(
      draft.newID(.followUp),
      .followUp(
        .compiled(
          FollowUpCompiled(
            period: pack.period.label, promise: pack.promise, measures: pack.measures,
            knownThrough: draft.chronicle.position, compiledBy: draft.arguments[optional: compiledBy]))))
  }
}
