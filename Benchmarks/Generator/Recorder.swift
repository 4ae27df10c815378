import Integrity
import JournalStore
import LedgerDomain

/// When a generated event was true.
enum TrueWhen {
  case undated
  /// A day, by its number.
  case day(Int)
  /// A second in UTC.
  case instant(day: Int, second: Int)
}

/// Writes the lines: the envelope around `data`, in the order that `LineFormat` gives.
///
/// Between `begin` and `end` the members of `data` are written to `line`. Ids follow from seed and position, so an
/// earlier event is named by its position alone.
struct Recorder {
  /// Of all generated ledgers: one made up, with the seed in its last digits.
  let identity: [UInt8]
  let eventCount: Int
  let calendar = Calendar()

  /// The line under construction.
  var line = LineBytes()
  /// The position of the last finished line.
  private(set) var position = 0
  /// The day on which the line under construction is recorded, and when on it.
  private(set) var today = 0
  private var millisecond = 0
  private var batchPlace = 0
  private var batchCount = 0

  private let seed: UInt64
  private let hours: OfficeHours
  private(set) var sink: SegmentSink
  /// Every how many lines one is read back by `LineFormat`; 0 for none.
  private let checkInterval: Int
  private(set) var checkedCount = 0
  /// The folder of the values' files; nil where commitments are to values that are not there.
  private let sealed: String?
  private(set) var sealedCount = 0
  /// The first failure to write a value's file.
  private(set) var failure: GeneratorFailure?

  init(
    identity: [UInt8], seed: UInt64, eventCount: Int, span: Range<Int>, sink: SegmentSink, sealed: String?,
    checkInterval: Int
  ) {
    self.identity = identity
    self.sealed = sealed
    self.seed = Dice.mixed(seed &+ 0x6C69_6767_6172_6521)
    self.eventCount = eventCount
    self.sink = sink
    self.checkInterval = checkInterval
    hours = OfficeHours(span: span, eventCount: eventCount)
    (today, millisecond) = hours.moment(of: 1)
  }

  /// How many lines are still to be written.
  var remaining: Int { eventCount - position }

  /// The next lines are one batch. Requires 2 ≤ count ≤ remaining and no batch under way.
  mutating func beginBatch(_ count: Int) {
    precondition(batchCount == 0 && count >= 2 && count <= remaining)
    batchCount = count
    batchPlace = 0
  }

  /// Begins the next line, up to the brace that opens `data`.
  mutating func begin(_ type: StaticString, _ subject: SubjectNumber, schema: StaticString? = nil) {
    if batchPlace == 0 || batchCount == 0 { (today, millisecond) = hours.moment(of: position + 1) }
    line.clear()
    line.raw("{\"specversion\":\"1.0\",\"id\":")
    writeID(of: position + 1)
    line.raw(",\"source\":\"")
    line.raw(identity)
    line.raw("\",\"type\":\"liggare.")
    line.raw(type)
    line.raw("\",\"subject\":")
    line.subject(subject)
    line.raw(",\"time\":\"")
    let (day, time, calendar) = (today, millisecond, calendar)
    write { calendar.write(day, into: &$0) }
    write { out in
      out.append(UInt8(ascii: "T"))
      Recorder.writeClock(time / 1000, into: &out)
      out.append(UInt8(ascii: "."))
      LineBytes.write(time % 1000, atLeast: 3, into: &out)
    }
    if let schema {
      line.raw("Z\",\"dataschema\":\"")
      line.raw(schema)
      line.raw("\",\"data\":")
    } else {
      line.raw("Z\",\"data\":")
    }
    line.open("{")
  }

  /// Ends the line: the members after `data`. Returns its position.
  @discardableResult
  mutating func end(
    version: Int, _ when: TrueWhen, by recorder: Phrase, correlation: Int = 0, causation: Int = 0
  ) throws(GeneratorFailure) -> Int {
    line.close("}")
    line.number("position", position + 1)
    line.number("subjectversion", version)
    effective(when)
    line.text("recordedby", recorder)
    if batchCount > 0 {
      batchPlace += 1
      line.name("batch")
      let (place, count) = (batchPlace, batchCount)
      line.quoted { out in
        LineBytes.write(place, into: &out)
        out.append(UInt8(ascii: "/"))
        LineBytes.write(count, into: &out)
      }
    }
    if correlation > 0 { event("correlationid", correlation) }
    if causation > 0 { event("causationid", causation) }
    if position > 0 {
      line.name("prev")
      let mark = sink.mark
      line.quoted { LineBytes.writeHex(mark, into: &$0) }
    }
    line.close("}")
    try sink.take(line.bytes, mayBeginSegment: batchPlace <= 1)
    if batchPlace == batchCount { (batchPlace, batchCount) = (0, 0) }
    position += 1
    if checkInterval > 0, position % checkInterval == 0 || position <= 200 { try check() }
    return position
  }

