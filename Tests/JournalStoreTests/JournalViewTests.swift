import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// A view answers as the events do, read one after the other, however much of its index comes from a cache.
@Suite("A journal open for questions")
struct JournalViewTests {
  let ledger = ScratchLedger(inMemory: true)

  /// Answers every question about events as they lie in an array, and compares; gives what differs.
  static func differences(_ view: JournalView, _ events: [Event], through positions: [Int]? = nil) -> [String] {
    var found: [String] = []
    func compare<Answer: Equatable>(_ one: Answer, _ other: Answer, _ question: @autoclosure () -> String) {
      if one != other { found.append("\(question()): \(one), not \(other)") }
    }
    compare(view.count, events.count, "count")
    for event in events {
      compare(view.event(at: event.position), event, "event \(event.position)")
      compare(view.position(of: event.id), event.position, "id of \(event.position)")
    }
    for position in [-1, 0, events.count + 1, Int.max] { compare(view.event(at: position), nil, "event \(position)") }
    compare(view.position(of: .at(999_999_999)), nil, "no id")
    let mentions = events.map { ($0, Set($0.mentions)) }
    let subjects = Set(events.map(\.subject)).union(mentions.flatMap(\.1)).union([SubjectID(.followUp, 999_999_999)])
    for subject in subjects {
      let about = events.filter { $0.subject == subject }.map(\.position)
      for position in [0, about.first ?? 1, (about.first ?? 1) - 1, events.count] {
        compare(view.isAbout(subject, through: position), (about.first ?? .max) <= position, "is about \(subject.text)")
      }
      compare(view.positions(about: subject), about, "about \(subject.text)")
      let naming = mentions.filter { $0.0.subject != subject && $0.1.contains(subject) }.map(\.0.position)
      compare(view.positions(naming: subject), naming, "naming \(subject.text)")
    }
    for position in positions ?? Array(0...events.count) {
      let known = Set(events.prefix(position).map(\.subject)).sorted()
      compare(view.subjects(nil, through: position), known, "subjects through \(position)")
      for last in [position, position + 1, position + 7, events.count] {
        let between = Set(events.filter { $0.position > position && $0.position <= last }.map(\.subject)).sorted()
        compare(view.subjects(after: position, through: last), between, "subjects \(position)–\(last)")
      }
      for kind in SubjectKind.allCases {
        compare(
          view.subjects(kind, through: position), known.filter { $0.kind == kind }, "\(kind) through \(position)")
        compare(
          view.lastSubject(kind, through: position), known.last { $0.kind == kind }, "last \(kind) at \(position)")
        compare(
          view.firstSubjects(kind, through: position, limit: 3), Array(known.filter { $0.kind == kind }.prefix(3)),
          "first \(kind) at \(position)")
      }
    }
    var moments: Set<Int64> = [0, .max / 4]
    for event in events { for step in -1...1 { moments.insert(event.recorded.milliseconds + Int64(step)) } }
    for moment in moments {
      let known = events.last { $0.recorded.milliseconds <= moment }?.position ?? 0
      compare(view.position(knownAt: Instant(milliseconds: moment)), known, "known at \(moment)")
    }
    compare(view.failure == nil, true, "\(String(describing: view.failure))")
    return found
  }

  /// The seals of a view's indexes: of each commitment the first line that holds it, and that which erases it.
  static func seals(_ view: JournalView, _ commitment: Integrity.Commitment) throws -> [Int] {
    let found = try view.lines.all { index throws(CacheDamage) in try index.seal(commitment).map { [$0] } ?? [] }
    return [
      found.map { Int($0.position) }.first { $0 > 0 } ?? 0, found.map { Int($0.erased) }.first { $0 > 0 } ?? 0,
    ]
  }

  @Test("the example ledger answers as its events do, with a cache of none, a part or all of it")
  func exempel() throws {
    let journal = try Journal.open(ExampleLedger.folder)
    let positions = [0, 1, 2, 17, 300, journal.entries.count - 1, journal.entries.count]
    #expect(Self.differences(try JournalView.open(ExampleLedger.folder), journal.events, through: positions) == [])
    let folder = try ScratchFolder()
    let cache = IndexCache(folder: folder.path, writesFrom: 1)
    for _ in 0..<2 {
      let view = try JournalView.open(ExampleLedger.folder, cache: cache)
      #expect(Self.differences(view, journal.events, through: positions) == [])
      #expect(view.range.root == journal.range.root && view.checkpoint == journal.checkpoint)
    }
    for commitment in Set(journal.events.flatMap { $0.commitments + $0.erasedCommitments }) {
      let first = journal.events.first { $0.commitments.contains(commitment) }?.position ?? 0
      let erased = journal.events.first { $0.erasedCommitments.contains(commitment) }?.position ?? 0
      #expect(try Self.seals(JournalView.open(ExampleLedger.folder, cache: cache), commitment) == [first, erased])
    }
  }

