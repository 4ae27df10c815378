import LedgerDomain
import StrictJSON
import TestSupport
import Testing

/// One case of the JSON-Schema-Test-Suite.
struct FormatCase: Sendable, CustomTestStringConvertible {
  let description: String
  let text: String
  let valid: Bool

  var testDescription: String { "\(description): \(text)" }

  /// The cases of a file that are about texts. The file has members that no record has, so it is read as JSON.
  static func cases(_ name: String) -> [FormatCase] {
    guard let bytes = try? SharedData.bytes("datetime/\(name).json"), let groups = try? JSONValue(parsing: bytes) else {
      return []
    }
    return elements(of: groups).flatMap { elements(of: $0["tests"]) }.compactMap { test in
      guard case .string(let description)? = test["description"], case .string(let text)? = test["data"],
        case .bool(let valid)? = test["valid"]
      else { return nil }
      return FormatCase(description: description, text: text, valid: valid)
    }
  }

  private static func elements(of value: JSONValue?) -> [JSONValue] {
    if case .array(let elements)? = value { elements } else { [] }
  }
}

extension JSONValue {
  fileprivate subscript(name: String) -> JSONValue? { if case .object(let object) = self { object[name] } else { nil } }
}

/// The dates, date-times and UUIDs of the JSON-Schema-Test-Suite, by name.
@Suite("JSON-Schema-Test-Suite", .enabled(if: SharedData.exists("datetime"), "shared data datetime is absent"))
struct SharedDateTimeTests {
  @Test("the files are whole")
  func whole() {
    #expect(FormatCase.cases("date-time").count == 27)
    #expect(FormatCase.cases("date").count == 75)
    #expect(FormatCase.cases("uuid").count == 22)
  }

  @Test("a date-time is an instant exactly when RFC 3339 says so", arguments: FormatCase.cases("date-time"))
  func dateTime(_ example: FormatCase) throws {
    let text = example.text
    #expect((Instant(rfc3339: text) != nil) == example.valid)
    #expect(((try? Effective(typed: text)) != nil) == example.valid)
    guard let instant = Instant(rfc3339: text) else { return }
    // Whatever was typed, there is one text for it, and that reads back.
    #expect(try Instant(text: instant.text) == instant)
  }

  @Test("a date is a date exactly when RFC 3339 says so", arguments: FormatCase.cases("date"))
  func date(_ example: FormatCase) {
    let text = example.text
    let date = try? LocalDate(text: text)
    #expect((date != nil) == example.valid)
    if let date {
      #expect(date.text == text)
      #expect((try? Effective(text: text)) == .date(date))
    }
  }

  @Test("a valid UUID in lower case is an event id; one in other cases is not", arguments: FormatCase.cases("uuid"))
  func uuid(_ example: FormatCase) {
    let text = example.text
    // RFC 9562 writes lower case and takes both; an identity here has one text only.
    let isLower = text.utf8.allSatisfy { !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    #expect(((try? EventID(text: text)) != nil) == (example.valid && isLower))
  }
}
