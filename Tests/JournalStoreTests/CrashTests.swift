import DurableFiles
import Glibc
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// Every system call of a creation and of appends fails, or is the last one before a crash, in its turn.
@Suite("Crashes and failures at each system call")
struct CrashTests {
  /// The calls of an undisturbed run.
  private func calls(_ checkpointing: Checkpointing) throws -> [FileOperations.Call] {
    let scenario = FaultScenario(checkpointing)
    let plan = FaultPlan()
    try scenario.act(plan.operations)
    #expect(scenario.acknowledged.count == 13 && scenario.failures == [])
    return plan.calls
  }

  /// Runs the scenario with a fault in it, and expects what is left to be mended.
  private func meet(_ fault: FaultPlan.Fault, _ checkpointing: Checkpointing, _ name: String) throws {
    let scenario = FaultScenario(checkpointing)
    try scenario.act(FaultPlan(fault).operations)
    try expectMended(scenario.ledger.path, scenario.acknowledged, "\(checkpointing), \(name)")
  }

  @Test(
    "after a crash at any call the ledger opens, and nothing acknowledged is lost",
    arguments: [Checkpointing.everyAppend, .deferred])
  func crashes(_ checkpointing: Checkpointing) throws {
    let calls = try calls(checkpointing)
    #expect(calls.count > 150)
    // A crash before a call that changes nothing is one before the next that does.
    let changes = calls.indices.filter { ![.read, .status, .list].contains(calls[$0].operation) }
    for (number, index) in changes.enumerated() where FaultCount.isMet(number, oneIn: 3) {
      try meet(.crash(call: index), checkpointing, "crash at \(index): \(calls[index])")
    }
    FaultCount.report("a crash at \(changes.count) calls, \(checkpointing)")
  }

  @Test("after a crash in the middle of any write the same holds", arguments: [Checkpointing.everyAppend, .deferred])
  func tornWrites(_ checkpointing: Checkpointing) throws {
    let calls = try calls(checkpointing)
    let writes = calls.indices.filter { calls[$0].operation == .write }
    for (number, index) in writes.enumerated() where FaultCount.isMet(number, oneIn: 3) {
      let call = calls[index]
      for byteCount in [1, call.byteCount / 2, call.byteCount - 1] {
        try meet(
          .crashInWrite(call: index, byteCount: byteCount), checkpointing, "\(byteCount) bytes at \(index): \(call)")
      }
    }
    FaultCount.report("a crash inside \(writes.count) writes, 3 places each, \(checkpointing)")
  }

  @Test(
    "after any one call that fails, is interrupted, finds no room or does less than it was asked, the same holds",
    arguments: [EIO, ENOSPC, EINTR, 0])
  func failures(errno: Int32) throws {
    for checkpointing in [Checkpointing.everyAppend, .deferred] {
      let calls = try calls(checkpointing)
      let met = calls.indices.filter { errno != 0 || calls[$0].byteCount > 1 }
      let share = errno == EIO && checkpointing == .everyAppend ? 2 : 7
      for (number, index) in met.enumerated() where FaultCount.isMet(number, oneIn: share) {
        let call = calls[index]
        let fault: FaultPlan.Fault =
          errno == 0 ? .short(call: index, byteCount: call.byteCount / 2) : .fail(call: index, errno: errno)
        try meet(fault, checkpointing, "\(errno) at \(index): \(call)")
      }
      FaultCount.report("errno \(errno) (0: short) at \(met.count) calls, \(checkpointing)")
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
    let mended = try JournalWriter.open(whole.path, Sample.settings(faults.operations))
    let calls = faults.calls
    mended.close()
    for index in calls.indices {
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
