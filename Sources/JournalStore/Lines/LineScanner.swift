import Integrity
import LedgerDomain

/// Reads lines the fast way: one walk over the bytes, no allocation, no event.
///
/// What it accepts is exactly canonical: `LineFormat.decode` would take the line and give the same facts. What it does
/// not accept may be right all the same, and whoever asks goes on to `decode`, which also says what is wrong.
///
/// One scanner for one thread at a time.
struct LineScanner {
  /// The ledger's identity, which every line states.
  let identity: LedgerIdentity
  private let grammar = DataGrammar.shared
  /// `"source":"…",` of the ledger.
  private let source: [UInt8]
  private var days = DayStarts()
  private var lastDay = LastDay()
  /// What the data of the last line named.
  var findings = LineFindings()

  init(source: LedgerIdentity) {
    identity = source
    self.source = Array("\"source\":\"\(source.text)\",\"type\":\"liggare.".utf8)
  }

  /// The facts of a line; nil where it goes the slow way. Requires an LF behind its last byte, and none in it.
  @inline(__always)
  mutating func scan(_ line: UnsafeBufferPointer<UInt8>) -> LineFacts? {
    guard let start = line.baseAddress, line.count <= LineFormat.byteLimit else { return nil }
    findings.removeAll()
    let end = start + line.count
    var cursor = LineCursor(place: start, end: end)
    guard cursor.skip("{\"specversion\":\"1.0\",\"id\":\""), let id = cursor.uuid(), cursor.skip("\","),
      source.withUnsafeBufferPointer({ cursor.skip($0) }),
      let type = type(&cursor), cursor.skip("\"subject\":\""), let subject = cursor.subject(),
      type.kind == nil || type.kind == subject.kind,
      cursor.skip("\",\"time\":\""), let recorded = instant(&cursor), cursor.skip("\","), cursor.skip(type.schema),
      cursor.skip("\"data\":")
    else { return nil }
    let dataStart = cursor.place - start
    let table = grammar.table(type.number)
    guard table.pointee.skip(table.pointee.root, &cursor, &findings, line: start) else { return nil }
    let dataEnd = cursor.place - start
    guard cursor.skip(",\"position\":"), let position = cursor.natural(digitLimit: 10),
      position <= LineFormat.integerLimit, cursor.skip(",\"subjectversion\":"),
      let version = cursor.natural(digitLimit: 10), version <= LineFormat.integerLimit, cursor.skip(",\"")
    else { return nil }
    var effective = EffectiveKey.undated
    if cursor.byte == UInt8(ascii: "e") {
      guard cursor.skip("effective\":\""), let moment = moment(&cursor), cursor.skip("\",\"") else { return nil }
      effective = moment
    }
    guard cursor.skip("recordedby\":\""), recordedBy(&cursor) else { return nil }
    var batch: BatchPlace?
    if cursor.skip(",\"batch\":\"") {
      guard let place = cursor.natural(digitLimit: 6), cursor.skip(UInt8(ascii: "/")),
        let count = cursor.natural(digitLimit: 6), count >= 2, place <= count, cursor.skip(UInt8(ascii: "\""))
      else { return nil }
      batch = BatchPlace(place: place, count: count)
    }
    // What follows tells its members apart by their first letters.
    if cursor.skip(",\"co") {
      guard cursor.skip("rrelationid\":\""), cursor.uuid() != nil, cursor.skip(UInt8(ascii: "\"")) else { return nil }
    }
    if cursor.skip(",\"ca") {
      guard cursor.skip("usationid\":\""), cursor.uuid() != nil, cursor.skip(UInt8(ascii: "\"")) else { return nil }
    }
    var prev: ChainMark?
    if cursor.skip(",\"prev\":\"") {
      guard cursor.has(16), let mark = cursor.hexNumberByWords(), cursor.skip(UInt8(ascii: "\"")) else { return nil }
      prev = ChainMark(firstWord: mark)
    }
    guard cursor.skip(UInt8(ascii: "}")), cursor.place == end else { return nil }
    return LineFacts(
      id: id, type: type.number, subject: subject, recorded: recorded, position: position, subjectVersion: version,
      effective: effective, batch: batch, prev: prev, data: dataStart..<dataEnd)
  }

