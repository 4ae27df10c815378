/// One pass over the bytes of a text in search of what points out a person.
///
/// A number begins where a word begins: digits inside a word (a digest, a version, `B1234`) are part of it, and a UUID is passed
/// over whole. What a number stands beside decides as well: digits joined to others by a hyphen, a dot, a comma, a colon or a
/// slash (`2022/0041`, `10:30`) are parts of something longer, which is no number of a person.
struct PersonalDataScan {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func all() -> [PersonalData] {
    var found: [PersonalData] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "@") {
        if let range = address(around: at, after: found.last?.range.upperBound ?? 0) {
          found.append(PersonalData(.emailAddress, range))
          at = range.upperBound
        } else {
          at += 1
        }
      } else if isDigit(byte) || byte == UInt8(ascii: "+") {
        if let hit = personalNumber(at) ?? phoneNumber(at) {
          found.append(hit)
          at = hit.range.upperBound
        } else {
          at = isDigit(byte) ? endOfWord(at) : at + 1
        }
      } else {
        at = isWord(byte) ? endOfWord(at) : at + 1
      }
    }
    return found
  }

  // What stands where. Beyond the text stands a zero byte, which is part of nothing.

  subscript(at: Int) -> UInt8 { bytes.indices.contains(at) ? bytes[at] : 0 }

  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Letters and digits of ASCII. An underscore is none: names of files have it around numbers.
  func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 26 }

  /// The number of digits from a place on.
  func digitCount(_ at: Int) -> Int {
    var end = at
    while isDigit(self[end]) { end += 1 }
    return end - at
  }

  func value(_ digits: Range<Int>) -> Int { digits.reduce(0) { $0 * 10 + Int(bytes[$1] - 0x30) } }

  /// Where the word ends that begins at a place; a UUID is one.
  private func endOfWord(_ at: Int) -> Int {
    if isUUID(at) { return at + 36 }
    var end = at + 1
    while isWord(self[end]) { end += 1 }
    return end
  }

  private func isUUID(_ at: Int) -> Bool {
    guard at + 36 <= bytes.count, self[at + 8] == UInt8(ascii: "-"), !isWord(self[at + 36]) else { return false }
    return (0..<36).allSatisfy { place in
      let byte = bytes[at + place]
      return [8, 13, 18, 23].contains(place)
        ? byte == UInt8(ascii: "-") : isDigit(byte) || (byte | 0x20) &- 0x61 < 6
    }
  }

  /// Whether what begins at a place goes on from other digits, or is part of a word.
  func isJoined(before at: Int, orBy joints: StaticString = "-+.,:/") -> Bool {
    isWord(self[at - 1]) || contains(joints, self[at - 1]) && isDigit(self[at - 2])
  }

  /// Whether what ends at a place goes on in other digits, in a word or in an address.
  func isJoined(after at: Int, orBy joints: StaticString = "-+.,:/") -> Bool {
    isWord(self[at]) || self[at] == UInt8(ascii: "@") || contains(joints, self[at]) && isDigit(self[at + 1])
  }

  private func contains(_ joints: StaticString, _ byte: UInt8) -> Bool {
    UnsafeBufferPointer(start: joints.utf8Start, count: joints.utf8CodeUnitCount).contains(byte)
  }

  /// How many bytes a hyphen has that stands at a place: ASCII's, U+2010, the one that does not break, the dash or the minus that word
  /// processors put in its place. 0 for anything else.
  func hyphenByteCount(_ at: Int) -> Int {
    switch (self[at], self[at + 1], self[at + 2]) {
    case (UInt8(ascii: "-"), _, _): 1
    case (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x91), (0xE2, 0x80, 0x93), (0xE2, 0x88, 0x92): 3
    default: 0
    }
  }

  /// The same of a space, that of ASCII or one that does not break.
  func spaceByteCount(_ at: Int) -> Int {
    switch (self[at], self[at + 1], self[at + 2]) {
    case (UInt8(ascii: " "), _, _): 1
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0xAF): 3
    default: 0
    }
  }
}
