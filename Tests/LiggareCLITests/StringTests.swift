import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Third-party strings", .enabled(if: SharedData.exists("strings/blns.json"), "the shared strings are absent"))
struct StringTests {
  private static func strings() throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(SharedData.bytes("strings/blns.json")))
  }

  @Test("come back byte for byte from titles and reasons, and from the sealed notes")
  func roundTrip() throws {
    let strings = try Self.strings()
    #expect(strings.count == 515)
    let program = try Program.withMeasure()
    // Each string is dry-run through the whole command line; a tenth are also written, as each line written is read by the next.
    for (index, string) in strings.enumerated() where !string.isEmpty {
      let isWritten = index % 10 == 0
      let arguments = [
        "measure", "amend", "M-0001", "--title=\(string)", "--reason=\(string)", "--note=\(string)", "--json",
        isWritten ? "--yes" : "--dry-run",
      ]
      let answer = program(arguments)
      #expect(answer.exit == 0, "\(index): \(answer.errors)")
      guard let data = try data(answer) else { continue }
      #expect(same(data["title"], string) && same(data["reason"], string), "\(index)")
      guard case .object(let note)? = data["note"], case .string(let commitment)? = note["sealed"] else {
        Issue.record("\(index): the note is not sealed")
        continue
      }
      guard isWritten else { continue }
      let sealed = FileManager.default.contents(atPath: "\(program.ledger)/sealed/\(commitment)") ?? Data()
      #expect(contains(Array(sealed), Array(string.utf8)), "\(index)")
      #expect(!program.lines.isEmpty && program.lines.count > 4)
    }
    #expect(program("journal verify").exit == 0)
  }

  @Test("put no control character on the terminal, in previews, lists, traces and errors")
  func terminal() throws {
    let program = try Program.withMeasure()
    for (index, string) in try Self.strings().enumerated() where !string.isEmpty {
      let preview = program([
        "measure", "propose", "--title=\(string)", "--cause=\(string)", "--arena=\(string)", "--dry-run",
      ])
      let refusal = program(["measure", "start", string, "--yes"])
      for text in [preview.text, refusal.text, refusal.errors] {
        #expect(text.unicodeScalars.allSatisfy { !isControl($0) }, "\(index)")
      }
    }
  }

  @Test("put no control character into the lists and traces of a ledger that has them all")
  func readings() throws {
    let program = try Program.withMeasure()
    for string in try Self.strings() where string.unicodeScalars.contains(where: isControl) {
      #expect(program(["measure", "propose", "--title=\(string)", "--goal=\(string)", "--yes"]).exit == 0)
      #expect(program(["case", "open", "--title=\(string)", "--description=\(string)", "--yes"]).exit == 0)
    }
    for line in [
      "measure list", "case list", "measure show M-0002", "audit trace M-0002", "status", "measure list --markdown",
    ] {
      let answer = program(line)
      #expect(answer.exit == 0)
      #expect(answer.text.unicodeScalars.allSatisfy { !isControl($0) }, "\(line)")
    }
  }

  @Test("the empty one is refused by name, in both languages", arguments: ["title", "reason", "note", "goal"])
  func empty(_ option: String) throws {
    let program = try Program.withMeasure()
    let before = program.files
    var arguments = ["measure", "amend", "M-0001", "--\(option)=", "--yes"]
    if option != "reason" { arguments.append("--reason=x") }
    let answer = program(arguments)
    #expect(answer.exit == 1)
    #expect(answer.errors.contains("tom"), "\(answer.errors)")
    #expect(program(arguments + ["--lang=en"]).errors.contains("empty"))
    #expect(program.files == before)
  }

  private func data(_ answer: Program.Answer) throws -> JSONObject? {
    guard case .object(let object) = try JSONValue(parsing: answer.bytes), case .array(let events)? = object["events"],
      case .object(let event)? = events.last, case .object(let data)? = event["data"]
    else { return nil }
    return data
  }

  /// On bytes: `==` makes texts of different bytes equal.
  private func same(_ value: JSONValue?, _ string: String) -> Bool {
    if case .string(let found)? = value { found.utf8.elementsEqual(string.utf8) } else { false }
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    Data(bytes).range(of: Data(part)) != nil
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && (scalar.properties.generalCategory == .control || scalar.value == 0x7F)
  }
}
