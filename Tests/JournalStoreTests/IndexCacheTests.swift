import DurableFiles
import Foundation
import Glibc
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// Whatever becomes of a cache file, the answers are those of the journal: it is used where it is what was written, and
/// else ignored, without a word.
@Suite("The cache of an index")
struct IndexCacheTests {
  let ledger = ScratchLedger(inMemory: true)
  let scratch: ScratchFolder
  static let events = RandomJournal.events(count: 40, seed: 71)

  init() throws {
    scratch = try ScratchFolder()
    try RawLedger(Self.events).write(to: ledger.path)
  }

  var cache: IndexCache { IndexCache(folder: scratch("cache"), writesFrom: 1) }
  /// The same cache, never written again.
  var reading: IndexCache { IndexCache(folder: scratch("cache"), writesFrom: 1 << 30) }

  /// Makes the cache file and gives its path.
  func made() throws -> String {
    _ = try JournalView.open(ledger.path, cache: cache)
    let names = try FileOperations.system.names(in: scratch("cache"))
    try #require(names.count == 1)
    return "\(scratch("cache"))/\(names[0])"
  }

  func write(_ bytes: [UInt8], _ path: String) throws {
    try FileOperations.system.replaceUnsynced(path, with: [bytes])
  }

  private var zeroCommitment: Integrity.Commitment? { .init(hex: String(repeating: "0", count: 64)) }

  /// Some questions that between them touch every table, and their answers.
  func expectRight(
    _ cache: IndexCache, _ name: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let events = Self.events
    let view = try JournalView.open(ledger.path, cache: cache)
    let last = events[events.count - 1]
    let first = events.first { event in event.commitments.contains { $0.hex.hasPrefix("00") } }?.position ?? 0
    let zeros = try #require(zeroCommitment)
    let seals = try JournalViewTests.seals(view, zeros)
    let about = events.filter { $0.subject == last.subject }.map(\.position)
    let known = events.last { $0.recorded <= last.recorded }?.position
    let isRight =
      view.count == events.count && view.positions(about: last.subject) == about && view.event(at: 7) == events[6]
      && view.position(of: events[11].id) == 12
      && view.subjects(nil, through: 20) == Set(events.prefix(20).map(\.subject)).sorted()
      && view.position(knownAt: last.recorded) == known && seals[0] == first && view.failure == nil
    #expect(isRight, "\(name())", sourceLocation: sourceLocation)
  }

