package import CommandArguments
package import Integrity
package import JournalStore
package import LedgerDomain
package import Projections
package import StrictJSON
import Wording

/// What recording an event log in a ledger would add: every event decided, none recorded.
///
/// The log's file is attached to the ledger first (`entry.document-attached`, role `import`), and each event names it by its SHA-256 among
/// its sources, with the line. A case becomes a case of the ledger: opened, assigned, its activities and its closing in the
/// order of their times, which they keep as effective. What is irregular (an activity after the closing) is marked, the log
/// being the reason.
///
/// What the ledger has already by the ids of ``ImportIDs`` is left out, so that the same log adds nothing, and a longer one what
/// is new. Where the log now says something else of a case that was imported, nothing is changed: it stands in
/// ``ImportSummary/differences``.
///
/// Cost: some 10 µs an event, all that is new in memory.
package struct ImportPlan: Sendable {
  package private(set) var summary: ImportSummary
  /// To be recorded as one batch, all or none.
  package private(set) var proposals: [Proposal] = []
  /// The sealed notes of what is proposed.
  package private(set) var sealings: [Sealing] = []
  /// The rows that cannot be recorded, in order of their lines; where there are any, nothing should be recorded.
  package private(set) var problems: [RowProblem] = []

  private let chronicle: Chronicle
  private let ids: ImportIDs
  private let file: ImportFile
  private let clock: ImportClock
  private let language: Language
  private var desk: ImportDesk
  private var nextCase: Int
  private var personalData: PersonalDataGuard
  private let columns: [(field: String, column: String)]

  /// Plans the import of a log into what a chronicle holds. Refuses only what concerns the file itself. `progress` is told how
  /// many cases of how many are decided.
  package init(
    _ log: CaseLog, of file: ImportFile, into chronicle: Chronicle, _ clock: ImportClock, language: Language,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Refusal) {
    self.chronicle = chronicle
    self.file = file
    self.clock = clock
    self.language = language
    columns = log.columns
    personalData = PersonalDataGuard(
      clock.personalData, word: PersonalData.sealedWord[language], random: clock.random)
    ids = ImportIDs(log: file.log.text)
    desk = ImportDesk(chronicle)
    nextCase = chronicle.nextID(.case).number
    summary = ImportSummary(log, of: file)
    problems = log.problems
    for (index, logged) in log.cases.enumerated() {
      plan(logged)
      progress(index + 1, log.cases.count)
    }
    problems.sort { $0.line < $1.line }
    summary.refusedRows = Set(problems.map(\.line)).count
    if !proposals.isEmpty { try attachFile() }
  }

  private mutating func attachFile() throws(Refusal) {
    guard case .ledger(let ledger) = chronicle.state(of: .ledger),
      !ledger.record.documents.contains(where: { $0.document.sha256 == file.sha256 })
    else { return }
    let attached = DocumentAttached(
      document: DocumentReference(name: file.name, sha256: file.sha256), role: Text(ImportFile.role))
    let desk = DecisionDesk(chronicle)
    let command = Command(.ledger, .entry(.documentAttached(attached)), effective: .date(clock.day))
    let draft = try guarded(command, try desk.decide(command), line: 1) { other throws(Refusal) in
      try desk.decide(other)
    }
    proposals.insert(Proposal(id: ids.id("file", file.sha256.text), draft: draft), at: 0)
  }

  private mutating func plan(_ logged: CaseLog.LoggedCase) {
    summary.take(logged)
    if personalData.policy != .allow, let text = PersonalDataText(field: "case", text: logged.key) {
      problems.append(RowProblem(line: logged.line, kind: .personalKey(text, column: columns(of: "case").joined())))
      return
    }
    let opening = ids.id(CaseOpened.type, logged.key)
    let known = chronicle.event(opening)
    let subject = known?.subject ?? SubjectID(.case, nextCase)
    let recorded = known == nil ? [] : chronicle.events(about: subject)
    if known == nil { nextCase += 1 } else { summary.knownCaseCount += 1 }
    desk.take(subject, recorded)
    let recordedIDs = Set(recorded.map(\.id))
    let isClosed = recorded.contains { $0.fact.type == CaseClosed.type }
    for step in steps(of: logged) {
      let id = step.id(in: ids, logged.key)
      if recordedIDs.contains(id) {
        summary.knownEventCount += 1
        if id == opening, let known, !says(known, step) {
          summary.differences.append(ImportSummary.Difference(subject: subject, type: CaseOpened.type, line: step.line))
        }
      } else if isClosed, step.fact.type == CaseClosed.type {
        summary.differences.append(ImportSummary.Difference(subject: subject, type: CaseClosed.type, line: step.line))
      } else if known != nil, step.fact.type == CaseAssigned.type {
        summary.differences.append(ImportSummary.Difference(subject: subject, type: CaseAssigned.type, line: step.line))
      } else {
        propose(step, id, about: subject)
      }
    }
  }

  /// Whether an event says what a step does, sealed or not.
  private func says(_ event: Event, _ step: ImportStep) -> Bool {
    let sealed = step.fact.withheld(as: PersonalData.sealedWord[language], with: Circumstances())?.fact
    return event.effective == step.effective && (event.fact == step.fact || event.fact == sealed)
  }

  private mutating func propose(_ step: ImportStep, _ id: EventID, about subject: SubjectID) {
    let place = Localized("rad \(step.line)", "line \(step.line)")[language]
    var command = Command(
      subject, step.fact, effective: step.effective,
      circumstances: Circumstances(sources: [SourceReference(document: file.sha256, place: Text(place))]))
    do throws(Refusal) {
      var draft: Draft
      do throws(Refusal) {
        draft = try desk.decide(command)
      } catch .irregular {
        command.irregularReason = Text(
          Localized("Enligt den importerade loggen", "According to the imported log")[language])
        draft = try desk.decide(command)
        summary.irregularCount += 1
      }
      let desk = self.desk
      draft = try guarded(command, draft, line: step.line) { other throws(Refusal) in try desk.decide(other) }
      self.desk.accept(draft, id: id, at: clock.now, recordedBy: clock.recordedBy)
      proposals.append(Proposal(id: id, draft: draft))
      summary.add(step)
    } catch {
      problems.append(RowProblem(line: step.line, kind: .refused(error, type: step.fact.type)))
    }
  }

  /// The draft without the personal data that is to be sealed; what may not be recorded at all is a problem of its line.
  private mutating func guarded(
    _ command: Command, _ draft: Draft, line: Int, decide: (Command) throws(Refusal) -> Draft
  ) throws(Refusal) -> Draft {
    let known = personalData.hits.count
    if let guarded = personalData.guarded(command, draft, sealings: &sealings) { return try decide(guarded) }
    problems += personalData.hits[known...].map { hit in
      let member = hit.text.field.prefix { $0 != "." }
      return RowProblem(
        line: line, kind: .personalData(hit.text, columns: columns(of: String(member)), type: hit.type))
    }
    return draft
  }

  /// The columns that a member of the mapping names.
  private func columns(of member: String) -> [String] { columns.filter { $0.field == member }.map(\.column) }

  /// The events of a case in the order in which they are recorded: its opening, then by their times.
  private func steps(of logged: CaseLog.LoggedCase) -> [ImportStep] {
    let opened = CaseOpened(title: logged.title, registryNumber: logged.registryNumber, due: logged.due)
    var steps = [ImportStep(.opened(opened), logged.opened, line: logged.line)]
    if let officer = logged.officer {
      steps.append(ImportStep(.assigned(CaseAssigned(officer: officer)), logged.opened, line: logged.line))
    }
    var activities = logged.activities.enumerated().map { index, activity in
      (index: index, moment: activity.time?.start.milliseconds ?? .min, activity: activity)
    }
    activities.sort { ($0.moment, $0.index) < ($1.moment, $1.index) }
    var closing = logged.closed.map { closed in
      ImportStep(.closed(CaseClosed(outcome: logged.outcome ?? "?")), closed, line: logged.line)
    }
    var equal: [ImportStep: Int] = [:]
    for (_, moment, activity) in activities {
      if let step = closing, let closed = logged.closed, moment > closed.start.milliseconds {
        steps.append(step)
        closing = nil
      }
      var step = ImportStep(
        .activityRecorded(ActivityRecorded(activity: activity.activity, by: activity.by)), activity.time, line: 0)
      let named = step.withoutPersonalData
      let before = equal[named, default: 0]
      equal[named] = before + 1
      step.equalBefore = before
      step.line = activity.line
      steps.append(step)
    }
    return steps + [closing].compactMap(\.self)
  }
}

