import CommandArguments
import Documents
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The way of every recording: draft, decide, show, ask, and under the lock draft and decide again, append, answer.
///
/// The lock is never held while a person thinks. What is decided under it may therefore differ from what was shown, in numbers only:
/// the commands are the same.
struct Recorder {
  let session: Session
  private var console: Console { session.world.console }
  var arguments: ParsedCommand { session.arguments }

  init(_ session: Session) { self.session = session }

  /// What one drafting came to: drafts in order with their identities, and the values that they seal.
  struct Outcome {
    var proposals: [Proposal]
    var sealings: [Sealing]
    var presented: [[UInt8]]
    var remarks: [Localized]
    /// What may not be recorded unsealed without a word of whoever records it.
    var personalData: [PersonalDataGuard.Hit] = []
    /// The ledger with the drafts in it, as they will stand.
    var desk: DecisionDesk
  }

  /// Records, and gives the events as recorded; nil for a dry run.
  @discardableResult
  func record(_ draft: (inout Drafting) throws(Failure) -> Void) throws(Failure) -> [Event]? {
    for option: any Declared in [Globals.asOf, Globals.knownAt] where arguments.isGiven(option) {
      throw .readingOnly(option.declaration.reference)
    }
    let first = arguments[optional: RecordingOptions.event] ?? EventID(random: session.world.random(16))
    let journal = try session.journal()
    let language = session.languageAsked ?? Language(rawValue: journal.opened.language.text) ?? .sv
    let chronicle = Chronicle(journal)
    if let recorded = try repeated(first, journal, chronicle, draft) {
      try answer(
        recorded, chronicle, language, heading: Localized("Fanns redan", "Already recorded"), .alreadyRecorded)
      return recorded
    }
    var policy = try session.personalDataPolicy() ?? .refuse
    if arguments[RecordingOptions.dryRun] || !arguments[RecordingOptions.yes] {
      var outcome = try decide(chronicle, first, at: session.world.now(), policy, draft)
      if !outcome.personalData.isEmpty {
        policy = try asked(outcome.personalData, language)
        outcome = try decide(chronicle, first, at: session.world.now(), policy, draft)
      }
      for words in outcome.remarks { session.remark(words[language]) }
      if arguments[RecordingOptions.dryRun] {
        try answer(
          events(outcome, after: chronicle), outcome.desk.chronicle, language,
          heading: Localized("Skulle registreras (inget är skrivet)", "Would be recorded (nothing is written)"),
          .dryRun)
        return nil
      }
      guard let ask = console.ask else { throw .wouldAsk }
      let preview = Preview(events(outcome, after: chronicle), outcome.desk.chronicle, language)
      console.complain(
        TerminalRenderer(width: console.width, color: false).render(
          preview.document(Localized("Att registrera", "To be recorded"))))
      if session.isGuided { showBoard(from: journal, to: outcome.desk.chronicle, language) }
      guard Prompt(ask: ask, language: language).confirms(Localized("Registrera?", "Record?")) else { throw .declined }
    }
    let (recorded, after, recovery, remarks) = try append(first, policy, draft)
    report(recovery, language)
    // Whoever was asked has read them.
    if arguments[RecordingOptions.yes] { for words in remarks { session.remark(words[language]) } }
    try answer(recorded, after, language, heading: Localized("Registrerat", "Recorded"), .recorded)
    return recorded
  }

  /// Records one entry without asking or showing it, as part of another command, and gives its position.
  func recordQuietly(_ draft: (inout Drafting) throws(Failure) -> Void) throws(Failure) -> Int {
    let (recorded, _, _, _) = try append(
      EventID(random: session.world.random(16)), try session.personalDataPolicy() ?? .refuse, draft)
    return recorded.last?.position ?? 0
  }

