import CommandArguments
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("The road of a new user")
struct RoadTests {
  @Test("every command of the road is recorded, and answers as on file", arguments: [Language.sv, .en])
  func recording(_ language: Language) throws {
    let walked = try Road.walked(language)
    var transcript = ""
    for (line, answer) in walked.answers {
      #expect(answer.exit == 0, "\(line)\n\(answer.errors)")
      // The opening answers with the folder, whose name is a new one each time, and underlines it.
      let text = line.hasPrefix("journal init") ? "" : answer.errors + answer.text
      transcript += "$ liggare \(line)\n\(text)\n"
    }
    Golden.expect(transcript, is: "cli/road.\(language.rawValue).txt")
  }

  @Test("the ledger at the end of the road reads as on file", arguments: [Language.sv, .en])
  func reading(_ language: Language) throws {
    let program = try Road.walked(language).reader()
    var transcript = ""
    for line in Road.readings + ["journal verify"] {
      let answer = program(line)
      #expect(answer.exit == 0, "\(line)\n\(answer.errors)")
      #expect(answer.errors.isEmpty)
      #expect(answer.text.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(line)")
      transcript += "$ liggare \(line)\n\(answer.text)\n"
    }
    Golden.expect(transcript, is: "cli/reading.\(language.rawValue).txt")
  }

  @Test("the same road with --json writes the same lines, and each answer is strict JSON with its kind and version")
  func recordingJSON() throws {
    let walked = try Road.walk(.sv, options: " --json")
    for (line, answer) in walked.answers {
      let object = try object(answer.bytes, line)
      #expect(object["kind"] == "liggare.recorded" && object["version"] == 1, "\(line)")
      #expect(object["outcome"] == "recorded", "\(line)")
    }
    let lines = try walked.reader().lines
    let others = try Road.walked(.sv).reader().lines
    #expect(lines.count == others.count)
    for (line, other) in zip(lines, others) { #expect(line == other) }
  }

  @Test("each reading in JSON is strict and states kind, version and basis", arguments: Road.readings)
  func readingJSON(_ line: String) throws {
    let answer = try Road.walked(.sv).reader()(line + " --json")
    let object = try object(answer.bytes, line)
    guard case .string(let kind)? = object["kind"], case .object(let basis)? = object["basis"] else {
      Issue.record("\(line) has no kind or no basis")
      return
    }
    #expect(kind.hasPrefix("liggare."))
    #expect(object["version"] == 1)
    #expect(basis["ledger"] == "Medborgarlöfte 2024–2025")
    #expect(basis["reality"] == "real")
  }

  @Test("each reading in Markdown begins with its heading", arguments: Road.readings + ["journal verify"])
  func readingMarkdown(_ line: String) throws {
    let answer = try Road.walked(.sv).reader()(line + " --markdown")
    #expect(answer.exit == 0)
    #expect(answer.text.hasPrefix("# "), "\(answer.text.prefix(80))")
  }

  @Test("verifying in JSON says that the book is sound and what was counted")
  func verifyJSON() throws {
    let program = try Road.walked(.sv).reader()
    let object = try object(program("journal verify --json").bytes, "journal verify")
    #expect(object["kind"] == "liggare.journal.verify" && object["version"] == 1)
    #expect(object["sound"] == .bool(true))
    #expect(object["lines"] == JSONValue(program.lines.count))
    #expect(object["damages"] == .array([]))
  }

  @Test("what was presented comes back byte for byte: one's own file, and the report that was made")
  func presented() throws {
    let program = try Road.walked(.sv).reader()
    #expect(program("follow-up show F-0002 --document").text == "Som det visades.\n")
    let report = program("follow-up show F-0001 --document").text
    #expect(report.hasPrefix("# Uppföljning 2024-T1"))
    #expect(report.contains("Liggare: Medborgarlöfte 2024–2025") || report.contains("Medborgarlöfte 2024–2025"))
    let digest = program("follow-up show F-0001 --json").text
    #expect(digest.contains("uppfoljning-2024-T1.md"))
  }

  @Test("a follow-up that was not presented has no document to show")
  func notPresented() throws {
    let program = try Program.withMeasure()
    program.now = "2024-05-10T08:00Z"
    #expect(program("follow-up prepare 2024-T1 --record --yes").exit == 0)
    let answer = program("follow-up show F-0001 --document")
    #expect(answer.exit == 1)
    #expect(answer.text.isEmpty)
  }

  private func object(_ bytes: [UInt8], _ line: String) throws -> JSONObject {
    guard case .object(let object) = try JSONValue(parsing: bytes) else {
      Issue.record("\(line) does not answer with an object")
      return [:]
    }
    return object
  }
}
