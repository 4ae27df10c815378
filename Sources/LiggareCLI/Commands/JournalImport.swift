import CommandArguments
import Documents
import DurableFiles
import Exchange
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal import`: an event log from another program as cases of the ledger, or a sheet that was edited.
enum JournalImport {
  /// What a file is imported as.
  enum Kind: String, CaseIterable, Sendable {
    case cases, measures, answers
  }

  static let file = Positional<String>(
    "FILE",
    Localized(
      "loggen eller bladet; formulär: filerna eller mappen", "the log or the sheet; forms: the files or the folder"),
    .requiredRepeated)
  private static let kind = Option<Kind>(
    "as", "KIND",
    Localized(
      "vad filen är: en logg över ärenden, ett blad med åtgärder, ifyllda formulär",
      "what the file is: a log of cases, a sheet of measures, forms filled in"), default: "cases")
  private static let format = Option<LogFormat>(
    "format", "FORMAT",
    Localized("loggens form (förval: av filens namn)", "the log's form (default: by the file's name)"))
  private static let mapping = Option<String>(
    "mapping", "FILE", Localized("vad kolumnerna betyder, i JSON", "what the columns mean, in JSON"))
  private static let suggest = Flag(
    "suggest-mapping", Localized("skriv ett förslag till mappning, importera inget", "draft a mapping, import nothing"))
  static let encoding = Option<TextEncoding>(
    "encoding", "NAME",
    Localized(
      "filens kodning (förval: mappningens, annars märket eller UTF-8)",
      "the file's encoding (default: the mapping's, else its mark or UTF-8)"))
  static let separator = Option<UInt8>(
    "separator", "CHAR",
    Localized(
      "skiljetecken: , ; eller tab (förval: mappningens, annars rubrikradens)",
      "the separator: , ; or tab (default: the mapping's, else the header's)")
  ) { text throws(ValueProblem) in
    switch text {
    case ",": UInt8(ascii: ",")
    case ";": UInt8(ascii: ";")
    case "tab", "\t", "\\t": UInt8(ascii: "\t")
    default: throw ValueProblem(expected: Localized("»,«, »;« eller »tab«", "“,”, “;” or “tab”"))
    }
  }

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "import"],
      Localized("importera en logg, ett ändrat blad eller svar", "import a log, an edited sheet or answers"),
      discussion: Localized(
        "Varje ärende i loggen blir ett ärende i boken: öppnat, aktiviteter, avslutat, var och en med loggens egen tid som tid för händelsen; registrerat blir det nu. Filen fogas till boken med sitt SHA-256, och varje post anger den och raden. Allt eller inget: en rad som inte går att registrera stoppar allt. Samma logg en gång till lägger inte till något, en längre bara det nya. Börja med --suggest-mapping, granska med --dry-run.\n\n--as measures: ett blad från ”measure list --format csv” som har ändrats i ett kalkylark. Varje ändrad cell blir en post, det som behövs för den (skäl, beslut, dag) står i radens tomma kolumner, och allt registreras på en gång. Ett fel på någon rad stoppar allt. --as answers: formulären från ”follow-up collect”.",
        "Each case of the log becomes a case of the book: opened, activities, closed, each with the log's own time as the time it happened; it is recorded now. The file is attached to the book with its SHA-256, and each entry names it and the line. All or nothing: a row that cannot be recorded stops everything. The same log once more adds nothing, a longer one only what is new. Begin with --suggest-mapping, look with --dry-run.\n\n--as measures: a sheet from “measure list --format csv” that was edited in a spreadsheet. Each cell changed becomes an entry, what it needs (reason, decision, day) stands in the row's empty columns, and all is recorded at once. A mistake on any row stops everything. --as answers: the forms of “follow-up collect”."
      ),
      positionals: [file],
      options: [
        kind, format, mapping, suggest, encoding, separator, RecordingOptions.irregular, RecordingOptions.recordedBy,
        RecordingOptions.dryRun,
        RecordingOptions.yes, RecordingOptions.clockStep, RecordingOptions.wait,
      ] + RecordingOptions.personalData,
      examples: [
        .init(
          "liggare journal import receipt.csv --suggest-mapping > receipt.json",
          Localized("ett förslag att rätta", "a draft to correct")),
        .init(
          "liggare journal import receipt.csv --mapping receipt.json --dry-run",
          Localized("vad som skulle registreras", "what would be recorded")),
        .init(
          "liggare journal import plan.csv --as measures --dry-run",
          Localized("vad som ändrats i bladet", "what was changed in the sheet")),
        .init(
          "liggare journal import svar-2022-T2 --as answers --dry-run",
          Localized("alla formulär i mappen", "all the forms of the folder")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    for option: any Declared in [Globals.asOf, Globals.knownAt] where given.isGiven(option) {
      throw .readingOnly(option.declaration.reference)
    }
    switch try given.value(kind) {
    case .cases:
      if given.isGiven(RecordingOptions.irregular) { throw .needs("--irregular", "--as answers") }
    case .measures: return try importMeasures(session)
    case .answers: return try importAnswers(session)
    }
    guard given.isGiven(mapping) != given[suggest] else {
      if !given[suggest] { try refuseSheet(session) }
      throw given[suggest]
        ? .exclusive(["--mapping", "--suggest-mapping"]) : .oneOf(["--mapping", "--suggest-mapping"])
    }
    let path = try onlyFile(session)
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileOperations.system.read(path) } catch { throw .file(error) }
    if given[suggest] { return try draft(session, path, bytes) }
    let log = try Log(session, path, bytes)
    if given[RecordingOptions.dryRun] {
      let plan = try log.plan(Chronicle(try session.journal()))
      try log.answer(plan, Outcome.dryRun)
      try log.check(plan)
      return
    }
    if !given[RecordingOptions.yes] { try log.ask() }
    let writer = try session.writer()
    defer { writer.close() }
    let plan = try log.plan(Chronicle(writer.view))
    try log.check(plan)
    do throws(AppendFailure) {
      _ = try writer.append(
        plan.proposals, recordedBy: session.recordedBy, sealings: plan.sealings,
        confirmClockStep: given[RecordingOptions.clockStep])
    } catch { throw .unappended(error) }
    try log.answer(plan, plan.proposals.isEmpty ? .alreadyRecorded : .recorded)
  }

  /// The file named, where there is to be one.
  static func onlyFile(_ session: Session) throws(Failure) -> String {
    let paths = session.arguments.values(file)
    guard paths.count == 1, let path = paths.first else {
      throw .usage(.unexpectedArguments(Array(paths.dropFirst()), command: session.arguments.path))
    }
    return path
  }

  /// Refuses options that are for logs only.
  static func refuseLogOptions(_ session: Session) throws(Failure) {
    let given = session.arguments
    for option: any Declared in [mapping, suggest] where given.isGiven(option) {
      throw .exclusive([option.declaration.reference, "--as \(try given.value(kind).rawValue)"])
    }
    if given[optional: format] == .xes { throw .exclusive(["--format xes", "--as \(try given.value(kind).rawValue)"]) }
  }

  /// Writes a draft of the mapping to standard output, and what is missing in it to standard error.
  private static func draft(_ session: Session, _ path: String, _ bytes: [UInt8]) throws(Failure) {
    let given = session.arguments
    let table: LogTable
    do throws(ImportFailure) {
      table = try LogTable(
        bytes, form(given, path), encoding: given[optional: encoding], separator: given[optional: separator])
    } catch { throw .import(error, file: path, mapping: "") }
    let language = session.languageAsked ?? .sv
    let suggestion = MappingSuggestion(table, log: stem(path), language: language)
    var mapping = suggestion.mapping
    mapping.encoding = given[optional: encoding]
    mapping.separator = given[optional: separator].map { Text(String(UnicodeScalar($0))) }
    session.world.console.say(JSONValue(of: mapping).prettyText + "\n")
    for member in suggestion.missing {
      session.remark(
        Localized(
          "Ingen kolumn känns igen för ”\(member)”: ersätt frågetecknet.",
          "No column is recognised for “\(member)”: replace the question mark.")[language])
    }
  }

  private static func form(_ arguments: ParsedCommand, _ path: String) -> LogFormat {
    arguments[optional: format] ?? (path.lowercased().hasSuffix(".xes") ? .xes : .csv)
  }

  /// The file's name without folders and ending.
  private static func stem(_ path: String) -> String {
    let name = name(path)
    return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }

  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private enum Outcome: String {
    case recorded
    case alreadyRecorded = "already-recorded"
    case dryRun = "dry-run"

    var heading: Localized {
      switch self {
      case .recorded: Localized("Importerat", "Imported")
      case .alreadyRecorded: Localized("Inget nytt i loggen", "Nothing new in the log")
      case .dryRun: Localized("Skulle importeras (inget är skrivet)", "Would be imported (nothing is written)")
      }
    }
  }

  /// A log that was read with its mapping, on its way into the ledger.
  private struct Log {
    let session: Session
    let path: String
    let mappingPath: String
    let cases: CaseLog
    let file: ImportFile

    init(_ session: Session, _ path: String, _ bytes: [UInt8]) throws(Failure) {
      let given = session.arguments
      self.session = session
      self.path = path
      mappingPath = try given.value(mapping)
      let stated: [UInt8]
      do throws(FileError) { stated = try FileOperations.system.read(mappingPath) } catch { throw .file(error) }
      let mapping: LogMapping
      do throws(MappingProblem) {
        mapping = try LogMapping(parsing: stated)
      } catch { throw .import(.mapping(error), file: path, mapping: mappingPath) }
      do throws(ImportFailure) {
        let table = try LogTable(
          bytes, form(given, path), encoding: given[optional: encoding] ?? mapping.encoding,
          separator: given[optional: separator] ?? mapping.separatorByte)
        cases = try CaseLog(reading: table, mapping)
      } catch { throw .import(error, file: path, mapping: mappingPath) }
      guard let digest = try? DocumentDigest(text: SHA256.hash(bytes).hex) else {
        preconditionFailure("a digest is 64 hexadecimal digits")
      }
      file = ImportFile(name: Text(name(path)), sha256: digest, log: mapping.log)
    }

    var language: Language { (try? session.folder()).map { session.language($0) } ?? session.languageAsked ?? .sv }

    func plan(_ chronicle: Chronicle) throws(Failure) -> ImportPlan {
      let policy = try session.personalDataPolicy() ?? .refuse
      let progress = session.progress(Localized("Prövar loggen", "Deciding the log"))
      defer { progress.end() }
      do throws(Refusal) {
        return try ImportPlan(
          cases, of: file, into: chronicle,
          ImportClock(
            now: session.world.now(), recordedBy: session.recordedBy, personalData: policy, random: session.world.random
          ),
          language: LedgerReading.language(chronicle)
        ) { progress.tell($0, of: $1) }
      } catch { throw .import(.refused(error), file: path, mapping: mappingPath) }
    }

    /// Refuses a plan in which any row cannot be recorded.
    func check(_ plan: ImportPlan) throws(Failure) {
      if !plan.problems.isEmpty { throw .import(.rows(plan.problems), file: path, mapping: mappingPath) }
    }

    /// Shows what would be recorded, and asks whether it shall be.
    func ask() throws(Failure) {
      let plan = try plan(Chronicle(try session.journal()))
      try check(plan)
      guard let ask = session.world.console.ask else { throw .wouldAsk }
      session.world.console.complain(
        TerminalRenderer(width: session.world.console.width, color: false).render(
          Document(
            Localized("Att importera", "To be imported")[language], language: language.rawValue,
            blocks: plan.summary.blocks([], language))))
      guard Prompt(ask: ask, language: language).confirms(Localized("Importera?", "Import?")) else { throw .declined }
    }

    /// `{"kind":"liggare.journal.import","version":1,"outcome":"recorded","summary":{…},"refused":[{"line":…,"problem":…}]}`
    func answer(_ plan: ImportPlan, _ outcome: Outcome) throws(Failure) {
      let language = language
      let refused = plan.problems.map { problem in
        JSONValue.object(["line": JSONValue(problem.line), "problem": .string(problem.words[language])])
      }
      try session.answer(
        Document(
          outcome.heading[language], language: language.rawValue,
          blocks: plan.summary.blocks(plan.problems, language)),
        json: .object([
          "kind": "liggare.journal.import", "version": 1, "outcome": .string(outcome.rawValue),
          "summary": JSONValue(of: plan.summary), "refused": .array(refused),
        ]))
    }
  }
}

extension CaseLog {
  fileprivate init(reading table: LogTable, _ mapping: LogMapping) throws(ImportFailure) {
    do throws(MappingProblem) { try self.init(table, mapping) } catch { throw .mapping(error) }
    if table.count == 0, problems.isEmpty { throw .noRows }
  }
}
