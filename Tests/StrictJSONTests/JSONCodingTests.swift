import StrictJSON
import Testing

/// A payload with everything that a record can have.
private struct Payload: JSONRecord, Equatable {
  struct Authority: JSONRecord, Equatable {
    var body: Text
    var paragraph: [Int]

    init(body: Text, paragraph: [Int]) {
      self.body = body
      self.paragraph = paragraph
    }

    init(members: inout JSONMembers) throws(JSONMismatch) {
      body = try members.read("body")
      paragraph = try members.read("paragraph")
    }

    func write(members: inout JSONPen) {
      members.write("body", body)
      members.write("paragraph", paragraph)
    }
  }

  var title: Text
  var order: Int
  var small: UInt8?
  var large: UInt64
  var authority: Authority?
  var areas: [Text]
  var others: [Authority]
  var isSecret: Bool
  var before: Authority
  var raw: JSONValue?

  init(
    title: Text, order: Int, small: UInt8? = nil, large: UInt64, authority: Authority? = nil, areas: [Text] = [],
    others: [Authority] = [], isSecret: Bool = false, before: Authority, raw: JSONValue? = nil
  ) {
    self.title = title
    self.order = order
    self.small = small
    self.large = large
    self.authority = authority
    self.areas = areas
    self.others = others
    self.isSecret = isSecret
    self.before = before
    self.raw = raw
  }

  init(members: inout JSONMembers) throws(JSONMismatch) {
    title = try members.read("title")
    order = try members.read("order")
    small = try members.read("small")
    large = try members.read("large")
    authority = try members.read("authority")
    areas = try members.read("areas")
    others = try members.read("others")
    isSecret = try members.read("isSecret")
    before = try members.read("before")
    raw = try members.read("raw")
  }

  func write(members: inout JSONPen) {
    members.write("title", title)
    members.write("order", order)
    members.write("small", small)
    members.write("large", large)
    members.write("authority", authority)
    members.write("areas", areas)
    members.write("others", others)
    members.write("isSecret", isSecret)
    members.write("before", before)
    members.write("raw", raw)
  }

  static let full = Payload(
    title: "Ljus\n\"Väster\"", order: -7, small: 255, large: .max,
    authority: Authority(body: "Kommunstyrelsen", paragraph: [12, 3]), areas: ["Väster", ""],
    others: [Authority(body: "a", paragraph: []), Authority(body: "b", paragraph: [1])], isSecret: true,
    before: Authority(body: "", paragraph: []), raw: ["a": [.null, .number("1.5")]])
  static let bare = Payload(title: "", order: 0, large: 0, before: Authority(body: "", paragraph: []))
}

/// An answer, which is written only.
private struct Answer: JSONWritable {
  var reached: Bool?
  var nothing: Bool

  func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("reached", reached)
    pen.write("nothing", nothing)
    pen.endObject()
  }
}

@Suite("Coding")
struct JSONCodingTests {
  @Test("members stand in the order of the declaration")
  func order() {
    #expect(
      JSONValue(of: Payload.full).canonicalText
        == #"{"title":"Ljus\n\"Väster\"","order":-7,"small":255,"large":18446744073709551615,"#
        + #""authority":{"body":"Kommunstyrelsen","paragraph":[12,3]},"areas":["Väster",""],"#
        + #""others":[{"body":"a"},{"body":"b","paragraph":[1]}],"isSecret":true,"before":{"body":""},"#
        + #""raw":{"a":[null,1.5]}}"#)
  }

  @Test("what says nothing is left out")
  func omitted() {
    #expect(
      JSONValue(of: Payload.bare).canonicalText == #"{"title":"","order":0,"large":0,"before":{"body":""}}"#)
  }

  @Test("an answer that is no is written, and one that nobody gave is not")
  func answers() {
    #expect(JSONValue(of: Answer(reached: false, nothing: false)).canonicalText == #"{"reached":false}"#)
    #expect(JSONValue(of: Answer(reached: nil, nothing: false)).canonicalText == "{}")
    #expect(JSONValue(of: Answer(reached: true, nothing: true)).canonicalText == #"{"reached":true,"nothing":true}"#)
  }

