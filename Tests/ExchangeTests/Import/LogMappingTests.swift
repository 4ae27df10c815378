import LedgerDomain
import StrictJSON
import Testing

@testable import Exchange

private func problem(_ mapping: String) -> MappingProblem? {
  do throws(MappingProblem) { _ = try LogMapping(parsing: Array(mapping.utf8)) } catch { return error }
  return nil
}

@Suite("A mapping")
struct LogMappingTests {
  private let least = #"{"version":1,"log":"l","case":"c","title":"{c}","activity":"{a}","time":"t"}"#

  @Test("what is read is written again, with every member that it can have")
  func roundTrip() throws {
    for text in [least, Logs.mapping] {
      let json = try JSONValue(parsing: Array(text.utf8))
      #expect(JSONValue(of: try LogMapping(parsing: Array(text.utf8))) == json)
    }
  }

  @Test("JSON that is none is refused with line and column")
  func malformed() {
    #expect(
      problem("{\"version\":1,\n  \"log\" \"x\"}")
        == .json(JSONError(offset: 22, problem: .unexpectedByte(found: 0x22, expected: .colon)), line: 2, column: 9))
  }

  @Test("a member that must be there, one that is not known, and values that say nothing are refused")
  func mismatches() {
    func mismatch(_ path: [String], _ problem: JSONMismatch.Problem) -> MappingProblem {
      .mismatch(JSONMismatch(path: path, problem: problem))
    }
    #expect(problem(least.replacing(#","time":"t""#, with: "")) == mismatch([], .missingMember("time")))
    #expect(problem(least.replacing("1,", with: "2,")) == mismatch(["version"], .malformed(expected: "1", found: "2")))
    #expect(
      problem(least.replacing("\"l\"", with: "\"\"")) == mismatch(["log"], .malformed(expected: "name", found: "")))
    #expect(
      problem(least.replacing("{a}", with: "{a"))
        == mismatch(["activity"], .malformed(expected: "template", found: "{a")))
    #expect(
      problem(least.replacing("}\",\"activity", with: "}\",\"closed\":\"e\",\"activity"))
        == mismatch([], .missingMember("outcome")))
    #expect(
      problem(least.replacing("\"case\"", with: "\"separator\":\"|\",\"case\""))
        == mismatch(["separator"], .malformed(expected: "separator", found: "|")))
    guard case .mismatch(let unknown)? = problem(least.replacing("\"case\"", with: "\"cases\":1,\"case\"")),
      case .unknownMember("cases", let known) = unknown.problem
    else { return #expect(Bool(false)) }
    #expect(known.contains("case") && known.count == 15)
  }

  @Test("a column that the log does not have is refused with those it has")
  func unknownColumn() throws {
    let table = try LogTable(Array("c,a,tt\n1,2,3\n".utf8), .csv)
    let mapping = try LogMapping(parsing: Array(least.utf8))
    #expect(throws: MappingProblem.unknownColumn("t", field: "time", known: ["c", "a", "tt"])) {
      _ = try CaseLog(table, mapping)
    }
  }
}

@Suite("A template")
struct TextTemplateTests {
  private func filled(_ template: String, _ values: [String: String] = ["a": "1", "b": "", "c}": "3"]) throws -> String?
  {
    try TextTemplate(text: template).filled { values[$0] ?? "?" }
  }

  @Test("columns are filled in, braces are doubled to stand for themselves, and an empty column makes it nothing")
  func filling() throws {
    #expect(try filled("{a}") == "1")
    #expect(try filled("nr {a}, {{a}}") == "nr 1, {a}")
    #expect(try filled("{c}}}") == "3")
    #expect(try filled("{a} {b}") == nil)
    #expect(try filled("fast") == "fast")
    #expect(try TextTemplate(text: "x {a} {c}}}").columns == ["a", "c}"])
    #expect(TextTemplate(column: "c}").columns == (try TextTemplate(text: TextTemplate(column: "c}").text).columns))
  }

  @Test(
    "what does not close, opens nothing or names nothing is none", arguments: ["", "{a", "a}", "{}", "{a{b}", "{a}}"])
  func refused(text: String) {
    #expect(throws: MalformedText(expected: "template", found: text)) { _ = try TextTemplate(text: text) }
  }
}

@Suite("A time in a log")
struct LogTimeTests {
  @Test(
    "RFC 3339, and what others leave out or write in another way",
    arguments: [
      ("2022-10-14", "2022-10-14"), ("2022-10-14T11:30:00Z", "2022-10-14T11:30:00Z"),
      ("2022-10-14 11:30:00.999999+02:00", "2022-10-14T09:30:00Z"), ("2022-10-14 11:30+0200", "2022-10-14T09:30:00Z"),
      ("2022-10-14 11:30:00 +02:00", "2022-10-14T09:30:00Z"), ("2022-10-14T11:30:00-01:00", "2022-10-14T12:30:00Z"),
      ("1969-12-31 23:59:59.5Z", "1969-12-31T23:59:59Z"),
      // Without a zone: Swedish time, in summer, in winter, and in the hour that autumn repeats.
      ("2022-07-01 12:00", "2022-07-01T10:00:00Z"), ("2022-12-01T12:00:00", "2022-12-01T11:00:00Z"),
      ("2022-10-30 02:30:00", "2022-10-30T00:30:00Z"), ("2022-10-30 03:00:00", "2022-10-30T02:00:00Z"),
    ])
  func read(text: String, expected: String) {
    #expect(LogTime.effective(text)?.text == expected)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", "igår", "2022-02-29", "2022-10-14T", "2022-10-14 25:00", "14/10/2022 11:30", "2022-10-14 11:30:00 CET",
      "2022-10-14 1:30:00", "2022-03-27 02:30:00", "2022-10-14T11:30:00.Z", "2022-10-14  11:30:00", "20221014T113000Z",
    ])
  func refused(text: String) {
    #expect(LogTime.effective(text) == nil)
  }
}
