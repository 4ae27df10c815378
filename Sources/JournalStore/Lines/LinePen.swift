import LedgerDomain

/// A place in memory where a line is being written, and the small steps of the writing: `LineCursor`'s other half.
///
/// No step looks for the end of the memory: whoever made the pen made room for the whole line.
struct LinePen {
  var place: UnsafeMutablePointer<UInt8>

  @inline(__always) mutating func write(_ byte: UInt8) {
    place.pointee = byte
    place += 1
  }

  @inline(__always) mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    place.update(from: start, count: bytes.count)
    place += bytes.count
  }

  @inline(__always) mutating func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { write($0) }
  }

  @inline(__always) mutating func write(_ text: StaticString) {
    write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A number with leading zeros up to a count of digits. Requires 0 ≤ number.
  @inline(__always) mutating func write(_ number: Int, digits: Int = 1) {
    var count = 1
    var limit = 10
    while number >= limit, count < 18 {
      count += 1
      limit *= 10
    }
    if number >= limit { count += 1 }
    count = max(count, digits)
    var rest = number
    var index = count
    while index > 0 {
      index -= 1
      place[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    place += count
  }

  /// The sixteen hexadecimal digits of a word.
  @inline(__always) mutating func writeHex(_ word: UInt64) {
    let bytes = UnsafeMutableRawPointer(place)
    bytes.storeBytes(of: HexDigits.digits(word >> 32).littleEndian, as: UInt64.self)
    bytes.storeBytes(of: HexDigits.digits(word & 0xFFFF_FFFF).littleEndian, toByteOffset: 8, as: UInt64.self)
    place += 16
  }

  /// A UUID in lower case.
  @inline(__always) mutating func write(_ id: EventID) {
    id.write(digits: place)
    place += 36
  }

  /// A subject, `M-0007`.
  @inline(__always) mutating func write(_ subject: SubjectID) {
    write(UInt8(truncatingIfNeeded: subject.key >> 32))
    write(UInt8(ascii: "-"))
    write(subject.number, digits: 4)
  }

  /// A date, `2022-10-14`.
  @inline(__always) mutating func write(_ date: LocalDate) {
    write(date.year, digits: 4)
    write(UInt8(ascii: "-"))
    write(date.month, digits: 2)
    write(UInt8(ascii: "-"))
    write(date.day, digits: 2)
  }

  /// A moment to the millisecond, `2022-03-23T10:15:00.000Z`: 24 bytes. Outside the years 0000 to 9999 it is that of
  /// the nearest day of them, as in `Instant.text`.
  mutating func write(_ moment: Instant) {
    let dayLength: Int64 = 86_400_000
    let day = moment.milliseconds / dayLength
    guard moment.milliseconds >= 0, let date = LocalDate(dayNumber: Int(day)) else {
      return write(Array(moment.text.utf8))
    }
    let rest = Int(moment.milliseconds - day * dayLength)
    write(date)
    write(UInt8(ascii: "T"))
    write(rest / 3_600_000, digits: 2)
    write(UInt8(ascii: ":"))
    write(rest / 60_000 % 60, digits: 2)
    write(UInt8(ascii: ":"))
    write(rest / 1000 % 60, digits: 2)
    write(UInt8(ascii: "."))
    write(rest % 1000, digits: 3)
    write(UInt8(ascii: "Z"))
  }

  /// When a fact was true, as `effective` states it.
  @inline(__always) mutating func write(_ effective: Effective) {
    switch effective {
    case .date(let date): write(date)
    case .instant: write(Array(effective.text.utf8))
    }
  }

  /// The place of an event in a batch, `2/7`.
  @inline(__always) mutating func write(_ batch: BatchPlace) {
    write(batch.place)
    write(UInt8(ascii: "/"))
    write(batch.count)
  }
}

/// Memory for lines that are being made, one behind the other, each with its LF; used again for batch after batch.
final class LineBuffer {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes are written.
  private(set) var count = 0

  /// Beyond so many bytes, memory that one large batch took is given back with the next one.
  private static let keptByteCount = 4 << 20

  init() {
    capacity = 4096
    start = .allocate(capacity: capacity)
  }

  deinit {
    start.deallocate()
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  func removeAll() {
    count = 0
    if capacity > Self.keptByteCount { allocate(4096) }
  }

  /// A pen behind what is written, with room for so many bytes.
  @inline(__always) func pen(room: Int) -> LinePen {
    if capacity - count < room { allocate(max(2 * capacity, count + room)) }
    return LinePen(place: start + count)
  }

  /// Takes what a pen has written. Requires the pen that was made last.
  @inline(__always) func take(_ pen: LinePen) {
    count = pen.place - start
  }

  private func allocate(_ byteCount: Int) {
    let old = start
    start = .allocate(capacity: byteCount)
    start.update(from: old, count: count)
    old.deallocate()
    capacity = byteCount
  }
}
