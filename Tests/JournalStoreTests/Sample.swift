import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON

/// What the tests record: a small ledger whose ids, salts and times are counted.
enum Sample {
  static let identity = "urn:uuid:00000000-0000-4000-8000-00000000000a"
  static let start = Instant(milliseconds: 1_642_500_000_000)

  static func id(_ number: Int) -> EventID {
    EventID(random: (0..<16).map { UInt8(truncatingIfNeeded: number >> (8 * (15 - $0))) })
  }

  static func sealing(_ number: Int, _ value: [UInt8]) -> Sealing {
    let salt = (0..<16).map { UInt8(truncatingIfNeeded: number >> (8 * (15 - $0))) }
    return Sealing.seal(field: "note", value: value, salt: salt)
  }

  static func sealed(_ sealing: Sealing) throws -> SealedText {
    SealedText(try SealedValue(text: sealing.commitment.hex))
  }

  static func date(_ text: String) throws -> LocalDate { try LocalDate(text: text) }

  static func opening(identity: Text = Text(Sample.identity)) throws -> LedgerFact {
    .opened(
      LedgerOpened(
        identity: identity, title: "Medborgarlöfte för Exempelstad", owner: "Exempelstads kommun",
        reality: .illustrative, validity: DateSpan(from: try date("2022-01-01"), through: try date("2023-12-31")),
        timeZone: "Europe/Stockholm", language: "sv", format: 1))
  }

  static func proposal(
    _ title: String, contact: SealedText? = nil, note: SealedText? = nil, refs: [SubjectID] = []
  ) -> (Fact, Circumstances) {
    (
      .measure(.proposed(MeasureProposed(title: Text(title), binding: .decided, contact: contact))),
      Circumstances(refs: refs, note: note)
    )
  }

  /// A draft, as the domain makes it with these events known.
  static func draft(
    _ subject: SubjectID, _ fact: Fact, _ circumstances: Circumstances = Circumstances(), effective: String? = nil,
    known: [Event]
  ) throws -> Draft {
    let command = Command(
      subject, fact, effective: try effective.map { try Effective(text: $0) }, circumstances: circumstances,
      irregularReason: nil)
    let state = { @Sendable (id: SubjectID) -> SubjectState in
      var state = SubjectState(id: id)
      for event in known where event.subject == id { state.apply(event) }
      return state
    }
    let surroundings = Surroundings(then: state, now: state) { kind in
      Set(known.map(\.subject)).filter { $0.kind == kind }.sorted()
    }
    return try decide(command, entries: known.filter { $0.subject == subject }, in: surroundings)
  }

  /// A measure's proposal, ready to be recorded.
  static func measure(
    _ number: Int, _ title: String = "Fler trygghetsvandringar", contact: SealedText? = nil, note: SealedText? = nil,
    refs: [SubjectID] = [], effective: String? = "2022-10-14", id: Int? = nil, known: [Event]
  ) throws -> Proposal {
    let (fact, circumstances) = proposal(title, contact: contact, note: note, refs: refs)
    let draft = try draft(SubjectID(.measure, number), fact, circumstances, effective: effective, known: known)
    return Proposal(id: Sample.id(id ?? 1000 + number), draft: draft)
  }

  static func reassigning(_ number: Int, id: Int, known: [Event]) throws -> Proposal {
    let fact = Fact.measure(
      .reassigned(MeasureReassigned(responsible: PublicOfficial(office: Text("Samordnare \(id)")))))
    return Proposal(
      id: Sample.id(id), draft: try draft(SubjectID(.measure, number), fact, effective: "2022-11-01", known: known))
  }

  /// Settings with a clock that stands still at `seconds` after the start.
  static func settings(
    _ operations: FileOperations = .system, seconds: Int = 0, segmentByteLimit: Int = 1 << 20, wait: Int = 0
  ) -> WriterSettings {
    WriterSettings(
      holder: "test", waitMilliseconds: wait, segmentByteLimit: segmentByteLimit, operations: operations
    ) { Instant(milliseconds: start.milliseconds + Int64(seconds) * 1000) }
  }

  /// Creates a ledger with its first event.
  static func create(_ ledger: ScratchLedger, _ settings: WriterSettings = settings()) throws -> JournalWriter {
    let first = Proposal(id: id(1), draft: try draft(.ledger, .ledger(try opening()), known: []))
    return try JournalWriter.create(ledger.path, first: first, recordedBy: "Anna Ek", settings)
  }

  /// A ledger of five lines: its opening, one measure, a batch of two, and an undated one with a sealed note.
  static func short(in ledger: ScratchLedger, segmentByteLimit: Int = 1 << 20) throws {
    let writer = try create(ledger, settings(segmentByteLimit: segmentByteLimit))
    defer { writer.close() }
    _ = try writer.append([try measure(1, known: writer.journal.events)], recordedBy: "Anna Ek")
    _ = try writer.append(
      [
        try measure(2, "Belysning i Lövåsen", refs: [SubjectID(.measure, 1)], known: writer.journal.events),
        try reassigning(1, id: 7, known: writer.journal.events),
      ], recordedBy: "Bo Alm")
    let sealing = sealing(1, Array("Grannen ringde".utf8))
    _ = try writer.append(
      [try measure(3, note: try sealed(sealing), effective: nil, known: writer.journal.events)], recordedBy: "Anna Ek",
      sealings: [sealing])
  }
}
