import DurableFiles
import Glibc
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON

/// What the scripts let a process do to a ledger.
enum FaultWriter {
  struct Plan {
    let isDeferred: Bool
    let seals: Bool
    let batchCount: Int
    let holdCount: Int
    let segmentByteLimit: Int

    var settings: WriterSettings {
      WriterSettings(
        holder: "FaultWriter, pid \(getpid())", waitMilliseconds: 600_000, segmentByteLimit: segmentByteLimit,
        checkpointing: isDeferred ? .deferred : .everyAppend, clock: FaultWriter.now)
    }
  }

  @Sendable static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// One write for a line: what a reader of the pipe has seen of it is all or nothing.
  static func say(_ text: String, to stream: Int32 = STDOUT_FILENO) {
    let bytes = Array((text + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
  }

  static func create(_ path: String, _ plan: Plan) throws {
    let opened = LedgerOpened(
      identity: "urn:uuid:00000000-0000-4000-8000-0000000000fa", title: "Fel på fel", owner: "Exempelstads kommun",
      reality: .illustrative,
      validity: DateSpan(from: try LocalDate(text: "2022-01-01"), through: try LocalDate(text: "2023-12-31")),
      timeZone: "Europe/Stockholm", language: "sv", format: 1)
    let draft = try draft(.ledger, .ledger(.opened(opened)))
    let writer = try JournalWriter.create(
      path, first: Proposal(id: EventID(random: [UInt8](repeating: 1, count: 16)), draft: draft),
      recordedBy: "FaultWriter", plan.settings)
    writer.close()
  }

  /// A first fact about a subject, decided with nothing else known.
  private static func draft(
    _ subject: SubjectID, _ fact: Fact, _ circumstances: Circumstances = Circumstances()
  ) throws -> Draft {
    let state = { @Sendable (id: SubjectID) -> SubjectState in SubjectState(id: id) }
    let command = Command(subject, fact, effective: nil, circumstances: circumstances, irregularReason: nil)
    return try decide(command, entries: [], in: Surroundings(then: state, now: state) { _ in [] })
  }

  /// The event with a number of a writer: the same at every repeat.
  private static func proposal(_ writer: String, _ number: Int, _ plan: Plan) throws -> (Proposal, Sealing?) {
    let letter = (writer.utf8.first ?? 0x61) - 0x61
    let bytes = [letter] + (0..<15).map { UInt8(truncatingIfNeeded: number >> (8 * (14 - $0))) }
    let sealing = plan.seals ? Sealing.seal(field: "note", value: Array("hemligt \(number)".utf8), salt: bytes) : nil
    let note = try sealing.map { SealedText(try SealedValue(text: $0.commitment.hex)) }
    let fact = Fact.measure(
      .proposed(MeasureProposed(title: Text("Åtgärd \(number) av \(writer)"), binding: .decided)))
    let draft = try draft(
      SubjectID(.measure, (Int(letter) + 1) * 1_000_000 + number), fact, Circumstances(note: note))
    return (Proposal(id: EventID(random: bytes), draft: draft), sealing)
  }

  static func append(_ path: String, writer name: String, first: Int, count: Int, _ plan: Plan) throws {
    var number = first
    while number < first + count {
      let writer = try JournalWriter.open(path, plan.settings)
      var held = 0
      while number < first + count, held < plan.holdCount {
        let made = try (number..<min(number + plan.batchCount, first + count)).map { try proposal(name, $0, plan) }
        let events = try writer.append(
          made.map(\.0), recordedBy: "FaultWriter", sealings: made.compactMap(\.1), confirmClockStep: true)
        for event in events { say(event.id.text) }
        number += made.count
        held += 1
      }
      if let failure = writer.close() { throw failure }
    }
  }

  /// Opens the journal over and over: every opening must succeed, and hold whole batches, and all that the one before held.
  static func read(_ path: String, seconds: Int) throws {
    let end = now().milliseconds + Int64(seconds) * 1000
    var openings = 0
    var size = 0
    while now().milliseconds < end {
      let journal = try Journal.open(path)
      guard let last = journal.entries.last, journal.entries.count >= size,
        last.event.batch.map({ $0.place == $0.count }) ?? true
      else { throw JournalError.notALedger(folder: "half an append, or a shorter journal") }
      size = journal.entries.count
      openings += 1
    }
    say("\(openings) openings, \(size) entries at the last")
  }

  /// Verifies, mends what the last writer left, verifies again, and compares with the identities on standard input.
  static func check(_ path: String) throws -> Int32 {
    var acknowledged: [String] = []
    while let line = readLine() { acknowledged.append(line) }
    let before = try Journal.verify(path)
    guard before.isSound else { return fail("damaged before recovery: \(before.damages)") }
    let writer = try JournalWriter.open(path, Plan.check.settings)
    let recovery = writer.recovery
    writer.close()
    let report = try Journal.verify(path)
    guard report.isSound, report.tail == nil, report.checkpoint?.size == report.lines.count else {
      return fail("not sound after recovery: \(report.damages)")
    }
    var counts: [String: Int] = [:]
    let events = try Journal.open(path).events
    for event in events { counts[event.id.text, default: 0] += 1 }
    for id in acknowledged where counts[id] != 1 { return fail("\(id) is there \(counts[id] ?? 0) times") }
    guard counts.count == events.count else { return fail("an identity twice") }
    let thorough = try JournalWriter.repair(path, Plan.check.settings, isDryRun: true)
    guard thorough.isEmpty else { return fail("left over: \(thorough)") }
    let setAside = recovery.setAside == nil ? 0 : 1
    say("\(events.count) \(acknowledged.count) \(recovery.adoptedCount) \(setAside) \(recovery.purged.count)")
    return 0
  }

  private static func fail(_ text: String) -> Int32 {
    say(text, to: STDERR_FILENO)
    return 3
  }

  /// Prints how many events a second were appended, and of bare lines of the same length written and synced.
  static func rate(_ path: String, count: Int, batch: Int, _ plan: Plan) throws {
    let made = try (0..<count).map { try proposal("a", $0, plan).0 }
    let writer = try JournalWriter.open(path, plan.settings)
    var start = seconds()
    for first in stride(from: 0, to: count, by: batch) {
      _ = try writer.append(Array(made[first..<min(first + batch, count)]), recordedBy: "FaultWriter")
    }
    writer.close()
    let ours = Double(count) / (seconds() - start)
    let last = try Journal.open(path).entries.last
    let line = [UInt8](repeating: 0x78, count: (last?.line.count ?? 400) + 1)
    let bytes = Array(repeatElement(line, count: batch).joined())
    let file = open("\(path)/bare", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    start = seconds()
    for _ in stride(from: 0, to: count, by: batch) {
      _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      fdatasync(file)
    }
    let bare = Double(count) / (seconds() - start)
    Glibc.close(file)
    unlink("\(path)/bare")
    say("liggare \(Int(ours))/s, bare \(Int(bare))/s, line \(line.count) bytes, batch \(batch)")
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension FaultWriter.Plan {
  static let check = Self(isDeferred: false, seals: false, batchCount: 1, holdCount: .max, segmentByteLimit: 64 << 20)
}
