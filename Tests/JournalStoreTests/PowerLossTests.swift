import DurableFiles
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// The power fails after every effect of a ledger's life, and any part of what was not synced survives.
///
/// A short run is part of `swift test`; with `LIGGARE_FAULTS=N` in the environment N times as many states are tried.
@Suite("Power failures")
struct PowerLossTests {
  /// Builds states of a disk and expects each to be mended; gives how many.
  private func tryStates(
    of disk: Disk, _ acknowledged: [Event], randomCount: Int, seed: Int, _ name: String
  ) throws -> Int {
    var survivals: [Disk.Survival] = [.none, .all, .names, .bytes]
    if randomCount == 0 { survivals = [.none, .names] }
    for number in 0..<randomCount {
      survivals.append(
        .random(seed: UInt64(seed * 1000 + number), pageByteCount: number.isMultiple(of: 2) ? 4096 : 64))
    }
    for survival in survivals {
      let copy = ScratchLedger(inMemory: true)
      try disk.build(survival, at: copy.path)
      try expectMended(copy.path, acknowledged, "\(name), \(survival)")
    }
    return survivals.count
  }

  @Test(
    "whatever survives of unsynced pages and names, nothing acknowledged is missing and nothing is half there",
    arguments: [Checkpointing.everyAppend, .deferred])
  func anySubset(_ checkpointing: Checkpointing) throws {
    let scenario = FaultScenario(checkpointing)
    let power = PowerLoss(of: scenario.ledger.path)
    scenario.progress = { power.count }
    try scenario.act(power.operations)
    #expect(scenario.failures == [] && scenario.acknowledged.count == 13)
    var count = 0
    for point in 0...power.count where FaultCount.isMet(point, oneIn: 4) {
      count += try tryStates(
        of: power.disk(after: point), Array(scenario.acknowledged.prefix(scenario.acknowledgedCount(at: point))),
        randomCount: FaultCount.factor > 0 ? 8 * FaultCount.factor : 1, seed: point, "\(checkpointing) after \(point)")
    }
    #expect(count > 50)
    FaultCount.report("power failures, \(checkpointing): \(count) states at \(power.count + 1) points")
  }

  @Test(
    "after a failed sync or a kill, and a writer who goes on, a power failure takes nothing that was acknowledged",
    arguments: [Checkpointing.everyAppend, .deferred], [true, false])
  func afterAnother(_ checkpointing: Checkpointing, isKilled: Bool) throws {
    let plain = FaultPlan()
    try FaultScenario(checkpointing).act(plain.operations)
    let points = plain.calls.indices.filter { index in
      isKilled
        ? ![.read, .status, .list].contains(plain.calls[index].operation) : plain.calls[index].operation == .sync
    }
    var count = 0
    for (number, index) in points.enumerated() where FaultCount.isMet(number, oneIn: isKilled ? 9 : 4) {
      let scenario = FaultScenario(checkpointing)
      let power = PowerLoss(of: scenario.ledger.path)
      let plan = FaultPlan(isKilled ? .crash(call: index) : .fail(call: index, errno: 5))
      try scenario.act(plan.operations(witness: power.witness))
      var acknowledged = scenario.acknowledged
      // The next writer reads what is cached, mends, and records; its word must hold. Then it dies without a word.
      if try !FolderContents.isWithoutJournal(LedgerFolder(scenario.ledger.path), .system) {
        var settings = Sample.settings(power.operations)
        settings.checkpointing = checkpointing
        let writer = try JournalWriter.open(scenario.ledger.path, settings)
        let sealing = Sample.sealing(66, [66])
        let measure = try Sample.measure(66, note: try Sample.sealed(sealing), known: writer.journal.events)
        _ = try writer.append([measure], recordedBy: "Bo Alm", sealings: [sealing])
        acknowledged = writer.journal.events
        writer.abandon()
      }
      count += try tryStates(
        of: power.disk(after: power.count), acknowledged, randomCount: FaultCount.factor * 4, seed: index,
        "\(checkpointing), \(isKilled ? "killed" : "failed sync") \(index), \(scenario.failures)")
    }
    #expect(count >= 10)
    FaultCount.report(
      "power failures after \(isKilled ? "a kill" : "a failed sync"), \(checkpointing): \(count) states")
  }
}

extension JournalWriter {
  /// Lets the lock go as a process does that is killed.
  func abandon() { lock.release() }
}
