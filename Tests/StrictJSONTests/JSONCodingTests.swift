import StrictJSON
import Testing

/// A payload with everything that the compiler's own `Codable` can meet.
private struct Payload: Codable, Equatable {
  struct Authority: Codable, Equatable {
    var body: Text
    var paragraph: [Int]
  }

  enum Outcome: Codable, Equatable {
    case done
    case partly(share: Int, note: String?)
  }

  var title: String
  var order: Int
  var small: UInt8?
  var large: UInt64
  var authority: Authority?
  var areas: [String]
  var rows: [[Int]]
  var isSecret: Bool
  var answer: Bool?
  var others: [String]?
  var outcome: Outcome
  var flags: [Bool]
  var raw: JSONValue

  static let full = Payload(
    title: "Ljus\n\"Väster\"", order: -7, small: 255, large: .max,
    authority: Authority(body: "Kommunstyrelsen", paragraph: [12, 3]), areas: ["Väster", ""], rows: [[1], [], [2, 3]],
    isSecret: true, answer: false, others: [], outcome: .partly(share: 40, note: nil), flags: [false, true],
    raw: ["a": [.null, .number("1.5")]])
  static let bare = Payload(
    title: "", order: 0, large: 0, areas: [], rows: [], isSecret: false, outcome: .done, flags: [], raw: .null)
}

@Suite("Coding")
struct JSONCodingTests {
  @Test("members stand in the order of the declaration")
  func order() {
    #expect(
      JSONCoding.encode(Payload.full).canonicalText
        == #"{"title":"Ljus\n\"Väster\"","order":-7,"small":255,"large":18446744073709551615,"#
        + #""authority":{"body":"Kommunstyrelsen","paragraph":[12,3]},"areas":["Väster",""],"rows":[[1],[],[2,3]],"#
        + #""isSecret":true,"answer":false,"others":[],"outcome":{"partly":{"share":40}},"flags":[false,true],"#
        + #""raw":{"a":[null,1.5]}}"#)
  }

  @Test("what says nothing is left out")
  func omitted() {
    #expect(
      JSONCoding.encode(Payload.bare).canonicalText
        == #"{"title":"","order":0,"large":0,"outcome":{"done":{}},"raw":null}"#)
  }

  @Test("what is written is read back", arguments: [Payload.full, .bare])
  fileprivate func roundTrip(payload: Payload) throws {
    #expect(try JSONCoding.decode(Payload.self, from: JSONCoding.encode(payload)) == payload)
  }

  @Test("single values, arrays and an empty struct are values too")
  func fragments() throws {
    struct Empty: Codable, Equatable {}
    #expect(JSONCoding.encode(5) == 5)
    #expect(JSONCoding.encode(false) == false)
    #expect(JSONCoding.encode("å") == "å")
    #expect(JSONCoding.encode([Int]()) == [])
    #expect(JSONCoding.encode(["a", "b"]) == ["a", "b"])
    #expect(JSONCoding.encode(Empty()) == [:])
    #expect(try JSONCoding.decode(Empty.self, from: [:]) == Empty())
    #expect(try JSONCoding.decode([Int].self, from: [1, 2]) == [1, 2])
    #expect(try JSONCoding.decode(Bool.self, from: false) == false)
    #expect(throws: JSONMismatch(path: [], problem: .unknownMember("a", known: []))) {
      try JSONCoding.decode(Empty.self, from: ["a": 1])
    }
    #expect(throws: JSONMismatch(path: [], problem: .wrongType(expected: "object", found: "number"))) {
      try JSONCoding.decode(Empty.self, from: 5)
    }
    #expect(throws: JSONMismatch(path: [], problem: .wrongType(expected: "object", found: "array"))) {
      try JSONCoding.decode(Empty.self, from: [])
    }
  }

  static let known = [
    "title", "order", "small", "large", "authority", "areas", "rows", "isSecret", "answer", "others", "outcome",
    "flags",
    "raw",
  ]
  static let twins: [(member: String, value: JSONValue?, path: [String], problem: JSONMismatch.Problem)] = [
    ("title", nil, [], .missingMember("title")),
    ("order", nil, [], .missingMember("order")),
    ("outcome", nil, [], .missingMember("outcome")),
    ("raw", nil, [], .missingMember("raw")),
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
    ("rows", [[1], [true]], ["rows", "[1]", "[0]"], .wrongType(expected: "integer", found: "boolean")),
    ("isSecret", false, ["isSecret"], .notCanonical),
    ("isSecret", 1, ["isSecret"], .wrongType(expected: "boolean", found: "number")),
    ("answer", .null, ["answer"], .wrongType(expected: "boolean", found: "null")),
    ("others", .null, ["others"], .wrongType(expected: "array", found: "null")),
    ("flags", [false, 0], ["flags", "[1]"], .wrongType(expected: "boolean", found: "number")),
    (
      "outcome", ["partly": ["share": 1, "more": 2]], ["outcome", "partly"],
      .unknownMember("more", known: ["share", "note"])
    ),
    (
      "outcome", ["partly": ["share": "1"]], ["outcome", "partly", "share"],
      .wrongType(expected: "integer", found: "string")
    ),
    ("outcome", ["done": ["x": 1]], ["outcome", "done"], .unknownMember("x", known: [])),
    ("outcome", ["done": 1], ["outcome", "done"], .wrongType(expected: "object", found: "number")),
    ("outcome", ["gone": [:]], ["outcome"], .malformed(expected: "Outcome", found: #"{"gone":{}}"#)),
    ("outcome", ["done": [:], "more": 1], ["outcome"], .unknownMember("more", known: ["done"])),
  ]

  @Test("a payload with one member changed is refused with the way there", arguments: twins)
  func tampered(member: String, value: JSONValue?, path: [String], problem: JSONMismatch.Problem) throws {
    guard case .object(var object) = JSONCoding.encode(Payload.full) else { return }
    object[member] = value
    #expect(throws: JSONMismatch(path: path, problem: problem)) {
      try JSONCoding.decode(Payload.self, from: .object(object))
    }
  }

  @Test("each member of a payload that is renamed is refused", arguments: known)
  func renamed(name: String) throws {
    guard case .object(let object) = JSONCoding.encode(Payload.full) else { return }
    let twin = JSONObject(object.members.map { ($0.name == name ? name + "s" : $0.name, $0.value) })
    #expect(throws: JSONMismatch.self) { try JSONCoding.decode(Payload.self, from: .object(twin)) }
  }

  @Test("the order of members is no matter of reading")
  func anyOrder() throws {
    guard case .object(let object) = JSONCoding.encode(Payload.full) else { return }
    let twin = JSONObject(object.members.reversed().map { ($0.name, $0.value) })
    #expect(try JSONCoding.decode(Payload.self, from: .object(twin)) == .full)
  }
}
