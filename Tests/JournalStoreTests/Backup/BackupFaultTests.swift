import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import Synchronization
import TestSupport
import Testing

@testable import JournalStore

/// Every system call of a backup fails, is the last one before a crash, or is the moment at which another process writes.
@Suite("A backup that is cut short, and a writer beside it")
struct BackupFaultTests {
  let scene: BackupScene

  init() throws {
    scene = try BackupScene()
  }

  /// What must hold of a backup after any fault: nothing, or a whole one of the first lines, of which every value is there that is not
  /// erased; and that the next run makes it what it should be.
  private func expectWhole(_ sizes: Set<Int>, _ name: @autoclosure () -> String) throws {
    let name = name()
    if FileManager.default.fileExists(atPath: scene.backup) {
      let report = try Journal.verify(scene.backup)
      #expect(report.isSound, "\(name): \(report.damages)")
      #expect(sizes.contains(report.checkpoint?.size ?? 0), "\(name): \(report.checkpoint?.size ?? 0)")
      let restore = try scene.restore()
      #expect(restore.sealed?.missingCount == 0, "\(name): a value is missing")
    } else {
      #expect(sizes.contains(0), "\(name): the backup is gone")
    }
  }

  /// Runs a backup with a fault, looks at what is left, and lets a second run end it.
  private func meet(
    _ fault: FaultPlan.Fault, _ sizes: Set<Int>, _ expected: (lines: [String: String], values: Set<String>),
    _ name: String
  ) throws {
    _ = try? Backup.write(scene.request(), operations: FaultPlan(fault).operations)
    try expectWhole(sizes, name)
    try scene.backUp()
    #expect(scene.state(scene.backup) == expected.lines, "\(name): the next backup")
    #expect(scene.values(scene.sealed) == expected.values, "\(name): the values of the next backup")
    #expect(scene.leftovers.allSatisfy { $0.hasPrefix("\(scene.path)/.kopia.") }, "\(name): \(scene.leftovers)")
    for left in scene.leftovers { scene.remove(left) }
  }

  private func faults(_ calls: [FileOperations.Call]) -> [(FaultPlan.Fault, String)] {
    var faults: [(FaultPlan.Fault, String)] = []
    for (index, call) in calls.enumerated() {
      if ![.read, .status, .list].contains(call.operation) || FaultCount.isMet(index, oneIn: 5) {
        faults.append((.crash(call: index), "crash at \(index): \(call)"))
      }
      if FaultCount.isMet(index, oneIn: 3) {
        faults.append((.fail(call: index, errno: EIO), "EIO at \(index): \(call)"))
      }
      if call.operation == .write {
        faults.append((.crashInWrite(call: index, byteCount: call.byteCount / 2), "half of \(index): \(call)"))
        faults.append((.fail(call: index, errno: ENOSPC), "ENOSPC at \(index): \(call)"))
      }
    }
    return faults
  }

  @Test("a new one is whole or not there, and the next run makes it")
  func new() throws {
    let plan = FaultPlan()
    try scene.backUp(plan.operations)
    let expected = (lines: scene.state(scene.backup), values: scene.values(scene.sealed))
    let faults = faults(plan.calls)
    #expect(faults.count > 80)
    for (fault, name) in faults {
      scene.remove(scene.backup)
      scene.remove(scene.sealed)
      try meet(fault, [0, 6], expected, name)
    }
    FaultCount.report("a new backup, \(faults.count) faults")
  }

  @Test("one that is brought up to date is the earlier or the later, and the next run ends it")
  func update() throws {
    try scene.backUp()
    let (early, earlyValues) = (scene.path + "/tidig", scene.path + "/tidigt")
    try scene.copy(scene.backup, to: early)
    try scene.copy(scene.sealed, to: earlyValues)
    try scene.note()
    try scene.erase(2)
    try scene.note()
    let plan = FaultPlan()
    try scene.backUp(plan.operations)
    let expected = (lines: scene.state(scene.backup), values: scene.values(scene.sealed))
    #expect(expected.values == [scene.name(of: 3), scene.name(of: 4), scene.name(of: 5)])
    let faults = faults(plan.calls)
    #expect(faults.count > 80)
    for (fault, name) in faults {
      scene.remove(scene.backup)
      scene.remove(scene.sealed)
      try scene.copy(early, to: scene.backup)
      try scene.copy(earlyValues, to: scene.sealed)
      try meet(fault, [6, 9], expected, name)
    }
    FaultCount.report("a backup brought up to date, \(faults.count) faults")
  }

