import LedgerDomain

// Steps over eight bytes at a time, where it is known that the line reaches so far: some 3 ns for eight digits, and less
// than 1 ns for eight plain characters. Each gives what the same step byte by byte gives.

extension LineCursor {
  /// Whether so many bytes of the line are left, as far as that is known.
  @inline(__always) func has(_ count: Int) -> Bool { end - place >= count }

  /// Eight bytes from a place on, the first one lowest. Requires that they are there.
  @inline(__always) static func word(_ place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// Whether the next bytes are those given. Requires has(count) and count ≥ 8.
  @inline(__always) func isEqual(to expected: UnsafePointer<UInt8>, count: Int) -> Bool {
    var index = 0
    while index + 8 <= count {
      if Self.word(place + index) != Self.word(expected + index) { return false }
      index += 8
    }
    // What is left, with bytes that were looked at already.
    return index == count || Self.word(place + (count - 8)) == Self.word(expected + (count - 8))
  }

  /// 1 in each byte, and the top bit of each.
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// Steps over characters of a string that stand for themselves, as far as that goes by whole words or up to the first
  /// other one: ASCII, no control character, no quote, no backslash.
  @inline(__always) mutating func skipPlainWords() {
    while has(8) {
      let special = Self.special(Self.word(place))
      if special != 0 {
        place += special.trailingZeroBitCount / 8
        return
      }
      place += 8
    }
  }

  /// A word in which the lowest bit that is set lies in the first byte that is none of the plain characters; 0 where all
  /// are plain. Above that bit others may be set that mean nothing.
  @inline(__always) private static func special(_ word: UInt64) -> UInt64 {
    let (ones, tops) = (Self.ones, Self.tops)
    // Of a difference below 0 in a byte the top bit shows; it borrows from the bytes above only, which come later.
    let control = word &- ones &* 0x20
    let quote = (word ^ (ones &* 0x22)) &- ones
    let backslash = (word ^ (ones &* 0x5C)) &- ones
    return (control | quote | backslash | word) & tops
  }

  /// A UUID in lower case. Requires has(36).
  @inline(__always) mutating func uuidByWords() -> EventID? {
    guard let key = EventID(digits: place) else { return nil }
    place += 36
    return key
  }

  /// 16 lower-case hexadecimal digits as a number. Requires has(16).
  @inline(__always) mutating func hexNumberByWords() -> UInt64? {
    guard let high = HexDigits.number(place), let low = HexDigits.number(place + 8) else { return nil }
    place += 16
    return high << 32 | low
  }
}