  @Test("what is written is read back", arguments: [Payload.full, .bare])
  fileprivate func roundTrip(payload: Payload) throws {
    #expect(try Payload(json: JSONValue(of: payload)) == payload)
  }

  @Test("and from its canonical bytes, which hold nothing else", arguments: [Payload.full, .bare])
  fileprivate func canonicalBytes(payload: Payload) throws {
    let bytes = JSONValue(of: payload).canonicalBytes
    #expect(try Self.read(bytes) == payload)
    for count in bytes.indices {
      #expect(throws: JSONMismatch.self, "\(count) bytes") { try Self.read(Array(bytes[..<count])) }
    }
  }

  @Test(
    "bytes that are no canonical text of the type are refused",
    arguments: [
      #"{"order":0,"title":"","large":0,"before":{"body":""}}"#,
      #"{"title":"","order":0,"large":0,"before":{"body":""},"else":1}"#,
      #"{"title":"","order":0,"large":0,"before":{"body":"","else":1}}"#,
      #"{"title":"","order":0,"large":0,"isSecret":false,"before":{"body":""}}"#,
      #"{"title":"","order":0,"large":0,"areas":[],"before":{"body":""}}"#,
      #"{"title":"","order":0,"large":0,"before":{"body":""},"raw":null}"#,
      #"{"title":0,"order":0,"large":0,"before":{"body":""}}"#,
      #"{"title":"","order":"0","large":0,"before":{"body":""}}"#,
      #"{"title":"","order":1.5,"large":0,"before":{"body":""}}"#,
      #"{"title":"","order":0,"large":-1,"before":{"body":""}}"#,
      #"{"title":"","order":0,"large":0,"before":[]}"#,
      #"{"title":"","order":0,"large":0,"areas":["a","before":{"body":""}}"#,
      #"{"title":"","order":0,"large":0,"areas":{"a":1},"before":{"body":""}}"#,
      "{}", "[]", "", "{", "null",
    ])
  func otherBytes(text: String) {
    #expect(throws: JSONMismatch.self) { try Self.read(Array(text.utf8)) }
  }

  private static func read(_ bytes: [UInt8]) throws -> Payload {
    try bytes.withUnsafeBufferPointer { bytes in
      var source = JSONSource(canonical: bytes)
      return try Payload(json: &source)
    }
  }

  @Test("the shape is what is asked for, in the order of writing")
  func shape() {
    guard case .object(let members) = Payload.shape else {
      Issue.record("a record is an object")
      return
    }
    #expect(members.map(\.name) == Self.known)
    #expect(members.filter(\.isRequired).map(\.name) == ["title", "order", "large", "before"])
    #expect(members.filter(\.isOmittedWhenDefault).map(\.name) == ["areas", "others", "isSecret"])
    guard case .array(let other) = members[6].shape else {
      Issue.record("a list is an array")
      return
    }
    #expect(other.memberNames == ["body", "paragraph"])
  }

