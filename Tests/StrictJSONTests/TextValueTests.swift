import StrictJSON
import Testing

private struct Day: TextValue {
  var number: Int

  init(text: String) throws(MalformedText) {
    guard text.hasPrefix("day "), let number = Int(text.dropFirst(4)), "day \(number)" == text else {
      throw MalformedText(expected: "day", found: text)
    }
    self.number = number
  }

  var text: String { "day \(number)" }
}

private enum Horizon: String, Choice {
  case short
  case long
  case all = "hela \u{E5}ret"
}

/// A plain enum of the standard library's own coding, which reads decomposed words as composed ones.
private enum Plain: String, Codable { case one }

private struct People: OmittedWhenDefault, Codable, Equatable {
  var chair: String?
  var others: [String]
  static let omittedValue = People(others: [])
  var isOmitted: Bool { self == Self.omittedValue }
}

private struct Plan: Codable, Equatable {
  var day: Day
  var until: Day?
  var horizon: Horizon
  var others: [Horizon]
  var title: Text
  var people: People

  static let full = try? Plan(
    day: Day(text: "day 3"), until: Day(text: "day 40"), horizon: .all, others: [.long, .short], title: "",
    people: People(chair: "A", others: ["B"]))
}

@Suite("Values that are one text")
struct TextValueTests {
  private let json: JSONValue = [
    "day": "day 3", "until": "day 40", "horizon": "hela \u{E5}ret", "others": ["long", "short"], "title": "",
    "people": ["chair": "A", "others": ["B"]],
  ]

  @Test("they are written as strings and read back")
  func roundTrip() throws {
    let plan = try #require(Plan.full)
    #expect(JSONCoding.encode(plan) == json)
    #expect(try JSONCoding.decode(Plan.self, from: json) == plan)
  }

  @Test("a value of one's own is left out where it says nothing, and refused where it stands for nothing")
  func omitted() throws {
    var plan = try #require(Plan.full)
    plan.people = .omittedValue
    guard case .object(var object) = JSONCoding.encode(plan) else { return }
    #expect(object["people"] == nil)
    #expect(try JSONCoding.decode(Plan.self, from: .object(object)) == plan)
    object["people"] = [:]
    #expect(throws: JSONMismatch(path: ["people"], problem: .notCanonical)) {
      try JSONCoding.decode(Plan.self, from: .object(object))
    }
  }

  private static let words = "one of short, long, hela \u{E5}ret"

  @Test(
    "a text of another form is refused with its place, what was expected and what was found",
    arguments: [
      ("day", "day 03", ["day"], .malformed(expected: "day", found: "day 03")),
      ("until", "", ["until"], .malformed(expected: "day", found: "")),
      ("day", 3, ["day"], .wrongType(expected: "string", found: "number")),
      ("horizon", "Short", ["horizon"], .malformed(expected: words, found: "Short")),
      ("horizon", "hela a\u{30A}ret", ["horizon"], .malformed(expected: words, found: "hela a\u{30A}ret")),
      ("horizon", .null, ["horizon"], .wrongType(expected: "string", found: "null")),
      ("others", ["long", "x"], ["others", "[1]"], .malformed(expected: words, found: "x")),
      ("others", [], ["others"], .notCanonical),
    ] as [(String, JSONValue, [String], JSONMismatch.Problem)])
  func malformed(member: String, value: JSONValue, path: [String], problem: JSONMismatch.Problem) {
    guard case .object(var object) = json else { return }
    object[member] = value
    let error = #expect(throws: JSONMismatch.self) { try JSONCoding.decode(Plan.self, from: .object(object)) }
    #expect(error == JSONMismatch(path: path, problem: problem))
    // Equality of errors is that of Swift's strings, which holds the two forms of "å" for one.
    if case .malformed(_, let found) = error?.problem, case .string(let text) = value {
      #expect(utf8Equal(found, text))
    }
  }

  @Test("each word of a choice is its raw value, and nothing else is a word")
  func choices() throws {
    for choice in Horizon.allCases {
      #expect(try Horizon(text: choice.rawValue) == choice && choice.text == choice.rawValue)
      #expect(JSONCoding.encode(choice) == .string(choice.rawValue))
      #expect(try JSONCoding.decode(Horizon.self, from: .string(choice.rawValue)) == choice)
    }
    #expect(Horizon(rawValue: "hela a\u{30A}ret") == .all)
    #expect(throws: MalformedText(expected: Self.words, found: "")) { try Horizon(text: "") }
    #expect(throws: MalformedText.self) { try Horizon(text: "hela a\u{30A}ret") }
  }

  @Test("errors of other codings keep their place")
  func otherErrors() {
    struct Own: Error {}
    struct Failing: Decodable { init(from decoder: any Decoder) throws { throw Own() } }
    #expect(throws: JSONMismatch(path: ["[1]"], problem: .malformed(expected: "Plain", found: "two"))) {
      try JSONCoding.decode([Plain].self, from: ["one", "two"])
    }
    #expect(throws: JSONMismatch(path: ["[0]"], problem: .malformed(expected: "Failing", found: "[1]"))) {
      try JSONCoding.decode([Failing].self, from: [[1]])
    }
  }
}