  @inline(__always) private func type(_ cursor: inout LineCursor) -> DataGrammar.TypeEntry? {
    guard cursor.has(16) else { return nil }
    var slot = DataGrammar.slot(of: cursor.place)
    while grammar.slots[slot] >= 0 {
      let entry = grammar.types[Int(grammar.slots[slot])]
      if cursor.skip(entry.name) { return entry }
      slot = (slot + 1) & (DataGrammar.slotCount - 1)
    }
    return nil
  }

  /// A recorded time, to the millisecond in UTC.
  @inline(__always) private mutating func instant(_ cursor: inout LineCursor) -> Int64? {
    guard let day = lastDay.step(&cursor), cursor.skip(UInt8(ascii: "T")), let second = cursor.secondOfDay(),
      cursor.skip(UInt8(ascii: ".")), let thousandth = cursor.digits(3), cursor.skip(UInt8(ascii: "Z"))
    else { return nil }
    return Int64(day * 86_400 + second) * 1000 + Int64(thousandth)
  }

  /// The value of `effective`.
  @inline(__always) private mutating func moment(_ cursor: inout LineCursor) -> EffectiveKey? {
    guard let day = cursor.date() else { return nil }
    if cursor.byte == UInt8(ascii: "\"") { return EffectiveKey(start: days.start(of: day)) }
    guard cursor.skip(UInt8(ascii: "T")), let second = cursor.secondOfDay(), cursor.skip(UInt8(ascii: "Z")) else {
      return nil
    }
    return EffectiveKey(start: Int64(day * 86_400 + second) * 1000)
  }

  /// Who typed it, with the closing quote: not empty. A control character or a noncharacter goes the slow way, and so
  /// does whatever has the bytes that one could begin with.
  @inline(__always) private func recordedBy(_ cursor: inout LineCursor) -> Bool {
    let start = cursor.place
    guard cursor.byte != UInt8(ascii: "\""), cursor.restOfString() else { return false }
    var place = start
    while place < cursor.place {
      let byte = place.pointee
      if byte == 0xC2 && place[1] < 0xA0 || byte == 0xEF || byte >= 0xF0 || byte == 0x7F { return false }
      if byte == UInt8(ascii: "\\") {
        // Only a quote or a backslash may be escaped here: every other escape is of a control character.
        guard place[1] == UInt8(ascii: "\"") || place[1] == UInt8(ascii: "\\") else { return false }
        place += 1
      }
      place += 1
    }
    return true
  }
}

/// The date that was read last, by its ten bytes: one line after the other is recorded on the same day.
private struct LastDay {
  private var head: UInt64 = 0
  private var day: (tail: UInt16, number: Int) = (0, 0)

  /// A date as its day number.
  @inline(__always) mutating func step(_ cursor: inout LineCursor) -> Int? {
    guard cursor.has(10) else { return cursor.date() }
    let head = LineCursor.word(cursor.place)
    let tail = UnsafeRawPointer(cursor.place + 8).loadUnaligned(as: UInt16.self)
    // No date has eight bytes of 0.
    if head == self.head, tail == day.tail {
      cursor.place += 10
      return day.number
    }
    guard let number = cursor.date() else { return nil }
    self.head = head
    day = (tail, number)
    return number
  }
}

/// When days begin in the ledger's time zone, remembered: lines of a ledger speak of the same few thousand days.
private struct DayStarts {
  private var days = [Int](repeating: .min, count: 4096)
  private var starts = [Int64](repeating: 0, count: 4096)

  /// Milliseconds since 1970 of a day's first moment; requires a day of the calendar.
  @inline(__always) mutating func start(of day: Int) -> Int64 {
    let slot = day & 4095
    if days[slot] == day { return starts[slot] }
    guard let date = LocalDate(dayNumber: day) else {
      preconditionFailure("a day that was read is one of the calendar")
    }
    days[slot] = day
    starts[slot] = SwedishTime.startOfDay(date).milliseconds
    return starts[slot]
  }
}
