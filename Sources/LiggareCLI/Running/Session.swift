import CommandArguments
import Documents
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// One run of one command: its arguments, the world, and how it answers.
struct Session {
  let arguments: ParsedCommand
  let world: World
  /// The language asked for; nil leaves it to the ledger.
  let languageAsked: Language?
  let delivery: Delivery
  private let shelf = Shelf()

  /// The journal that this run has opened.
  private final class Shelf {
    var view: JournalView?
    var unsealing: Unsealing?
  }

  /// Has what opens sealed values for this answer looked at before the answer is given.
  func keep(_ unsealing: Unsealing) { shelf.unsealing = unsealing }

  /// The form that the answer will have.
  var form: AnswerForm { delivery.form }

  /// The journal as this run has read it, where it has.
  var known: JournalView? { shelf.view }

  /// Whether questions led to the command, so that what it does to the board is shown before it is recorded.
  var isGuided = false

  init(_ arguments: ParsedCommand, _ world: World) throws(Failure) {
    self.arguments = arguments
    self.world = world
    languageAsked = arguments[optional: Globals.language] ?? world.language
    let ownFiles = [AuditTrace.svg, CalendarCommand.ics]
    delivery = try Delivery(
      arguments, isForcedElsewhere: ownFiles.contains { arguments.isGiven($0) },
      hasForm: arguments.isDeclaredAndGiven(FollowUpShow.document))
  }

  /// Whether a folder holds a ledger.
  static func holdsLedger(_ folder: String) -> Bool {
    (try? FileOperations.system.exists("\(folder)/ledger.json")) == true
      || (try? FileOperations.system.exists("\(folder)/events")) == true
  }

  /// The folder of the ledger: `--journal`, else `LIGGARE_JOURNAL`, else the working folder when it holds a ledger.
  func folder() throws(Failure) -> String {
    if let folder = arguments[optional: Globals.journal] ?? world.variables["LIGGARE_JOURNAL"], !folder.isEmpty {
      return folder
    }
    if Session.holdsLedger(".") { return "." }
    throw .noLedger(folder: nil)
  }

  /// The journal, open for questions: what the cache does not know of it is read strictly.
  ///
  /// With `isCached` false everything is.
  func journal(isCached: Bool = true) throws(Failure) -> JournalView {
    let folder = try folder()
    guard Session.holdsLedger(folder) else { throw .noLedger(folder: folder) }
    let progress = progress(Localized("Läser boken", "Reading the book"))
    defer { progress.end() }
    do throws(JournalError) {
      let view = try JournalView.open(folder, cache: isCached ? cache : nil, extra: LedgerTallies()) {
        progress.tell($0, of: $1)
      }
      shelf.view = view
      return view
    } catch {
      throw .damaged(error)
    }
  }

  /// Where indexes are kept: `LIGGARE_CACHE`, else `liggare` in the user's cache folder; nowhere with `--no-cache`.
  var cache: IndexCache? {
    if arguments[Globals.noCache] { return nil }
    func stated(_ name: String) -> String? { world.variables[name].flatMap { $0.isEmpty ? nil : $0 } }
    let folder =
      stated("LIGGARE_CACHE") ?? stated("XDG_CACHE_HOME").map { "\($0)/liggare" }
      ?? stated("HOME").map { "\($0)/.cache/liggare" }
    return folder.map { IndexCache(folder: $0) }
  }

  /// A line of progress for long work, where a person watches.
  func progress(_ label: Localized) -> Progress {
    let isWatched = world.console.ask != nil && !arguments[Globals.quiet]
    return Progress(
      label[languageAsked ?? .sv], width: world.console.width, show: isWatched ? world.console.complain : nil)
  }

  /// The ledger at the clock readings asked for.
  func reading() throws(Failure) -> LedgerReading { try reading(of: try journal()) }

  /// The same for the board: what is left to be done now is kept beside the index.
  func boardReading() throws(Failure) -> LedgerReading {
    let journal = try journal()
    let isNow = !arguments.isGiven(Globals.asOf) && !arguments.isGiven(Globals.knownAt)
    return try reading(of: journal, open: isNow ? cache.flatMap { OpenMatters.of(journal, in: $0) } : nil)
  }

  private func reading(of journal: JournalView, open: OpenMatters? = nil) throws(Failure) -> LedgerReading {
    var reading = LedgerReading(
      journal, asOf: arguments[optional: Globals.asOf], knownAt: arguments[optional: Globals.knownAt],
      now: world.now(), languageAsked: languageAsked, open: open)
    reading.reveal = try reveal
    return reading
  }
}

extension Basis {
  /// The basis with the ledger named by its opening. The ledger has a name, and is made up or not, also on days before it was opened.
  init(_ book: Book, of opened: LedgerOpened, knownAt: Instant?, root: Text?, size: Int, cached: Int = 0) {
    self.init(book, knownAt: knownAt, root: root, size: size)
    if cached > 0 { self.cached = cached }
    ledger = opened.title
    owner = opened.owner
    reality = opened.reality
  }
}

