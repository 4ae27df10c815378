import Foundation
import StrictJSON
import TestSupport
import Testing

/// The program as another user than the owner of `sealed/`, as most who read a ledger are.
@Suite(
  "Those who may not read sealed values",
  .enabled(
    if: Tool.path != nil && geteuid() == 0 && Outside.path("setpriv") != nil,
    "the administrator starts the built program as nobody with setpriv, and something of that is absent"))
struct SealedReadingTests {
  private static func nobody(_ program: Program, _ line: String) -> (exit: Int32, text: String) {
    Tool.run(
      shellWords(line) + ["--no-cache"], environment: ["LIGGARE_JOURNAL": program.ledger, "COLUMNS": "400"],
      through: [Outside.path("setpriv") ?? "", "--reuid=65534", "--regid=65534", "--clear-groups"])
  }

  @Test("verify the whole book, and are told how many values they may not read; that is no damage")
  func verifying() throws {
    let program = try EraseCommandTests.withPerson(in: ScratchFolder(inMemory: true))
    #expect(
      program(#"journal erase E-0001 --field contact --reference "§ 1" --decided 2024-01-05 --organ KS --yes"#).exit
        == 0)
    let json = Self.nobody(program, "journal verify --json")
    #expect(json.exit == 0)
    for count in [
      #""sound": true"#, #""count": 5"#, #""openable": 0"#, #""erased": 1"#, #""unreadable": 4"#, #""missing": 0"#,
      #""mismatching": 0"#,
    ] { #expect(json.text.contains(count), "\(count) \(json.text)") }
    #expect(Self.nobody(program, "journal verify --lang en").text.contains("4 that you may not read"))
    #expect(Self.nobody(program, "journal verify").text.contains("4 får du inte läsa"))
  }

  @Test("see masks; who asks for clear text gets none at all, and no rule accuses anyone of what they cannot see")
  func reading() throws {
    let program = try EraseCommandTests.withPerson(in: ScratchFolder(inMemory: true))
    let masked = Self.nobody(program, "journal person E-0001")
    #expect(masked.exit == 0 && masked.text.contains("[maskerad]") && !masked.text.contains("Kim"))
    for line in ["journal person E-0001 --reveal", "audit trace C-0001 --reveal", "journal find-sealed Kim"] {
      let refused = Self.nobody(program, line)
      #expect(refused.exit == 5 && refused.text.isEmpty, "\(line) \(refused)")
    }
    #expect(Self.nobody(program, "audit findings --rule RC-01").text.contains("0 iakttagelser"))
  }
}
