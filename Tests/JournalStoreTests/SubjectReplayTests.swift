import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// A replay by subjects is held against the slow reading: the same events, one subject after the other.
@Suite("A replay by subjects")
struct SubjectReplayTests {
  let ledger = ScratchLedger(inMemory: true)

  private func expect(_ replay: SubjectReplay, shows events: [Event]) throws {
    #expect(replay.count == events.count)
    let all = Set(SubjectKind.allCases)
    for position in [1, events.count / 2, events.count] {
      let known = events.filter { $0.position <= position }
      let shown = try replay.run(all, through: position, empty: ShownSubjects())
      #expect(shown.subjects == Set(known.map(\.subject)).sorted())
      #expect(shown.events == shown.subjects.flatMap { id in known.filter { $0.subject == id } })
    }
    let measures = try replay.run([.measure], empty: ShownSubjects())
    #expect(measures.subjects == replay.subjects.filter { $0.kind == .measure })
    for id in replay.subjects { #expect(try replay.events(about: id) == events.filter { $0.subject == id }) }
    #expect(try replay.events(about: "M-9999").isEmpty)
  }

  @Test("every event of the example ledger, as it was recorded")
  func example() throws {
    let events = try Journal.open(ExampleLedger.folder).events
    let replay = try #require(try SubjectReplay(ExampleLedger.folder))
    #expect(replay.range.root == replay.checkpoint.root)
    try expect(replay, shows: events)
  }

  @Test("random journals with corrections, batches, undated facts and a clock that steps back")
  func random() throws {
    for seed in 1...UInt64(4 * max(1, FaultCount.factor)) {
      let events = RandomJournal.events(count: 60, seed: seed * 11)
      let starts = Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 3) })
      try RawLedger(events, segmentStarts: starts).write(to: ledger.path)
      try expect(try #require(try SubjectReplay(ledger.path)), shows: events)
    }
  }

  @Test("lines of older schema versions are lifted, and escapes in names are read")
  func olderVersions() throws {
    let folder = try frozen()
    let events = try Journal.open(folder).events
    try expect(try #require(try SubjectReplay(folder)), shows: events)
  }

  /// The frozen ledger of format 1 as a folder.
  private func frozen() throws -> String {
    let segment = try Data(contentsOf: FrozenLedgerTests.file)
    let lines = segment.split(separator: UInt8(ascii: "\n")).map(Array.init)
    let opening = try LineFormat.decode(lines[0])
    var range = CompactRange()
    for line in lines { range.append(MerkleTree.leafHash(line)) }
    let checkpoint = Checkpoint(origin: opening.source.origin, size: range.size, root: range.root)
    try FileManager.default.createDirectory(atPath: "\(ledger.path)/events", withIntermediateDirectories: true)
    try segment.write(to: URL(filePath: "\(ledger.path)/events/\(RawLedger.name(from: 1))"))
    try Data(checkpoint.text.utf8).write(to: URL(filePath: "\(ledger.path)/checkpoint"))
    try Data(LedgerCopy.bytes(of: opening.event)).write(to: URL(filePath: "\(ledger.path)/ledger.json"))
    return ledger.path
  }

  @Test("of a journal that is not as it was when its checkpoint was made there is none")
  func damaged() throws {
    let raw = RawLedger(RandomJournal.events(count: 20, seed: 5))
    try raw.write(to: ledger.path)
    var bytes = raw.segments[0].bytes
    bytes[bytes.count / 2] ^= 1
    try overwrite(raw.segments[0].name, bytes)
    #expect(try SubjectReplay(ledger.path) == nil)
  }

  @Test("what changes after the sweep changes nothing: the lines are kept")
  func changed() throws {
    let events = RandomJournal.events(count: 20, seed: 6)
    let raw = RawLedger(events)
    try raw.write(to: ledger.path)
    let replay = try #require(try SubjectReplay(ledger.path))
    try overwrite(raw.segments[0].name, raw.segments[0].bytes.map { $0 == UInt8(ascii: "{") ? 0x5B : $0 })
    for event in events {
      #expect(try replay.events(about: event.subject) == events.filter { $0.subject == event.subject })
    }
  }

  /// Writes into the very file that is open.
  private func overwrite(_ name: String, _ bytes: [UInt8]) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: "\(ledger.path)/events/\(name)"))
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }
}
