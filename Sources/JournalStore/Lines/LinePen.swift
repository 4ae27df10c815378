package import LedgerDomain

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

  /// The last so many hexadecimal digits of a word.
  @inline(__always) mutating func writeHex(_ word: UInt64, digits: Int) {
    for index in 0..<digits {
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(4 * (digits - 1 - index))) & 15
      place[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
    }
    place += digits
  }

  /// A UUID in lower case.
  @inline(__always) mutating func write(_ id: EventKey) {
    writeHex(id.high >> 32, digits: 8)
    write(UInt8(ascii: "-"))
    writeHex(id.high >> 16, digits: 4)
    write(UInt8(ascii: "-"))
    writeHex(id.high, digits: 4)
    write(UInt8(ascii: "-"))
    writeHex(id.low >> 48, digits: 4)
    write(UInt8(ascii: "-"))
    writeHex(id.low, digits: 12)
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

extension EventKey {
  /// The id as events have it.
  package var id: EventID {
    let text = String(unsafeUninitializedCapacity: 36) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      var pen = LinePen(place: start)
      pen.write(self)
      return 36
    }
    guard let id = try? EventID(text: text) else { preconditionFailure("128 bits make a UUID") }
    return id
  }
}
