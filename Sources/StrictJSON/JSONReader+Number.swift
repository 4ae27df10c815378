extension JSONReader {
  /// A number as it stands: `[ minus ] int [ frac ] [ exp ]` of RFC 8259 section 6.
  mutating func number() throws(JSONError) -> String {
    let start = offset
    _ = skip(UInt8(ascii: "-"))
    // After a leading zero no digit is taken, so that `01` fails as whatever follows a number.
    if !skip(UInt8(ascii: "0")) { try digits() }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// One digit or more.
  private mutating func digits() throws(JSONError) {
    let start = offset
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    guard offset > start else { throw unexpected(.digit) }
  }

  /// Whether a text is a number and nothing else.
  static func isNumber(_ text: String) -> Bool {
    var reader = JSONReader(Array(text.utf8))
    return (try? reader.number()) != nil && reader.next == nil
  }
}
