extension JSONReader {
  /// A string without its quotes and escapes; requires the opening quote to be next.
  mutating func string() throws(JSONError) -> String {
    offset += 1
    var start = offset
    try skipPlainCharacters()
    if next == UInt8(ascii: "\"") {
      offset += 1
      return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
    }
    var unescaped = Array(bytes[start..<offset])
    while !skip(UInt8(ascii: "\"")) {
      try escape(into: &unescaped)
      start = offset
      try skipPlainCharacters()
      unescaped.append(contentsOf: bytes[start..<offset])
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// Stops at a quote or a backslash; fails at everything that may not stand in a string.
  private mutating func skipPlainCharacters() throws(JSONError) {
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return
      case 0x20...0x7F: offset += 1
      case 0x00...0x1F: throw problem(.controlCharacterInString)
      default: offset += try lengthOfCharacter()
      }
    }
    throw unexpected(.stringEnd)
  }

  /// The bytes of the character that starts here and is not ASCII: 2, 3 or 4 (Unicode, table 3-7).
  private func lengthOfCharacter() throws(JSONError) -> Int {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[offset] {
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xE1...0xEC, 0xEE, 0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: throw problem(.invalidUTF8)
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { throw problem(.invalidUTF8) }
    for index in 2..<max(length, 2) where bytes[offset + index] & 0xC0 != 0x80 { throw problem(.invalidUTF8) }
    return length
  }

  /// One escape, or the two of a surrogate pair, as UTF-8; requires the backslash to be next.
  private mutating func escape(into unescaped: inout [UInt8]) throws(JSONError) {
    let place = offset
    offset += 1
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(bytes[offset])
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"):
      offset += 1
      let scalar = try escapedScalar(place: place)
      unescaped.append(contentsOf: UTF8.encode(scalar)!)
      return
    case let byte?: throw JSONError(offset: place, problem: .invalidEscape(found: byte))
    case nil: throw unexpected(.escape)
    }
    offset += 1
  }

  /// The character of `\uXXXX` or `\uXXXX\uXXXX`; requires the first hex digit to be next, `place` its backslash.
  private mutating func escapedScalar(place: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try hexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let lone = JSONError(offset: place, problem: .loneSurrogate)
    guard UTF16.isLeadSurrogate(first), skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) else { throw lone }
    let second = try hexDigits()
    guard UTF16.isTrailSurrogate(second) else { throw lone }
    return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))!
  }

  private mutating func hexDigits() throws(JSONError) -> UInt16 {
    var number: UInt16 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch next {
      case let byte? where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case let byte? where byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case let byte? where byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw unexpected(.hexDigit)
      }
      number = number << 4 | UInt16(digit)
      offset += 1
    }
    return number
  }
}
