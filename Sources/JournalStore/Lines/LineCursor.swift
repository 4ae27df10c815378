import Glibc
import LedgerDomain

/// A place in a line that is being walked over, and the small steps of the walk.
///
/// The bytes are somebody else's, and an LF stands behind the line. No step passes an LF, since none of the texts here
/// may hold one; so no step looks for the end, and a step that finds something else than it wants says false.
struct LineCursor {
  var place: UnsafePointer<UInt8>
  /// Behind the line's last byte, where that is known: up to there steps may look at many bytes at once
  /// (`LineCursor+Words`). Where it is not known, it lies at the start, and every step goes byte by byte.
  let end: UnsafePointer<UInt8>

  @inline(__always) init(place: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>? = nil) {
    self.place = place
    self.end = end ?? place
  }

  @inline(__always) var byte: UInt8 { place.pointee }

  /// Steps over one byte.
  @inline(__always) mutating func skip(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    place += 1
    return true
  }

  /// Steps over given bytes; they hold no LF.
  @inline(__always) mutating func skip(_ expected: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = expected.baseAddress else { return true }
    if expected.count >= 8, has(expected.count) {
      guard isEqual(to: start, count: expected.count) else { return false }
    } else {
      var index = 0
      while index < expected.count {
        if place[index] != start[index] { return false }
        index += 1
      }
    }
    place += expected.count
    return true
  }

  @inline(__always) mutating func skip(_ expected: StaticString) -> Bool {
    skip(UnsafeBufferPointer(start: expected.utf8Start, count: expected.utf8CodeUnitCount))
  }

  /// The rest of a string in canonical JSON, with its closing quote: UTF-8 (Unicode, table 3-7), RFC 8785 escapes.
  @inline(__always) mutating func restOfString() -> Bool {
    while true {
      skipPlainWords()
      let byte = self.byte
      if byte >= 0x80 {
        guard character() else { return false }
      } else if byte >= 0x20 {
        place += 1
        if byte == UInt8(ascii: "\"") { return true }
        if byte == UInt8(ascii: "\\"), !escape() { return false }
      } else {
        return false
      }
    }
  }

  /// What stands after a backslash in canonical text.
  private mutating func escape() -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      place += 1
      return true
    case UInt8(ascii: "u"):
      place += 1
      guard skip(UInt8(ascii: "0")), skip(UInt8(ascii: "0")), let high = hexDigit(), high <= 1,
        let low = hexDigit()
      else { return false }
      // These have short forms.
      return high == 1 || !(8...10).contains(low) && low != 12 && low != 13
    default: return false
    }
  }

  /// A character that is not ASCII: 2, 3 or 4 bytes.
  private mutating func character() -> Bool {
    let first = byte
    let second = place[1]
    switch first {
    case 0xC2...0xDF:
      guard second & 0xC0 == 0x80 else { return false }
      place += 2
      return true
    case 0xE0...0xEF:
      let isSecond =
        first == 0xE0 ? second & 0xE0 == 0xA0 : first == 0xED ? second & 0xE0 == 0x80 : second & 0xC0 == 0x80
      guard isSecond, place[2] & 0xC0 == 0x80 else { return false }
      place += 3
      return true
    case 0xF0...0xF4:
      let isSecond =
        first == 0xF0
        ? (0x90...0xBF).contains(second) : first == 0xF4 ? second & 0xF0 == 0x80 : second & 0xC0 == 0x80
      guard isSecond, place[2] & 0xC0 == 0x80, place[3] & 0xC0 == 0x80 else { return false }
      place += 4
      return true
    default: return false
    }
  }

  /// One lower-case hexadecimal digit.
  @inline(__always) mutating func hexDigit() -> UInt8? {
    let byte = self.byte
    if byte &- 0x30 < 10 {
      place += 1
      return byte &- 0x30
    }
    guard byte &- 0x61 < 6 else { return nil }
    place += 1
    return byte &- 0x57
  }

  /// So many lower-case hexadecimal digits, at most 16, as a number.
  @inline(__always) mutating func hexNumber(digits: Int) -> UInt64? {
    var number: UInt64 = 0
    for _ in 0..<digits {
      guard let digit = hexDigit() else { return nil }
      number = number << 4 | UInt64(digit)
    }
    return number
  }

  /// A UUID in lower case.
  @inline(__always) mutating func uuid() -> EventID? {
    has(36) ? uuidByWords() : uuidByDigits()
  }

  /// A UUID in lower case, digit by digit.
  mutating func uuidByDigits() -> EventID? {
    guard let one = hexNumber(digits: 8), skip(UInt8(ascii: "-")), let two = hexNumber(digits: 4),
      skip(UInt8(ascii: "-")), let three = hexNumber(digits: 4), skip(UInt8(ascii: "-")),
      let four = hexNumber(digits: 4), skip(UInt8(ascii: "-")), let five = hexNumber(digits: 12)
    else { return nil }
    return EventID(high: one << 32 | two << 16 | three, low: four << 48 | five)
  }

  /// So many decimal digits, leading zeros allowed.
  @inline(__always) mutating func digits(_ count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
      place += 1
    }
    return number
  }

  /// A whole number from 1 on, without leading zeros, of at most so many digits.
  @inline(__always) mutating func natural(digitLimit: Int) -> Int? {
    guard byte != 0x30 else { return nil }
    var number = 0
    var count = 0
    while byte &- 0x30 < 10, count < digitLimit {
      number = number &* 10 &+ Int(byte &- 0x30)
      place += 1
      count += 1
    }
    return count > 0 && byte &- 0x30 >= 10 ? number : nil
  }

  /// A subject, `M-0007`.
  @inline(__always) mutating func subject() -> SubjectID? {
    guard let kind = Self.kinds[Int(byte)], place[1] == UInt8(ascii: "-") else { return nil }
    place += 2
    let leading = byte
    var number = 0
    var count = 0
    while byte &- 0x30 < 10, count < 10 {
      number = number &* 10 &+ Int(byte &- 0x30)
      place += 1
      count += 1
    }
    guard count >= 4, count <= 9, count == 4 || leading != 0x30, number >= 1 else { return nil }
    return SubjectID(kind, number)
  }

  private static let kinds: [SubjectKind?] = {
    var kinds = [SubjectKind?](repeating: nil, count: 256)
    for kind in SubjectKind.allCases { kinds[Int(kind.letter.asciiValue ?? 0)] = kind }
    return kinds
  }()

  /// A date as its day number, `2022-10-14`.
  @inline(__always) mutating func date() -> Int? {
    guard let year = digits(4), skip(UInt8(ascii: "-")), let month = digits(2), skip(UInt8(ascii: "-")),
      let day = digits(2), month >= 1, month <= 12, day >= 1
    else { return nil }
    if day > 28, day > LocalDate.days(inMonth: month, of: year) { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// A time of day as its second, `10:15:00`.
  @inline(__always) mutating func secondOfDay() -> Int? {
    guard let hour = digits(2), hour < 24, skip(UInt8(ascii: ":")), let minute = digits(2), minute < 60,
      skip(UInt8(ascii: ":")), let second = digits(2), second < 60
    else { return nil }
    return (hour * 60 + minute) * 60 + second
  }
}
