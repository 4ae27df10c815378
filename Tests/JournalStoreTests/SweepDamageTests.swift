import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("The sweep on damaged ledgers")
struct SweepDamageTests {
  let ledger = ScratchLedger(inMemory: true)

  /// Ten lines in three segments, some in batches; the last two are beyond the checkpoint.
  static func small(coveredCount: Int = 8) -> RawLedger {
    var events = RandomJournal.events(count: 10, seed: 5)
    for index in events.indices { events[index].batch = nil }
    for place in 0..<3 { events[1 + place].batch = BatchPlace(place: place + 1, count: 3) }
    for place in 0..<2 { events[8 + place].batch = BatchPlace(place: place + 1, count: 2) }
    return RawLedger(events, segmentStarts: [5, 7], coveredCount: coveredCount)
  }

  /// Holds the fast ways against the slow one, whatever lies in the folder. Gives whether the slow way takes it.
  @discardableResult
  func expectNoMore(_ name: @autoclosure () -> String) throws -> Bool {
    var slow: Journal?
    var refusal: JournalError?
    do throws(JournalError) { slow = try Journal.open(ledger.path) } catch { refusal = error }
    let isSwept = try SweepTests.accepts(ledger.path)
    #expect(!isSwept || slow != nil, "swept, but refused: \(name())")
    do throws(JournalError) {
      let view = try JournalView.open(ledger.path)
      #expect(slow != nil, "opened, but refused: \(name())")
      #expect(view.count == slow?.entries.count && view.range.root == slow?.range.root, "\(name())")
    } catch {
      #expect(error == refusal, "\(name())")
    }
    return slow != nil
  }

  /// The same of `Journal.verify`.
  func expectSameReport(_ name: @autoclosure () -> String) throws {
    var fast: Result<VerificationReport, JournalError>
    var slow: Result<VerificationReport, JournalError>
    do throws(JournalError) { fast = .success(try Journal.verify(ledger.path)) } catch { fast = .failure(error) }
    do throws(JournalError) { slow = .success(try Journal.verifyInOrder(ledger.path)) } catch { slow = .failure(error) }
    switch (fast, slow) {
    case (.success(let one), .success(let other)): #expect(one == other, "\(name())")
    case (.failure(let one), .failure(let other)): #expect(one == other, "\(name())")
    default: Issue.record("\(name()): \(fast) and \(slow)")
    }
  }

  @Test("any byte changed, removed, doubled or made an LF: no fast way takes what the slow one refuses")
  func everyByte() throws {
    let raw = Self.small()
    try raw.write(to: ledger.path)
    var count = 0
    var accepted = 0
    let files = raw.segments.map { ("events/\($0.name)", $0.bytes) } + [("checkpoint", raw.checkpoint)]
    let copy = ("ledger.json", try ledger.bytes("ledger.json"))
    for (name, bytes) in files + [copy] {
      for index in bytes.indices {
        for change in 0..<4 where FaultCount.isMet(index * 4 + change + count, oneIn: 83) {
          var changed = bytes
          switch change {
          case 0: changed[index] ^= 1 << UInt8(index % 8)
          case 1: changed.remove(at: index)
          case 2: changed.insert(bytes[index], at: index)
          default: changed[index] = 0x0A
          }
          try ledger.write(changed, to: name)
          count += 1
          if try expectNoMore("\(name), byte \(index), change \(change)") { accepted += 1 }
          if FaultCount.isMet(index, oneIn: 16) { try expectSameReport("\(name), byte \(index), change \(change)") }
        }
      }
      try ledger.write(bytes, to: name)
    }
    // What is beyond the checkpoint may be torn; all else is refused.
    #expect(accepted > 0 && accepted < count)
    FaultCount.report("\(count) changed bytes swept, \(accepted) read as a torn tail")
  }