  @Test("a file cut at any length, with any byte changed, or with blocks of zeros is ignored or not missed")
  func damaged() throws {
    let path = try made()
    let whole = try FileOperations.system.read(path)
    let header = whole.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 48, as: UInt64.self)) }
    var tried = 0
    for length in 0..<whole.count where FaultCount.isMet(length, oneIn: length < header ? 61 : 7919) {
      try write(Array(whole[..<length]), path)
      try expectRight(reading, "cut at \(length)")
      tried += 1
    }
    for place in 0..<whole.count where FaultCount.isMet(place, oneIn: place < header ? 31 : 1009) {
      var changed = whole
      changed[place] ^= 1 << UInt8(place % 8)
      try write(changed, path)
      try expectRight(reading, "byte \(place)")
      tried += 1
    }
    for start in stride(from: 0, to: whole.count, by: 4096) where FaultCount.isMet(start / 4096, oneIn: 3) {
      for size in [512, 4096, whole.count] {
        var changed = whole
        for place in start..<min(start + size, whole.count) { changed[place] = 0 }
        try write(changed, path)
        try expectRight(reading, "zeros from \(start)")
        tried += 1
      }
    }
    try write(whole + [0], path)
    try expectRight(reading, "one byte more")
    try write(whole, path)
    #expect(try JournalView.open(ledger.path, cache: reading).sweptCount == 0)
    FaultCount.report("\(tried) damaged cache files")
  }

  @Test("a header that is a right one but for its numbers is refused, not believed: every word of it made other ones")
  func forgedHeader() throws {
    let path = try made()
    let whole = try FileOperations.system.read(path)
    let header = whole.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 48, as: UInt64.self)) }
    for place in stride(from: 48, to: header - 7, by: 8) {
      for word in [0, 1, UInt64(header), UInt64(whole.count), 1 << 40, (1 << 62) - 1, 1 << 62, 1 << 63, .max]
        as [UInt64]
      {
        var changed = whole
        for index in 0..<8 { changed[place + index] = UInt8(truncatingIfNeeded: word >> UInt64(8 * index)) }
        // The header's own digest is right again: only the form protects now.
        let digest = SHA256.hash(Array(changed[48..<header])).bytes
        changed.replaceSubrange(16..<48, with: digest)
        try write(changed, path)
        let sections = FileSections(path, key: [], operations: .system)
        #expect(sections == nil)
      }
    }
  }

  @Test("another build's key, another ledger's file under this name, and no ledger's at all")
  func foreign() throws {
    let path = try made()
    let own = try FileOperations.system.read(path)
    let sections = try #require(FileSections(path, key: Self.key(in: own), operations: .system))
    let note = sections.note
    try write(CacheFile.pieces(key: Array("index 1 0.0.0.0.0 x".utf8), note: note, tables: []).flatMap { $0 }, path)
    try expectRight(reading, "another build")
    #expect(try JournalView.open(ledger.path, cache: reading).sweptCount == 40)
    // Another ledger of the same identity, and one of another identity.
    for seed in [72, 73] as [UInt64] {
      var events = RandomJournal.events(count: 40, seed: seed)
      if seed == 73, case .ledger(.opened(var opened)) = events[0].fact {
        opened.identity = "urn:uuid:00000000-0000-4000-8000-00000000000b"
        events[0].fact = .ledger(.opened(opened))
      }
      let other = scratch("other-\(seed)")
      try RawLedger(events).write(to: other)
      let folder = scratch("cache-\(seed)")
      _ = try JournalView.open(other, cache: IndexCache(folder: folder, writesFrom: 1))
      let name = try #require(try FileOperations.system.names(in: folder).first)
      try write(try FileOperations.system.read("\(folder)/\(name)"), path)
      try expectRight(reading, "seed \(seed)")
      #expect(try JournalView.open(ledger.path, cache: reading).sweptCount == 40)
    }
    for text in ["", "x", "liggare cache 2\n", String(repeating: "liggare cache 2\n", count: 2000)] {
      try write(Array(text.utf8), path)
      try expectRight(reading, text)
    }
  }

  /// The key that a file states.
  static func key(in bytes: [UInt8]) -> [UInt8] {
    let count = bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 56, as: UInt64.self)) }
    return Array(bytes[64..<(64 + count)])
  }

  @Test("a folder, a link, a broken link or a pipe in the file's place, and a cache folder that is a file")
  func strangers() throws {
    let path = try made()
    let whole = try FileOperations.system.read(path)
    let files = FileManager.default
    try files.removeItem(atPath: path)
    try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    for cache in [reading, cache] { try expectRight(cache, "a folder") }
    try files.removeItem(atPath: path)
    try write(whole, scratch("elsewhere"))
    try files.createSymbolicLink(atPath: path, withDestinationPath: scratch("elsewhere"))
    for cache in [reading, cache] { try expectRight(cache, "a link") }
    try files.removeItem(atPath: path)
    try files.createSymbolicLink(atPath: path, withDestinationPath: scratch("nowhere"))
    for cache in [reading, cache] { try expectRight(cache, "a broken link") }
    #expect(!files.fileExists(atPath: scratch("nowhere")))
    try files.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    for cache in [reading, cache] { try expectRight(cache, "a pipe") }
    try write([], scratch("file"))
    try expectRight(IndexCache(folder: scratch("file"), writesFrom: 1), "a file for a folder")
    try expectRight(IndexCache(folder: "\(scratch("file"))/deeper", writesFrom: 1), "a file above the folder")
    try expectRight(IndexCache(folder: "/proc/liggare", writesFrom: 1), "a folder that takes nothing")
  }

  @Test("each call that reads or writes the cache failing in turn: the answer is right, and no half file is believed")
  func failing() throws {
    for isMade in [false, true] {
      let plan = FaultPlan()
      if isMade { _ = try made() }
      let observed = IndexCache(folder: scratch("cache"), writesFrom: 1, operations: plan.operations)
      try expectRight(observed, "no fault")
      let count = plan.calls.count
      try #require(count > 2)
      for call in 0..<count {
        for number in [EIO, ENOSPC, EACCES] {
          if !isMade { try? FileManager.default.removeItem(atPath: scratch("cache")) }
          let faults = FaultPlan(.fail(call: call, errno: number))
          let cache = IndexCache(folder: scratch("cache"), writesFrom: 1, operations: faults.operations)
          try expectRight(cache, "call \(call) fails with \(number)")
          try expectRight(reading, "after call \(call) failed with \(number)")
        }
      }
      // Where the disk is full in the middle of a write nothing of it stays.
      try? FileManager.default.removeItem(atPath: scratch("cache"))
      let full = FaultPlan(.always(.write, errno: ENOSPC))
      try expectRight(IndexCache(folder: scratch("cache"), writesFrom: 1, operations: full.operations), "a full disk")
      #expect(try FileOperations.system.names(in: scratch("cache")) == [])
      let small = FaultPlan(.small(byteCount: 777))
      try expectRight(IndexCache(folder: scratch("cache"), writesFrom: 1, operations: small.operations), "small writes")
      #expect(try JournalView.open(ledger.path, cache: reading).sweptCount == 0)
    }
  }

  @Test(
    "a file that is replaced or removed while it is open answers on; two that write at once leave one that is right")
  func replaced() throws {
    let path = try made()
    let view = try JournalView.open(ledger.path, cache: reading)
    try write(Array(repeating: 7, count: 100_000), path)
    #expect(JournalViewTests.differences(view, Self.events, through: [0, 20, 40]) == [])
    try FileManager.default.removeItem(atPath: path)
    #expect(JournalViewTests.differences(view, Self.events, through: [0, 20, 40]) == [])
    let (folder, cache) = (ledger.path, cache)
    var opened = 0
    OrderedWork.run(
      count: 40, threads: 4, scratch: { () },
      work: { piece, _ -> Bool in
        if piece.isMultiple(of: 3) { try? FileManager.default.removeItem(atPath: path) }
        let view = try? JournalView.open(folder, cache: cache)
        return view?.event(at: 9) == Self.events[8] && view?.failure == nil
      },
      join: { (isRight: Bool) in
        opened += isRight ? 1 : 0
        return true
      })
    #expect(opened == 40)
    try expectRight(cache, "after all")
    #expect(try FileOperations.system.names(in: scratch("cache")).count == 1)
  }

  @Test("a file overwritten in place while it is open: what was read stays, what is read then is checked")
  func overwritten() throws {
    let path = try made()
    let size = try FileOperations.system.read(path).count
    for place in stride(from: 0, to: size, by: 8192) {
      _ = try made()
      let view = try JournalView.open(ledger.path, cache: reading)
      #expect(view.sweptCount == 0)
      let handle = try FileHandle(forUpdating: URL(filePath: path))
      try handle.seek(toOffset: UInt64(place))
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 20_000))
      try handle.truncate(atOffset: UInt64(max(place, size - place)))
      try handle.close()
      #expect(JournalViewTests.differences(view, Self.events, through: [0, 20, 40]) == [])
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test("a journal that was rolled back, forked or goes on otherwise after the cache was made is read as it is now")
  func otherJournal() throws {
    _ = try made()
    for cut in Self.events.batchStarts.dropFirst().map({ $0 - 1 }) where cut.isMultiple(of: 3) {
      try RawLedger(Self.events).prefix(cut).write(to: ledger.path)
      let view = try JournalView.open(ledger.path, cache: reading)
      #expect(view.sweptCount == cut)
      #expect(JournalViewTests.differences(view, Array(Self.events.prefix(cut)), through: [0, cut]) == [])
      // From there on another history, of the same length, shorter and longer.
      for added in [1, 40 - cut, 60 - cut] {
        var forked = Array(Self.events.prefix(cut))
        for index in 0..<added {
          var event = Self.events[1]
          event.position = cut + index + 1
          event.id = .at(5000 + cut + index)
          event.batch = nil
          event.subject = SubjectID(event.subject.kind, 900)
          event.subjectVersion = index + 1
          forked.append(event)
        }
        try RawLedger(forked).write(to: ledger.path)
        let view = try JournalView.open(ledger.path, cache: reading)
        #expect(JournalViewTests.differences(view, forked, through: [0, cut, forked.count]) == [], "\(cut) + \(added)")
        #expect(view.sweptCount == forked.count)
      }
    }
  }

  @Test("a line edited after the cache was made is refused when it is asked for, with its place; others are given")
  func edited() throws {
    _ = try made()
    let name = "events/000000000001.jsonl"
    var bytes = try ledger.bytes(name)
    let starts = RawLedger(Self.events).lines.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count + 1) }
    let place = starts[14] + 60
    bytes[place] = bytes[place] == 0x31 ? 0x32 : 0x31
    try ledger.write(bytes, to: name)
    let view = try JournalView.open(ledger.path, cache: reading)
    #expect(view.sweptCount == 0 && view.event(at: 14) == Self.events[13] && view.failure == nil)
    #expect(view.event(at: 15) == nil)
    guard case .damage(let damage)? = view.failure, case .leaf = damage.kind else { return #expect(Bool(false)) }
    #expect(damage.file == name && damage.byte == starts[14] && damage.position == 15)
    #expect(throws: JournalError.damage(damage)) { try view.entry(at: 15) }
    // Without the cache the whole journal is refused.
    #expect(throws: JournalError.self) { try JournalView.open(ledger.path) }
  }

  @Test("a segment that lost its end after the opening: what cannot be read is refused, not made up")
  func cut() throws {
    let view = try JournalView.open(ledger.path)
    let name = "events/000000000001.jsonl"
    let bytes = try ledger.bytes(name)
    let handle = try FileHandle(forUpdating: URL(filePath: "\(ledger.path)/\(name)"))
    try handle.truncate(atOffset: UInt64(bytes.count / 2))
    try handle.close()
    #expect(view.event(at: 1) == Self.events[0] && view.failure == nil)
    #expect(view.event(at: 40) == nil && view.failure != nil)
  }
}
