import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// A kept index and one of the lines that followed become one, as if all lines had been swept at once.
@Suite("An index made one of two")
struct IndexMergingTests {
  /// The tables of a view that has one index, by number.
  private static func tables(_ view: JournalView) throws -> [[UInt8]] {
    try view.lines.ask { indexes throws(CacheDamage) -> [[UInt8]] in
      // Behind a cached one there may be one of no lines.
      guard indexes.dropFirst().allSatisfy({ $0.count == 0 }) else { return [] }
      let sections = indexes[0].sections
      var tables: [[UInt8]] = []
      for table in 0...7 {
        tables.append(try sections.withBytes(of: table, 0..<sections.byteCount(of: table)) { Array($0) })
      }
      return tables
    }
  }

  /// Makes a cache of the first lines, grows the ledger, and opens it so that the index is extended. Gives how many lines
  /// were swept for it.
  private static func extend(
    _ raw: RawLedger, _ steps: [Int], in scratch: ScratchFolder
  ) throws -> (merged: JournalView, read: JournalView) {
    let (ledger, cache) = (scratch("ledger-\(steps)"), IndexCache(folder: scratch("cache-\(steps)"), writesFrom: 1))
    for step in steps {
      try raw.prefix(step).write(to: ledger)
      _ = try JournalView.open(ledger, cache: cache)
    }
    try raw.write(to: ledger)
    return (try JournalView.open(ledger, cache: cache), try JournalView.open(ledger, cache: cache))
  }

  @Test("table by table it is the index of one sweep, at cuts all over random ledgers", arguments: 1...3)
  func random(_ seed: UInt64) throws {
    let scratch = try ScratchFolder()
    let events = RandomJournal.events(count: 900, measures: 30, seed: seed)
    let raw = RawLedger(events, segmentStarts: Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 97) }))
    try raw.write(to: scratch("whole"))
    let whole = try Self.tables(JournalView.open(scratch("whole")))
    let ends = events.batchStarts.dropFirst().map { $0 - 1 }
    var mergedCount = 0
    for place in ends.indices where place.isMultiple(of: 41) || ends[place] > 895 {
      let (merged, read) = try Self.extend(raw, [ends[place]], in: scratch)
      #expect(try Self.tables(merged) == whole, "after \(ends[place])")
      #expect(try Self.tables(read) == whole && read.sweptCount == 0, "after \(ends[place])")
      // The table of ids has 2,048 slots from 513 lines on, and those of 900 lines find room in it.
      #expect(merged.sweptCount == (ends[place] > 512 ? 900 - ends[place] : 900))
      mergedCount += ends[place] > 512 ? 1 : 0
    }
    #expect(mergedCount > 3)
    let steps = ends.filter { $0 > 520 }.enumerated().filter { $0.offset.isMultiple(of: 29) }.map(\.element)
    #expect(try Self.tables(Self.extend(raw, steps, in: scratch).merged) == whole)
  }

  @Test("and of the example ledger")
  func exempel() throws {
    let scratch = try ScratchFolder()
    let raw = RawLedger(try Journal.open(ExampleLedger.folder).events)
    let whole = try Self.tables(JournalView.open(ExampleLedger.folder))
    let ends = raw.events.batchStarts.dropFirst().map { $0 - 1 }
    for place in [ends.count / 2, ends.count * 3 / 4, ends.count - 2] {
      let (merged, read) = try Self.extend(raw, [ends[place]], in: scratch)
      #expect(try Self.tables(merged) == whole && Self.tables(read) == whole && read.sweptCount == 0)
    }
  }

  @Test("an id that is used again is looked into by a sweep over all")
  func idTwice() throws {
    let scratch = try ScratchFolder()
    var events = RandomJournal.events(count: 60, seed: 4)
    for index in events.indices { events[index].batch = nil }
    events[55].id = events[20].id
    let cache = IndexCache(folder: scratch("cache"), writesFrom: 1)
    try RawLedger(Array(events.prefix(40))).write(to: scratch("ledger"))
    _ = try JournalView.open(scratch("ledger"), cache: cache)
    try RawLedger(events).write(to: scratch("ledger"))
    #expect(throws: JournalError.self) { try JournalView.open(scratch("ledger"), cache: cache) }
  }
}