extension World {
  /// The language of a person who has said so for all programs: `LIGGARE_LANG`.
  var language: Language? { variables["LIGGARE_LANG"].flatMap(Language.init(rawValue:)) }
}

/// A ledger read for one answer: the journal, the chronicle known at the moment asked, and the book as of the day asked.
struct LedgerReading {
  let journal: JournalView
  let chronicle: Chronicle
  let book: Book
  let basis: Basis
  let language: Language
  /// "Today": the day of the clock; in an illustrative ledger that of its last entry.
  let today: LocalDate
  /// The text of a sealed value where the reader may see it and asked to; nil masks.
  var reveal: @Sendable (SealedValue) -> String? = { _ in nil }

  /// With `through`, only the entries up to that position; gathered for whoever asks about every subject.
  init(
    _ journal: JournalView, asOf: Effective?, knownAt: Instant?, now: Instant, languageAsked: Language?,
    through: Int? = nil, open: OpenMatters? = nil, isGathered: Bool = false
  ) {
    self.journal = journal
    let whole = isGathered ? Chronicle(journal).gathered : Chronicle(journal)
    let all = through.map { whole.known(through: $0) } ?? whole
    chronicle = knownAt.map { all.known(through: all.position(knownAt: $0)) } ?? all
    today = LedgerReading.today(all, now: now)
    // Without a day asked, what will only be true later is not yet so.
    book = Book(chronicle, asOf: asOf ?? .date(today), today: today, open: open)
    basis = Basis(
      book, of: journal.opened, knownAt: knownAt, root: Text(journal.range.root.base64), size: journal.count,
      cached: journal.count - journal.sweptCount)
    language = languageAsked ?? LedgerReading.language(all)
  }

  static func opened(_ chronicle: Chronicle) -> LedgerOpened? {
    if case .ledger(.opened(let opened))? = chronicle.event(at: 1)?.fact { opened } else { nil }
  }

  /// The reporting periods, as they stand corrected.
  static func periods(_ chronicle: Chronicle) -> [ReportingPeriod] {
    if case .ledger(let ledger) = chronicle.state(of: .ledger) { ledger.opened?.periods ?? [] } else { [] }
  }

  static func today(_ chronicle: Chronicle, now: Instant) -> LocalDate {
    guard let opened = opened(chronicle), let last = chronicle.lastRecorded else { return SwedishTime.date(of: now) }
    return today(opened, last: last, now: now)
  }

  static func today(_ opened: LedgerOpened, last: Instant, now: Instant) -> LocalDate {
    SwedishTime.date(of: opened.reality == .illustrative ? last : now)
  }

  /// The language that a folder's `ledger.json` states, without reading the journal: good enough for a question or an error.
  static func language(inCopyOf folder: String) -> Language? { LedgerCard(folder).language }

  static func language(_ chronicle: Chronicle) -> Language {
    opened(chronicle).flatMap { Language(rawValue: $0.language.text) } ?? .sv
  }
}

extension Session {
  /// Answers with a document, in the form asked for.
  func answer(_ document: Document) throws(Failure) {
    let isShown = delivery.path == nil
    let bytes = document.bytes(
      delivery.form, width: isShown ? world.console.width : 100,
      color: isShown && world.console.color && !arguments[Globals.noColor])
    world.leftovers.leave(document)
    try checkReading()
    try delivery.hand(bytes, self)
  }

  /// Refuses an answer for which something could not be read: it would say less than the book.
  func checkReading() throws(Failure) {
    if let failure = shelf.view?.failure { throw .damaged(failure) }
    if let failure = shelf.unsealing?.failure { throw failure }
  }

  /// Answers with JSON where it was asked for, else with a document; only the one needed is made.
  func answer(_ document: @autoclosure () -> Document, json: @autoclosure () -> JSONValue) throws(Failure) {
    if delivery.form == .json { try answerJSON(json()) } else { try answer(document()) }
  }

  /// Answers with JSON; with `--reveal` each sealed value has its text beside its commitment.
  func answerJSON(_ json: JSONValue) throws(Failure) {
    let shown = shelf.unsealing.map { unsealing in json.revealed(unsealing.text) } ?? json
    let text = escapingInvisible(shown.prettyText) + "\n"
    world.leftovers.leave(shown)
    try checkReading()
    try delivery.hand(Array(text.utf8), self)
  }

  /// A remark on error output, unless `--quiet`.
  func remark(_ text: String) {
    if !arguments[Globals.quiet] { world.console.complain(text + "\n") }
  }
}

/// JSON with the characters that can drive or deceive a terminal written as escapes: C1 controls, zero-width and bidi marks. The value is
/// the same. Such characters stand only inside strings, where RFC 8259 section 7 allows any character to be escaped.
private func escapingInvisible(_ json: String) -> String {
  // Hardly ever is there one.
  guard json.unicodeScalars.contains(where: isInvisible) else { return json }
  var text = ""
  for scalar in json.unicodeScalars {
    if isInvisible(scalar) {
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    } else {
      text.unicodeScalars.append(scalar)
    }
  }
  return text
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
  default: false
  }
}
