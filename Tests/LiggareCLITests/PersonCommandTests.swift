import DurableFiles
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("Private persons by number, and what is held about them")
struct PersonCommandTests {
  private static func object(_ answer: Program.Answer) throws -> JSONObject {
    guard case .object(let object) = try JSONValue(parsing: answer.bytes) else { throw NotAnObject() }
    return object
  }

  private struct NotAnObject: Error {}

  @Test("a person gets the next number, names or contacts are sealed, and lists and sheets show masks")
  func registering() throws {
    let program = try Program.withLedger()
    #expect(program(#"person register --name "Kim Ask" --contact kim@example.org --yes"#).exit == 0)
    #expect(program(#"person register --name "Kim Ask" --yes"#).exit == 0)
    #expect(program(#"person change E-0002 --contact 070-1740605 --yes"#).exit == 0)
    #expect(program.files.filter { $0.key.hasPrefix("sealed/") }.count == 4)
    for line in [
      "person list", "person show E-0001", "audit trace E-0001", "journal person E-0001", "person show E-0001 --json",
    ] {
      let answer = program(line)
      #expect(answer.exit == 0 && !answer.text.contains("Kim") && answer.text.contains("E-0001"), "\(line)")
    }
    let nothing = program("person register --yes")
    #expect(nothing.exit == 1, "\(nothing.errors)")
    #expect(program("person change E-0009 --name X --yes").exit == 1)
    #expect(program("person change E-0001 --yes").exit == 1)
    // No name, no number and no word of it is in a line.
    #expect(program.lines.allSatisfy { !$0.contains("Kim") && !$0.contains("example.org") && !$0.contains("1740605") })
  }

  @Test("the extract has every value with its clocks, what was erased and why, and nothing of anyone else")
  func extract() throws {
    let program = try EraseCommandTests.withPerson()
    let clear = program("journal person E-0001 --reveal")
    #expect(clear.exit == 0, "\(clear.errors)")
    for text in ["Kim Ask", "kim@example.org", "Först", "Sedan", "C-0001"] {
      #expect(clear.text.contains(text), "\(text)")
    }
    #expect(!clear.text.contains("Annans"))
    let masked = try Self.object(program("journal person E-0001 --json"))
    guard case .array(let values)? = masked["values"] else { throw NotAnObject() }
    #expect(values.count == 6 && masked["person"] == "E-0001" && masked["entries"] == [6, 7, 8])
    for case .object(let value) in values {
      #expect(value["text"] == nil && value["erased"] == nil && value["effective"] == "2024-01-08")
    }
    let known = program.now.text
    #expect(program("status").exit == 0)
    #expect(
      program(#"journal erase E-0001 --field note --reference "§ 88" --decided 2024-01-05 --organ KS --yes"#).exit == 0)
    let after = program("journal person E-0001 --reveal", width: 400)
    #expect(after.text.contains("§ 88") && !after.text.contains("Först") && after.text.contains("Kim Ask"))
    // As it was known before, the book has no erasure; the value is gone all the same.
    let before = program("journal person E-0001 --reveal --known-at \(known)", width: 400)
    #expect(before.exit == 0 && !before.text.contains("§ 88") && !before.text.contains("Först"), "\(before.errors)")
    // Before the person was in the book there is nothing to say.
    let early = program("journal person E-0001 --known-at 2024-01-08T08:02Z")
    #expect(early.exit == 2 && early.errors.contains("E-0001 finns inte i liggaren."), "\(early.errors)")
    let asOf = program("journal person E-0001 --as-of 2024-01-07")
    #expect(asOf.exit == 0 && asOf.text.contains("2024-01-07"), "\(asOf.errors)")
  }

  @Test("anything but a private person is refused, and one that is not there")
  func kinds() throws {
    let program = try EraseCommandTests.withPerson()
    let measure = program("journal person M-0001")
    #expect(
      measure.exit == 1 && measure.errors.contains("här väntades en privatperson, som E-0001"), "\(measure.errors)")
    #expect(program("journal person E-0009").exit == 2)
    let proposer = program("measure propose --title A --area norr --proposed-by-citizen E-0009 --yes")
    #expect(proposer.exit != 0 && proposer.errors.contains("E-0009"), "\(proposer.errors)")
  }

