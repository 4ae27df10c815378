/// A place in an XML text, and what can be read from it: names, values, references.
struct XMLCursor {
  private let bytes: [UInt8]
  private(set) var place = 0
  /// A place that was asked for its line, and the line.
  private var known = (place: 0, line: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place >= bytes.count }
  /// The byte here; 0 at the end.
  var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

  /// The line here, from 1. Cost: a walk from where it was asked last.
  mutating func line() -> Int {
    known = (place, known.line + bytes[known.place..<place].count { $0 == 0x0A })
    return known.line
  }

  mutating func advance() { place += 1 }

  func starts(with text: StaticString) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Passes over a text where it stands here.
  @discardableResult
  mutating func skip(_ text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    place += text.utf8CodeUnitCount
    return true
  }

  func isSpace(at offset: Int) -> Bool {
    place + offset < bytes.count && Self.isSpace(bytes[place + offset])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Passes over white space; whether there was any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = place
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    return place > start
  }

  func problem(_ kind: XMLProblem.Kind, back: Int = 0) -> XMLProblem {
    let at = min(place - back, bytes.count)
    let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[start..<at], as: UTF8.self).unicodeScalars.count + 1
    return XMLProblem(kind: kind, line: bytes[..<at].count { $0 == 0x0A } + 1, column: column)
  }

  /// A name (production 5): letters, digits and `.-_:` of ASCII, and what lies beyond it, which is not looked at closer.
  mutating func name() throws(XMLProblem) -> String {
    let start = place
    while place < bytes.count, Self.isName(bytes[place], first: place == start) { place += 1 }
    guard place > start else { throw problem(isAtEnd ? .ended(expected: "name") : .unexpected(expected: "name")) }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static func isName(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: true
    case UInt8(ascii: "_"), UInt8(ascii: ":"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !first
    default: false
    }
  }

  /// A quoted attribute value, its references resolved, white space as spaces (section 3.3.3).
  mutating func attributeValue() throws(XMLProblem) -> String {
    let quote = byte
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw problem(isAtEnd ? .ended(expected: "\"") : .unexpected(expected: "\""))
    }
    place += 1
    var value: [UInt8] = []
    while true {
      guard place < bytes.count else { throw problem(.ended(expected: quote == 0x22 ? "\"" : "'")) }
      switch bytes[place] {
      case quote:
        place += 1
        return String(decoding: value, as: UTF8.self)
      case UInt8(ascii: "<"): throw problem(.unexpected(expected: "&lt;"))
      case UInt8(ascii: "&"): try reference(into: &value)
      case 0x0D:
        value.append(0x20)
        place += starts(with: "\r\n") ? 2 : 1
      case 0x0A, 0x09:
        value.append(0x20)
        place += 1
      default: try character(into: &value)
      }
    }
  }

  /// Text up to the next tag, comment or instruction. Requires that none begins here.
  mutating func characterData() throws(XMLProblem) -> String {
    var text: [UInt8] = []
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
      switch bytes[place] {
      case UInt8(ascii: "&"): try reference(into: &text)
      case UInt8(ascii: "]") where starts(with: "]]>"): throw problem(.unexpected(expected: "]]&gt;"))
      case 0x0D: lineEnd(into: &text)
      default: try character(into: &text)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Text up to an end mark, which is passed over; nothing in it is a reference.
  mutating func text(until end: StaticString) throws(XMLProblem) -> String {
    var text: [UInt8] = []
    while !skip(end) {
      guard place < bytes.count else { throw problem(.ended(expected: end.description)) }
      if bytes[place] == 0x0D { lineEnd(into: &text) } else { try character(into: &text) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A comment from behind its opening: `--` stands in it only at its end (section 2.5).
  mutating func skipComment() throws(XMLProblem) {
    _ = try text(until: "--")
    guard skip(">") else { throw problem(.unexpected(expected: "-->")) }
  }

  /// A processing instruction from behind its opening; `xml` is none (section 2.6).
  mutating func skipInstruction() throws(XMLProblem) {
    let before = self
    if try name().lowercased() == "xml" { throw before.problem(.unexpected(expected: "name")) }
    _ = try text(until: "?>")
  }

  /// CR LF and CR count as LF (section 2.11).
  private mutating func lineEnd(into text: inout [UInt8]) {
    text.append(0x0A)
    place += starts(with: "\r\n") ? 2 : 1
  }

  /// One character as it stands. Of what XML does not allow (section 2.2) UTF-8 can hold the controls, and U+FFFE and U+FFFF.
  private mutating func character(into text: inout [UInt8]) throws(XMLProblem) {
    let byte = bytes[place]
    if byte < 0x20, !Self.isSpace(byte) { throw problem(.character(UInt32(byte))) }
    if byte == 0xEF, starts(with: "\u{FFFE}") { throw problem(.character(0xFFFE)) }
    if byte == 0xEF, starts(with: "\u{FFFF}") { throw problem(.character(0xFFFF)) }
    text.append(byte)
    place += 1
  }

  /// `&lt;` and the other four, `&#228;`, `&#xE4;` (section 4.1).
  private mutating func reference(into text: inout [UInt8]) throws(XMLProblem) {
    let before = self
    place += 1
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: ";"), place - start < 12 { place += 1 }
    let name = String(decoding: bytes[start..<place], as: UTF8.self)
    guard skip(";") else { throw before.problem(isAtEnd ? .ended(expected: ";") : .unknownEntity(name)) }
    switch name {
    case "lt": text.append(UInt8(ascii: "<"))
    case "gt": text.append(UInt8(ascii: ">"))
    case "amp": text.append(UInt8(ascii: "&"))
    case "apos": text.append(UInt8(ascii: "'"))
    case "quot": text.append(UInt8(ascii: "\""))
    default:
      guard let scalar = Self.scalar(name) else { throw before.problem(.unknownEntity(name)) }
      text.append(contentsOf: Array(String(scalar).utf8))
    }
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
    guard let first = digits.first, first.isHexDigit, let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
      value >= 0x20 || value == 9 || value == 10 || value == 13, value != 0xFFFE, value != 0xFFFF
    else { return nil }
    return Unicode.Scalar(value)
  }
}
