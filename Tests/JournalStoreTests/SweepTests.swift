import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// A sweep is held against the slow reading: on sound ledgers both say the same, and on damaged ones a sweep accepts
/// nothing that the slow reading refuses.
@Suite("The sweep beside the slow reading")
struct SweepTests {
  let ledger = ScratchLedger(inMemory: true)

  /// Sweeps a ledger's files with small pieces; nil where the sweep is not sure.
  static func sweep<Tally: LineTally>(
    _ path: String, pieceByteCount: Int, threads: Int, empty: Tally
  ) throws -> Sweep.Outcome<Tally>? {
    guard let files = try LedgerFiles(LedgerFolder(path), operations: .system) else { return nil }
    var sweep = Sweep(files.segments, source: files.opening.source, threads: threads)
    sweep.pieceByteCount = pieceByteCount
    return try sweep.run(cut: files.checkpoint.size, empty: empty)
  }

  @Test(
    "pieces of any size, on one to four threads, give the tree, the root, the counts and the index of the whole",
    arguments: [1, 7, 64, 300, 4096], [1, 2, 4])
  func pieces(_ byteCount: Int, _ threads: Int) throws {
    for seed in 1...UInt64(max(1, FaultCount.factor)) {
      let events = RandomJournal.events(count: byteCount < 64 ? 8 : 40, seed: seed * 7 + UInt64(threads))
      let starts = Set(events.batchStarts.filter { $0 > 1 && ($0 + Int(seed)).isMultiple(of: 3) })
      let raw = RawLedger(events, segmentStarts: starts, coveredCount: events.count - Int(seed) % 3)
      try raw.write(to: ledger.path)
      let journal = try Journal.open(ledger.path)
      let swept = try #require(
        try Self.sweep(
          ledger.path, pieceByteCount: byteCount, threads: threads, empty: BothTallies(ChainTally(), IndexTally())))
      #expect(swept.tally.one.isSure)
      #expect(swept.range.end == events.count && swept.range.root == journal.range.root)
      #expect(swept.rootAtCut == journal.checkpoint?.root)
      #expect(swept.mark == journal.entries.last.map { ChainMark(of: $0.leafHash) })
      let slow = try Journal.verifyInOrder(ledger.path)
      #expect(swept.tally.one.lineCount == slow.lines.count && swept.tally.one.batchCount == slow.lines.batchCount)
      #expect(swept.tally.one.clockSteps == slow.lines.clockSteps)
      #expect(swept.tally.one.subjectCount == slow.lines.subjectCount)
      #expect(swept.tally.one.commitments == Set(journal.events.flatMap(\.commitments)))
      #expect(swept.tally.one.erased == Set(journal.events.flatMap(\.erasedCommitments)))
      let index = swept.tally.other.index(after: 0)
      var slowly = IndexTally()
      for (place, entry) in journal.entries.enumerated() {
        let segment = raw.segments.firstIndex { "events/\($0.name)" == entry.place.file } ?? 0
        var both = BothTallies(slowly, NoTally())
        both.take(
          entry, prev: place == 0 ? nil : ChainMark(of: journal.entries[place - 1].leafHash), segment: segment)
        slowly = both.one
      }
      #expect(index.differingTables(from: slowly.index(after: 0)) == [])
    }
  }

  @Test("the fast report on a sound ledger is the slow one, field by field", arguments: 1...6)
  func reports(_ seed: UInt64) throws {
    let events = RandomJournal.events(count: 20 + 15 * Int(seed), seed: seed)
    let starts = Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 4) })
    let covered = seed.isMultiple(of: 3) ? events.count - 2 : events.count
    try RawLedger(events, segmentStarts: starts, coveredCount: covered).write(to: ledger.path)
    let slow = try Journal.verifyInOrder(ledger.path)
    #expect(slow.isSound)
    // That the fast way was taken is seen by what it does not read twice.
    let plan = FaultPlan()
    let fast = try Journal.verify(ledger.path, operations: plan.operations)
    #expect(fast == slow)
    #expect(plan.calls.count { $0.operation == .open && $0.path.hasSuffix(".jsonl") } == starts.count + 1)
  }

  @Test("the fast report on the example ledger is the slow one")
  func exempel() throws {
    let fast = try Journal.verify(ExampleLedger.folder)
    let slow = try Journal.verifyInOrder(ExampleLedger.folder)
    #expect(fast == slow && fast.isSound && fast.sealed.openableCount > 0)
  }

  @Test("lines of the greatest length are swept, one byte longer is refused, wherever a piece ends")
  func longLines() throws {
    var events = RandomJournal.events(count: 6, seed: 1)
    for index in events.indices { events[index].batch = nil }
    let source = RawLedger(events).identity
    func base(_ index: Int) -> Int {
      events[index].recordedBy = "a"
      return LineFormat.encode(events[index], source: source, prev: ChainMark(firstWord: 0)).count - 1
    }
    let bases = [2: base(2), 5: base(5)]
    for (length, isRight) in [(65_534, true), (65_535, true), (65_536, false)] {
      for (index, base) in bases {
        events[index].recordedBy = Text(String(repeating: "a", count: length - base))
      }
      for starts in [[], [6]] as [Set<Int>] where isRight || starts.isEmpty {
        let raw = RawLedger(events, segmentStarts: starts)
        #expect(raw.lines[5].count == length && raw.lines[2].count == length)
        try raw.write(to: ledger.path)
        for byteCount in [300, 65_535, 65_536, 65_537] {
          let swept = try Self.sweep(ledger.path, pieceByteCount: byteCount, threads: 2, empty: ChainTally())
          let isOpen = (try? Journal.open(ledger.path)) != nil
          #expect((swept != nil) == isRight && isOpen == isRight, "\(length) in pieces of \(byteCount)")
        }
      }
    }
  }

  @Test("a batch that goes on in the next segment is refused by both ways")
  func batchAcrossSegments() throws {
    var events = RandomJournal.events(count: 8, seed: 2)
    for index in events.indices { events[index].batch = nil }
    for place in 0..<3 { events[3 + place].batch = BatchPlace(place: place + 1, count: 3) }
    for start in 4...7 {
      try RawLedger(events, segmentStarts: [start]).write(to: ledger.path)
      let isRight = start == 4 || start == 7
      #expect(((try? Journal.open(ledger.path)) != nil) == isRight)
      #expect((try Self.sweep(ledger.path, pieceByteCount: 512 << 10, threads: 1, empty: NoTally()) != nil) == isRight)
      #expect(((try? JournalView.open(ledger.path)) != nil) == isRight)
      let report = try Journal.verify(ledger.path)
      let slow = try Journal.verifyInOrder(ledger.path)
      #expect(report.isSound == isRight && report == slow, "from \(start)")
    }
  }

  @Test("lines that go the slow way tell of what is sealed and erased as those of the fast one")
  func slowLines() throws {
    var events = RandomJournal.events(count: 80, seed: 9)
    let erasures = events.indices.filter { events[$0].fact.type == "entry.value-erased" }
    try #require(erasures.count > 1)
    // An erasure may itself have a sealed note: that one is not erased.
    events[erasures[0]].circumstances.note = SealedText(SealedValue(written: String(repeating: "ab", count: 32)))
    for name in ["Anna", "\u{1F600}"] {
      for index in events.indices { events[index].recordedBy = Text(name) }
      try RawLedger(events).write(to: ledger.path)
      #expect(try Journal.verify(ledger.path) == Journal.verifyInOrder(ledger.path))
      let swept = try #require(
        try Self.sweep(
          ledger.path, pieceByteCount: 4096, threads: 2, empty: BothTallies(ChainTally(), IndexTally())))
      #expect(swept.tally.one.erased == Set(events.flatMap(\.erasedCommitments)))
      #expect(swept.tally.one.commitments == Set(events.flatMap(\.commitments)))
    }
  }

  @Test("a source that is another's, an opening twice, an id twice and a version left out are not swept")
  func chain() throws {
    let good = RandomJournal.events(count: 12, seed: 3)
    try RawLedger(good).write(to: ledger.path)
    #expect(try Self.accepts(ledger.path))
    var twice = good
    twice[8].id = good[4].id
    var version = good
    version[9].subjectVersion += 1
    var opening = good
    opening[10].fact = good[0].fact
    opening[10].subject = .ledger
    opening[10].subjectVersion = 2
    opening[10].circumstances = Circumstances()
    for events in [twice, version, opening] {
      try RawLedger(events).write(to: ledger.path)
      #expect(try !Self.accepts(ledger.path))
      #expect(throws: JournalError.self) { try JournalView.open(ledger.path) }
      #expect(try Journal.verify(ledger.path) == Journal.verifyInOrder(ledger.path))
    }
  }

  /// Whether the fast way is sure that all is right.
  static func accepts(_ path: String, pieceByteCount: Int = 300) throws -> Bool {
    guard let files = try LedgerFiles(LedgerFolder(path), operations: .system) else { return false }
    var sweep = Sweep(files.segments, source: files.opening.source, threads: 1)
    sweep.pieceByteCount = pieceByteCount
    guard let swept = try sweep.run(cut: files.checkpoint.size, empty: ChainTally()) else { return false }
    return swept.tally.isSure && swept.rootAtCut == files.checkpoint.root
  }
}

extension LineIndex {
  /// The numbers of the tables that do not hold the same as another index's.
  func differingTables(from other: LineIndex) -> [Int] {
    let size = { (index: LineIndex, table: Int) in index.sections.byteCount(of: table) }
    return (0..<32).filter { table in
      let one = try? sections.withBytes(of: table, 0..<size(self, table)) { Array($0) }
      let two = try? other.sections.withBytes(of: table, 0..<size(other, table)) { Array($0) }
      return one != two
    } + (start == other.start && count == other.count ? [] : [-1])
  }
}
