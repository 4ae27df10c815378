import DurableFiles
import Glibc
import Integrity
import LedgerDomain
import StrictJSON
import Synchronization
import TestSupport
import Testing

@testable import JournalStore

@Suite("When the checkpoint is written")
struct CheckpointingTests {
  let ledger = ScratchLedger()

  /// A clock that the test moves.
  private final class Clock: Sendable {
    private let time = Mutex(0)
    var milliseconds: Int {
      get { time.withLock { $0 } }
      set { time.withLock { $0 = newValue } }
    }
  }

  private func size() throws -> Int? { try Journal.open(ledger.path).checkpoint?.size }

  private func settings(_ plan: FaultPlan, _ clock: Clock = Clock(), segmentByteLimit: Int = 1 << 20) -> WriterSettings
  {
    var settings = Sample.settings(plan.operations, segmentByteLimit: segmentByteLimit)
    settings.checkpointing = .deferred
    settings.monotonicMilliseconds = { clock.milliseconds }
    return settings
  }

  @Test("a deferred append is one write and one sync of the segment; one at every append has two syncs more")
  func systemCalls() throws {
    let plan = FaultPlan()
    let writer = try Sample.create(ledger, settings(plan))
    let before = plan.calls.count
    _ = try writer.append([try Sample.measure(1, known: writer.journal.events)], recordedBy: "Anna Ek")
    let file = "events/000000000001.jsonl"
    #expect(
      plan.log(in: ledger.path)[before...].map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == ["write \(file)", "sync \(file)", "status \(file)"])
    writer.close()
    let whole = FaultPlan()
    let next = try JournalWriter.open(ledger.path, Sample.settings(whole.operations))
    let start = whole.calls.count
    _ = try next.append([try Sample.measure(2, known: next.journal.events)], recordedBy: "Anna Ek")
    #expect(whole.calls[start...].filter { $0.operation == .sync }.count == 3)
  }

  @Test("a deferred checkpoint follows with the first append a second later, on demand, and at the close")
  func moments() throws {
    let clock = Clock()
    let plan = FaultPlan()
    let writer = try Sample.create(ledger, settings(plan, clock))
    func append(_ number: Int) throws {
      _ = try writer.append([try Sample.measure(number, known: writer.journal.events)], recordedBy: "Anna Ek")
    }
    clock.milliseconds = 999
    try append(1)
    #expect(try size() == 1 && writer.journal.checkpoint?.size == 1)
    clock.milliseconds = 1000
    try append(2)
    #expect(try size() == 3)
    clock.milliseconds = 1999
    try append(3)
    #expect(try size() == 3)
    try writer.checkpoint()
    #expect(try size() == 4)
    let calls = plan.calls.count
    try writer.checkpoint()
    #expect(plan.calls.count == calls)
    try append(4)
    #expect(writer.close() == nil)
    #expect(try size() == 5)
    #expect(try JournalWriter.open(ledger.path, Sample.settings()).recovery == Recovery())
  }

  @Test("lines of a writer that died before its deferred checkpoint are adopted, and a repeat finds them")
  func died() throws {
    let writer = try Sample.create(ledger, settings(FaultPlan()))
    let measure = try Sample.measure(1, known: writer.journal.events)
    let events = try writer.append([measure], recordedBy: "Anna Ek")
    writer.abandon()
    let next = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(next.recovery == Recovery(adoptedCount: 1))
    #expect(try next.append([measure], recordedBy: "Anna Ek") == events)
  }

  @Test("a writer that is let go of without being closed writes it too; one that has let the lock go does not")
  func letGo() throws {
    func append(andAbandon isAbandoned: Bool) throws {
      let isThere = try FileOperations.system.exists("\(ledger.path)/events")
      let writer =
        isThere
        ? try JournalWriter.open(ledger.path, settings(FaultPlan())) : try Sample.create(ledger, settings(FaultPlan()))
      let number = writer.journal.events.count
      _ = try writer.append([try Sample.measure(number, known: writer.journal.events)], recordedBy: "Anna Ek")
      if isAbandoned { writer.abandon() }
    }
    try append(andAbandon: false)
    #expect(try size() == 2)
    try append(andAbandon: true)
    #expect(try size() == 2 && Journal.open(ledger.path).entries.count == 3)
  }

  @Test("a failed checkpoint at the close ends the writer and loses no line")
  func failedClose() throws {
    try Sample.create(ledger).close()
    let path = "\(ledger.path)/checkpoint"
    let operations = FileOperations { $0.operation == .rename && $0.path == path ? .fail(5) : .proceed }
    var settings = Sample.settings(operations)
    settings.checkpointing = .deferred
    let writer = try JournalWriter.open(ledger.path, settings)
    let events = try writer.append([try Sample.measure(1, known: writer.journal.events)], recordedBy: "Anna Ek")
    #expect(writer.close() == FileError(operation: .rename, path: path, errno: 5))
    let next = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(next.recovery == Recovery(adoptedCount: 1))
    #expect(Array(next.journal.events.suffix(1)) == events)
  }

  @Test("a segment is closed after the checkpoint covers it, and then only read", arguments: [0o644, 0o640])
  func closedSegments(mode: Int) throws {
    let writer = try Sample.create(ledger, settings(FaultPlan(), segmentByteLimit: 1))
    let first = "events/000000000001.jsonl"
    #expect(chmod("\(ledger.path)/\(first)", mode_t(mode)) == 0)
    for number in 1...2 {
      _ = try writer.append([try Sample.measure(number, known: writer.journal.events)], recordedBy: "Anna Ek")
      #expect(try size() == number)
    }
    #expect(try ledger.mode(of: first) == mode & 0o444)
    #expect(try ledger.mode(of: "events/000000000002.jsonl") == 0o444)
    #expect(try ledger.mode(of: "events/000000000003.jsonl") & 0o200 != 0)
    writer.close()
    #expect(try Journal.verify(ledger.path).isSound)
  }

  @Test("that a closed segment keeps its permissions is no failure")
  func keepsPermissions() throws {
    try Sample.create(ledger).close()
    let first = "\(ledger.path)/events/000000000001.jsonl"
    let isOpen = Mutex(false)
    let operations = FileOperations { call in
      isOpen.withLock { $0 } && call.path == first && call.operation == .status ? .fail(1) : .proceed
    }
    let writer = try JournalWriter.open(ledger.path, Sample.settings(operations, segmentByteLimit: 1))
    isOpen.withLock { $0 = true }
    let known = writer.journal.events
    #expect(try writer.append([try Sample.measure(1, known: known)], recordedBy: "Anna Ek").count == 1)
    #expect(try ledger.mode(of: "events/000000000001.jsonl") == 0o644 && writer.failure == nil)
  }

  @Test("a closed segment that is the last one again, when a torn one is removed, can be written to")
  func reopenedSegment() throws {
    let writer = try Sample.create(ledger, Sample.settings(segmentByteLimit: 1))
    for number in 1...2 {
      _ = try writer.append([try Sample.measure(number, known: writer.journal.events)], recordedBy: "Anna Ek")
    }
    writer.close()
    #expect(chmod("\(ledger.path)/events/000000000003.jsonl", 0o444) == 0)
    try ledger.write([0, 0], to: "events/000000000004.jsonl")
    let next = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(ledger.names(in: "events").count == 3 && next.recovery.setAside != nil)
    #expect(try ledger.mode(of: "events/000000000003.jsonl") & 0o200 != 0)
    #expect(try ledger.mode(of: "events/000000000001.jsonl") & 0o222 == 0)
    #expect(try next.append([try Sample.measure(4, known: next.journal.events)], recordedBy: "Bo Alm").count == 1)
  }

  @Test("a signed checkpoint is kept byte for byte when a later one takes its place")
  func signed() throws {
    try Sample.short(in: ledger)
    #expect(ledger.names(in: "checkpoints") == [])
    let signed = try ledger.bytes("checkpoint") + Array("\n— exempel.se/nyckel TWFu\n".utf8)
    try ledger.write(signed, to: "checkpoint")
    for round in 1...2 {
      let writer = try JournalWriter.open(ledger.path, Sample.settings())
      #expect(writer.journal.checkpoint?.signatureText.isEmpty == (round == 2))
      _ = try writer.append([try Sample.measure(10 + round, known: writer.journal.events)], recordedBy: "Bo Alm")
      writer.close()
      let kept = ledger.names(in: "checkpoints")
      #expect(kept.count == 1 && kept.first?.hasPrefix("000000000005-") == true)
      #expect(try ledger.bytes("checkpoints/\(kept.first ?? "")") == signed)
      #expect(try Journal.open(ledger.path).checkpoint?.signatureText == "")
    }
  }
}
