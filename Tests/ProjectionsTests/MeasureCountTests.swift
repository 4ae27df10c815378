import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Projections

/// Counts by rows are held against counts of folded measures: snapshot and rest against full replay, at both clocks.
@Suite("Counting measures")
struct MeasureCountTests {
  /// How many times as many readings are tried: `LIGGARE_FAULTS=N`.
  static let factor = ProcessInfo.processInfo.environment["LIGGARE_FAULTS"].flatMap(Int.init) ?? 0

  /// Full replay, its states kept from reading to reading: those of a measure stay until it has another event.
  struct Replay {
    private var events: [SubjectID: [Event]] = [:]
    private var known: [SubjectID: [Effective: Measure]] = [:]
    private(set) var position = 0

    mutating func take(_ event: Event) {
      position = event.position
      guard event.subject.kind == .measure else { return }
      events[event.subject, default: []].append(event)
      known[event.subject] = nil
    }

    mutating func counts(asOf: Effective) -> MeasureCounts {
      MeasureCounts(
        events.keys.sorted().compactMap { id in
          if let state = known[id]?[asOf] { return state }
          guard case .measure(let state) = Fold.state(of: id, events[id] ?? [], asOf: asOf) else { return nil }
          known[id, default: [:]][asOf] = state
          return state
        })
    }
  }

  /// The days to ask for: around every effective one of the measures' events, and far from all.
  static func days(_ events: [Event]) -> [Effective] {
    var days: Set<LocalDate> = ["2001-01-01", "2099-12-31"]
    for event in events where event.subject.kind == .measure {
      var moments = [event.effective].compactMap { $0 }
      if case .entry(.corrected(let corrected)) = event.fact, case .string(let text)? = corrected.new {
        moments += (try? Effective(text: text)).map { [$0] } ?? []
      }
      for moment in moments { for step in -1...1 { days.insert(moment.day.adding(days: step)) } }
    }
    if let last = events.last { days.insert(SwedishTime.date(of: last.recorded)) }
    return days.sorted().map { .date($0) }
  }

  /// Compares at every position and on some of the days; gives the readings that differ.
  static func differences(_ views: [JournalView], _ events: [Event], days: [Effective], every step: Int) throws
    -> [String]
  {
    var found: [String] = []
    var replay = Replay()
    for position in 0...events.count {
      if position > 0 { replay.take(events[position - 1]) }
      for index in days.indices where step == 1 || (index + position).isMultiple(of: step) || position == events.count {
        let expected = replay.counts(asOf: days[index])
        for (number, view) in views.enumerated() {
          let counted = try MeasureCounts(view, through: position, asOf: days[index])
          if counted != expected { found.append("view \(number), \(position), \(days[index].text)") }
        }
      }
    }
    for view in views where view.failure != nil { found.append("\(String(describing: view.failure))") }
    return found
  }

  /// A view whose base was made of the first lines only, and that of the rest is new.
  static func view(_ raw: RawLedger, split: Int, in scratch: ScratchFolder) throws -> JournalView {
    let ledger = scratch("ledger-\(split)")
    let cache = IndexCache(folder: scratch("cache-\(split)"), writesFrom: 1)
    try raw.prefix(split).write(to: ledger)
    _ = try JournalView.open(ledger, cache: cache, extra: MeasureTally())
    try raw.write(to: ledger)
    let view = try JournalView.open(
      ledger, cache: IndexCache(folder: scratch("cache-\(split)"), writesFrom: 1 << 30), extra: MeasureTally())
    #expect(view.sweptCount == raw.events.count - split)
    return view
  }

  /// A view whose index was made of the first lines, and then extended over the rest, and one of the cache that this left.
  static func extended(_ raw: RawLedger, split: Int, in scratch: ScratchFolder) throws -> [JournalView] {
    let ledger = scratch("extended-\(split)")
    let cache = IndexCache(folder: scratch("extended-cache-\(split)"), writesFrom: 1)
    try raw.prefix(split).write(to: ledger)
    _ = try JournalView.open(ledger, cache: cache, extra: LedgerTallies())
    try raw.write(to: ledger)
    let views = try (0..<2).map { _ in try JournalView.open(ledger, cache: cache, extra: LedgerTallies()) }
    #expect(views[1].sweptCount == 0)
    return views
  }

  /// The tables of measures and of titles in a view that has one index, by number.
  private static func tables(_ view: JournalView) throws -> [Int: [UInt8]] {
    try view.lines.ask { indexes throws(CacheDamage) in
      var tables: [Int: [UInt8]] = [:]
      for table in 16..<64 {
        let byteCount = indexes[0].sections.byteCount(of: table)
        if byteCount > 0 { tables[table] = try indexes[0].sections.load(table, 0..<byteCount, as: UInt8.self) }
      }
      return tables
    }
  }

  @Test("an index that was extended has the tables of one made at once, and counts as it does", arguments: 1...4)
  func extended(_ seed: UInt64) throws {
    let events = RandomJournal.events(count: 124, measures: 3 + Int(seed % 3), seed: seed + 50)
    let scratch = try ScratchFolder()
    let raw = RawLedger(events)
    try raw.write(to: scratch("whole"))
    let whole = try Self.tables(try JournalView.open(scratch("whole"), extra: LedgerTallies()))
    #expect(whole.count >= 10)
    // From 65 lines on there is room for the ids of 124.
    let ends = events.batchStarts.dropFirst().map { $0 - 1 }.filter { $0 >= 65 }
    var views: [JournalView] = []
    for place in ends.indices where (place + Int(seed)).isMultiple(of: 7) || place == ends.count - 1 {
      let extended = try Self.extended(raw, split: ends[place], in: scratch)
      #expect(extended[0].sweptCount == events.count - ends[place])
      for view in extended {
        let tables = try Self.tables(view)
        let different = Set(tables.keys).union(whole.keys).filter { tables[$0] != whole[$0] }.sorted()
        #expect(different == [], "after \(ends[place])")
      }
      views += extended
    }
    #expect(try Self.differences(views, events, days: Self.days(events), every: 37) == [])
  }

