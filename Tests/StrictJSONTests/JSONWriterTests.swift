import StrictJSON
import TestSupport
import Testing

@Suite("The writers")
struct JSONWriterTests {
  @Test("the canonical text is compact and keeps the order of the members")
  func compact() {
    let value: JSONValue = ["b": [1, -2, []], "a": ["x": true, "y": false], "c": .null, "": [:], "t": "Väster"]
    #expect(value.canonicalText == #"{"b":[1,-2,[]],"a":{"x":true,"y":false},"c":null,"":{},"t":"Väster"}"#)
  }

  @Test("each ASCII character has the form of RFC 8785 section 3.2.2.2")
  func escapes() {
    let short: [UInt8: String] = [
      0x08: #"\b"#, 0x09: #"\t"#, 0x0A: #"\n"#, 0x0C: #"\f"#, 0x0D: #"\r"#, 0x22: #"\""#, 0x5C: #"\\"#,
    ]
    for byte in UInt8(0)...0x7F {
      let character = String(Unicode.Scalar(byte))
      let hex = String(byte, radix: 16)
      let expected = short[byte] ?? (byte < 0x20 ? "\\u00" + (hex.count == 1 ? "0" : "") + hex : character)
      #expect(JSONValue.string(character).canonicalText == "\"\(expected)\"")
      #expect(JSONValue.object(JSONObject([(character, 1)])).canonicalText == "{\"\(expected)\":1}")
    }
  }

  @Test("writing appends")
  func appends() {
    var out: [UInt8] = Array("x=".utf8)
    JSONValue.array([1]).write(into: &out)
    #expect(String(decoding: out, as: UTF8.self) == "x=[1]")
  }

  @Test("the text for people has a member per line, and empty values in one")
  func pretty() {
    let value: JSONValue = ["areas": ["Väster", ["deep": [1]]], "notes": [], "extra": [:], "quote\"": .null]
    #expect(
      value.prettyText == """
        {
          "areas": [
            "Väster",
            {
              "deep": [
                1
              ]
            }
          ],
          "notes": [],
          "extra": {},
          "quote\\"": null
        }
        """)
    #expect(JSONValue.null.prettyText == "null")
  }

  /// The six vectors of RFC 8785. Canonical number formatting is out of scope: a ledger holds integers only, so numbers
  /// are compared as zeros where the vector writes them in another form.
  @Test(
    "the vectors of RFC 8785 come out byte for byte",
    .enabled(if: SharedData.exists("jcs/input"), "shared data jcs is absent"),
    arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
  func vectors(name: String) throws {
    let input = try JSONValue(parsing: SharedData.bytes("jcs/input/\(name).json"))
    let expected = try SharedData.bytes("jcs/output/\(name).json")
    let output = try JSONValue(parsing: expected)
    #expect(output.canonicalBytes == expected)
    if ["values", "structures"].contains(name) {
      #expect(input.sorted().withoutNumbers().canonicalBytes == output.withoutNumbers().canonicalBytes)
    } else {
      #expect(input.sorted().canonicalBytes == expected)
    }
  }

  @Test(
    "the strings that break software come back byte for byte",
    .enabled(if: SharedData.exists("strings/blns.json"), "shared data strings/blns.json is absent"))
  func naughtyStrings() throws {
    let value = try JSONValue(parsing: SharedData.bytes("strings/blns.json"))
    guard case .array(let elements) = value else {
      Issue.record("the list is no array")
      return
    }
    #expect(elements.count == 515)
    for element in elements {
      guard case .string(let text) = element else {
        Issue.record("an element is no string")
        continue
      }
      guard case .string(let again) = try JSONValue(parsing: element.canonicalBytes) else {
        Issue.record("a string comes back as something else")
        continue
      }
      #expect(Array(again.utf8) == Array(text.utf8))
      let coded = try Text(json: JSONValue(of: Text(text)))
      #expect(Array(coded.text.utf8) == Array(text.utf8))
    }
    #expect(try JSONValue(parsing: value.canonicalBytes).canonicalBytes == value.canonicalBytes)
    #expect(try JSONValue(parsing: value.prettyText) == value)
  }

  @Test("seeded random values come back from both texts", arguments: 0..<300)
  func randomValues(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let value = JSONValue.random(depth: 5, using: &generator)
    #expect(try JSONValue(parsing: value.canonicalBytes) == value)
    #expect(try JSONValue(parsing: value.prettyText) == value)
    #expect(try JSONValue(parsing: value.prettyText).canonicalText == value.canonicalText)
    #expect(JSONValue(of: value) == value)
  }

  @Test("of a text with one bit flipped, the value is equal exactly where its canonical bytes are", arguments: 0..<60)
  func tamperedTwins(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 1_000)
    let value = JSONValue.random(depth: 3, using: &generator)
    let bytes = value.canonicalBytes
    for index in bytes.indices {
      var twin = bytes
      twin[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      guard let other = try? JSONValue(parsing: twin) else { continue }
      #expect((other == value) == (other.canonicalBytes == bytes))
      // Only the case of a hex digit says nothing: everything else in a canonical text is part of the value.
      if other == value { #expect(String(UnicodeScalar(bytes[index])).uppercased().utf8.first == twin[index]) }
    }
  }
}

extension JSONValue {
  /// Members in the order of RFC 8785 section 3.2.3: by the UTF-16 code units of their names.
  fileprivate func sorted() -> JSONValue {
    switch self {
    case .array(let elements): .array(elements.map { $0.sorted() })
    case .object(let object):
      .object(
        JSONObject(
          object.members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
            .map { ($0.name, $0.value.sorted()) }))
    default: self
    }
  }

  fileprivate func withoutNumbers() -> JSONValue {
    switch self {
    case .number: 0
    case .array(let elements): .array(elements.map { $0.withoutNumbers() })
    case .object(let object): .object(JSONObject(object.members.map { ($0.name, $0.value.withoutNumbers()) }))
    default: self
    }
  }
}
