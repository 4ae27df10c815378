import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("Plans of recovery, and when sealed values are looked at")
struct RepairTests {
  let ledger = ScratchLedger()
  private let file = "events/000000000001.jsonl"

  private func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: ledger.path) {
      files[name] = FileManager.default.contents(atPath: "\(ledger.path)/\(name)").map(Array.init) ?? []
    }
    return files
  }

  /// A ledger with everything that there is to mend.
  private func spoil() throws -> Sealing {
    try Sample.short(in: ledger)
    let journal = try Journal.open(ledger.path)
    var range = CompactRange()
    for entry in journal.entries.prefix(4) { range.append(entry.leafHash) }
    let checkpoint = Checkpoint(origin: journal.identity.origin, size: 4, root: range.root)
    try ledger.write(Array(checkpoint.text.utf8), to: "checkpoint")
    try ledger.write(try ledger.bytes(file) + [0x7B], to: file)
    let orphan = Sample.sealing(9, [9])
    try ledger.write(orphan.formatted, to: "sealed/\(orphan.commitment.hex)")
    try ledger.write([1], to: ".checkpoint.17.0.tmp")
    return orphan
  }

  @Test("a dry run says all that would be done and touches nothing, and a repair does just that")
  func plan() throws {
    let orphan = try spoil()
    try ledger.remove("lock")
    let before = try files()
    let planned = try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: true)
    #expect(try files() == before)
    #expect(planned.setAside?.tail.bytes == [0x7B] && planned.setAside?.tail.position == 6)
    #expect(planned.adoptedCount == 1 && planned.purged == [orphan.commitment])
    #expect(planned.temporaries == [".checkpoint.17.0.tmp"] && !planned.isEmpty)
    #expect(try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: false) == planned)
    #expect(try ledger.bytes(planned.setAside?.file ?? "") == [0x7B])
    #expect(try Journal.verify(ledger.path).isSound && Journal.open(ledger.path).checkpoint?.size == 5)
    #expect(try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: false).isEmpty)
    #expect(try JournalWriter.open(ledger.path, Sample.settings()).recovery == Recovery())
  }

  @Test("damage that the checkpoint covers is not mended, and nothing beside it either")
  func damage() throws {
    _ = try spoil()
    var bytes = try ledger.bytes(file)
    bytes[200] ^= 1
    try ledger.write(bytes, to: file)
    let before = try files()
    for isDryRun in [true, false] {
      let error = #expect(throws: WriterFailure.self) {
        try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: isDryRun)
      }
      guard case .journal(.damage)? = error else { return #expect(Bool(false)) }
    }
    var after = try files()
    after["lock"] = before["lock"]
    #expect(after == before)
  }

  @Test("a repair waits for the writer, and names it")
  func busy() throws {
    let writer = try Sample.create(ledger)
    #expect(throws: WriterFailure.busy(holder: "test")) {
      try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: false)
    }
    #expect(try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: true).isEmpty)
    writer.close()
  }

  /// Opens a writer and gives what it asked about sealed values.
  private func sealedCalls() throws -> [String] {
    let plan = FaultPlan()
    try JournalWriter.open(ledger.path, Sample.settings(plan.operations)).close()
    return plan.log(in: ledger.path).filter { $0.hasPrefix("list sealed") || $0.contains("sealed/") }
  }

  @Test("after a clean end, with or without values, the names of the values are not looked at")
  func notListed() throws {
    try Sample.short(in: ledger)
    // That writer was let go of; the first one after it may look, and says that all is well.
    _ = try sealedCalls()
    #expect(try sealedCalls() == [])
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    let sealing = Sample.sealing(2, [2])
    let measure = try Sample.measure(20, note: try Sample.sealed(sealing), known: writer.journal.events)
    _ = try writer.append([measure], recordedBy: "Anna Ek", sealings: [sealing])
    writer.close()
    #expect(try sealedCalls() == [])
    let next = try JournalWriter.open(ledger.path, Sample.settings())
    _ = try next.append([try Sample.measure(21, known: next.journal.events)], recordedBy: "Anna Ek")
    next.close()
    #expect(try sealedCalls() == [])
  }

  @Test("times that are equal, or a checkpoint without one, let the names be looked at")
  func equalTimes() throws {
    try Sample.short(in: ledger)
    _ = try sealedCalls()
    let folder = SealedFolder(of: LedgerFolder(ledger.path))
    let time = try #require(try FileOperations.system.status("\(ledger.path)/sealed")?.modified)
    #expect(try !folder.mayDiffer())
    try FileOperations.system.setModified(of: "\(ledger.path)/checkpoint", to: time)
    #expect(try folder.mayDiffer())
    #expect(try sealedCalls() == ["list sealed", "list sealed"])
    #expect(try sealedCalls() == [])
    try ledger.remove("checkpoint")
    #expect(try folder.mayDiffer())
  }

  @Test("with a clock that was set back, a value without a line is found all the same")
  func clockSetBack() throws {
    try Sample.create(ledger).close()
    let late = FileTime(seconds: FileTime.now().seconds + 3600, nanoseconds: 0)
    try FileOperations.system.setModified(of: "\(ledger.path)/checkpoint", to: late)
    let segment = "\(ledger.path)/\(file)"
    let operations = FileOperations { $0.operation == .write && $0.path == segment ? .fail(5) : .proceed }
    let writer = try JournalWriter.open(ledger.path, Sample.settings(operations))
    let sealing = Sample.sealing(2, [2])
    let measure = try Sample.measure(20, note: try Sample.sealed(sealing), known: writer.journal.events)
    #expect(throws: AppendFailure.self) {
      try writer.append([measure], recordedBy: "Anna Ek", sealings: [sealing])
    }
    writer.close()
    #expect(ledger.names(in: "sealed").count == 1)
    let next = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(next.recovery == Recovery(purged: [sealing.commitment]))
    #expect(ledger.names(in: "sealed") == [])
  }

  @Test("a folder of values that others cannot enter is not walked for their permissions")
  func narrow() throws {
    try Sample.short(in: ledger)
    _ = try sealedCalls()
    #expect(chmod("\(ledger.path)/sealed", 0o750) == 0)
    #expect(try sealedCalls().contains { $0.hasPrefix("status sealed/") })
    #expect(try sealedCalls() == [])
  }
}