  @Test("the full replay of these tests is the book's")
  func reference() throws {
    let events = RandomJournal.events(count: 60, seed: 77)
    let chronicle = Chronicle(events)
    var replay = Replay()
    for event in events {
      replay.take(event)
      for day in Self.days(events).enumerated().filter({ ($0.offset + event.position).isMultiple(of: 11) }).map(
        \.element)
      {
        let book = Book(chronicle.known(through: event.position), asOf: day, today: day.day)
        #expect(replay.counts(asOf: day) == MeasureCounts(book.measures))
      }
    }
  }

  @Test("the example ledger: without a cache, and with caches made at three positions, every position and both clocks")
  func exempel() throws {
    let events = try Journal.open(ExampleLedger.folder).events
    let scratch = try ScratchFolder()
    let raw = RawLedger(events)
    #expect(raw.lines.last == ExampleLedger.lines.last)
    let ends = events.batchStarts.dropFirst().map { $0 - 1 }
    let views =
      try [ends.count / 5, ends.count / 2, ends.count - 2].map { try Self.view(raw, split: ends[$0], in: scratch) }
      + [JournalView.open(ExampleLedger.folder, extra: MeasureTally())]
    let days = Self.days(events)
    #expect(days.count > 100)
    // A sample that goes through all days, another at each position; four times as many, and more, in a long run.
    let step = Self.factor > 0 ? max(1, 96 / Self.factor) : 997
    #expect(try Self.differences(views, events, days: days, every: step) == [])
  }

  @Test("random ledgers full of corrections, with a cache made at every position", arguments: 1...3)
  func random(_ seed: UInt64) throws {
    for round in 0..<UInt64(max(1, Self.factor * 8)) {
      let events = RandomJournal.events(count: 70, measures: 3 + Int(seed % 3), seed: seed + 100 * round)
      let scratch = try ScratchFolder()
      let raw = RawLedger(events, segmentStarts: Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 9) }))
      let ends = events.batchStarts.dropFirst().map { $0 - 1 }
      let splits = ends.enumerated().filter { ($0.offset + Int(seed)).isMultiple(of: Self.factor > 0 ? 1 : 9) }.map(
        \.element)
      let views = try (splits + [events.count]).map { try Self.view(raw, split: $0, in: scratch) }
      let found = try Self.differences(views, events, days: Self.days(events), every: Self.factor > 0 ? 1 : 23)
      if let first = found.first {
        Issue.record(
          "seed \(seed + 100 * round), \(found.count) readings, first \(first) of splits \(splits)\n\(TextLedger.text(of: events))"
        )
      }
    }
  }

  @Test("a replay without index and cache counts as the book does", arguments: 1...4)
  func replay(_ seed: UInt64) throws {
    let events = RandomJournal.events(count: 90, measures: 6, seed: 1000 + seed)
    let scratch = try ScratchFolder()
    try RawLedger(events).write(to: scratch("ledger"))
    let replay = try #require(try MeasureReplay(scratch("ledger")))
    #expect(replay.size == events.count && replay.lastRecorded == events.last?.recorded)
    #expect(replay.root == (try Journal.open(scratch("ledger")).range.root.base64))
    var slow = Replay()
    for event in events { slow.take(event) }
    for day in Self.days(events) { #expect(replay.counts(asOf: day) == slow.counts(asOf: day), "\(day.text)") }
  }

  @Test("measures with numbers far apart are counted as others")
  func farNumbers() throws {
    var events = RandomJournal.events(count: 120, measures: 12, seed: 2001)
    for index in events.indices where events[index].subject.kind == .measure {
      events[index].subject = SubjectID(.measure, 1_000_000_000 - 7919 * events[index].subject.number)
    }
    let scratch = try ScratchFolder()
    let ends = events.batchStarts.dropFirst().map { $0 - 1 }
    let view = try Self.view(RawLedger(events), split: ends[ends.count / 2], in: scratch)
    #expect(try Self.differences([view], events, days: Self.days(events), every: 53) == [])
  }

  @Test("a cache that was made without measures is made anew where they are asked for")
  func otherTables() throws {
    let events = RandomJournal.events(count: 60, seed: 3001)
    let scratch = try ScratchFolder()
    try RawLedger(events).write(to: scratch("ledger"))
    let cache = IndexCache(folder: scratch("cache"), writesFrom: 1)
    _ = try JournalView.open(scratch("ledger"), cache: cache)
    var slow = Replay()
    for event in events { slow.take(event) }
    let view = try JournalView.open(scratch("ledger"), cache: cache, extra: MeasureTally())
    // It is made anew, and then known.
    #expect(view.sweptCount == events.count)
    #expect(try JournalView.open(scratch("ledger"), cache: cache, extra: MeasureTally()).sweptCount == 0)
    for day in Self.days(events) {
      #expect(try MeasureCounts(view, through: events.count, asOf: day) == slow.counts(asOf: day))
    }
  }
}