  @Test("after a power failure too, one that is brought up to date is the earlier or the later, with all its values")
  func powerFailure() throws {
    try scene.backUp()
    let early = scene.path + "/tidig"
    try FileManager.default.createDirectory(atPath: early, withIntermediateDirectories: false)
    try scene.copy(scene.backup, to: early + "/kopia")
    try scene.copy(scene.sealed, to: early + "/forseglat")
    try scene.note()
    try scene.erase(2)
    try scene.note()
    // The earlier backup, on a disk that has all of it.
    let disk = scene.path + "/skiva"
    let power = PowerLoss(of: disk)
    try power.operations.createFolders(disk)
    for (name, bytes) in scene.files(early).sorted(by: { $0.key < $1.key }) {
      try power.operations.createFolders(FileOperations.parent(of: "\(disk)/\(name)"))
      try power.operations.createExclusively("\(disk)/\(name)", with: bytes)
    }
    let begun = power.count
    var request = scene.request()
    (request.path, request.sealed) = ("\(disk)/kopia", "\(disk)/forseglat")
    _ = try Backup.write(request, operations: power.operations)
    let target = scene.path + "/efter"
    for count in begun...power.count {
      let after = power.disk(after: count)
      for survival in [Disk.Survival.none, .all, .names, .bytes, .random(seed: UInt64(count), pageByteCount: 64)] {
        try after.build(survival, at: target)
        let report = try Journal.verify(target + "/kopia")
        #expect(report.isSound, "\(count), \(survival): \(report.damages)")
        #expect(report.checkpoint?.size == 6 || report.checkpoint?.size == 9, "\(count), \(survival)")
        let restore = try Restore(
          Restore.Request(backup: target + "/kopia", path: scene.restored, sealed: target + "/forseglat"))
        #expect(restore.sealed?.missingCount == 0, "\(count), \(survival)")
        scene.remove(target)
      }
    }
  }

  // MARK: a writer beside it

  /// The file system, with something that another process does before the call with an index.
  private func operations(before index: Int, _ act: @escaping @Sendable () -> Void) -> FileOperations {
    let counter = Counter()
    return FileOperations { _ in
      if counter.next() == index { act() }
      return .proceed
    }
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
      count.withLock { count in
        count += 1
        return count - 1
      }
    }
  }

  @Test("while another process records and erases at any moment, the copy is whole and holds nothing erased")
  func besideAWriter() throws {
    let early = scene.path + "/tidig"
    try scene.copy(scene.ledger, to: early)
    let plan = FaultPlan()
    try scene.backUp(plan.operations)
    let calls = plan.calls
    // Erasures are looked for a last time when the events are listed last.
    let last = try #require(calls.lastIndex { $0.operation == .list && $0.path == "\(scene.ledger)/events" })
    let erased = scene.name(of: 2)
    var meanwhile = 0
    for index in 0...calls.count where index <= last + 1 || FaultCount.isMet(index, oneIn: 4) {
      for place in [scene.backup, scene.sealed, scene.ledger] { scene.remove(place) }
      try scene.copy(early, to: scene.ledger)
      let other = OtherProcess(scene)
      let outcome = try scene.backUp(operations(before: index) { other.act() })
      #expect(other.failure == nil)
      let report = try Journal.verify(scene.backup)
      #expect(report.isSound && report.computedSize == outcome.checkpoint.size, "call \(index): \(report.damages)")
      meanwhile += outcome.sealed?.erasedMeanwhileCount ?? 0
      if index <= last { #expect(!scene.values(scene.sealed).contains(erased), "call \(index)") }
      _ = try scene.restore()
      if index < calls.count {
        try scene.backUp()
        #expect(!scene.values(scene.sealed).contains(erased), "call \(index), after the next")
        #expect(try scene.restore().sealed?.missingCount == 0, "call \(index)")
      }
    }
    #expect(meanwhile > 0)
  }

  /// Someone who records and erases, once.
  private final class OtherProcess: @unchecked Sendable {
    private let scene: BackupScene
    private(set) var failure: (any Error)?

    init(_ scene: BackupScene) { self.scene = scene }

    func act() {
      do {
        try scene.note()
        try scene.erase(2)
      } catch { failure = error }
    }
  }
}