  @Test("any line dropped, repeated, exchanged or moved, in any segment", arguments: [8, 10])
  func everyLine(covered: Int) throws {
    let raw = Self.small(coveredCount: covered)
    let lines: [[UInt8]] = raw.lines.map { $0 + [0x0A] }
    try raw.write(to: ledger.path)
    let borders = [0] + raw.segmentStarts.sorted().map { $0 - 1 } + [lines.count]
    func write(_ changed: [[UInt8]], _ borders: [Int]) throws {
      for (place, segment) in raw.segments.enumerated() {
        let range =
          min(
            borders[place], changed.count)..<max(
            min(borders[place], changed.count), min(borders[place + 1], changed.count))
        try ledger.write(Array(changed[range].joined()), to: "events/\(segment.name)")
      }
    }
    for index in lines.indices {
      var without = lines
      without.remove(at: index)
      try write(without, borders.map { $0 > index ? $0 - 1 : $0 })
      try expectNoMore("without \(index)")
      try expectSameReport("without \(index)")
      for other in lines.indices where FaultCount.isMet(index * 7 + other, oneIn: 6) {
        var twice = lines
        twice.insert(lines[index], at: other)
        try write(twice, borders.map { $0 > other ? $0 + 1 : $0 })
        try expectNoMore("\(index) again at \(other)")
        var exchanged = lines
        exchanged.swapAt(index, other)
        try write(exchanged, borders)
        try expectNoMore("\(index) and \(other) exchanged")
      }
      // A line in the segment before or behind its own.
      for border in 1..<(borders.count - 1) {
        for step in [-1, 1] {
          var moved = borders
          moved[border] += step
          try write(lines, moved)
          try expectNoMore("border \(border) moved by \(step)")
        }
      }
    }
  }

  @Test("a tail of any length, and after it anything: torn where the slow way says so, else refused")
  func tails() throws {
    let raw = Self.small()
    try raw.write(to: ledger.path)
    let segment = try #require(raw.segments.last)
    let name = "events/\(segment.name)"
    let lines = raw.lines.map { $0 + [0x0A] }
    let covered = segment.bytes.count - lines[8].count - lines[9].count
    for length in covered...segment.bytes.count where FaultCount.isMet(length, oneIn: 4) {
      try ledger.write(Array(segment.bytes[..<length]), to: name)
      #expect(try expectNoMore("cut at \(length)"))
    }
    let head = Array(segment.bytes[..<covered])
    let stray: [[UInt8]] = [
      [], [0x0A], Array("{}\n".utf8), Array("skräp\n".utf8), Array("{\"specversion\":\"1.0\",\n".utf8),
      Array(lines[8].dropLast()),
      Array(lines[8].dropLast(9)) + [0x0A],
    ]
    var torn = 0
    var count = 0
    for first in stray + lines {
      for second in stray + lines {
        count += 1
        guard FaultCount.isMet(count, oneIn: 8) else { continue }
        try ledger.write(head + first + second, to: name)
        if try expectNoMore("\(String(decoding: first + second, as: UTF8.self))") { torn += 1 }
        try expectSameReport("\(String(decoding: first + second, as: UTF8.self))")
        try ledger.write(head + lines[8] + first + second, to: name)
        if try expectNoMore("8, \(String(decoding: first + second, as: UTF8.self))") { torn += 1 }
      }
    }
    #expect(torn > 5)
  }

  @Test("segments missing, exchanged, empty, misnamed or strangers, and files that are folders or links")
  func files() throws {
    let raw = Self.small()
    let names = raw.segments.map { "events/\($0.name)" }
    func tried(_ what: String, _ change: () throws -> Void) throws {
      try raw.write(to: ledger.path)
      try change()
      try expectNoMore(what)
      try expectSameReport(what)
    }
    for name in names + ["checkpoint", "ledger.json"] {
      try tried("\(name) missing") { try ledger.remove(name) }
      try tried("\(name) empty") { try ledger.write([], to: name) }
      try tried("\(name) doubled") { try ledger.write(try ledger.bytes(name) + (try ledger.bytes(name)), to: name) }
      try tried("\(name) a link") { try ledger.replaceByLink(name) }
      for other in names where other != name {
        try tried("\(name) and \(other) exchanged") {
          let (one, two) = (try ledger.bytes(name), try ledger.bytes(other))
          try ledger.write(two, to: name)
          try ledger.write(one, to: other)
        }
      }
    }
    try tried("events missing") { try ledger.remove("events") }
    try tried("events a link") { try ledger.replaceByLink("events") }
    for name in [
      "events/000000000002.jsonl", "events/000000000011.jsonl", "events/x", "events/.x", "sealed", "presented",
    ] {
      try tried("\(name) besides") { try ledger.write(raw.segments[0].bytes, to: name) }
      try tried("\(name) besides, empty") { try ledger.write([], to: name) }
    }
    for other in [1, 7, 9] {
      try tried("the checkpoint of \(other)") {
        try ledger.write(Self.small(coveredCount: other).checkpoint, to: "checkpoint")
      }
    }
  }
}
