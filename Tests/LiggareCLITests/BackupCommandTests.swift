import CommandArguments
import DurableFiles
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("Backing up and restoring on the command line")
struct BackupCommandTests {
  /// A program whose ledger has sealed values, three of C-0001.
  private static func withValues() throws -> Program {
    let program = try Program.withLedger()
    for line in [
      "case open --title Mörkt --area norr --proposed-by-citizen \"Bo Ask\" --citizen-contact bo@example.org --yes",
      "case record C-0001 --activity Besök --note Hemligt --yes",
    ] {
      let answer = program(line)
      #expect(answer.exit == 0, "\(line): \(answer.errors)")
    }
    return program
  }

  /// A command and its answer, without the folder of the test and without roots, which hang on the whole book.
  private func shown(_ program: Program, _ line: String) -> String {
    let answer = program(line, width: 300)
    let text = "$ liggare \(line.replacing("@/", with: ""))\n\(answer.text)\(answer.errors)# exit \(answer.exit)\n\n"
    return text.replacing(program.scratch.path + "/", with: "").replacing(/[A-Za-z0-9+\/]{43}=/, with: "ROOT")
  }

  private func object(_ answer: Program.Answer) throws -> JSONObject {
    guard case .object(let object) = try JSONValue(parsing: answer.bytes) else {
      Issue.record("no object: \(answer.text)")
      return [:]
    }
    return object
  }

  /// Erases what is sealed about the citizen, two values, and keeps the receipt.
  private func erase(_ program: Program) {
    let answer = program(
      "journal erase E-0001 --reference \"KS 2024:7\" --decided 2024-01-05 --organ Kommunstyrelsen --receipt @/gallrat.jsonl --yes"
    )
    #expect(answer.exit == 0, "\(answer.errors)")
  }

  @Test("the way from a backup to a restored ledger reads as on file", arguments: [Language.sv, .en])
  func golden(_ language: Language) throws {
    let program = try Self.withValues()
    let lang = " --lang \(language.rawValue)"
    var text = ""
    for line in [
      "journal backup @/kopia --dry-run", "journal backup @/utan", "journal backup @/kopia --sealed @/forseglat",
      "journal backup @/kopia --sealed @/forseglat",
    ] {
      text += shown(program, line + lang)
    }
    for (from, to) in [("kopia", "tidig"), ("forseglat", "tidigt")] {
      try FileManager.default.copyItem(atPath: program.scratch(from), toPath: program.scratch(to))
    }
    erase(program)
    for line in [
      "journal backup @/kopia --sealed @/forseglat", "journal restore @/kopia --into @/ny --dry-run",
      "journal restore @/kopia --into @/ny --sealed @/forseglat",
      "journal restore @/kopia --into @/ny2 --sealed @/tidigt",
      "journal restore @/tidig --into @/ny3 --sealed @/tidigt --erasures @/gallrat.jsonl --dry-run",
      "journal restore @/tidig --into @/ny3 --sealed @/tidigt --erasures @/gallrat.jsonl",
    ] {
      text += shown(program, line + lang)
    }
    for folder in ["kopia", "ny", "ny2", "ny3"] {
      let answer = program("journal verify --journal @/\(folder)")
      #expect(answer.exit == 0, "\(answer.errors)")
    }
    for folder in ["ny", "ny2", "ny3"] {
      #expect(try FileOperations.system.names(in: program.scratch("\(folder)/sealed")).count == 1, "\(folder)")
    }
    Golden.expect(text, is: "cli/backup.\(language.rawValue).txt")
  }

  @Test("in JSON both state kind, version, counts and basis")
  func json() throws {
    let program = try Self.withValues()
    let backup = try object(program("journal backup @/kopia --sealed @/forseglat --json"))
    #expect(backup["kind"] == "liggare.backup" && backup["version"] == 1 && backup["from"] == 0)
    guard case .object(let sealed)? = backup["sealed"], case .object(let basis)? = backup["basis"] else {
      Issue.record("no values or no basis")
      return
    }
    #expect(sealed["copied"] == 3 && sealed["erased"] == 0 && basis["size"] == JSONValue(program.lines.count))
    #expect(basis["ledger"] == "Liggaren" && basis["reality"] == "real" && backup["values"] == 3)
    #expect(try object(program("journal backup @/utan --json"))["sealed"] == .null)
    let restored = try object(program("journal restore @/kopia --into @/ny --sealed @/forseglat --json"))
    #expect(restored["kind"] == "liggare.restore" && restored["version"] == 1 && restored["basis"] == backup["basis"])
    guard case .object(let values)? = restored["sealed"] else {
      Issue.record("no values")
      return
    }
    #expect(values["restored"] == 3 && values["missing"] == 0 && restored["dryRun"] == .bool(false))
    erase(program)
    let dry = try object(
      program("journal restore @/kopia --into @/ny2 --json --dry-run --erasures @/gallrat.jsonl"))
    #expect(dry["sealed"] == .null && dry["dryRun"] == .bool(true) && dry["erasures"] == 2 && dry["newerValues"] == 0)
    let decision: JSONValue = .object([
      "reference": "KS 2024:7", "decided": "2024-01-05", "organ": "Kommunstyrelsen",
    ])
    #expect(dry["erasedAgain"] == .array([.object(["decision": decision, "count": 2])]))
  }