/// The file that a log was read from, as the ledger refers to it.
package struct ImportFile: Hashable, Sendable {
  /// The role of the document that it is attached to the ledger as.
  package static let role = "import"

  package let name: Text
  package let sha256: DocumentDigest
  /// The log's own name, which the mapping states.
  package let log: Text

  package init(name: Text, sha256: DocumentDigest, log: Text) {
    self.name = name
    self.sha256 = sha256
    self.log = log
  }
}

/// When and by whom an import is recorded.
package struct ImportClock: Sendable {
  package let now: Instant
  package let recordedBy: Text
  /// What becomes of personal data in texts, and chance for the salts of what is sealed.
  package let personalData: PersonalDataGuard.Policy
  package let random: @Sendable (Int) -> [UInt8]

  package init(
    now: Instant, recordedBy: Text, personalData: PersonalDataGuard.Policy = .refuse,
    random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.now = now
    self.recordedBy = recordedBy
    self.personalData = personalData
    self.random = random
  }

  var day: LocalDate { SwedishTime.date(of: now) }
}

/// One event that a log states about a case.
struct ImportStep: Hashable {
  private(set) var caseFact: CaseFact
  let effective: Effective?
  /// How many activities of the case say the same and stand before it.
  var equalBefore = 0
  var line: Int

  init(_ fact: CaseFact, _ effective: Effective?, line: Int) {
    caseFact = fact
    self.effective = effective
    self.line = line
  }

  var fact: Fact { .case(caseFact) }

  /// The step as ids are made of it: what may be sealed is no part of them, since whoever tries all numbers would learn it.
  var withoutPersonalData: ImportStep {
    guard case .case(let named)? = fact.withheld(as: "?", with: Circumstances())?.fact else { return self }
    var step = self
    step.caseFact = named
    return step
  }

  func id(in ids: ImportIDs, _ key: String) -> EventID {
    let moment = effective?.text ?? ""
    let named = withoutPersonalData.caseFact
    switch named {
    case .closed: return ids.id(CaseClosed.type, key, moment)
    case .assigned(let assigned): return ids.id(CaseAssigned.type, key, Self.text(assigned.officer))
    case .activityRecorded(let recorded):
      return ids.id(
        ActivityRecorded.type, key, moment, recorded.activity.text, recorded.by.map(Self.text) ?? "",
        String(equalBefore))
    case .opened, .linked, .dueDateSet, .reopened: return ids.id(named.type, key)
    }
  }

  /// The members of an office-holder, so that no two have the same text.
  private static func text(_ person: PublicOfficial) -> String {
    [person.office.text, person.name?.text ?? "", person.organ?.text ?? ""].joined(separator: "\0")
  }
}