  @Test("every line is given with its place, its leaf and its bytes")
  func entries() throws {
    let events = RandomJournal.events(count: 50, seed: 21)
    let starts = Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 5) })
    try RawLedger(events, segmentStarts: starts).write(to: ledger.path)
    let journal = try Journal.open(ledger.path)
    let view = try JournalView.open(ledger.path)
    for entry in journal.entries {
      let found = try view.entry(at: entry.event.position)
      #expect(found.event == entry.event && found.line == entry.line && found.leafHash == entry.leafHash)
      #expect(found.place.file == entry.place.file && found.place.byteOffset == entry.place.byteOffset)
      #expect(try view.lines.leafHash(at: entry.event.position) == entry.leafHash)
    }
  }

  @Test(
    "base and rest, split at every position where a batch ends, answer as the whole",
    arguments: 31...(FaultCount.factor > 0 ? 42 : 32) as ClosedRange<UInt64>)
  func splits(_ seed: UInt64) throws {
    let events = RandomJournal.events(count: 36, seed: seed)
    let starts = Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 6) })
    let raw = RawLedger(events, segmentStarts: starts)
    for split in events.batchStarts.dropFirst().map({ $0 - 1 }) + [events.count]
    where FaultCount.isMet(split, oneIn: 2) || split == events.count {
      let folder = try ScratchFolder()
      try raw.prefix(split).write(to: ledger.path)
      _ = try JournalView.open(ledger.path, cache: IndexCache(folder: folder.path, writesFrom: 1))
      try raw.write(to: ledger.path)
      for writesFrom in [1 << 30, 1] {
        let view = try JournalView.open(ledger.path, cache: IndexCache(folder: folder.path, writesFrom: writesFrom))
        // With a large threshold only the rest is swept; a small one has everything swept and the cache written anew.
        let isAnew = writesFrom == 1 && split < events.count
        #expect(view.sweptCount == (isAnew ? events.count : events.count - split))
        let positions = [0, 1, split - 1, split, min(split + 1, events.count), events.count]
        let found = Self.differences(view, events, through: positions)
        #expect(found == [], "split at \(split)")
        for digit in 0..<16 {
          let text = String(repeating: String(digit, radix: 16), count: 64)
          guard let commitment = Integrity.Commitment(hex: text) else { continue }
          let first = events.first { $0.commitments.contains(commitment) }?.position ?? 0
          let erased = events.first { $0.erasedCommitments.contains(commitment) }?.position ?? 0
          #expect(try Self.seals(view, commitment) == [first, erased])
        }
      }
    }
  }

  @Test("a ledger with a torn tail is cached and answered without it; what the checkpoint does not cover is not kept")
  func tornAndUncovered() throws {
    let events = RandomJournal.events(count: 30, seed: 41)
    let folder = try ScratchFolder()
    let cache = IndexCache(folder: folder.path, writesFrom: 1)
    let covered = try #require(events.batchStarts.last) - 1
    try RawLedger(events, coveredCount: covered).write(to: ledger.path)
    for _ in 0..<2 {
      let view = try JournalView.open(ledger.path, cache: cache)
      #expect(view.sweptCount == events.count)
      #expect(Self.differences(view, events, through: [0, 5, events.count]) == [])
    }
    #expect(try FileOperations.system.names(in: folder.path) == [])
    let name = "events/000000000001.jsonl"
    try RawLedger(events).write(to: ledger.path)
    try ledger.write(try ledger.bytes(name) + Array(#"{"specversion":"1.0","id"#.utf8), to: name)
    for sweptCount in [events.count, 0] {
      let view = try JournalView.open(ledger.path, cache: cache)
      #expect(view.sweptCount == sweptCount)
      #expect(Self.differences(view, events, through: [0, 5, events.count]) == [])
    }
  }

  @Test(
    "a journal that is read line after line answers the same: where the sweep is not sure, and without a checkpoint")
  func inOrder() throws {
    let events = RandomJournal.events(count: 40, seed: 51)
    let starts = Set(events.batchStarts.filter { $0 > 1 && $0.isMultiple(of: 7) })
    let raw = RawLedger(events, segmentStarts: starts)
    try raw.write(to: ledger.path)
    // An empty last segment is a tail: no sweep looks at it.
    try ledger.write([], to: "events/\(RawLedger.name(from: events.count + 1))")
    #expect(try LedgerFiles(LedgerFolder(ledger.path), operations: .system) == nil)
    let view = try JournalView.open(ledger.path)
    #expect(Self.differences(view, events, through: [0, 20, events.count]) == [])
    try raw.prefix(1).write(to: ledger.path)
    try ledger.remove("checkpoint")
    let first = try JournalView.open(ledger.path)
    #expect(first.checkpoint == nil && Self.differences(first, [events[0]]) == [])
  }

  @Test("many threads may ask at once, also while a damaged cache is replaced")
  func threads() throws {
    let events = RandomJournal.events(count: 120, seed: 61)
    try RawLedger(events).write(to: ledger.path)
    let folder = try ScratchFolder()
    let cache = IndexCache(folder: folder.path, writesFrom: 1)
    _ = try JournalView.open(ledger.path, cache: cache)
    let file = try #require(try FileOperations.system.names(in: folder.path).first)
    var bytes = try FileOperations.system.read(folder(file))
    let size = CacheFile.blockByteCount
    for place in stride(from: bytes.count - 1, to: 2 * size, by: -size / 2) { bytes[place] ^= 1 }
    try FileOperations.system.replaceUnsynced(folder(file), with: [bytes])
    let view = try JournalView.open(ledger.path, cache: cache)
    #expect(view.sweptCount == 0)
    var answers: [Bool] = []
    OrderedWork.run(
      count: 240, threads: 6, scratch: { () },
      work: { piece, _ -> Bool in
        let event = events[piece % 120]
        return view.event(at: event.position) == event && view.position(of: event.id) == event.position
          && view.positions(about: event.subject) == events.filter { $0.subject == event.subject }.map(\.position)
      },
      join: { (isRight: Bool) in
        answers.append(isRight)
        return true
      })
    #expect(answers.allSatisfy { $0 } && answers.count == 240 && view.failure == nil)
  }
}