  @Test("what the made-up ledger of the repository holds comes back byte for byte")
  func example() throws {
    let program = try Program("2024-06-01T08:00Z")
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: program.ledger)
    #expect(program("journal backup @/kopia --sealed @/forseglat").exit == 0)
    #expect(program("journal restore @/kopia --into @/ny --sealed @/forseglat").exit == 0)
    let before = program.files
    try FileManager.default.removeItem(atPath: program.ledger)
    try FileManager.default.moveItem(atPath: program.scratch("ny"), toPath: program.ledger)
    #expect(program.files.mapValues(\.count) == before.mapValues(\.count))
    for (name, bytes) in program.files { #expect((before[name] == bytes) as Bool, "\(name)") }
  }

  @Test("what a backup refuses ends with its exit code and says the folder")
  func refusals() throws {
    let program = try Self.withValues()
    #expect(program("journal backup @/kopia --sealed @/forseglat").exit == 0)
    try program.write("x", to: "fil")
    let expected: [(String, Int32, String)] = [
      ("journal backup @/fil", 2, "något annat än en säkerhetskopia"),
      ("journal backup @/ledger/kopia", 2, "eller ligger i"),
      ("journal backup @/kopia2 --sealed @/kopia2/sealed", 2, "eller ligger i"),
      ("journal backup @/kopia2 --sealed @/fil", 2, "För"),
      ("journal backup @/kopia --journal @/saknas", 2, "ingen liggare"),
      ("journal backup", 2, "DIR"),
      ("journal restore @/kopia --into @/ledger", 2, "inte tom"),
      ("journal restore @/saknas --into @/ny", 2, "ingen liggare"),
      ("journal restore @/kopia", 2, "--into"),
      ("journal restore @/kopia --into @/ny --sealed @/saknas", 2, "ingen mapp med förseglade"),
      ("journal restore @/kopia --into @/ny --erasures @/saknas", 5, "finns inte"),
      ("journal restore @/kopia --into @/ny --erasures @/fil", 2, "--erasures, rad 1"),
      ("journal restore @/kopia --into @/ny --checkpoint @/fil", 3, "Kontrollpunkten"),
    ]
    for (line, exit, words) in expected {
      let answer = program(line)
      #expect(answer.exit == exit && answer.text.isEmpty, "\(line): \(answer.exit) \(answer.errors)")
      #expect(answer.errors.localizedCaseInsensitiveContains(words), "\(line): \(answer.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: program.scratch("ny")))
    #expect(!FileManager.default.fileExists(atPath: program.scratch("kopia2")))
    // Another ledger's book into the same folder.
    let answer = program(["journal", "backup", program.scratch("kopia"), "--journal", ExampleLedger.folder])
    #expect(answer.exit == 3 && answer.errors.contains("av en annan liggare"))
  }

  @Test("a book that has forked, and a checkpoint kept elsewhere that the copy does not bear out, end with 3")
  func forked() throws {
    let program = try Program.withLedger()
    try FileManager.default.copyItem(atPath: program.ledger, toPath: program.scratch("gren"))
    func register(_ name: String, _ folder: String) {
      #expect(program("body register --name \(name) --kind other --yes --journal @/\(folder)").exit == 0)
    }
    register("Ett", "ledger")
    register("Två", "gren")
    #expect(program("journal backup @/kopia").exit == 0)
    let answer = program("journal backup @/kopia --journal @/gren --lang en")
    #expect(answer.exit == 3 && answer.errors.contains("The backup there is of another book: its 5 entries"))
    let witness = program("journal restore @/kopia --into @/ny --checkpoint @/gren/checkpoint")
    #expect(witness.exit == 3 && !FileManager.default.fileExists(atPath: program.scratch("ny")))
    #expect(program("journal restore @/kopia --into @/ny --checkpoint @/ledger/checkpoint").exit == 0)
  }

  @Test("a long backup shows on a terminal how far it has come, and says nothing in a pipe")
  func quiet() throws {
    let program = try Self.withValues()
    #expect(program("journal backup @/kopia").errors.isEmpty)
    #expect(program("journal restore @/kopia --into @/ny --quiet").errors.isEmpty)
    #expect(program("journal restore @/kopia --into @/ny2").errors.hasPrefix("Nästa steg: liggare journal verify"))
  }
}
