import DurableFiles
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

/// Every system call of a creation and of appends fails, or is the last one before a crash, in its turn.
@Suite("Crashes and failures at each system call")
struct CrashTests {
  /// Creates a ledger and appends to it twice: a measure with a sealed note, and a batch that begins a segment. Gives
  /// what was acknowledged.
  private func run(_ ledger: ScratchLedger, _ operations: FileOperations) throws -> [Event] {
    var acknowledged: [Event] = []
    let writer: JournalWriter
    do {
      let settings = Sample.settings(operations, segmentByteLimit: 1500)
      writer = try JournalWriter.create(ledger.path, first: try Self.first(), recordedBy: "Anna Ek", settings)
    } catch WriterFailure.journal(.file) {
      return []
    }
    defer { writer.close() }
    acknowledged = writer.journal.events
    let sealing = Sample.sealing(1, Array("hemligt".utf8))
    let known = acknowledged
    let one = try Sample.measure(1, note: try Sample.sealed(sealing), known: known)
    let batch = [try Sample.measure(2, known: known), try Sample.measure(3, known: known)]
    do {
      acknowledged += try writer.append([one], recordedBy: "Anna Ek", sealings: [sealing])
      acknowledged += try writer.append(batch, recordedBy: "Anna Ek")
      acknowledged += try writer.append([try Sample.measure(4, known: known)], recordedBy: "Anna Ek")
    } catch AppendFailure.file(let failure) {
      #expect(writer.failure == failure)
      // An ended writer says so, and touches nothing.
      let more = try Sample.measure(5, known: known)
      #expect(throws: AppendFailure.ended(failure)) { try writer.append([more], recordedBy: "Anna Ek") }
    }
    return acknowledged
  }

  private static func first() throws -> Proposal {
    Proposal(id: Sample.id(1), draft: try Sample.draft(.ledger, .ledger(try Sample.opening()), known: []))
  }

  /// What must hold after any of it.
  private func check(_ ledger: ScratchLedger, _ acknowledged: [Event], _ name: String) throws {
    if try ledger.contents().isWithoutJournal {
      #expect(acknowledged == [], "\(name)")
      try Sample.create(ledger).close()
    }
    let journal = try Journal.open(ledger.path)
    #expect(Array(journal.events.prefix(acknowledged.count)) == acknowledged, "\(name)")
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    defer { writer.close() }
    #expect(Array(writer.journal.events.prefix(acknowledged.count)) == acknowledged, "\(name)")
    let count = writer.journal.entries.count
    #expect(count - acknowledged.count <= 2, "\(name)")
    let more = try writer.append([try Sample.measure(7, known: writer.journal.events)], recordedBy: "Bo Alm")
    #expect(more.map(\.position) == [count + 1], "\(name)")
    let report = try Journal.verify(ledger.path)
    #expect(report.isSound && report.tail == nil, "\(name)")
    #expect(report.sealed.openableCount == report.sealed.count, "\(name)")
    // A value whose line was set aside in part stays for now; the next writer removes what no text commits to.
    let extra = ledger.names(in: "sealed").count - report.sealed.count
    #expect(extra == 0 || (extra == 1 && writer.recovery.setAside != nil), "\(name)")
    let names = ledger.names(in: ".") + ledger.names(in: "events")
    #expect(!names.contains { FileOperations.isTemporary(name: $0) }, "\(name)")
  }

  private func calls() throws -> [FileOperations.Call] {
    let ledger = ScratchLedger()
    let faults = Faults()
    #expect(try run(ledger, faults.operations).count == 5)
    return faults.calls
  }

  @Test("after a crash at any call the ledger opens, and nothing acknowledged is lost")
  func crashes() throws {
    let calls = try calls()
    #expect(calls.count > 60)
    for index in calls.indices {
      let ledger = ScratchLedger()
      let acknowledged = try run(ledger, Faults(.crash(call: index)).operations)
      try check(ledger, acknowledged, "crash at \(index): \(calls[index])")
    }
  }

  @Test("after a crash in the middle of any write the same holds")
  func tornWrites() throws {
    let calls = try calls()
    for (index, call) in calls.enumerated() where call.operation == .write {
      for byteCount in [1, call.byteCount / 2, call.byteCount - 1] {
        let ledger = ScratchLedger()
        let acknowledged = try run(ledger, Faults(.crashInWrite(call: index, byteCount: byteCount)).operations)
        try check(ledger, acknowledged, "\(byteCount) bytes at \(index): \(call)")
      }
    }
  }

  @Test("after any one call that fails, and after a full disk, the same holds", arguments: [5, 28] as [Int32])
  func failures(errno: Int32) throws {
    let calls = try calls()
    for (index, call) in calls.enumerated() where errno == 5 || call.operation == .write {
      let ledger = ScratchLedger()
      let acknowledged = try run(ledger, Faults(.fail(call: index, errno: errno)).operations)
      try check(ledger, acknowledged, "\(errno) at \(index): \(call)")
    }
  }

  @Test("a failed sync of the line ends the writer, and the event is not acknowledged")
  func failedSync() throws {
    let ledger = ScratchLedger()
    try Sample.create(ledger).close()
    let path = "\(ledger.path)/events/000000000001.jsonl"
    let operations = FileOperations { $0.operation == .sync && $0.path == path ? .fail(5) : .proceed }
    let writer = try JournalWriter.open(ledger.path, Sample.settings(operations))
    let measure = try Sample.measure(1, known: writer.journal.events)
    let failure = FileError(operation: .sync, path: path, errno: 5)
    #expect(throws: AppendFailure.file(failure)) { try writer.append([measure], recordedBy: "Anna Ek") }
    #expect(throws: AppendFailure.ended(failure)) { try writer.append([measure], recordedBy: "Anna Ek") }
    #expect(writer.journal.entries.count == 1)
    writer.close()
    // The line may be in the file. The next writer writes the segment anew, adopts it, and the retry finds it.
    let faults = Faults()
    let next = try JournalWriter.open(ledger.path, Sample.settings(faults.operations))
    #expect(next.recovery == Recovery(adoptedCount: 1))
    #expect(faults.calls.contains { $0.operation == .rename && $0.path == path })
    #expect(try next.append([measure], recordedBy: "Anna Ek") == [next.journal.events[1]])
  }

  @Test("recovery can itself be interrupted at any call, and is done by the next writer")
  func recoveryCrashes() throws {
    let prototype = ScratchLedger()
    try Sample.short(in: prototype)
    let torn = Array("{\"specversion\":\"1.0\"".utf8)
    func tear(_ ledger: ScratchLedger) throws -> [Event] {
      try Sample.short(in: ledger)
      let file = "events/000000000001.jsonl"
      try ledger.write(try ledger.bytes(file) + torn, to: file)
      return try Journal.open(ledger.path).events
    }
    let whole = ScratchLedger()
    _ = try tear(whole)
    let faults = Faults()
    try JournalWriter.open(whole.path, Sample.settings(faults.operations)).close()
    for index in faults.calls.indices {
      let ledger = ScratchLedger()
      let events = try tear(ledger)
      #expect(throws: WriterFailure.self) {
        try JournalWriter.open(ledger.path, Sample.settings(Faults(.crash(call: index)).operations))
      }
      let writer = try JournalWriter.open(ledger.path, Sample.settings())
      #expect(writer.journal.events == events)
      let names = ledger.names(in: "set-aside")
      #expect(names.count == 1)
      #expect(try ledger.bytes("set-aside/\(names[0])") == torn)
      writer.close()
    }
  }
}
