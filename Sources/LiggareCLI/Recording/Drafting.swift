import CommandArguments
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

/// The commands that one line of arguments becomes, and the values that they seal.
struct Drafting {
  let arguments: ParsedCommand
  /// The ledger as it is now known, and as of today.
  let chronicle: Chronicle
  let book: Book
  private let random: @Sendable (Int) -> [UInt8]
  private(set) var commands: [Command] = []
  private(set) var sealings: [Sealing] = []
  /// Documents whose bytes are to be kept in `presented/`.
  private(set) var presented: [[UInt8]] = []
  /// How many new subjects of each kind the commands already begin.
  private var begun: [SubjectKind: Int] = [:]

  init(_ session: Session, _ chronicle: Chronicle, today: LocalDate) {
    arguments = session.arguments
    self.chronicle = chronicle
    book = Book(chronicle, asOf: .date(today), today: today)
    random = session.world.random
    self.today = today
    clockDay = SwedishTime.date(of: session.world.now())
    defaultEffective = .date(today)
    // A decision of a body is made on the day of its meeting.
    if arguments.isDeclaredAndGiven(DecisionOptions.meeting) { happens(at: DecisionOptions.meeting) }
  }

  private let today: LocalDate
  /// The day of the clock, also in a ledger whose days are made up.
  private let clockDay: LocalDate

  /// The next free number of a kind, counting those that this drafting has taken.
  mutating func newID(_ kind: SubjectKind) -> SubjectID {
    let taken = begun[kind, default: 0]
    begun[kind] = taken + 1
    return SubjectID(kind, chronicle.nextID(kind).number + taken)
  }

  /// Seals a text of a field: the commitment goes into the line, salt and text into `sealed/`.
  mutating func seal(_ field: String, _ text: String?) throws(Failure) -> SealedText? {
    guard let text else { return nil }
    if text.isEmpty { throw .refused(.empty(field: field)) }
    let sealing = Sealing.seal(field: field, value: Array(text.utf8), salt: random(Commitment.saltByteCount))
    sealings.append(sealing)
    return SealedText(sealing)
  }

  /// Seals a text for a field of an entry that holds a sealed one; nil where the field does not.
  mutating func sealed(
    _ text: String, in correction: EntryCorrected, of event: Event
  ) throws(Failure) -> SealedText? {
    var trial = correction
    trial.new = JSONValue(of: SealedText(SealedValue.sample))
    guard (try? Correction.substituting(trial, in: event)) != nil else { return nil }
    return try seal(correction.field.text.split(separator: ".").last.map(String.init) ?? "note", text)
  }

  /// Remarks on what is unusual and yet nobody's fault; they are said once, and nothing is refused.
  private(set) var remarks: [Localized] = []

  mutating func remark(_ words: Localized) { remarks.append(words) }

  /// Has a document's bytes kept in `presented/`.
  mutating func present(_ bytes: [UInt8]) { presented.append(bytes) }

  /// Takes the day of the meeting that an option names as the day on which the fact happened, unless another is stated.
  mutating func happens(at meeting: Option<SubjectID>) {
    if let day = book.meeting(arguments[optional: meeting])?.day { defaultEffective = .date(day) }
  }

  /// Takes today as the day on which the fact happened, whatever meeting the command names.
  mutating func happensToday() { defaultEffective = .date(today) }

  /// What the effective day is when none is stated: the day of the meeting that the command names, else today; nil for what has no day.
  var defaultEffective: Effective?

  /// When the fact is effective: as stated, undated, or the default.
  var effective: Effective? {
    get throws(Failure) {
      let stated = arguments[optional: RecordingOptions.effective]
      if arguments[RecordingOptions.undated] {
        if stated != nil { throw .exclusive(["--effective", "--undated"]) }
        return nil
      }
      return stated ?? defaultEffective
    }
  }

