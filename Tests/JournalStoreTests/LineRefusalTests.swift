import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

/// A change to the comment's example, and what must be said about it.
struct WrongLine: Sendable, CustomTestStringConvertible {
  let name: String
  let old: String
  let new: String
  /// The text, the last one of the changed line, at whose first byte the problem is.
  let place: String
  let kind: LineProblem.Kind

  init(_ name: String, _ old: String, _ new: String, at place: String, _ kind: LineProblem.Kind) {
    self.name = name
    self.old = old
    self.new = new
    self.place = place
    self.kind = kind
  }

  var testDescription: String { name }
}

@Suite("Lines that are refused")
struct LineRefusalTests {
  static let known = LineFormat.members.map(\.name)

  static let text: [WrongLine] = [
    WrongLine(
      "a space", #"{"spec"#, #"{ "spec"#, at: #" "spec"#,
      .notCanonical(expected: UInt8(ascii: "\""), found: UInt8(ascii: " "))),
    WrongLine(
      "a space in data", #"{"reason""#, #"{"reason" "#, at: #" :"Snö"#,
      .notCanonical(expected: UInt8(ascii: ":"), found: UInt8(ascii: " "))),
    WrongLine(
      "an escape that need not be", "Snö", #"Sn\u00f6"#, at: #"\u00f6"#,
      .notCanonical(expected: 0xC3, found: UInt8(ascii: "\\"))),
    WrongLine(
      "a carriage return at the end", #"cdef"}"#, "cdef\"}\r", at: "\r", .notCanonical(expected: nil, found: 0x0D)),
    WrongLine("a byte order mark", #"{"spec"#, "\u{FEFF}{\"spec", at: "\u{FEFF}", .json(.byteOrderMark)),
    WrongLine("a NUL in a text", "Snö", "\0", at: "\0", .json(.controlCharacterInString)),
    WrongLine(
      "a NUL after the line", #"cdef"}"#, "cdef\"}\0", at: "\0", .json(.trailingBytes)),
    WrongLine(
      "a second event", #"cdef"}"#, #"cdef"}{}"#, at: "{}", .json(.trailingBytes)),
    WrongLine(
      "a trailing comma", #"cdef"}"#, #"cdef",}"#, at: "}",
      .json(.unexpectedByte(found: UInt8(ascii: "}"), expected: .memberName))),
    WrongLine(
      "a lone surrogate", "Snö", #"\ud800"#, at: #"\ud800"#, .json(.loneSurrogate)),
    WrongLine(
      "a member twice", #","position":2"#, #","position":2,"position":2"#, at: #""position":2,"sub"#,
      .json(.duplicateMember("position"))),
    WrongLine(
      "a member of data twice", #""reason":"Snö"#, #""reason":"x","reason":"Snö"#, at: #""reason":"Snö"#,
      .json(.duplicateMember("reason"))),
  ]

  static let envelope: [WrongLine] = [
    WrongLine(
      "an unknown member", #","prev""#, #","trace":"1","prev""#, at: #""trace""#,
      .unknownMember("trace", known: known)),
    WrongLine("a missing member", #","position":2"#, "", at: #""subjectversion""#, .missingMember("position")),
    WrongLine(
      "no recordedby at the end", #","recordedby":"Anna Ek","prev":"0123456789abcdef""#, "", at: "}",
      .missingMember("recordedby")),
    WrongLine(
      "two members exchanged", #""position":2,"subjectversion":1"#, #""subjectversion":1,"position":2"#,
      at: #""subjectversion""#, .memberOrder(expected: "position", found: "subjectversion")),
    WrongLine(
      "a member after the last", #"cdef"}"#, #"cdef","batch":"1/2"}"#, at: #""batch""#,
      .memberOrder(expected: nil, found: "batch")),
    WrongLine(
      "another version of CloudEvents", #":"1.0""#, #":"1.1""#, at: #""1.1""#,
      .malformed(member: "specversion", expected: "1.0", found: "1.1")),
    WrongLine(
      "an id in upper case", "4000-8000-000000000002", "4000-8000-00000000000A",
      at: #""00000000-0000-4000-8000-00000000000A"#,
      .malformed(member: "id", expected: "uuid", found: "00000000-0000-4000-8000-00000000000A")),
    WrongLine(
      "a source that is no URI", Sample.identity, "Exempelstad", at: #""Exempelstad""#,
      .malformed(member: "source", expected: "identity", found: "Exempelstad")),
    WrongLine(
      "a time with an offset", "09:30:00.000Z", "09:30:00+00:00", at: #""2022-10-20T"#,
      .malformed(member: "time", expected: "instant", found: "2022-10-20T09:30:00+00:00")),
    WrongLine(
      "a day that the calendar does not have", "2022-10-14", "2022-10-32", at: #""2022-10-32"#,
      .malformed(member: "effective", expected: "effective", found: "2022-10-32")),
    WrongLine(
      "a null", #""2022-10-14""#, "null", at: "null",
      .wrongType(member: "effective", expected: "string", found: "null")),
    WrongLine(
      "a position as a string", #""position":2"#, #""position":"2""#, at: #""2""#,
      .wrongType(member: "position", expected: "number", found: "string")),
    WrongLine(
      "position 0", #""position":2"#, #""position":0"#, at: #"0,"subj"#,
      .malformed(member: "position", expected: "1...2147483647", found: "0")),
    WrongLine(
      "a position beyond the largest", #""position":2"#, #""position":2147483648"#, at: "2147483648",
      .malformed(member: "position", expected: "1...2147483647", found: "2147483648")),
    WrongLine(
      "a position with an exponent", #""position":2"#, #""position":2e0"#, at: "2e0",
      .malformed(member: "position", expected: "1...2147483647", found: "2e0")),
    WrongLine(
      "nobody", "Anna Ek", "", at: "\"\",\"prev", .malformed(member: "recordedby", expected: "name", found: "")),
    WrongLine(
      "a control character in a name", "Anna Ek", #"Anna\nEk"#, at: #""Anna\n"#,
      .malformed(member: "recordedby", expected: "name", found: "Anna\nEk")),
    WrongLine(
      "a mark of 15 digits", "0123456789abcdef", "0123456789abcde", at: #""0123456789abcde""#,
      .malformed(member: "prev", expected: "prev", found: "0123456789abcde")),
    WrongLine(
      "a batch of one", #","prev""#, #","batch":"1/1","prev""#, at: #""1/1""#,
      .malformed(member: "batch", expected: "batch", found: "1/1")),
  ]

  static let fact: [WrongLine] = [
    WrongLine(
      "a type of somebody else", "liggare.measure.paused", "other.measure.paused", at: #""other."#,
      .malformed(member: "type", expected: "liggare.", found: "other.measure.paused")),
    WrongLine(
      "an unknown type", "measure.paused", "measure.eaten", at: #""liggare.measure.eaten"#,
      .unknownFact(.unknownType("measure.eaten", known: Fact.readers.keys.sorted()))),
    WrongLine(
      "a newer schema version", #","data":"#, #","dataschema":"urn:liggare:measure.paused:2","data":"#,
      at: #""urn:liggare"#, .unknownFact(.unknownVersion(type: "measure.paused", version: 2, newest: 1))),
    WrongLine(
      "schema version 1 in words", #","data":"#, #","dataschema":"urn:liggare:measure.paused:1","data":"#,
      at: #""urn:liggare"#,
      .malformed(member: "dataschema", expected: "urn:liggare:measure.paused:", found: "urn:liggare:measure.paused:1")),
    WrongLine(
      "the schema of another type", #","data":"#, #","dataschema":"urn:liggare:measure.tabled:2","data":"#,
      at: #""urn:liggare"#,
      .malformed(member: "dataschema", expected: "urn:liggare:measure.paused:", found: "urn:liggare:measure.tabled:2")),
    WrongLine(
      "data that is a list", #"{"reason":"Snö på planen"}"#, "[]", at: "[]",
      .wrongType(member: "data", expected: "object", found: "array")),
    WrongLine(
      "data without what it needs", #"{"reason":"Snö på planen"}"#, "{}", at: "{}",
      .data(JSONMismatch(path: [], problem: .missingMember("reason")))),
    WrongLine(
      "data of the wrong type", #""Snö på planen""#, "7", at: "7}",
      .data(JSONMismatch(path: ["reason"], problem: .wrongType(expected: "string", found: "number")))),
    WrongLine(
      "a malformed value within data", #"planen"}"#, #"planen","refs":["M-0001","X-1"]}"#, at: #""X-1""#,
      .data(JSONMismatch(path: ["refs", "[1]"], problem: .malformed(expected: "subject", found: "X-1")))),
    WrongLine(
      "a list that says nothing", #"planen"}"#, #"planen","refs":[]}"#, at: "[]",
      .data(JSONMismatch(path: ["refs"], problem: .notCanonical))),
    WrongLine(
      "members of data exchanged", #"{"reason":"Snö på planen"}"#, #"{"received":"2022-10-15","reason":"Snö"}"#,
      at: #"ceived":"#, .notCanonical(expected: UInt8(ascii: "a"), found: UInt8(ascii: "c"))),
    WrongLine(
      "an event of a measure about a decision", "M-0007", "D-0007", at: #""D-0007""#,
      .foreignFact(type: "measure.paused", subject: SubjectID(.decision, 7))),
  ]

  @Test("is refused with its place and what was found", arguments: text + envelope + fact)
  func refused(wrong: WrongLine) throws {
    let example = LineFormatTests.example
    #expect(example.utf8.count < LineFormat.byteLimit)
    let line = replace(wrong.old, with: wrong.new, in: Array(example.utf8))
    try #require(line != Array(example.utf8))
    let error = #expect(throws: LineProblem.self) { try LineFormat.decode(line) }
    #expect(error?.kind == wrong.kind)
    #expect(error?.offset == line.indices.last { line[$0...].starts(with: wrong.place.utf8) })
  }

  @Test("no bytes are refused, and so are too many")
  func length() throws {
    #expect(throws: LineProblem(offset: 0, kind: .empty)) { try LineFormat.decode([]) }
    var event = try LineFormatTests.event()
    let rest = LineFormat.byteLimit - LineFormatTests.example.utf8.count + "Snö på planen".utf8.count
    event.fact = .measure(.paused(MeasurePaused(reason: Text(String(repeating: "x", count: rest)))))
    let longest = LineFormat.encode(event, source: LineFormatTests.identity, prev: LineFormatTests.prev)
    #expect(longest.count == LineFormat.byteLimit)
    #expect(try LineFormat.decode(longest).event == event)
    event.fact = .measure(.paused(MeasurePaused(reason: Text(String(repeating: "x", count: rest + 1)))))
    let tooLong = LineFormat.encode(event, source: LineFormatTests.identity, prev: LineFormatTests.prev)
    #expect(throws: LineProblem(offset: 65_535, kind: .tooLong(byteCount: 65_536, limit: 65_535))) {
      try LineFormat.decode(tooLong)
    }
  }

  @Test("every cut of a line is refused at its end or before")
  func cuts() throws {
    let line = Array(LineFormatTests.example.utf8)
    for end in line.indices {
      let error = #expect(throws: LineProblem.self) { try LineFormat.decode(Array(line[..<end])) }
      #expect((0...end).contains(error?.offset ?? -1))
    }
  }

  @Test(
    "no file of JSONTestSuite is a line, and none stops the reader",
    .enabled(if: SharedData.exists("json/test_parsing"), "shared data json/test_parsing is absent"))
  func testSuite() throws {
    let names = SharedData.names(in: "json/test_parsing")
    #expect(names.count == 318)
    for name in names {
      let bytes = try SharedData.bytes("json/test_parsing/\(name)")
      let error = #expect(throws: LineProblem.self, "\(name)") { try LineFormat.decode(bytes) }
      #expect((0...bytes.count).contains(error?.offset ?? -1), "\(name)")
    }
  }

  private func replace(_ old: String, with new: String, in line: [UInt8]) -> [UInt8] {
    guard let start = line.indices.first(where: { line[$0...].starts(with: old.utf8) }) else { return line }
    return line[..<start] + Array(new.utf8) + line[(start + old.utf8.count)...]
  }
}
