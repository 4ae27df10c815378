import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// What stands between the event of an erasure and the end of its removals, at every system call: not yet erased and said so, or erased,
/// masked at once, and finished by the next writer.
@Suite("Crashes while values are stored and erased")
struct ErasureCrashTests {
  private static let sealings = (1...5).map { Sample.sealing($0, Array("märke \($0)".utf8)) }
  private static let erased = sealings.prefix(4).map(\.commitment)

  /// A ledger with two measures that seal two values each, and a third that seals one.
  private func sealed(_ ledger: ScratchLedger) throws -> [Event] {
    let writer = try Sample.create(ledger)
    let known = writer.journal.events
    let measures = try (1...3).map { number in
      try Sample.measure(
        number, contact: number < 3 ? try Sample.sealed(Self.sealings[number + 1]) : nil,
        note: try Sample.sealed(Self.sealings[number == 3 ? 4 : number - 1]), known: known)
    }
    _ = try writer.append(measures, recordedBy: "Anna Ek", sealings: Self.sealings)
    defer { writer.close() }
    return writer.journal.events
  }

  /// One event for each of the two measures.
  private func erasures(_ known: [Event]) throws -> [Proposal] {
    try (1...2).map { number in
      let values = [Self.sealings[number - 1], Self.sealings[number + 1]]
      let erased = ValueErased(
        commitments: try values.map { try SealedValue(text: $0.commitment.hex) }, reference: "KS/2023-1",
        decided: try Sample.date("2023-01-10"), organ: "Kommunstyrelsen")
      return Proposal(
        id: Sample.id(50 + number),
        draft: try Sample.draft(SubjectID(.measure, number), .entry(.valueErased(erased)), known: known))
    }
  }

  /// What a reader sees: the view masks all that is erased, and the verification names each file that is still there.
  private func read(_ ledger: ScratchLedger, _ name: String) throws -> (isRecorded: Bool, left: Int) {
    let view = try JournalView.open(ledger.path)
    let isRecorded = view.count == 6
    let left = Self.erased.filter { ledger.names(in: "sealed").contains($0.hex) }
    let report = try Journal.verify(ledger.path)
    for commitment in Self.erased { #expect(try view.hasErased(commitment) == isRecorded, "\(name)") }
    #expect(try !view.hasErased(Self.sealings[4].commitment), "\(name)")
    if isRecorded {
      #expect(Set(report.sealed.lingering) == Set(left), "\(name)")
      #expect(
        report.damages.count == left.count && report.damages.allSatisfy { $0.kind == .sealedLingering }, "\(name)")
      #expect(report.sealed.erasedCount == 4 - left.count && report.sealed.openableCount == 1, "\(name)")
    } else {
      // Nothing goes before its event is durable.
      #expect(view.count == 4 && left.count == 4 && report.isSound, "\(name)")
      #expect(report.sealed.openableCount == 5 && report.sealed.erasedCount == 0, "\(name)")
    }
    return (isRecorded, left.count)
  }

  @Test("of one batch of erasures of several subjects", arguments: [Checkpointing.everyAppend, .deferred])
  func erasing(_ checkpointing: Checkpointing) throws {
    func settings(_ operations: FileOperations = .system) -> WriterSettings {
      var settings = Sample.settings(operations)
      settings.checkpointing = checkpointing
      return settings
    }
    let whole = ScratchLedger(inMemory: true)
    let known = try sealed(whole)
    let plan = FaultPlan()
    let writer = try JournalWriter.open(whole.path, settings(plan.operations))
    let start = plan.calls.count
    _ = try writer.append(try erasures(known), recordedBy: "Anna Ek")
    #expect(whole.names(in: "sealed") == [Self.sealings[4].commitment.hex])
    let end = plan.calls.count
    // Four unlinks, and one sync of the folder.
    let removals = plan.calls[start..<end].filter {
      $0.path.contains("/sealed") && [.remove, .sync].contains($0.operation)
    }
    #expect(removals.map(\.operation) == [.remove, .remove, .remove, .remove, .sync])
    var seen: Set<String> = []
    for index in start..<end {
      for fault in [FaultPlan.Fault.crash(call: index), .fail(call: index, errno: 5)] {
        let name = "\(checkpointing) \(fault): \(plan.calls[index])"
        let ledger = ScratchLedger(inMemory: true)
        let known = try sealed(ledger)
        let writer = try JournalWriter.open(ledger.path, settings(FaultPlan(fault).operations))
        var wasTold = false
        do {
          _ = try writer.append(try erasures(known), recordedBy: "Anna Ek")
        } catch AppendFailure.notErased(_, let events) {
          wasTold = events.count == 2
        } catch {}
        writer.abandon()
        let (isRecorded, left) = try read(ledger, name)
        seen.insert("\(isRecorded) \(left)")
        if wasTold { #expect(isRecorded, "\(name)") }
        // The next writer finishes what was begun, and the same command again is the same erasure.
        let next = try JournalWriter.open(ledger.path, settings())
        if isRecorded { #expect(Set(next.recovery.purged.map(\.hex)).count == left, "\(name)") }
        #expect(try next.append(try erasures(known), recordedBy: "Anna Ek").map(\.position) == [5, 6], "\(name)")
        next.close()
        #expect(ledger.names(in: "sealed") == [Self.sealings[4].commitment.hex], "\(name)")
        let report = try Journal.verify(ledger.path)
        #expect(report.isSound && report.sealed.erasedCount == 4 && report.lines.count == 6, "\(name)")
        #expect(try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: true).isEmpty, "\(name)")
      }
    }
    // Every stage was met: nothing, all still there, some still there, all gone.
    #expect(seen == ["false 4", "true 4", "true 3", "true 2", "true 1", "true 0"])
  }

  @Test("of several values in one batch: after a crash all are there and committed to, or none is left")
  func storing() throws {
    let plan = FaultPlan()
    let whole = ScratchLedger(inMemory: true)
    func act(_ ledger: ScratchLedger, _ operations: FileOperations) throws {
      let writer = try Sample.create(ledger, Sample.settings(operations))
      let known = writer.journal.events
      let measures = try (1...3).map { number in
        try Sample.measure(number, note: try Sample.sealed(Self.sealings[number - 1]), known: known)
      }
      defer { writer.abandon() }
      _ = try writer.append(measures, recordedBy: "Anna Ek", sealings: Array(Self.sealings.prefix(3)))
    }
    try act(whole, plan.operations)
    let start = plan.calls.firstIndex { $0.path.hasSuffix("/sealed") } ?? 0
    var counts: Set<Int> = []
    for index in start..<plan.calls.count {
      let name = "crash at \(index): \(plan.calls[index])"
      let ledger = ScratchLedger(inMemory: true)
      try? act(ledger, FaultPlan(.crash(call: index)).operations)
      let before = ledger.names(in: "sealed").count { !FileOperations.isTemporary(name: $0) }
      counts.insert(before)
      let committed = try JournalView.open(ledger.path).count > 1
      if committed { #expect(before == 3, "\(name)") }
      #expect(try Journal.verify(ledger.path).isSound, "\(name)")
      try JournalWriter.open(ledger.path, Sample.settings()).close()
      #expect(ledger.names(in: "sealed").count == (committed ? 3 : 0), "\(name)")
    }
    #expect(counts == [0, 1, 2, 3])
  }
}
