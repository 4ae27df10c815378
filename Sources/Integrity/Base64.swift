/// Bytes as standard base64 text (RFC 4648 section 4), padded, without line breaks, one text for each value.
package enum Base64 {
  private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// The text of the bytes: four characters for every three bytes begun.
  package static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        text.append(index <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * index) & 63)] : padding)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of the text; nil unless it is exactly what `encode` writes for some bytes.
  ///
  /// Refused are therefore spaces, line breaks, the URL alphabet, missing or excess padding, and bits set where the
  /// padding begins (RFC 4648 section 3.5).
  package static func decode(_ text: String) -> [UInt8]? {
    let text = Array(text.utf8)
    guard text.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    for start in stride(from: 0, to: text.count, by: 4) {
      let group = text[start..<start + 4]
      let count = group.count - (start + 4 == text.count ? paddingCount(group) : 0)
      var bits: UInt32 = 0
      for character in group.prefix(count) {
        guard let value = value(of: character) else { return nil }
        bits = bits << 6 | value
      }
      bits <<= UInt32(6 * (4 - count))
      let unused = UInt32(0xff_ffff) >> UInt32(8 * (count - 1))
      guard bits & unused == 0 else { return nil }
      for index in 0..<count - 1 {
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * index)))
      }
    }
    return bytes
  }

  /// How many of the group's four characters are padding: 0, 1 or 2. Padding elsewhere is no letter of the alphabet.
  private static func paddingCount(_ group: ArraySlice<UInt8>) -> Int {
    guard group.last == padding else { return 0 }
    return group.dropLast().last == padding ? 2 : 1
  }

  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