  @Test(
    "an extract in clear that becomes a file is recorded first, by whom in office; what cannot be written is not recorded"
  )
  func disclosed() throws {
    let program = try EraseCommandTests.withPerson()
    let count = program.lines.count
    for (line, exit) in [
      ("journal person E-0001 --reveal --out @/utdrag.txt", Int32(2)),
      ("journal person E-0001 --by \"K Ek, registrator\" --out @/utdrag.txt", 2),
      ("journal person E-0001 --reveal --by \"K Ek, registrator\" --out @/saknas/utdrag.txt", 5),
    ] {
      let answer = program(line)
      #expect(answer.exit == exit, "\(line): \(answer.errors)")
      #expect(program.lines.count == count)
    }
    let answer = program("journal person E-0001 --reveal --by \"K Ek, registrator\" --out @/utdrag.txt")
    #expect(
      answer.exit == 0 && answer.errors.contains("Utlämnandet är antecknat som post \(count + 1)."), "\(answer.errors)")
    let text = String(decoding: try FileOperations.system.read(program.scratch("utdrag.txt")), as: UTF8.self)
    #expect(text.contains("Kim Ask"))
    #expect(program.lines.last?.contains(#""what":"registerutdrag om E-0001","count":4,"by":{"name":"K Ek""#) == true)
    #expect(program("journal export @/bok.jsonl --format jsonl --reveal --by \"K Ek, registrator\"").exit == 0)
    // The person is told of both, and of neither once it is reversed.
    let told = try Self.object(program("journal person E-0001 --json"))
    guard case .array(let given)? = told["disclosures"] else { throw NotAnObject() }
    #expect(given.count == 2)
    #expect(program("reverse \(count + 1) --reason \"Lämnades aldrig ut\" --yes").exit == 0)
    guard case .array(let rest)? = try Self.object(program("journal person E-0001 --json"))["disclosures"] else {
      throw NotAnObject()
    }
    #expect(rest.count == 1)
  }

  @Test("a value that may not be read, or is not what its line commits to, gives no extract and no record of one")
  func damaged() throws {
    let program = try EraseCommandTests.withPerson()
    let count = program.lines.count
    let name = try #require(
      program.files.first { String(decoding: $0.value, as: UTF8.self).hasSuffix("Kim Ask\n") }?.key)
    let path = "\(program.ledger)/\(name)"
    let bytes = try Data(contentsOf: URL(filePath: path))
    try Data(bytes.dropLast(3) + Array("x\n".utf8)).write(to: URL(filePath: path))
    let line = "journal person E-0001 --reveal --by \"K Ek, registrator\" --out @/utdrag.txt"
    #expect(program(line).exit == 3 && program.lines.count == count)
    #expect(!FileManager.default.fileExists(atPath: program.scratch("utdrag.txt")))
    #expect(program("journal person E-0001").exit == 0)
    for (language, words) in [
      ("sv", "4 öppnade och stämmer, 0 gallrade efter beslut, 1 stämmer inte"),
      ("en", "4 opened and right, 0 erased by decision, 1 not as committed to"),
    ] {
      let verified = program("journal verify --lang \(language)", width: 400)
      #expect(verified.exit == 3 && verified.text.contains(words), "\(verified.text)")
    }
    #expect(program("journal verify --json").text.contains(#""mismatching": 1"#))
    try FileManager.default.removeItem(atPath: path)
    for (language, words) in [("sv", "0 gallrade efter beslut, 1 saknas"), ("en", "0 erased by decision, 1 missing")] {
      let verified = program("journal verify --lang \(language)", width: 400)
      #expect(verified.exit == 3 && verified.text.contains(words), "\(verified.text)")
    }
    try bytes.write(to: URL(filePath: path))
    guard geteuid() != 0 else { return }
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(program(line).exit == 5 && program.lines.count == count)
    let verified = program("journal verify", width: 400)
    #expect(
      verified.exit == 0
        && verified.text.contains("5: 4 öppnade och stämmer, 0 gallrade efter beslut, 1 får du inte läsa"),
      "\(verified.text)")
  }

  @Test(
    "JSON gives the text of a sealed value beside its commitment where it is asked for, and nowhere else",
    arguments: [
      "person show E-0001", "person list", "case show C-0001", "audit trace C-0001", "audit why C-0001.opened.raisedBy",
    ])
  func revealedJSON(_ line: String) throws {
    let program = try EraseCommandTests.withPerson()
    let masked = program(line + " --json")
    #expect(masked.exit == 0 && masked.text.contains("\"sealed\"") && !masked.text.contains("Kim Ask"))
    let revealed = program(line + " --json --reveal")
    #expect(revealed.exit == 0 && revealed.text.contains("\"text\": \"Kim Ask\""), "\(revealed.text)")
  }

  @Test(
    "what has no sealed value to show does not take the flag",
    arguments: [
      ("audit trace --person \"K Ek\" --reveal", "--person och --reveal går inte ihop."),
      ("audit trace --registry \"KS 1\" --reveal", "--registry och --reveal går inte ihop."),
      ("audit trace C-0001 --graph --reveal", "--reveal och --graph går inte ihop."),
      ("audit trace C-0001 --none-between 1 2 --reveal", "--none-between och --reveal går inte ihop."),
    ])
  func nothingToReveal(_ line: String, _ words: String) throws {
    let answer = try EraseCommandTests.withPerson()(line)
    #expect(answer.exit == 2 && answer.errors.contains(words), "\(answer.errors)")
  }

  @Test("a search finds every entry that has the value, in any case, and masks it unless asked")
  func finding() throws {
    let program = try EraseCommandTests.withPerson()
    let found = program("journal find-sealed kIM")
    #expect(found.exit == 0 && found.text.contains("Förseglade värden (4)") && !found.text.contains("Kim Ask"))
    let object = try Self.object(program("journal find-sealed kim --json --reveal"))
    guard case .array(let rows)? = object["rows"] else { throw NotAnObject() }
    let told = rows.map { row -> String in
      guard case .object(let row) = row, case .string(let field)? = row["field"],
        let position = row["position"]?.canonicalText,
        case .string(let text)? = row["text"], let persons = row["persons"]?.canonicalText
      else { return "?" }
      return "\(position) \(field) \(text) \(persons)"
    }
    #expect(
      told.sorted() == [
        #"6 contact kim@example.org ["E-0001"]"#, #"6 name Kim Ask ["E-0001"]"#,
        #"7 raisedBy.citizen.contact kim@example.org ["E-0001"]"#, #"7 raisedBy.citizen.name Kim Ask ["E-0001"]"#,
      ])
    let none = program("journal find-sealed Ingen")
    #expect(none.exit == 1 && none.errors.contains("Inget förseglat värde innehåller det, av 5 som kunde läsas."))
    #expect(
      program("journal find-sealed Ingen --lang en").errors.contains(
        "No sealed value contains it, of 5 that could be read."))
    // A corrected note is found by what it says now, under the field that was corrected.
    #expect(program("correct 8 --field note --to Rättad --reason Fel --yes").exit == 0)
    let corrected = program("journal find-sealed rättad --json").text
    #expect(corrected.contains(#""field": "note""#) && corrected.contains("E-0001"), "\(corrected)")
    #expect(
      program(#"journal erase E-0001 --field note --reference "§ 1" --decided 2024-01-05 --organ KS --yes"#).errors
        .contains("3 värden"))
  }

  @Test("an entry that is corrected to name a person is theirs from then on")
  func corrected() throws {
    let program = try EraseCommandTests.withPerson()
    #expect(program("correct 9 --field refs --to E-0001 --reason Glömt --yes").exit == 0, "")
    #expect(program("journal person E-0001 --reveal").text.contains("Annans"))
  }
}
