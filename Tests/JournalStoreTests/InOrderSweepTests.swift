import DurableFiles
import LedgerDomain
import TestSupport
import Testing

@testable import JournalStore

/// All that a tally is handed, as text.
private struct Handed: LineTally {
  var lines: [String] = []
  var joinCount = 0

  mutating func take(_ line: SweptLine) {
    let text = String(decoding: line.bytes, as: UTF8.self)
    lines.append(
      "\(line.facts.position) \(line.facts.subject) \(line.mentions) \(line.commitments) \(line.leafHash) \(text)")
  }

  mutating func join(_ next: Handed) {
    lines += next.lines
    joinCount += 1
  }
}

@Suite("A sweep one line after the other")
struct InOrderSweepTests {
  let ledger = ScratchLedger(inMemory: true)

  @Test("it hands over what a sweep does", arguments: 1...4)
  func same(seed: UInt64) throws {
    let events = RandomJournal.events(count: 60, seed: seed)
    let starts = Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 4) })
    try RawLedger(events, segmentStarts: starts).write(to: ledger.path)
    let swept = try #require(try JournalSweep(ledger.path)?.run(empty: Handed()))
    let inOrder = try JournalView.open(ledger.path).sweepInOrder(empty: Handed())
    #expect(inOrder.lines == swept.tally.lines)
    #expect(inOrder.lines.count == events.count)
  }

  @Test("and so it does of the example ledger")
  func exempel() throws {
    let swept = try #require(try JournalSweep(ExampleLedger.folder)?.run(empty: Handed()))
    #expect(try JournalView.open(ExampleLedger.folder).sweepInOrder(empty: Handed()).lines == swept.tally.lines)
  }

  @Test("a line that was changed since the journal was opened is damage")
  func changed() throws {
    try RawLedger(RandomJournal.events(count: 30, seed: 9)).write(to: ledger.path)
    let view = try JournalView.open(ledger.path)
    var bytes = try ledger.bytes("events/000000000001.jsonl")
    bytes[bytes.count / 2] ^= 1
    try ledger.write(bytes, to: "events/000000000001.jsonl")
    #expect(throws: JournalError.self) { try view.sweepInOrder(empty: Handed()) }
  }
}
