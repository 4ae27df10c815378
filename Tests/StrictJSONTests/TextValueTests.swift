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

  static var sample: Day { Day(number: 1) }

  private init(number: Int) { self.number = number }
}

private enum Horizon: String, Choice {
  case short
  case long
  case all = "hela \u{E5}ret"
}

private struct Plan: JSONRecord, Equatable {
  var day: Day
  var until: Day?
  var horizon: Horizon
  var others: [Horizon]
  var title: Text

  init(day: Day, until: Day?, horizon: Horizon, others: [Horizon], title: Text) {
    self.day = day
    self.until = until
    self.horizon = horizon
    self.others = others
    self.title = title
  }

  init(members: inout JSONMembers) throws(JSONMismatch) {
    day = try members.read("day")
    until = try members.read("until")
    horizon = try members.read("horizon")
    others = try members.read("others")
    title = try members.read("title")
  }

  func write(members: inout JSONPen) {
    members.write("day", day)
    members.write("until", until)
    members.write("horizon", horizon)
    members.write("others", others)
    members.write("title", title)
  }

  static let full = try? Plan(
    day: Day(text: "day 3"), until: Day(text: "day 40"), horizon: .all, others: [.long, .short], title: "")
}

@Suite("Values that are one text")
struct TextValueTests {
  private let json: JSONValue = [
    "day": "day 3", "until": "day 40", "horizon": "hela \u{E5}ret", "others": ["long", "short"], "title": "",
  ]

  @Test("they are written as strings and read back")
  func roundTrip() throws {
    let plan = try #require(Plan.full)
    #expect(JSONValue(of: plan) == json)
    #expect(try Plan(json: json) == plan)
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
    let error = #expect(throws: JSONMismatch.self) { try Plan(json: .object(object)) }
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
      #expect(JSONValue(of: choice) == .string(choice.rawValue))
      #expect(try Horizon(json: .string(choice.rawValue)) == choice)
    }
    #expect(Horizon(rawValue: "hela a\u{30A}ret") == .all)
    #expect(throws: MalformedText(expected: Self.words, found: "")) { try Horizon(text: "") }
    #expect(throws: MalformedText.self) { try Horizon(text: "hela a\u{30A}ret") }
  }

  @Test("a shape names the type of a text, and the words of a choice")
  func shapes() {
    guard case .text(let type) = Text.shape, case .choice(let words) = Horizon.shape else {
      Issue.record("a text is a text and a choice a choice")
      return
    }
    #expect(type == ObjectIdentifier(Text.self))
    #expect(words == Horizon.allCases.map(\.rawValue))
  }
}
