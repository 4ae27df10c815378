import Foundation
import LedgerDomain
import TestSupport
import Testing

@Suite("Dates and moments on the command line")
struct DateTests {
  struct DateCase: Decodable {
    var valid: Bool
    var text: String?

    private enum Key: CodingKey { case valid, data }
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      valid = try container.decode(Bool.self, forKey: .valid)
      text = try? container.decode(String.self, forKey: .data)
    }
  }
  private struct DateGroup: Decodable { var tests: [DateCase] }

  private static func cases(_ file: String) throws -> [DateCase] {
    try JSONDecoder().decode([DateGroup].self, from: Data(SharedData.bytes("datetime/\(file).json"))).flatMap(\.tests)
  }

  @Test(
    "every malformed date and moment is refused as wrong usage, and nothing is written",
    .enabled(if: SharedData.exists("datetime/date.json"), "the shared date texts are absent"))
  func malformedDates() throws {
    let program = try Program.withLedger()
    let before = program.files
    var count = 0
    // A moment is no date, but it says when something happened: those of the dates that are moments are left to the other file.
    for test in try Self.cases("date") + Self.cases("date-time") where !test.valid {
      guard let text = test.text, Instant(rfc3339: text) == nil else { continue }
      for option in ["effective", "as-of", "known-at"] {
        let line =
          option == "effective" ? ["body", "register", "--name=x", "--kind=other", "--yes"] : ["body", "list"]
        let answer = program(line + ["--\(option)=\(text)"])
        #expect(answer.exit == 2, "--\(option)=\(text)")
        #expect(answer.errors.contains("--\(option): väntade "), "\(answer.errors)")
        #expect(answer.text.isEmpty)
      }
      count += 1
    }
    #expect(count > 60)
    #expect(program.files == before)
  }

  @Test(
    "every valid date and moment is taken",
    .enabled(if: SharedData.exists("datetime/date.json"), "the shared date texts are absent"))
  func validDates() throws {
    let program = try Program.withLedger()
    var count = 0
    for test in try Self.cases("date") + Self.cases("date-time") where test.valid {
      guard let text = test.text else { continue }
      let answer = program(
        ["body", "register", "--name=x", "--kind=other", "--dry-run", "--json", "--effective=\(text)"])
      #expect(answer.exit == 0, "\(text): \(answer.errors)")
      #expect(program(["body", "list", "--as-of=\(text)"]).exit == 0, "\(text)")
      #expect(program(["body", "list", "--known-at=\(text)"]).exit == 0, "\(text)")
      count += 1
    }
    #expect(count > 20)
  }

  @Test("a moment may be typed without its seconds", arguments: ["2024-02-01T09:15Z", "2024-02-01T10:15+01:00"])
  func withoutSeconds(_ text: String) throws {
    let program = try Program.withLedger()
    let answer = program("body register --name x --kind other --effective \(text) --dry-run --json")
    #expect(answer.text.contains(#""effective": "2024-02-01T09:15:00Z""#), "\(answer.text)")
    #expect(program("body list --known-at \(text)").exit == 0)
  }

  @Test("without its offset it is no moment")
  func withoutOffset() throws {
    #expect(try Program.withLedger()("body list --known-at 2024-02-01T09:15").exit == 2)
  }
}