  /// A member that names an event by its position.
  mutating func event(_ name: StaticString, _ position: Int) {
    line.name(name)
    writeID(of: position)
  }

  mutating func date(_ name: StaticString, _ day: Int) {
    line.name(name)
    date(day)
  }

  /// A day as a value.
  mutating func date(_ day: Int) {
    let calendar = calendar
    line.quoted { calendar.write(day, into: &$0) }
  }

  /// A commitment, `{"sealed":"<64 hex>"}`: to a made-up value with its file, or where the ledger has none to nothing at all.
  mutating func sealed(_ name: StaticString, _ dice: inout Dice) {
    let sealing = sealed == nil ? nil : sealing(name, &dice)
    line.name(name)
    line.open("{")
    line.name("sealed")
    if let sealing { line.quoted { $0.append(contentsOf: sealing.commitment.hex.utf8) } } else { digest(&dice) }
    line.close("}")
  }

  /// A commitment to a value that an earlier line committed to.
  mutating func sealed(_ name: StaticString, again sealing: Sealing) {
    line.name(name)
    line.open("{")
    line.name("sealed")
    line.quoted { $0.append(contentsOf: sealing.commitment.hex.utf8) }
    line.close("}")
  }

  /// A made-up value for a field, and its file, not synced: whoever needs the ledger after a power failure makes it anew.
  mutating func sealing(_ name: StaticString, _ dice: inout Dice) -> Sealing {
    let salt = (0..<2).flatMap { _ in withUnsafeBytes(of: dice.next().bigEndian, Array.init) }
    let value = Array("\(name) \(dice.below(1_000_000)), påhittat".utf8)
    let sealing = Sealing.seal(field: "\(name)", value: value, salt: salt)
    sealedCount += 1
    if let sealed, failure == nil {
      do throws(GeneratorFailure) {
        try SegmentSink.write(sealing.formatted, to: "\(sealed)/\(sealing.commitment.hex)", mode: 0o600)
      } catch { failure = error }
    }
    return sealing
  }

  /// 64 hexadecimal digits.
  mutating func digest(_ dice: inout Dice) {
    let words = (dice.next(), dice.next(), dice.next(), dice.next())
    line.quoted { out in
      LineBytes.writeHex(words.0, into: &out)
      LineBytes.writeHex(words.1, into: &out)
      LineBytes.writeHex(words.2, into: &out)
      LineBytes.writeHex(words.3, into: &out)
    }
  }

  mutating func finish(_ ledgerCopy: [UInt8], _ identity: LedgerIdentity) throws(GeneratorFailure) {
    if let failure { throw failure }
    try sink.finish(identity, ledgerCopy: ledgerCopy)
  }

  private mutating func effective(_ when: TrueWhen) {
    switch when {
    case .undated: break
    case .day(let day): date("effective", day)
    case .instant(let day, let second):
      line.name("effective")
      let calendar = calendar
      line.quoted { out in
        calendar.write(day, into: &out)
        out.append(UInt8(ascii: "T"))
        Recorder.writeClock(second, into: &out)
        out.append(UInt8(ascii: "Z"))
      }
    }
  }

  /// A version 4 UUID (RFC 9562 section 5.4) of 122 bits that follow from seed and position.
  private mutating func writeID(of position: Int) {
    let key = seed &+ UInt64(truncatingIfNeeded: position) &* 0x9E37_79B9_7F4A_7C15
    let high = Dice.mixed(key) & ~0xF000 | 0x4000
    let low = Dice.mixed(key ^ 0x5851_F42D_4C95_7F2D) & ~(3 << 62) | 2 << 62
    line.quoted { out in
      let start = out.count
      LineBytes.writeHex(high, into: &out)
      LineBytes.writeHex(low, into: &out)
      for offset in [8, 13, 18, 23] { out.insert(UInt8(ascii: "-"), at: start + offset) }
    }
  }

  private mutating func write(_ body: (inout [UInt8]) -> Void) {
    line.append(body)
  }

  private static func writeClock(_ second: Int, into out: inout [UInt8]) {
    LineBytes.write(second / 3600, atLeast: 2, into: &out)
    out.append(UInt8(ascii: ":"))
    LineBytes.write(second / 60 % 60, atLeast: 2, into: &out)
    out.append(UInt8(ascii: ":"))
    LineBytes.write(second % 60, atLeast: 2, into: &out)
  }

  /// Reads the line back as the journal would.
  private mutating func check() throws(GeneratorFailure) {
    checkedCount += 1
    do throws(LineProblem) {
      let decoded = try LineFormat.decode(line.bytes)
      guard decoded.event.position == position else {
        throw LineProblem(offset: 0, kind: .empty)
      }
    } catch {
      let text = String(decoding: line.bytes, as: UTF8.self)
      throw .line(position: position, text: text, problem: "\(error)")
    }
  }
}
