import DurableFiles
import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("audit findings")
struct FindingsCommandTests {
  private static let book = "--journal \(ExampleLedger.folder)"

  /// A text as if its lines had never been broken.
  private func unbroken(_ text: String) -> String { text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

  private func program(_ line: String) throws -> Program.Answer { try Program()("\(line) \(Self.book)") }

  @Test(
    "finds the same, to the byte, whenever it is asked, with and without the cache, and also in a copy that may not be written"
  )
  func repeatable() throws {
    let program = try Program()
    for form in ["", " --json", " --csv", " --markdown"] {
      let line = "audit findings\(form) --no-cache \(Self.book)"
      let first = program(line)
      #expect(first.exit == 0 && first.errors.isEmpty && !first.bytes.isEmpty)
      #expect(program(line).bytes == first.bytes)
    }
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: program.scratch("copy"))
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: program.scratch("copy"))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.scratch("copy")) }
    let copied = program("audit findings --no-cache --journal \(program.scratch("copy"))")
    #expect(copied.bytes == program("audit findings --no-cache \(Self.book)").bytes)
  }

  @Test("judges by both clocks: what was known and true then")
  func clocks() throws {
    let early = unbroken(try program("audit findings --as-of 2022-02-20 --known-at 2022-02-20").text)
    #expect(early.contains("M-0011 (Klotter saneras inom 48 timmar) började utföras 2022-02-07. Den är inte beslutad."))
    #expect(!early.contains("D-0009"))
    let late = unbroken(try program("audit findings").text)
    #expect(late.contains("Den beslutades först 2022-03-30"))
    #expect(try program("audit findings --as-of 2021-01-01").text.contains("0 iakttagelser"))
  }

  @Test("narrows by severity, rule and subject, and still says how many were tested")
  func narrowed() throws {
    let breaches = try program("audit findings --severity breach").text
    #expect(breaches.contains("AU-01") && !breaches.contains("CO-06") && !breaches.contains("SE-02"))
    let worse = try program("audit findings --severity \"bör förklaras\"").text
    #expect(worse.contains("AU-01") && worse.contains("CO-06") && !worse.contains("SE-02"))
    let rules = try program("audit findings --rule au-01 --rule MI-04").text
    #expect(rules.contains("M-0011") && rules.contains("T-0010") && !rules.contains("M-0006"))
    let about = try program("audit findings M-0006").text
    #expect(about.contains("3 iakttagelser") && about.contains("AU-04  Utförd trots inhibition"))
    #expect(!about.contains("M-0011"))
  }

  @Test("shows at most so many of each rule, says how many more, and counts all")
  func limited() throws {
    let one = unbroken(try program("audit findings --limit 1").text)
    #expect(one.contains("… och 4 till. Alla: --rule SE-02 --limit 0."))
    #expect(
      one.contains("M-0004") && !one.contains("M-0038 (Kontrollköp av tobak och e-cigaretter) och beslutade ensam"))
    #expect(one.contains("SE-02 Föreslog och beslutade ensam") && one.contains("70 iakttagelser"))
    #expect(
      unbroken(try program("audit findings --limit 1 --lang en").text).contains(
        "… and 4 more. All: --rule SE-02 --limit 0."))
    let all = try program("audit findings --limit 0")
    #expect(all.text == (try program("audit findings").text) && !all.text.contains("… och"))
    for wrong in ["-1", "x", "1.5"] {
      let refused = try program("audit findings --limit=\(wrong)")
      #expect(refused.exit == 2 && refused.errors.contains("ett helt tal från 0"))
    }
    #expect(try program("audit findings --limit=x --lang en").errors.contains("a whole number from 0"))
  }

  @Test("ends with 4 where there is what was asked to be none, and says how many")
  func failing() throws {
    let failed = try program("audit findings --rule AU-01 --fail-on breach")
    #expect(failed.exit == 4)
    #expect(failed.errors == "liggare: 2 iakttagelser når nivån ”avvikelse från regel”.\n")
    #expect(failed.text.contains("M-0011"))
    let one = try program("audit findings --rule MI-04 --fail-on information --lang en")
    #expect(one.exit == 4 && one.errors == "liggare: One finding reaches the level “information”.\n")
    #expect(
      try program("audit findings --rule AU-01 --fail-on breach --lang en").errors.contains(
        "2 findings reach the level “breach of a rule”."))
    #expect(try program("audit findings --rule CO-06 --fail-on breach").exit == 0)
    #expect(try program("audit findings --as-of 2021-01-01 --fail-on information").exit == 0)
  }

  @Test(
    "refuses what it does not know, with the nearest it does",
    arguments: [
      (
        "audit findings --rule AU-0I", 2,
        "liggare: --rule: väntade en regel i regelboken (som AU-01; --rules visar alla), fann ”AU-0I”.\nSe ”liggare audit findings --help”.\n"
      ),
      (
        "audit findings --rule QR-06", 2,
        "liggare: --rule: väntade en regel i regelboken, till exempel PR-06, fann ”QR-06”.\nSe ”liggare audit findings --help”.\n"
      ),
      ("audit findings M-0999", 2, "liggare: M-0999 finns inte i liggaren.\nSe ”liggare measure list”.\n"),
      (
        "audit findings --csv --json", 2,
        "liggare: --csv och --json går inte ihop.\nAnge bara en av dem.\n"
      ),
      (
        "audit findings --csv --rules", 2,
        "liggare: --csv och --rules går inte ihop.\nAnge bara en av dem.\n"
      ),
    ])
  func refused(_ line: String, _ exit: Int32, _ errors: String) throws {
    let answer = try program(line)
    #expect(answer.exit == exit)
    #expect(answer.errors == errors)
  }

  @Test("answers in JSON and in CSV with every finding, its entries, and the basis")
  func machines() throws {
    let json = try JSONValue(parsing: try program("audit findings --json --no-cache").text)
    guard case .object(let object) = json, case .array(let findings)? = object["findings"],
      case .array(let rules)? = object["rules"]
    else {
      Issue.record("no object")
      return
    }
    #expect(object["kind"] == "liggare.audit.findings" && object["version"] == 1 && object["edition"] == "2026-3")
    #expect(rules.count >= 60)
    let csv = try program("audit findings --csv --no-cache").text
    let rows = csv.split(separator: "\r\n", omittingEmptySubsequences: true)
    #expect(rows.count == findings.count + 1)
    #expect(
      rows[0]
        == "rule,severity,subject,day,finding,ground,reason,entries,events,edition,basis_position,basis_root,as_of,known_at"
    )
    #expect(rows[1].hasPrefix("AU-01,breach,M-0011,2022-02-07,"))
    #expect(rows.dropFirst().allSatisfy { $0.contains(",2026-3,650,") })
  }

  @Test("shows the rule book without a ledger, in both languages and in JSON")
  func ruleBook() throws {
    let program = try Program()
    let one = program("audit findings --rules --rule MI-01").text
    #expect(
      one.contains("MI-01 Protokoll justerat sent eller inte alls")
        && one.contains("KL 5:69, 6:35, gäller från 2018-01-01"))
    #expect(one.contains("Finner inte:") && !one.contains("MI-02 "))
    let english = program("audit findings --rules --severity breach --lang en").text
    #expect(english.contains("Does not find:") && !english.contains("CO-06"))
    let json = program("audit findings --rules --json").text
    #expect(json.contains("\"kind\": \"liggare.audit.rules\""))
  }

  @Test("a sealed value that is gone without a decision is found, and a copy without the folder accuses nobody")
  func sealed() throws {
    let program = try Program()
    let copy = program.scratch("copy")
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: copy)
    let line = "audit findings --rule RC-01 --no-cache --journal \(copy)"
    #expect(program(line).text.contains("0 iakttagelser"))
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(copy)/sealed").sorted()
    try FileManager.default.removeItem(atPath: "\(copy)/sealed/\(try #require(names.first))")
    let found = program(line).text
    #expect(
      found.contains("1 iakttagelse: 1 avvikelse från regel, 0 som bör förklaras, 0 upplysningar.")
        && found.contains("finns inte kvar"))
    try FileManager.default.removeItem(atPath: "\(copy)/sealed")
    #expect(program(line).text.contains("RC-01  Förseglat värde saknas utan gallringsbeslut        0      0"))
  }
}
