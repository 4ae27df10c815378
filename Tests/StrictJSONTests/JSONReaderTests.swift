import StrictJSON
import Testing

@Suite("The strict reader")
struct JSONReaderTests {
  static let refusals: [(text: String, offset: Int, problem: JSONProblem)] = [
    ("", 0, .unexpectedByte(found: nil, expected: .value)),
    (" ", 1, .unexpectedByte(found: nil, expected: .value)),
    ("x", 0, .unexpectedByte(found: 0x78, expected: .value)),
    ("]", 0, .unexpectedByte(found: 0x5D, expected: .value)),
    ("[", 1, .unexpectedByte(found: nil, expected: .valueOrArrayEnd)),
    ("[,", 1, .unexpectedByte(found: 0x2C, expected: .valueOrArrayEnd)),
    ("[1,]", 3, .unexpectedByte(found: 0x5D, expected: .value)),
    ("[1 2]", 3, .unexpectedByte(found: 0x32, expected: .commaOrArrayEnd)),
    ("[01]", 2, .unexpectedByte(found: 0x31, expected: .commaOrArrayEnd)),
    ("{", 1, .unexpectedByte(found: nil, expected: .memberNameOrObjectEnd)),
    ("{1:2}", 1, .unexpectedByte(found: 0x31, expected: .memberNameOrObjectEnd)),
    (#"{"a":1,}"#, 7, .unexpectedByte(found: 0x7D, expected: .memberName)),
    (#"{"a" 1}"#, 5, .unexpectedByte(found: 0x31, expected: .colon)),
    (#"{"a":}"#, 5, .unexpectedByte(found: 0x7D, expected: .value)),
    (#"{"a":1 "b":2}"#, 7, .unexpectedByte(found: 0x22, expected: .commaOrObjectEnd)),
    ("-", 1, .unexpectedByte(found: nil, expected: .digit)),
    ("1.", 2, .unexpectedByte(found: nil, expected: .digit)),
    ("1e+x", 3, .unexpectedByte(found: 0x78, expected: .digit)),
    ("+1", 0, .unexpectedByte(found: 0x2B, expected: .value)),
    ("nul", 3, .unexpectedByte(found: nil, expected: .literal("null"))),
    ("trUe", 2, .unexpectedByte(found: 0x55, expected: .literal("true"))),
    ("falsE", 4, .unexpectedByte(found: 0x45, expected: .literal("false"))),
    ("nullx", 4, .trailingBytes),
    ("1 2", 2, .trailingBytes),
    ("{}\u{0}", 2, .trailingBytes),
    ("\u{FEFF}1", 0, .byteOrderMark),
    ("\"a", 2, .unexpectedByte(found: nil, expected: .stringEnd)),
    ("\"a\\", 3, .unexpectedByte(found: nil, expected: .escape)),
    ("\"a\u{1F}\"", 2, .controlCharacterInString),
    ("\"å\n\"", 3, .controlCharacterInString),
    (#""ab\x""#, 3, .invalidEscape(found: 0x78)),
    (#""\u00G0""#, 5, .unexpectedByte(found: 0x47, expected: .hexDigit)),
    (#""\u00"#, 5, .unexpectedByte(found: nil, expected: .hexDigit)),
    (#""a\uD83D""#, 2, .loneSurrogate),
    (#""a\uDE02""#, 2, .loneSurrogate),
    (#""\uDE02\uD83D""#, 1, .loneSurrogate),
    (#""\uD83D\n""#, 1, .loneSurrogate),
    (#""\uD83D\uD83D""#, 1, .loneSurrogate),
    (#""\uD83D\u12""#, 11, .unexpectedByte(found: 0x22, expected: .hexDigit)),
    (#"{"a":1,"b":{},"a":1}"#, 14, .duplicateMember("a")),
    (#"{"a":1, "\u0061":1}"#, 8, .duplicateMember("a")),
    (#"[{"x":{"å":1,"å":2}}]"#, 14, .duplicateMember("å")),
  ]

  @Test("what is refused is refused with its place and kind", arguments: refusals)
  func refused(text: String, offset: Int, problem: JSONProblem) {
    #expect(throws: JSONError(offset: offset, problem: problem)) { try JSONValue(parsing: text) }
  }

  @Test("the places of several reasons at once: the first counts")
  func theFirstReasonCounts() {
    #expect(throws: JSONError(offset: 1, problem: .unexpectedByte(found: 0x2C, expected: .valueOrArrayEnd))) {
      try JSONValue(parsing: "[,\"\u{1}\",}")
    }
  }

  static let illFormed: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
    [0xE2, 0x82, 0x28], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98],
    [0xF0, 0x9F, 0x98, 0x41], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF],
    [0xFE], [0xFF],
  ]

  @Test("bytes that are not UTF-8 are refused where they begin", arguments: illFormed)
  func illFormedBytes(bytes: [UInt8]) {
    let invalid = JSONError(offset: 3, problem: .invalidUTF8)
    let quote = UInt8(ascii: "\"")
    #expect(throws: invalid) { try JSONValue(parsing: [quote, 0xC3, 0xA5] + bytes + [quote]) }
    #expect(throws: invalid) { try JSONValue(parsing: [quote, 0xC3, 0xA5] + bytes) }
    #expect(throws: JSONError(offset: 4, problem: .invalidUTF8)) {
      try JSONValue(parsing: Array("[\"\\n".utf8) + bytes + Array("\"]".utf8))
    }
  }

  @Test("every scalar value is read as it stands, and as an escape")
  func everyScalar() throws {
    for block in stride(from: UInt32(0), through: 0x10FFFF, by: 0x400) {
      let scalars = (block..<block + 0x400).compactMap { Unicode.Scalar($0) }
      let plain = String(String.UnicodeScalarView(scalars.filter { $0.value >= 0x20 && $0 != "\"" && $0 != "\\" }))
      #expect(try JSONValue(parsing: "\"\(plain)\"") == .string(plain))
      // Beyond the first plane each pair of surrogates takes the same way, so the edges of the blocks do.
      let some = block < 0x1_0000 ? scalars : Array(scalars.prefix(2) + scalars.suffix(2))
      var text = ""
      var escaped = ""
      for scalar in some {
        text.unicodeScalars.append(scalar)
        for unit in scalar.utf16 {
          escaped += "\\u" + String(0x1_0000 + Int(unit), radix: 16, uppercase: unit % 3 == 0).dropFirst()
        }
      }
      #expect(try JSONValue(parsing: "\"\(escaped)\"") == .string(text))
    }
  }

  @Test("sequences of two bytes are accepted exactly where Swift's own validation does")
  func twoByteSequences() {
    for first in UInt8(0x80)...0xFF {
      for second in UInt8(0x80)...0xFF {
        let accepted = (try? JSONValue(parsing: [0x22, first, second, 0x22])) != nil
        #expect(accepted == (String(validating: [first, second], as: UTF8.self) != nil))
      }
    }
  }

  @Test("sequences of three and four bytes are accepted exactly where Swift's own validation does")
  func longSequences() {
    let edges: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xFF]
    for first in UInt8(0xC0)...0xFF {
      for second in edges {
        for third in edges {
          for fourth in edges {
            let bytes = [first, second, third, fourth]
            for sequence in [Array(bytes[..<3]), bytes] {
              let accepted = (try? JSONValue(parsing: [0x22] + sequence + [0x22])) != nil
              #expect(accepted == (String(validating: sequence, as: UTF8.self) != nil), "\(sequence)")
            }
          }
        }
      }
    }
  }

  @Test("64 levels are read, the 65th is refused at its bracket", arguments: ["[", "{\"a\":"])
  func depth(opening: String) throws {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> String {
      String(repeating: opening, count: depth - 1) + opening.prefix(1) + String(repeating: closing, count: depth)
    }
    _ = try JSONValue(parsing: nested(64))
    let tooDeep = JSONError(offset: 64 * opening.utf8.count, problem: .tooDeep(limit: 64))
    #expect(throws: tooDeep) { try JSONValue(parsing: nested(65)) }
    #expect(throws: tooDeep) { try JSONValue(parsing: String(repeating: opening, count: 100_000)) }
  }

  @Test("names that look alike and differ in bytes are two names")
  func namesAreComparedOnBytes() throws {
    let value = try JSONValue(parsing: #"{"\u00e5":1,"a\u030a":2}"#)
    #expect(value == .object(["\u{E5}": 1, "a\u{30A}": 2]))
  }

  @Test("a name that comes twice is found among many", arguments: [0, 1, 14, 15, 16, 17, 40, 99])
  func duplicateAmongMany(twice: Int) {
    let names = (0..<100).map { "\"n\($0)\":0" }
    let text = "{" + names.joined(separator: ",")
    #expect(throws: Never.self) { try JSONValue(parsing: text + "}") }
    #expect(throws: JSONError(offset: text.utf8.count + 1, problem: .duplicateMember("n\(twice)"))) {
      try JSONValue(parsing: text + ",\"n\(twice)\":0}")
    }
  }

  @Test("whitespace is the four bytes of the grammar and no other")
  func whitespace() throws {
    let value = try JSONValue(
      parsing: " \t\r\n{ \t\r\n\"a\" \t\r\n: \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n} \t\r\n")
    #expect(value == ["a": [1, 2]])
    for other in ["\u{B}", "\u{C}", "\u{A0}", "\u{2028}", "\u{FEFF}"] {
      #expect(throws: JSONError(offset: 1, problem: .trailingBytes)) { try JSONValue(parsing: "1\(other)") }
    }
  }

  @Test(
    "a number is kept as it stands", arguments: ["0", "-0", "1E+2", "1.50", "-12e-3", "123456789012345678901234567890"])
  func numbers(text: String) throws {
    #expect(try JSONValue(parsing: text) == .number(text))
  }
}
