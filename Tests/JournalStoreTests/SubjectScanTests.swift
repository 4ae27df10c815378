import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import TestSupport
import Testing

@testable import JournalStore

/// A scan of subjects is held against the slow reading: the same events, one subject after the other.
@Suite("A scan of subjects")
struct SubjectScanTests {
  let ledger = ScratchLedger(inMemory: true)
  let scratch = try? ScratchFolder()

  /// Once with all in memory, and once with runs so short that they are merged from a file.
  private func scans(_ path: String, of kinds: Set<SubjectKind>) throws -> [SubjectScan] {
    let folder = try #require(scratch).path
    return [
      try #require(try SubjectScan(path, of: kinds, waitingIn: nil)),
      try #require(try SubjectScan(path, of: kinds, waitingIn: folder, recordsInRun: 7)),
    ]
  }

  private func expect(_ path: String, shows events: [Event]) throws {
    let all = Set(SubjectKind.allCases)
    for scan in try scans(path, of: all) {
      #expect(scan.range.root == scan.checkpoint.root)
      #expect(scan.lastRecorded == events.last?.recorded)
      for position in [1, events.count / 2, events.count] {
        let known = events.filter { $0.position <= position }
        let shown = try scan.run(all, through: position, empty: ShownSubjects())
        #expect(shown.subjects == Set(known.map(\.subject)).sorted())
        #expect(shown.events == shown.subjects.flatMap { id in known.filter { $0.subject == id } })
      }
    }
    for scan in try scans(path, of: [.measure, .case]) {
      let measures = try scan.run([.measure], through: events.count, empty: ShownSubjects())
      #expect(measures.subjects == Set(events.map(\.subject)).filter { $0.kind == .measure }.sorted())
      #expect(try scan.run([.decision], through: events.count, empty: ShownSubjects()).subjects.isEmpty)
    }
    #expect(try FileOperations.system.names(in: try #require(scratch).path) == [])
  }

  @Test("shows every event of the example ledger, as it was recorded")
  func example() throws {
    try expect(ExampleLedger.folder, shows: try Journal.open(ExampleLedger.folder).events)
  }

  @Test(
    "shows random journals with corrections, batches, undated facts and a clock that steps back, in several segments")
  func random() throws {
    for seed in 1...UInt64(4 * max(1, FaultCount.factor)) {
      let events = RandomJournal.events(count: 60, seed: seed * 11)
      let starts = Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 3) })
      try RawLedger(events, segmentStarts: starts).write(to: ledger.path)
      try expect(ledger.path, shows: events)
    }
  }

  @Test("is not had of a journal that is not as it was when its checkpoint was made")
  func damaged() throws {
    let raw = RawLedger(RandomJournal.events(count: 20, seed: 5))
    try raw.write(to: ledger.path)
    var bytes = raw.segments[0].bytes
    bytes[bytes.count / 2] ^= 1
    try overwrite(raw.segments[0].name, bytes)
    #expect(try SubjectScan(ledger.path, of: [.measure], waitingIn: nil) == nil)
  }

  @Test("for an answer is had without a folder to write in, too")
  func forAnswer() throws {
    // More lines than wait in memory where there is a folder.
    let events = RandomJournal.events(count: 2500, seed: 7)
    try RawLedger(events).write(to: ledger.path)
    let all = Set(SubjectKind.allCases)
    #expect(throws: FileError.self) { try SubjectScan(ledger.path, of: all, waitingIn: "/nowhere/at/all") }
    let scan = try #require(try SubjectScan.forAnswer(ledger.path, of: all, waitingIn: "/nowhere/at/all"))
    #expect(try scan.run(all, through: events.count, empty: ShownSubjects()).events.count == events.count)
  }

  @Test("a line that changes between the sweep and its reading is damage")
  func changed() throws {
    let events = RandomJournal.events(count: 20, seed: 6)
    let raw = RawLedger(events)
    try raw.write(to: ledger.path)
    let all = Set(SubjectKind.allCases)
    let scan = try #require(try SubjectScan(ledger.path, of: all, waitingIn: nil))
    try overwrite(raw.segments[0].name, raw.segments[0].bytes.map { $0 == UInt8(ascii: "{") ? 0x5B : $0 })
    #expect(throws: JournalError.self) { try scan.run(all, through: events.count, empty: ShownSubjects()) }
  }

  /// Writes into the very file that is open.
  private func overwrite(_ name: String, _ bytes: [UInt8]) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: "\(ledger.path)/events/\(name)"))
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }
}