  /// Drafts and decides every command, each seeing those before it. The stated reason goes to what is irregular; if nothing is, to the
  /// last, which is then irregular by the recorder's own word.
  func decide(
    _ chronicle: Chronicle, _ first: EventID, at now: Instant, _ policy: PersonalDataGuard.Policy,
    _ draft: (inout Drafting) throws(Failure) -> Void
  ) throws(Failure) -> Outcome {
    var drafting = Drafting(session, chronicle, today: LedgerReading.today(chronicle, now: now))
    try draft(&drafting)
    let reason =
      arguments.isDeclaredAndGiven(RecordingOptions.irregular) ? arguments[optional: RecordingOptions.irregular] : nil
    var outcome = Outcome(
      proposals: [], sealings: drafting.sealings, presented: drafting.presented, remarks: drafting.remarks,
      desk: DecisionDesk(chronicle))
    var personalData = PersonalDataGuard(
      policy, word: PersonalData.sealedWord[LedgerReading.language(chronicle)], random: session.world.random)
    var reasonUsed = false
    for (index, command) in drafting.commands.enumerated() {
      var command = command
      var decided: Draft
      do throws(Refusal) {
        let isLast = index == drafting.commands.count - 1
        if isLast, !reasonUsed { command.irregularReason = reason }
        decided = try outcome.desk.decide(command)
      } catch .irregular(let kinds) {
        guard let reason else { throw failure(.irregular(kinds), command, chronicle) }
        command.irregularReason = reason
        reasonUsed = true
        do throws(Refusal) {
          decided = try outcome.desk.decide(command)
        } catch { throw failure(error, command, chronicle) }
      } catch { throw failure(error, command, chronicle) }
      if let guarded = personalData.guarded(command, decided, sealings: &outcome.sealings) {
        do throws(Refusal) {
          decided = try outcome.desk.decide(guarded)
        } catch { throw failure(error, guarded, chronicle) }
      }
      let id = index == 0 ? first : EventID(following: first, index)
      outcome.desk.accept(decided, id: id, at: now, recordedBy: recordedBy)
      outcome.proposals.append(Proposal(id: id, draft: decided))
    }
    outcome.personalData = personalData.hits
    return outcome
  }

  private func failure(_ refusal: Refusal, _ command: LedgerDomain.Command, _ chronicle: Chronicle) -> Failure {
    let subjects: [SubjectID] =
      switch refusal {
      case .unknownSubject(let id), .alreadyExists(let id): chronicle.subjects(near: id)
      default: []
      }
    return .refusedCommand(refusal, type: command.fact.type, subject: command.subject, subjects: subjects)
  }

  private func append(
    _ first: EventID, _ policy: PersonalDataGuard.Policy, _ draft: (inout Drafting) throws(Failure) -> Void
  ) throws(Failure) -> ([Event], Chronicle, Recovery, [Localized]) {
    let writer = try session.writer()
    defer { writer.close() }
    var chronicle = Chronicle(writer.view)
    let outcome = try decide(chronicle, first, at: session.world.now(), policy, draft)
    if !outcome.personalData.isEmpty { throw .personalData(outcome.personalData, maySeal: true) }
    // What was decided must not rest on less than the book.
    if let failure = writer.view.failure { throw .damaged(failure) }
    do throws(FileError) {
      // What a line names by digest is there before the line is.
      for bytes in outcome.presented { _ = try PresentedFolder(of: writer.folder).store(bytes) }
    } catch { throw .file(error) }
    do throws(AppendFailure) {
      let recorded = try writer.append(
        outcome.proposals, recordedBy: recordedBy, sealings: outcome.sealings,
        confirmClockStep: arguments[RecordingOptions.clockStep])
      for event in recorded where event.position > chronicle.position { chronicle.append(event) }
      return (recorded, chronicle, writer.recovery, outcome.remarks)
    } catch .file(let error), .ended(let error) {
      throw .uncertain(error, first: first)
    } catch { throw .unappended(error) }
  }