  /// The same for a command that is added, with a remark on a day that has not come and on a decision of another day than its meeting's.
  private mutating func effectiveRemarked() throws(Failure) -> Effective? {
    let effective = try effective
    guard let day = effective?.day else { return effective }
    if day > clockDay {
      remarkOnce(
        Localized(
          "Dagen \(day) har inte kommit: det som registreras gäller först då.",
          "The day \(day) has not come: what is recorded holds only from then on."))
    }
    let isDecided = arguments.isDeclaredAndGiven(DecisionOptions.authority)
    if isDecided, let meeting = book.meeting(arguments[optional: DecisionOptions.meeting]), let held = meeting.day,
      held != day
    {
      remarkOnce(
        Localized(
          "Beslutet dateras \(day), men sammanträdet \(meeting.id) är \(held).",
          "The decision is dated \(day), but the meeting \(meeting.id) is on \(held)."))
    }
    return effective
  }

  private mutating func remarkOnce(_ words: Localized) { if !remarks.contains(words) { remark(words) } }

  /// Private persons whom the next fact is about, besides those that `--ref` names.
  private var concerned: [SubjectID] = []

  mutating func concern(_ person: SubjectID) { concerned.append(person) }

  /// Adds the entry that gives a private person a number, on the day of the fact that names them and without its circumstances.
  mutating func register(_ id: SubjectID, _ registered: PersonRegistered) throws(Failure) {
    commands.append(Command(id, .person(.registered(registered)), effective: try effective))
  }

  /// Adds a command with the circumstances that the options state.
  mutating func add(_ subject: SubjectID, _ fact: Fact) throws(Failure) {
    let circumstances = Circumstances(
      refs: arguments.values(RecordingOptions.refs)
        + concerned.filter { !arguments.values(RecordingOptions.refs).contains($0) },
      sources: arguments.values(RecordingOptions.sources),
      received: arguments[optional: RecordingOptions.received],
      note: try seal("note", arguments[optional: RecordingOptions.note]))
    commands.append(Command(subject, fact, effective: try effectiveRemarked(), circumstances: circumstances))
    concerned = []
  }

  /// Adds the erasure of values, today.
  mutating func erase(_ subject: SubjectID, _ erased: ValueErased) {
    commands.append(Command(subject, .entry(.valueErased(erased)), effective: .date(today)))
  }

  /// Adds that values are given out, today.
  mutating func disclose(_ subject: SubjectID, _ disclosed: ValueDisclosed) {
    commands.append(Command(subject, .entry(.valueDisclosed(disclosed)), effective: .date(today)))
  }

  /// Adds a command about an entry: it has no effective date, and no circumstances but private persons whom it names.
  mutating func add(aboutEntryOf subject: SubjectID, _ fact: EntryFact, naming persons: [SubjectID] = []) {
    commands.append(Command(subject, .entry(fact), circumstances: Circumstances(refs: persons)))
  }

  /// The decision behind an act: the one named, or a new one that is recorded first; nil where none is stated.
  mutating func decision(
    _ outcome: DecisionOutcome, about subject: SubjectID?, matter: Text? = nil
  ) throws(Failure) -> SubjectID? {
    let named = arguments[optional: DecisionOptions.decision]
    guard let kind = arguments[optional: DecisionOptions.authority] else {
      // Details of a decision without its authority would be lost.
      if let stray = DecisionOptions.making.first(where: { arguments.isDeclaredAndGiven($0) }) {
        throw .needs(stray.declaration.reference, "--authority")
      }
      return named
    }
    if named != nil { throw .exclusive(["--decision", "--authority"]) }
    let id = newID(.decision)
    let title = subject.map { Text(book.title(of: $0) ?? $0.text) }
    guard let matter = matter ?? title else { preconditionFailure("a decision is about something") }
    let made = DecisionOptions.made(
      kind, matter: matter, outcome: outcome, concerns: subject.map { [$0] } ?? [], arguments)
    commands.append(Command(id, .decision(.made(made)), effective: try effective))
    return id
  }
}

extension ParsedCommand {
  func isDeclaredAndGiven(_ argument: any Declared) -> Bool {
    spec.options.contains(argument.declaration) && isGiven(argument)
  }
}
