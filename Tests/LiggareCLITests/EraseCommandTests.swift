import CommandArguments
import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("journal erase")
struct EraseCommandTests {
  private static let decision = #" --reference "§ 88" --decided 2024-01-05 --organ Kommunstyrelsen"#

  /// A ledger in which Kim Ask, E-0001, raised a case, appealed nothing, and is named by a note on a measure.
  static func withPerson(_ language: Language = .sv, in scratch: ScratchFolder? = nil) throws -> Program {
    let program = try Program.withMeasure(language, in: scratch)
    for line in [
      #"case open --title Klotter --area norr --registry-number "KS 1" --proposed-by-citizen "Kim Ask" --citizen-contact kim@example.org --note Först"#,
      "case record C-0001 --activity Samtal --ref E-0001 --note Sedan",
      "case record C-0001 --activity Eget --note Annans",
    ] { #expect(program(line + " --yes").exit == 0, "\(line)") }
    return program
  }

  private static func sealed(_ program: Program) -> Set<String> {
    Set(
      program.files.filter { $0.key.hasPrefix("sealed/") }.map { _, bytes in
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
      })
  }

  @Test("everything about a person goes, in one batch of an event for each subject, and is said before and after")
  func person() throws {
    let program = try Self.withPerson()
    #expect(Self.sealed(program) == ["Kim Ask", "kim@example.org", "Först", "Sedan", "Annans"])
    let before = program.files
    let shown = program("journal erase E-0001\(Self.decision) --dry-run")
    #expect(shown.exit == 0 && program.files == before)
    #expect(
      shown.errors.contains("Gallras för alltid: 4 värden i 3 poster om C-0001, E-0001."), "\(shown.errors)")
    let answer = program("journal erase E-0001\(Self.decision) --yes --receipt @/kvitto.jsonl")
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.errors.contains("Gallras för alltid: 4 värden i 3 poster om C-0001, E-0001."))
    #expect(Self.sealed(program) == ["Annans"])
    let receipt = String(decoding: try FileOperations.system.read(program.scratch("kvitto.jsonl")), as: UTF8.self)
    #expect(receipt.split(separator: "\n").map(String.init) == program.lines.suffix(2))
    #expect(program("journal verify").exit == 0)
    let again = program("journal erase E-0001\(Self.decision) --yes")
    #expect(again.exit == 1)
    #expect(
      again.errors.contains("Det finns inget kvar att gallra om E-0001: 4 värden är gallrade."), "\(again.errors)")
    #expect(
      program("journal erase E-0001\(Self.decision) --yes --lang en").errors.contains(
        "Nothing is left to erase about E-0001: 4 values were erased."))
    // The lines that were there are as they were.
    #expect(
      program.lines.dropLast(2).map { Array($0.utf8) + [0x0A] }.joined().elementsEqual(
        before["events/000000000001.jsonl"] ?? []))
  }

  @Test("of anything else what its entries seal, also where a person has it as well; by field, by entry")
  func subject() throws {
    let program = try Self.withPerson()
    #expect(
      program("journal erase C-0001\(Self.decision) --entry 8 --yes --lang en").errors.contains(
        "Erased for ever: 1 value in 1 entry about C-0001."))
    #expect(Self.sealed(program) == ["Kim Ask", "kim@example.org", "Först", "Annans"])
    #expect(program("journal erase C-0001\(Self.decision) --field contact --yes").exit == 0)
    #expect(Self.sealed(program) == ["Kim Ask", "Först", "Annans"])
    #expect(program("journal erase C-0001\(Self.decision) --field note --yes").exit == 0)
    #expect(Self.sealed(program) == ["Kim Ask"])
    #expect(program("journal erase C-0001\(Self.decision) --field raisedBy.citizen.name --yes").exit == 0)
    #expect(Self.sealed(program) == [])
    #expect(program("journal verify --json").text.contains(#""erased": 5"#))
    #expect(program("audit findings --rule RC-01 --no-cache --as-of 2024-01-08").text.contains("0 iakttagelser"))
    #expect(
      program("journal erase M-0001\(Self.decision) --yes").errors.contains("Inga poster om M-0001 förseglar något."))
    #expect(
      program("journal erase M-0001\(Self.decision) --yes --lang en").errors.contains(
        "No entries about M-0001 seal anything."))
  }

  @Test("a reading of the book as it was known before an erasure accuses nobody of the value that is gone")
  func knownBefore() throws {
    let program = try Self.withPerson()
    let known = program.now.text
    #expect(program("status").exit == 0)
    #expect(program("journal erase E-0001\(Self.decision) --yes").exit == 0)
    let answer = program("audit findings --rule RC-01 --no-cache --known-at \(known)")
    #expect(answer.exit == 0 && answer.text.contains("0 iakttagelser"), "\(answer.text)\(answer.errors)")
  }

  @Test("a field or an entry that seals nothing, a decision of tomorrow, nobody and no decision are refused")
  func refused() throws {
    let program = try Self.withPerson()
    let before = program.files
    for (line, exit, sv, en) in [
      (
        "E-0001 --field nots" + Self.decision, 2, "E-0001 har inget fält ”nots”. Menade du ”note”?",
        "E-0001 has no field “nots”. Did you mean “note”?"
      ),
      (
        "E-0001 --field nots" + Self.decision, 2,
        "Förseglat är: contact, name, note, raisedBy.citizen.contact, raisedBy.citizen.name.",
        "Sealed is: contact, name, note, raisedBy.citizen.contact, raisedBy.citizen.name."
      ),
      (
        "E-0001 --entry 9" + Self.decision, 2, "Post 9 förseglar inget om E-0001.",
        "Entry 9 seals nothing about E-0001."
      ),
      (
        "E-0001 --entry 9" + Self.decision, 2, "Det gör post 6, 7, 8.", "Sealing entries: 6, 7, 8."
      ),
      ("E-0002" + Self.decision, 2, "E-0002 finns inte i liggaren.", "E-0002 is not in the ledger."),
      (
        #"E-0001 --reference "§ 1" --decided 2024-01-09 --organ KS"#, 1, "gallringsbeslutets dag har inte kommit",
        "the day of the disposal decision has not come"
      ),
      (#"E-0001 --decided 2024-01-05 --organ KS"#, 2, "--reference", "--reference"),
      ("E-0001" + Self.decision + " --receipt @/finns/inte", 5, "finns/inte", "finns/inte"),
    ] {
      let answer = program("journal erase \(line) --yes")
      #expect(answer.exit == exit && answer.errors.contains(sv), "\(line)\n\(answer.errors)")
      let english = program("journal erase \(line) --yes --lang en")
      #expect(english.exit == exit && english.errors.contains(en), "\(line)\n\(english.errors)")
    }
    try program.write("x", to: "taget")
    let taken = program("journal erase E-0001\(Self.decision) --yes --receipt @/taget")
    #expect(taken.exit == 2 && taken.errors.contains("taget finns redan"), "\(taken.errors)")
    #expect(program.files == before)
    #expect(try FileOperations.system.names(in: program.scratch.path) == ["ledger", "taget"])
  }

  @Test("what was shown and confirmed is what is erased: where someone has recorded more meanwhile, nothing is")
  func meanwhile() throws {
    let program = try Self.withPerson()
    // The question is answered after another has written.
    for (language, id, words) in [
      (
        "sv", "00000000-0000-4000-8000-0000000000ba",
        "Någon har registrerat under tiden: det som skulle gallras är inte längre det som visades (4 då, 5 nu). Inget är gallrat.\nKör kommandot igen och läs på nytt."
      ),
      (
        "en", "00000000-0000-4000-8000-0000000000bb",
        "Someone has recorded meanwhile: what would be erased is no longer what was shown (5 then, 6 now). Nothing was erased.\nRun the command again and read anew."
      ),
    ] {
      let other = try Program(program.now, in: program.scratch)
      let answer = program(
        "journal erase E-0001\(Self.decision) --lang \(language)",
        interrupted: {
          #expect(
            other("case record C-0001 --activity Till --ref E-0001 --note \(language) --yes --event-id \(id)").exit == 0
          )
        })
      #expect(answer.exit == 1 && answer.errors.contains(words), "\(answer.errors)")
    }
    #expect(Self.sealed(program).count == 7)
    let asked = program("journal erase E-0001\(Self.decision)", answers: ["n"])
    #expect(asked.exit == 1 && Self.sealed(program).count == 7)
    #expect(program("journal erase E-0001\(Self.decision)", answers: ["j"]).exit == 0)
    #expect(Self.sealed(program) == ["Annans"])
  }

  @Test("the same command with the same id erases once, and writes the receipt that was not written")
  func repeated() throws {
    let program = try Self.withPerson()
    let line = "journal erase E-0001\(Self.decision) --event-id 00000000-0000-4000-8000-0000000000aa --yes"
    #expect(program(line).exit == 0)
    let before = program.files
    let again = program(line + " --receipt @/kvitto")
    #expect(again.exit == 0 && again.text.hasPrefix("Fanns redan"), "\(again.errors)")
    #expect(program.files == before)
    #expect(try FileOperations.system.read(program.scratch("kvitto")).split(separator: 0x0A).count == 2)
  }

  @Test("an erased value whose file is still there is masked in every reading, found by no search, and said by verify")
  func lingering() throws {
    let program = try Self.withPerson()
    let before = program.files.filter { $0.key.hasPrefix("sealed/") }
    let known = program.now.text
    #expect(program("status").exit == 0)
    #expect(program("journal erase E-0001\(Self.decision) --yes").exit == 0)
    // As a crash would leave it: the event is there, and so are the values.
    for (name, bytes) in before { try Data(bytes).write(to: URL(filePath: "\(program.ledger)/\(name)")) }
    for line in [
      "journal person E-0001 --reveal", "journal person E-0001 --reveal --known-at \(known)",
      "audit trace C-0001 --reveal", "journal export - --format jsonl --reveal --by \"K, registrator\"",
    ] {
      let answer = program(line)
      #expect(answer.exit == 0, "\(line): \(answer.errors)")
      #expect(!answer.text.contains("Kim Ask") && !answer.text.contains("Först"), "\(line)")
    }
    // The export recorded that it was made, and with that the values went.
    for (name, bytes) in before { try Data(bytes).write(to: URL(filePath: "\(program.ledger)/\(name)")) }
    #expect(program("journal find-sealed kim").exit == 1)
    #expect(program("journal find-sealed annans").exit == 0)
    let verified = program("journal verify", width: 400)
    #expect(verified.exit == 3)
    #expect(
      verified.text.contains("5: 1 öppnade och stämmer, 0 gallrade efter beslut, 4 gallrade men inte borttagna än"),
      "\(verified.text)")
    #expect(verified.text.contains("Det förseglade värdet är gallrat men finns kvar; nästa skrivning tar bort det."))
    #expect(program("body register --name Annan --kind other --yes").exit == 0)
    #expect(Self.sealed(program) == ["Annans"])
    #expect(
      program("journal verify --lang en", width: 400).text.contains("5: 1 opened and right, 4 erased by decision"))
    for (name, bytes) in before { try Data(bytes).write(to: URL(filePath: "\(program.ledger)/\(name)")) }
    let json = program("journal verify --json").text
    for count in [
      #""openable": 1"#, #""erased": 0"#, #""missing": 0"#, #""unreadable": 0"#, #""mismatching": 0"#,
      #""lingering": 4"#,
    ] { #expect(json.contains(count), "\(count)") }
    #expect(program("journal verify --lang en", width: 400).text.contains("4 erased but not removed yet"))
  }

  @Test("a person whose name is erased cannot be named by number; a contact that is erased is left out")
  func gone() throws {
    let program = try Self.withPerson()
    #expect(program("journal erase E-0001 --field contact\(Self.decision) --yes").exit == 0)
    #expect(program("measure propose --title A --area norr --proposed-by-citizen E-0001 --yes").exit == 0)
    #expect(program.lines.last?.contains(#""contact""#) == false)
    #expect(program("journal erase E-0001 --field name\(Self.decision) --yes").exit == 0)
    let answer = program("measure propose --title B --area norr --proposed-by-citizen E-0001 --yes")
    #expect(
      answer.exit == 1
        && answer.errors.contains(
          "Namnet på E-0001 är gallrat.\nAnge namnet i stället för numret: det förseglas under ett nytt nummer."),
      "\(answer.errors)")
    #expect(
      program("measure propose --title B --area norr --proposed-by-citizen E-0001 --yes --lang en").errors.contains(
        "The name of E-0001 was erased.\nState the name instead of the number: it is sealed under a new number."))
  }

  @Test(
    "a mistaken registration is reversed and its values still go; an erasure is not reversed but its decision corrected"
  )
  func mistaken() throws {
    let program = try Self.withPerson()
    #expect(program("reverse 6 --reason Fel --yes").exit == 0)
    #expect(program("journal erase E-0001\(Self.decision) --yes").exit == 0)
    #expect(Self.sealed(program) == ["Annans"])
    let position = program.lines.count
    let reversed = program("reverse \(position) --reason Fel --yes")
    #expect(reversed.exit == 1 && reversed.errors.contains("det som är gallrat är borta"), "\(reversed.errors)")
    #expect(
      program("reverse \(position) --reason Fel --yes --lang en").errors.contains("what was disposed of is gone"))
    #expect(program("correct \(position) --field reference --to \"§ 89\" --reason Skrivfel --yes").exit == 0)
    let person = program("journal person E-0001", width: 400)
    #expect(person.exit == 0 && person.text.contains("§ 89") && person.text.contains("§ 88"), "\(person.text)")
  }

  @Test("an event that is recorded while its values cannot be removed says so; the next writer removes them")
  func notRemoved() throws {
    let program = try Self.withPerson()
    guard geteuid() != 0 else { return }
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: program.ledger + "/sealed")
    let answer = program("journal erase E-0001\(Self.decision) --yes --receipt @/kvitto")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.ledger + "/sealed")
    #expect(
      answer.exit == 5 && answer.errors.contains("Gallringen är registrerad, men ett värde kunde inte tas bort"),
      "\(answer.errors)")
    #expect(try FileOperations.system.read(program.scratch("kvitto")).split(separator: 0x0A).count == 2)
    #expect(program("body register --name Annan --kind other --yes").exit == 0)
    #expect(Self.sealed(program) == ["Annans"])
  }
}
