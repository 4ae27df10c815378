import DurableFiles
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Projections

/// What is kept of what is to be done is held against the fold of every subject.
@Suite("Open matters")
struct OpenMattersTests {
  /// Compares the boards of a chronicle with and without what was kept of its beginning; gives how many obligations there were.
  private static func expectSame(
    _ open: OpenMatters, _ chronicle: Chronicle, _ days: [LocalDate], sourceLocation: SourceLocation = #_sourceLocation
  ) -> Int {
    var count = 0
    for day in days {
      let kept = Book(chronicle, asOf: .date(day), today: day, open: open)
      let folded = Book(chronicle, asOf: .date(day), today: day)
      #expect(open.cover(kept), "\(open.position) at \(day)", sourceLocation: sourceLocation)
      let (one, other) = (kept.obligations, folded.obligations)
      #expect(one == other, "\(open.position) to \(chronicle.position) at \(day)", sourceLocation: sourceLocation)
      #expect(kept.nextMeeting(onOrAfter: day)?.id == folded.nextMeeting(onOrAfter: day)?.id)
      count += other.count
    }
    return count
  }

  @Test("made at any position of the example ledger, they give the board of the fold then and after later entries")
  func exempel() throws {
    let events = try Journal.open(ExampleLedger.folder).events
    let all = Chronicle(events)
    var count = 0
    for position in 1...events.count {
      let open = try #require(OpenMatters(all.known(through: position)))
      // Kept, they are what they were.
      let read = try #require(OpenMatters(bytes: open.bytes))
      #expect(read.bytes == open.bytes)
      // On the day itself, on later ones, and after some entries more.
      let end = position % 4 == 0 ? min(events.count, position + 9) : position
      let days = [0, 1, 120, 400][position / 4 % 4]
      let last = SwedishTime.date(of: try #require(all.known(through: end).lastRecorded))
      count += Self.expectSame(read, all.known(through: end), [max(open.horizon, last).adding(days: days)])
    }
    #expect(count > 5_000)
  }

  @Test(
    "so they do of journals with corrections, reversals, undated facts and a clock that steps back", arguments: 1...8)
  func random(seed: UInt64) throws {
    let events = RandomJournal.events(count: 90, seed: seed * 7)
    let all = Chronicle(events)
    for position in [1, 20, 45, 89, 90] {
      let open = try #require(OpenMatters(all.known(through: position)))
      for end in Set([position, 60, 90]).sorted() where end >= position {
        _ = Self.expectSame(
          open, all.known(through: end), [0, 30, 1000].map { open.horizon.adding(days: $0) })
      }
    }
  }

  @Test("they say nothing of a day before, of less than they know, and of a reading without a day")
  func cover() throws {
    let all = Chronicle(try Journal.open(ExampleLedger.folder).events)
    let open = try #require(OpenMatters(all))
    let before = open.horizon.adding(days: -1)
    #expect(open.cover(Book(all, asOf: .date(open.horizon), today: open.horizon)))
    #expect(!open.cover(Book(all, asOf: .date(before), today: before)))
    #expect(!open.cover(Book(all, asOf: nil, today: open.horizon)))
    let cut = all.known(through: all.position - 1)
    #expect(!open.cover(Book(cut, asOf: .date(open.horizon), today: open.horizon)))
    // The book does not ask them then.
    let book = Book(all, asOf: .date("2022-10-14"), today: "2022-10-14", open: open)
    #expect(book.obligations == Book(all, asOf: .date("2022-10-14"), today: "2022-10-14").obligations)
    #expect(OpenMatters(Chronicle()) == nil)
  }

  @Test("kept beside the index they are read again, and made anew for another journal or where the file is damaged")
  func kept() throws {
    let scratch = try ScratchFolder()
    let events = try Journal.open(ExampleLedger.folder).events
    let raw = RawLedger(events)
    let cache = IndexCache(folder: scratch("cache"), writesFrom: 1 << 20)
    let writing = IndexCache(folder: scratch("cache"), writesFrom: 64)
    // A whole number of batches.
    let first = try #require(events.batchStarts.map { $0 - 1 }.last { $0 <= events.count - 32 })
    #expect(events.count - first < 64)
    try raw.prefix(first).write(to: scratch("ledger"))
    let early = try JournalView.open(scratch("ledger"))
    #expect(try #require(OpenMatters.of(early, in: cache)).position == first)
    #expect(cache.table(OpenMatters.tableName, of: early) == nil)
    let made = try #require(OpenMatters.of(early, in: writing))
    let stored = try #require(cache.table(OpenMatters.tableName, of: early))
    #expect(stored.position == first && stored.bytes == made.bytes)

    // The journal has grown by less than is worth writing, and then by more.
    try raw.write(to: scratch("ledger"))
    let view = try JournalView.open(scratch("ledger"))
    let open = try #require(OpenMatters.of(view, in: writing))
    #expect(open.position == first)
    let day = SwedishTime.date(of: try #require(view.lastRecorded))
    let folded = Book(Chronicle(events), asOf: .date(day), today: day).obligations
    #expect(Book(Chronicle(view), asOf: .date(day), today: day, open: open).obligations == folded)
    let keen = IndexCache(folder: scratch("cache"), writesFrom: 32)
    #expect(try #require(OpenMatters.of(view, in: keen)).position == events.count)
    #expect(cache.table(OpenMatters.tableName, of: view)?.position == events.count)

    // A shorter journal, and one that has another last line, do not have that root.
    #expect(cache.table(OpenMatters.tableName, of: early) == nil)
    var other = events
    other[events.count - 1].recordedBy = "någon annan"
    try RawLedger(other).write(to: scratch("other"))
    #expect(cache.table(OpenMatters.tableName, of: try JournalView.open(scratch("other"))) == nil)

    // A file that is cut, or changed at any byte, is none, or says the same.
    let files = FileOperations.system
    let names = try files.names(in: scratch("cache"))
    let name = try #require(names.first { $0.hasSuffix(OpenMatters.tableName) })
    let path = "\(scratch("cache"))/\(name)"
    let bytes = try files.read(path)
    let kept = try #require(cache.table(OpenMatters.tableName, of: view))
    for place in Array(stride(from: 0, to: 400, by: 23)) + Array(stride(from: 400, to: bytes.count, by: 2011)) {
      var changed = bytes
      changed[place] ^= 1
      try files.replaceAtomically(path, with: changed)
      let table = cache.table(OpenMatters.tableName, of: view)
      #expect(table == nil || table?.bytes == kept.bytes, "byte \(place)")
      try files.replaceAtomically(path, with: Array(bytes[..<place]))
      #expect(cache.table(OpenMatters.tableName, of: view) == nil, "cut at \(place)")
    }
    #expect(try #require(OpenMatters.of(view, in: cache)).bytes == kept.bytes)
  }
}
