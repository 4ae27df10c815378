import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

/// The rules of CloudEvents 1.0.2 and its JSON event format, written down here a second time and held against the line
/// of every type of event.
@Suite("CloudEvents 1.0")
struct CloudEventsTests {
  @Test("there is an example of every type")
  func everyType() {
    #expect(Set(EventExamples.all.map(\.type)) == Set(Fact.readers.keys))
    #expect(EventExamples.all.count == Fact.readers.count)
  }

  @Test("the line of every type is a CloudEvent, and is read back as the same event", arguments: EventExamples.all)
  func conforms(example: EventExample) throws {
    let event = try example.event()
    let line = LineFormat.encode(event, source: LineFormatTests.identity, prev: LineFormatTests.prev)
    #expect(try LineFormat.decode(line).event == event)
    guard case .object(let object) = try JSONValue(parsing: line) else { return #expect(Bool(false)) }
    #expect(violations(object) == [])
  }

  @Test("what breaks a rule of CloudEvents is seen")
  func tampered() throws {
    let line = LineFormat.encode(
      try EventExamples.all[0].event(), source: LineFormatTests.identity, prev: LineFormatTests.prev)
    guard case .object(let object) = try JSONValue(parsing: line) else { return #expect(Bool(false)) }
    let changes: [(String, JSONValue?)] = [
      ("id", nil), ("id", ""), ("source", "two words"), ("specversion", "2.0"), ("type", ""), ("subject", ""),
      ("time", "2022-10-20 09:30"), ("dataschema", "urn:"), ("position", .number("2147483648")),
      ("position", .number("1.5")), ("recordedby", .array([])), ("record_by", "Anna"), ("recordedBy", "Anna"),
      ("averyveryverylongname1", "Anna"), ("recordedby", "An\u{0}na"), ("data", nil),
    ]
    for (name, value) in changes {
      var changed = object
      changed[name] = value
      #expect(violations(changed).count == 1, "\(name) \(String(describing: value))")
    }
  }

  /// What breaks a rule. Names of sections are those of the CloudEvents core specification.
  private func violations(_ object: JSONObject) -> [String] {
    var found: [String] = []
    func require(_ holds: Bool, _ rule: String) { if !holds { found.append(rule) } }

    for member in object.members where member.name != "data" {
      let name = member.name
      // "Naming Conventions": lower-case letters and digits, at most 20 of them.
      require((1...20).contains(name.utf8.count), "\(name): 1 to 20 characters")
      require(
        name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }, "\(name): a to z, 0 to 9")
      // "Type System", and section 2.2 of the JSON format.
      switch member.value {
      case .string(let text): require(text.unicodeScalars.allSatisfy(Self.isAllowed), "\(name): characters")
      case .number(let text): require(Int32(text) != nil, "\(name): Integer")
      case .bool: break
      default: require(false, "\(name): a scalar")
      }
    }
    func string(_ name: String) -> String? { if case .string(let text)? = object[name] { text } else { nil } }

    // "REQUIRED Attributes".
    require(string("specversion") == "1.0", "specversion 1.0")
    require(string("id")?.isEmpty == false, "id: not empty")
    require(string("type")?.isEmpty == false, "type: not empty")
    require(Self.isURI(string("source")), "source: URI")
    // "OPTIONAL Attributes", of which a line has all but dataschema always.
    require(string("subject")?.isEmpty == false, "subject: not empty")
    require(object["dataschema"] == nil || Self.isURI(string("dataschema")), "dataschema: absolute URI")
    require(string("time")?.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil, "time: RFC 3339")
    require(object["data"] != nil, "data")
    return found
  }

  private static func isURI(_ text: String?) -> Bool {
    text?.wholeMatch(of: #/[A-Za-z][A-Za-z0-9+.\-]*:[A-Za-z0-9\-._~:\/?#\[\]@!$&'()*+,;=%]+/#) != nil
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
  }
}