  /// Shows what the recording does to the board.
  private func showBoard(from journal: JournalView, to after: Chronicle, _ language: Language) {
    let before = Chronicle(journal)
    let open = session.cache.flatMap { OpenMatters.of(journal, in: $0) } ?? OpenMatters(before)
    let change = BoardChange(
      from: before, to: after, today: LedgerReading.today(before, now: session.world.now()), open: open)
    console.complain(
      "\n" + TerminalRenderer(width: console.width, color: false).render(change.document(language)) + "\n")
  }

  private func events(_ outcome: Outcome, after chronicle: Chronicle) -> [Event] {
    outcome.desk.chronicle.events(after: chronicle.position)
  }

  private var recordedBy: Text { session.recordedBy }

  /// Says what the writer found when it opened the ledger.
  private func report(_ recovery: Recovery, _ language: Language) {
    if recovery.adoptedCount > 0 {
      session.remark(
        Localized(
          "\(recovery.adoptedCount) hela poster stod efter kontrollpunkten, från en avbruten körning, och räknas nu.",
          "\(recovery.adoptedCount) whole entries stood beyond the checkpoint, from a run that was cut short, and now count."
        )[
          language])
    }
    guard let setAside = recovery.setAside else { return }
    session.remark(
      Localized(
        "En ofullständig sista post efter position \(setAside.tail.position - 1) lades åt sidan i \(setAside.file).",
        "An incomplete last batch after position \(setAside.tail.position - 1) was set aside in \(setAside.file).")[
          language])
  }

  private func answer(
    _ events: [Event], _ chronicle: Chronicle, _ language: Language, heading: Localized, _ outcome: Preview.Outcome
  ) throws(Failure) {
    let preview = Preview(events, chronicle, language)
    try session.answer(preview.document(heading), json: preview.json(outcome))
  }
}

extension Session {
  /// Who records: `--recorded-by`, else the environment, else unknown. A variable that is set but empty says nothing.
  var recordedBy: Text {
    if let stated = arguments[optional: RecordingOptions.recordedBy] { return stated }
    let known = ["LIGGARE_RECORDED_BY", "USER", "LOGNAME"].lazy.compactMap { world.variables[$0] }.first { !$0.isEmpty }
    return Text(known ?? "okänd")
  }

  /// The writer of the ledger, with the lock held. What this run has read of the journal is not read again.
  func writer() throws(Failure) -> JournalWriter {
    let folder = try folder()
    do throws(WriterFailure) {
      return try JournalWriter.open(folder, writerSettings, known: known)
    } catch { throw .unopened(error) }
  }

  /// How this command writes: who it is, for others who find the ledger busy, how long it waits for them, and how long a
  /// segment may become (`LIGGARE_SEGMENT_BYTES`, from 1 on; anything else says nothing).
  var writerSettings: WriterSettings {
    var settings = WriterSettings(
      holder: holder, waitMilliseconds: (arguments[optional: RecordingOptions.wait] ?? 5) * 1000, clock: world.now)
    if let limit = world.variables["LIGGARE_SEGMENT_BYTES"].flatMap(Int.init), limit > 0 {
      settings.segmentByteLimit = limit
    }
    settings.cache = cache
    return settings
  }

  /// Who this run is, for others who find the ledger busy: user, process, command, time.
  var holder: String {
    let user = ["USER", "LOGNAME"].lazy.compactMap { world.variables[$0] }.first { !$0.isEmpty } ?? "?"
    let command = (["liggare"] + arguments.path).joined(separator: " ")
    return "\(user), pid \(processID()), \(command), \(world.now().text)"
  }
}

extension EventID {
  /// The identity of a later event of a batch: made from the first, so that a repeat finds the same ones.
  init(following first: EventID, _ index: Int) {
    self.init(random: Array(SHA256.hash(Array("\(first.text)/\(index)".utf8)).bytes.prefix(16)))
  }
}
