import CommandArguments
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("The road of a new user")
struct RoadTests {
  /// What is asked of the book itself when all is recorded.
  private static let atTheEnd = ["journal verify", "journal repair --dry-run"]

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

  @Test("the road and its readings meet every command that there is")
  func everyCommand() {
    let lines = Road.steps(.sv).map(\.line) + Road.registers + Road.reports + Self.atTheEnd
    // `merkle` reads no ledger; `MerkleCommandTests` meet it. Keys and signatures are new each time: `ProofCommandTests`.
    // What goes in and out lies in files: `ImportCommandTests`, `ExportCommandTests`. Evidence, sites and backups do, too: `EvidenceTests`, `SiteCommandTests`,
    // `BackupCommandTests`.
    // The manual and the completion are about the commands themselves: `ManCommandTests`, `CompletionTests`. `record` asks: `RecordCommandTests`.
    let elsewhere = [
      "merkle", "journal key", "journal checkpoint", "journal prove", "journal export", "journal import",
      "journal backup", "journal restore",
      "audit evidence", "site build", "man", "completions", "record",
    ]
    for command in Liggare.tree.commands {
      let path = command.path.joined(separator: " ")
      if elsewhere.contains(where: { path.hasPrefix($0) }) { continue }
      #expect(lines.contains { $0 == path || $0.hasPrefix(path + " ") }, "\(path)")
    }
  }

  @Test("the registers and sheets at the end of the road read as on file", arguments: [Language.sv, .en])
  func registers(_ language: Language) throws {
    Golden.expect(try read(Road.registers + Self.atTheEnd, language), is: "cli/registers.\(language.rawValue).txt")
  }

  @Test("the reports at the end of the road read as on file", arguments: [Language.sv, .en])
  func reports(_ language: Language) throws {
    Golden.expect(try read(Road.reports, language), is: "cli/reports.\(language.rawValue).txt")
  }

  private func read(_ lines: [String], _ language: Language) throws -> String {
    let program = try Road.walked(language).reader()
    return lines.map { line in
      let answer = program(line)
      #expect(answer.exit == 0, "\(line)\n\(answer.errors)")
      #expect(answer.errors.isEmpty)
      #expect(answer.text.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(line)")
      return "$ liggare \(line)\n\(answer.text)\n"
    }.joined()
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

  @Test("each reading in JSON is strict and states kind, version and basis", arguments: Road.registers + Road.reports)
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

  @Test(
    "each reading in Markdown begins with its heading", arguments: Road.registers + Road.reports + ["journal verify"])
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

  @Test("one's own file that was presented comes back byte for byte")
  func presentedFile() throws {
    #expect(try Road.walked(.sv).reader()("follow-up show F-0002 --document").text == "Som det visades.\n")
  }

  @Test("presented without a file, the report itself is kept, as it was compiled, and comes back byte for byte")
  func presentedReport() throws {
    let program = try Program.withMeasure()
    program.now = "2024-05-10T08:00Z"
    let asPrepared = program("follow-up prepare 2024-T1 --markdown").text
    #expect(program("follow-up prepare 2024-T1 --record --yes").exit == 0)
    #expect(program("follow-up send F-0001 --to B-0001 --yes").exit == 0)
    #expect(program("measure propose --title Efteråt --area norr --effective 2024-04-01 --yes").exit == 0)
    #expect(program("follow-up present F-0001 --to B-0001 --yes").exit == 0)
    let shown = program("follow-up show F-0001 --document").text
    #expect(shown.hasPrefix("# Uppföljning 2024-T1"))
    #expect(shown.contains("Vandringar") && !shown.contains("Efteråt"))
    // All but the basis at the foot is what was prepared.
    #expect(shown.prefix(400) == asPrepared.prefix(400))
    #expect(program("follow-up show F-0001").text.contains("uppfoljning-2024-T1.md"))
    #expect(program("follow-up show F-0001 --document").text == shown)
  }

  @Test("a presented document that was changed on disk is damage, and one that is gone is missed")
  func presentedDamaged() throws {
    let program = try Program.withMeasure()
    program.now = "2024-05-10T08:00Z"
    for line in ["prepare 2024-T1 --record", "send F-0001 --to B-0001", "present F-0001 --to B-0001"] {
      #expect(program("follow-up \(line) --yes").exit == 0)
    }
    let name = try #require(program.files.keys.first { $0.hasPrefix("presented/") })
    try program.write("annat", to: "ledger/\(name)")
    let changed = program("follow-up show F-0001 --document")
    #expect(changed.exit == 3 && changed.text.isEmpty)
    #expect(changed.errors.hasPrefix("liggare: Det sparade dokumentet är ändrat: SHA-256 är "))
    try FileManager.default.removeItem(atPath: "\(program.ledger)/\(name)")
    let gone = program("follow-up show F-0001 --document")
    #expect(gone.exit == 3 && gone.text.isEmpty)
    #expect(gone.errors.hasSuffix("finns inte i presented/.\nHämta det från en säkerhetskopia.\n"))
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