  @Test("single values and arrays are values too")
  func fragments() throws {
    #expect(JSONValue(of: 5) == 5)
    #expect(JSONValue(of: Text("å")) == "å")
    #expect(JSONValue(of: [Int]()) == [])
    #expect(JSONValue(of: ["a", "b"] as [Text]) == ["a", "b"])
    #expect(try [Int](json: [1, 2]) == [1, 2])
    #expect(throws: JSONMismatch(path: ["[1]"], problem: .wrongType(expected: "integer", found: "null"))) {
      try [Int](json: [1, .null])
    }
    #expect(throws: JSONMismatch(path: [], problem: .wrongType(expected: "object", found: "number"))) {
      try Payload(json: 5)
    }
    #expect(throws: JSONMismatch(path: [], problem: .wrongType(expected: "object", found: "array"))) {
      try Payload(json: [])
    }
  }

  @Test("a value as deep as a text can hold is written inside others")
  func deep() throws {
    let depth = 64
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var payload = Payload.bare
    payload.raw = try JSONValue(parsing: text)
    #expect(JSONValue(of: payload).canonicalText.hasSuffix("\(text)}"))
  }

  static let known = [
    "title", "order", "small", "large", "authority", "areas", "others", "isSecret", "before", "raw",
  ]
  static let twins: [(member: String, value: JSONValue?, path: [String], problem: JSONMismatch.Problem)] = [
    ("title", nil, [], .missingMember("title")),
    ("order", nil, [], .missingMember("order")),
    ("before", nil, [], .missingMember("before")),
    ("Title", "x", [], .unknownMember("Title", known: known)),
    ("title", .null, ["title"], .wrongType(expected: "string", found: "null")),
    ("title", 1, ["title"], .wrongType(expected: "string", found: "number")),
    ("order", "1", ["order"], .wrongType(expected: "integer", found: "string")),
    ("small", .null, ["small"], .wrongType(expected: "integer", found: "null")),
    ("small", 256, ["small"], .malformed(expected: "0...255", found: "256")),
    ("authority", .null, ["authority"], .wrongType(expected: "object", found: "null")),
    ("authority", [:], ["authority"], .missingMember("body")),
    ("authority", ["body": "x", "§": 1], ["authority"], .unknownMember("§", known: ["body", "paragraph"])),
    ("authority", ["body": 1], ["authority", "body"], .wrongType(expected: "string", found: "number")),
    (
      "authority", ["body": "x", "paragraph": [1, 2, "3"]], ["authority", "paragraph", "[2]"],
      .wrongType(expected: "integer", found: "string")
    ),
    ("authority", ["body": "x", "paragraph": []], ["authority", "paragraph"], .notCanonical),
    ("areas", [], ["areas"], .notCanonical),
    ("areas", .null, ["areas"], .wrongType(expected: "array", found: "null")),
    ("areas", ["a", .null], ["areas", "[1]"], .wrongType(expected: "string", found: "null")),
    (
      "others", [["body": "a"], ["body": true]], ["others", "[1]", "body"],
      .wrongType(expected: "string", found: "boolean")
    ),
    ("others", [["body": "a"], [:]], ["others", "[1]"], .missingMember("body")),
    ("isSecret", false, ["isSecret"], .notCanonical),
    ("isSecret", 1, ["isSecret"], .wrongType(expected: "boolean", found: "number")),
    ("isSecret", .null, ["isSecret"], .wrongType(expected: "boolean", found: "null")),
    ("before", ["body": "x", "more": 2], ["before"], .unknownMember("more", known: ["body", "paragraph"])),
    ("before", 1, ["before"], .wrongType(expected: "object", found: "number")),
    ("raw", .null, ["raw"], .wrongType(expected: "value", found: "null")),
  ]

  @Test("a payload with one member changed is refused with the way there", arguments: twins)
  func tampered(member: String, value: JSONValue?, path: [String], problem: JSONMismatch.Problem) throws {
    guard case .object(var object) = JSONValue(of: Payload.full) else { return }
    object[member] = value
    #expect(throws: JSONMismatch(path: path, problem: problem)) { try Payload(json: .object(object)) }
  }

  @Test("each member of a payload that is renamed is refused", arguments: known)
  func renamed(name: String) throws {
    guard case .object(let object) = JSONValue(of: Payload.full) else { return }
    let twin = JSONObject(object.members.map { ($0.name == name ? name + "s" : $0.name, $0.value) })
    #expect(throws: JSONMismatch.self) { try Payload(json: .object(twin)) }
  }

  @Test("the order of members is no matter of reading")
  func anyOrder() throws {
    guard case .object(let object) = JSONValue(of: Payload.full) else { return }
    let twin = JSONObject(object.members.reversed().map { ($0.name, $0.value) })
    #expect(try Payload(json: .object(twin)) == .full)
  }
}
