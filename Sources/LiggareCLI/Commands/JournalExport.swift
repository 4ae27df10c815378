import CommandArguments
import Documents
import DurableFiles
import Exchange
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal export`: the book in forms that other programs read; as a static log where no other form is named.
enum JournalExport {
  /// The forms by the words of the option.
  enum Format: String, CaseIterable, Sendable {
    case tlog, csv, jsonl, ocel, xes, sql

    var form: ExportForm? { ExportForm(rawValue: rawValue) }
    /// Whether it is a folder, and not one file.
    var isFolder: Bool { self == .tlog || self == .csv }
    /// Whether it holds states, and not events alone.
    var holdsStates: Bool { self == .csv || self == .sql }
  }

  private static let out = Positional<String>(
    "OUT",
    Localized(
      "mappen (tlog, csv) eller filen; - för standard ut", "the folder (tlog, csv) or the file; - for standard output"))
  private static let format = Option<Format>(
    "format", "FORMAT", Localized("formatet", "the format"), default: "tlog")
  private static let traces = Option<SubjectKind>(
    choice: "traces", "KIND",
    Localized(
      "xes: bara spår av detta slag, till exempel case (förval: ärenden och åtgärder)",
      "xes: only traces of this kind, such as case (default: cases and measures)"), .repeated)
  private static let force = Flag(
    "force", Localized("ersätt det som finns där", "replace what is there"))

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "export"],
      Localized("skriv boken i en form som andra program läser", "write the book in a form that other programs read"),
      discussion: Localized(
        "tlog: en statisk logg (tlog-tiles) att lägga på en webbplats, med kontrollpunkten, trädets hashvärden och raderna byte för byte; en tidigare export förlängs. csv: en mapp med tabeller. jsonl: en händelse per rad. ocel: OCEL 2.0 i JSON. xes: en händelselogg med ett spår per ärende och åtgärd. sql: en fil för sqlite3 och PostgreSQL, med nycklar och vyer.\n\nAllt läses om och räknas om först, och inget går förbi kontrollpunkten. Förseglade värden, och texter om det som är sekretessmarkerat, visas som ***, om inte --reveal; då antecknas i boken vad som lämnades ut och av vem (--by). Salt och redovisade dokument följer aldrig med. --known-at avgränsar händelserna; --as-of gäller tabellerna över läget (csv, sql).",
        "tlog: a static log (tlog-tiles) for a web site, with the checkpoint, the tree's hashes and the lines byte for byte; an earlier export is extended. csv: a folder of tables. jsonl: one event a line. ocel: OCEL 2.0 in JSON. xes: an event log with a trace for each case and measure. sql: one file for sqlite3 and PostgreSQL, with keys and views.\n\nEverything is read and recomputed first, and nothing goes past the checkpoint. Sealed values, and texts about what is marked secret, are shown as ***, unless --reveal; then the book records what was given out and by whom (--by). Salts and presented documents never come along. --known-at limits the events; --as-of is for the tables of states (csv, sql)."
      ),
      positionals: [out], options: [format, traces, force] + Disclosure.options,
      examples: [
        .init(
          "liggare journal export logg --journal journal/exempel", Localized("till mappen logg", "to the folder logg")),
        .init(
          "liggare journal export tabeller --format csv --as-of 2022-10-14 --journal journal/exempel",
          Localized("som det stod den dagen", "as it stood on that day")),
        .init(
          "liggare journal export bok.sql --format sql --journal journal/exempel",
          Localized("sedan: sqlite3 bok.db < bok.sql", "then: sqlite3 bok.db < bok.sql")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    let path = try given.value(out)
    let format = try given.value(format)
    if given.isGiven(traces), format != .xes { throw .needs("--traces", "--format xes") }
    if given.isGiven(Globals.asOf), !format.holdsStates {
      throw .exclusive(["--as-of", "--format \(format.rawValue)"])
    }
    guard let form = format.form else {
      for option: any Declared in [force, Globals.knownAt, Unsealing.reveal, Disclosure.by] where given.isGiven(option)
      {
        throw .exclusive([option.declaration.reference, "--format tlog"])
      }
      try writeLog(session, path)
      return try remarkOnMarks(session)
    }
    if path == "-", format.isFolder { throw .exclusive(["-", "--format \(format.rawValue)"]) }
    if !given[force] { try checkFree(path, isFolder: format.isFolder) }
    try write(session, form, path)
  }

  /// Refuses a path under which something lies. An empty folder is nothing.
  private static func checkFree(_ path: String, isFolder: Bool) throws(Failure) {
    if path == "-" { return }
    do throws(FileError) {
      guard let status = try FileOperations.system.status(path) else { return }
      if isFolder, status.kind == .folder, try FileOperations.system.names(in: path).isEmpty { return }
    } catch { throw .file(error) }
    throw .exchange(.taken(path: path))
  }

  private static func write(_ session: Session, _ form: ExportForm, _ path: String) throws(Failure) {
    let given = session.arguments
    let folder = try session.folder()
    guard Session.holdsLedger(folder) else { throw .noLedger(folder: folder) }
    // Only a moment to find needs the journal open for questions.
    let through = given.isGiven(Globals.knownAt) ? try session.reading().chronicle.position : nil
    let waiting = waitingFolder(path, session.world)
    var source: ExportSource
    var states: ExportStates?
    do throws(JournalError) {
      source = try ExportSource(folder, through: through)
      if form == .csv || form == .sql {
        states = try ExportStates(
          folder, through: through, asOf: given[optional: Globals.asOf], waitingIn: waiting
        ) { opened, last in LedgerReading.today(opened, last: last, now: session.world.now()) }
      }
    } catch { throw .damaged(error) }
    if given[Unsealing.reveal] {
      source.disclosure = ExportDisclosure(reveal: try session.reveal)
    } else {
      let withheld = Secrecy(Chronicle(try session.journal())).withheld
      source.disclosure = ExportDisclosure(withheld: withheld)
      states?.withheld = withheld
    }
    var basis = ExportBasis(source, asOf: states?.asOf, knownAt: given[optional: Globals.knownAt])
    basis.isRevealed = given[Unsealing.reveal]
    try disclose(source, form, session)
    let progress = session.progress(Localized("Skriver exporten", "Writing the export"))
    let byteCount: Int
    do throws(ExchangeFailure) {
      defer { progress.end() }
      let export = Export(source, basis, waitingIn: waiting) { progress.tell($0, of: $1) }
      byteCount = try write(export, form, path, session, states)
    } catch { throw .exchange(error) }
    if path == "-" { return try session.checkReading() }
    try answer(session, form, path, basis, byteCount)
  }

  /// Says that a log of raw lines holds what is marked secret: masked lines would prove nothing.
  private static func remarkOnMarks(_ session: Session) throws(Failure) {
    let reading = try session.reading()
    let marked = Secrecy(reading.chronicle).withheld.sorted().map(\.text).joined(separator: ", ")
    if marked.isEmpty { return }
    session.remark(
      Localized(
        "Loggen har raderna byte för byte, också om det som är sekretessmarkerat: \(marked). Pröva det innan den lämnas ut.",
        "The log has the lines byte for byte, also about what is marked secret: \(marked). Assess that before it is given out."
      )[reading.language])
  }

  /// Records what a revealing export gives out; nothing for any other. The event is not in the export itself, which rests on the book
  /// before it.
  private static func disclose(_ source: ExportSource, _ form: ExportForm, _ session: Session) throws(Failure) {
    guard session.arguments[Unsealing.reveal] else {
      return try Disclosure.record(session, "", about: .ledger, count: 0)
    }
    let journal = try session.journal()
    let count: Int
    do throws(JournalError) { count = try journal.sealedCount(through: source.through) } catch { throw .damaged(error) }
    let language = try session.language(session.folder())
    let what = Localized(
      "export \(form.rawValue) av post 1–\(source.through)", "export \(form.rawValue) of entries 1–\(source.through)")
    try Disclosure.record(session, Text(what[language]), about: .ledger, count: count, isFile: true)
  }

  /// Writes the export, and gives how many bytes of events it has.
  private static func write(
    _ export: Export, _ form: ExportForm, _ path: String, _ session: Session, _ states: ExportStates?
  ) throws(ExchangeFailure) -> Int {
    let say = session.world.console.sayBytes
    func sink() throws(ExchangeFailure) -> ExportSink {
      if path == "-" { return ExportSink { say($0) } }
      do throws(FileError) { return try ExportSink(path: path) } catch { throw .file(error) }
    }
    if form == .csv {
      guard let states else { preconditionFailure("tables are of states") }
      try export.writeTables(of: states, toFolder: path)
      return 0
    }
    let out = try sink()
    switch form {
    case .jsonl:
      try export.writeLines(to: out, basisTo: path == "-" ? nil : "\(path).basis.json")
    case .ocel: try export.writeObjects(to: out)
    case .xes:
      let kinds = session.arguments.values(traces)
      try export.writeTraces(of: Set(kinds.isEmpty ? [.case, .measure] : kinds), to: out)
    case .sql, .csv:
      guard let states else { preconditionFailure("tables are of states") }
      try export.writeSQL(of: states, to: out)
    }
    return out.byteCount
  }

  /// The folder in which what is written later waits: the one that the export lies in, or as near above it as there is one; for
  /// standard output that of temporary files.
  private static func waitingFolder(_ path: String, _ world: World) -> String {
    guard path != "-" else { return world.temporaryFolder }
    var folder = path
    while (try? FileOperations.system.status(folder))??.kind != .folder {
      let above = FileOperations.parent(of: folder)
      if above == folder { break }
      folder = above
    }
    return folder
  }

  /// `{"kind":"liggare.journal.export","version":1,"format":"xes","path":…,"basis":{…}}`
  private static func answer(
    _ session: Session, _ form: ExportForm, _ path: String, _ basis: ExportBasis, _ byteCount: Int
  ) throws(Failure) {
    let language = try session.language(session.folder())
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let rows =
      [KeyValue(form == .csv ? word("Mapp", "Folder") : word("Fil", "File"), Prose.code(path))]
      + [KeyValue(word("Poster", "Entries"), Prose(String(basis.position)))]
      + (basis.asOf.map { [KeyValue(word("Läget", "States"), Prose($0.text))] } ?? [])
      + [KeyValue(word("Rot", "Root"), Prose.code(basis.root))]
      + (byteCount > 0 ? [KeyValue(word("Byte", "Bytes"), Prose(String(byteCount)))] : [])
    let banner: [Block] = basis.reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    try session.answer(
      Document(
        word("Exporten är skriven", "The export is written"), language: language.rawValue,
        blocks: banner + [.keyValues(rows)]),
      json: .object([
        "kind": "liggare.journal.export", "version": 1, "format": .string(form.rawValue), "path": .string(path),
        "basis": JSONValue(of: basis),
      ]))
  }
}
