import CommandArguments
import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite("the report of a period, on the command line")
struct FollowUpCommandTests {
  /// A report that was presented, and a correction of a figure in it afterwards.
  private func corrected(document: [UInt8]? = nil) throws -> (program: Program, shown: [UInt8]) {
    let program = try Program.withMeasure()
    program.now = "2024-05-10T08:00Z"
    let path = program.scratch("presenterad.docx")
    try document.map { try Data($0).write(to: URL(filePath: path)) }
    let present = "present F-0001 --to B-0001" + (document == nil ? "" : " --document \(path)")
    for line in ["prepare 2024-T1 --record", "send F-0001 --to B-0001", present] {
      #expect(program("follow-up \(line) --yes").exit == 0)
    }
    let shown = program("follow-up show F-0001 --document").bytes
    #expect(program("measure propose --title Efteråt --area norr --effective 2024-04-01 --yes").exit == 0)
    return (program, shown)
  }

  @Test("what was presented has the same bytes when more is known, and --now says what would differ")
  func now() throws {
    let (program, shown) = try corrected()
    #expect(program("follow-up show F-0001 --document").bytes == shown)
    let answer = program("follow-up show F-0001 --now")
    #expect(answer.exit == 0)
    #expect(answer.text.contains("Skulle skilja sig i dag (1)"))
    #expect(answer.text.contains("Efteråt") && answer.text.contains("inte med"))
  }

  @Test("the report ends with its checkpoint, which the book bears out later, and with how to sign it")
  func checkpoint() throws {
    let (program, shown) = try corrected()
    let text = String(decoding: shown, as: UTF8.self)
    #expect(text.contains("## Kontrollpunkt för protokollet"))
    #expect(text.contains("liggare journal checkpoint --sign NYCKEL.pem"))
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("Skriv raden i protokollet.") })
    let printed = String(try #require(line.split(separator: "`").last))
    #expect(program(["journal", "verify", "--anchor", printed]).exit == 0)
  }

  @Test("a period that the ledger does not have is refused, with those that it has")
  func period() throws {
    let answer = try corrected().program("follow-up prepare 2031-T1")
    #expect(answer.exit == 2)
    #expect(answer.errors.hasPrefix("liggare: Liggaren har ingen period ”2031-T1”.\nDen har 2024-T1, "))
  }

  @Test("a period that lies ahead is refused, one that runs says so")
  func ahead() throws {
    let program = try Program.withMeasure()
    program.now = "2024-03-10T08:00Z"
    let ahead = program("follow-up prepare 2024-T2")
    #expect(ahead.exit == 2)
    #expect(ahead.errors == "liggare: Perioden 2024-T2 har inte börjat.\nDen börjar 2024-05-01.\n")
    #expect(program("follow-up prepare 2024-T2 --record --irregular Nu --yes").errors == ahead.errors)
    let running = program("follow-up prepare 2024-T1")
    #expect(running.exit == 0 && running.text.contains("PERIODEN PÅGÅR till 2024-04-30: läget 2024-03-10."))
    // One that is presented all the same says so for ever.
    for line in [
      "prepare 2024-T1 --record --irregular Tidigt", "send F-0001 --to B-0001", "present F-0001 --to B-0001",
    ] {
      #expect(program("follow-up \(line) --yes").exit == 0, "\(line)")
    }
    program.now = "2024-05-10T08:00Z"
    let shown = program("follow-up show F-0001 --document").text
    #expect(shown.contains("PERIODEN PÅGÅR till 2024-04-30: läget 2024-03-10."))
  }

  @Test("a ledger without periods says how they are put right, and that works")
  func noPeriods() throws {
    let program = try Program()
    let none = program("follow-up prepare 2022-T1 --journal \(ExampleLedger.katrineholm)")
    #expect(none.exit == 2)
    #expect(
      none.errors.contains(
        "Den har inga rapportperioder. De rättas in: liggare correct 1 --field periods --to 2022-T1=2022-01-01..2022-04-30 --reason TEXT, med --to en gång för varje period."
      ))
    let book = try Program.withMeasure()
    let corrected = book(
      #"correct 1 --field periods --to vår=2024-01-01..2024-06-30 --to höst=2024-07-01..2024-12-31 --reason "Två om året" --yes"#
    )
    #expect(corrected.exit == 0, "\(corrected.errors)")
    #expect(book("follow-up prepare 2024-T1").errors.contains("Den har vår, höst."))
  }

  @Test("a notice goes out today, not on the day of the meeting that it is for")
  func sent() throws {
    let program = try Program.withMeasure()
    program.now = "2024-05-10T08:00Z"
    program("meeting schedule --body B-0001 --day 2024-06-12 --yes")
    program("follow-up prepare 2024-T1 --record --yes")
    let sent = program("follow-up send F-0001 --to B-0001 --meeting T-0001 --yes")
    #expect(sent.exit == 0 && sent.text.contains("När             2024-05-10"), "\(sent.text)")
  }

  @Test("the document goes to a file, whatever it is called, and not as noise to a terminal")
  func document() throws {
    let (program, shown) = try corrected()
    let path = program.scratch("visad.pdf")
    let written = program("follow-up show F-0001 --document --out \(path)")
    #expect(written.exit == 0)
    #expect(
      written.errors == "Skriven: \(path)\nDokumentet heter ”uppfoljning-2024-T1.md”: filen har en annan ändelse.\n")
    let same = program.scratch("visad.MD")
    #expect(program("follow-up show F-0001 --document --out \(same)").errors == "Skriven: \(same)\n")
    #expect(Array(try Data(contentsOf: URL(filePath: path))) == shown)
    #expect(program("follow-up show F-0001 --document --out \(path)").exit == 2)
    let binary = try corrected(document: [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFE])
    #expect(binary.shown == [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFE])
    binary.program.isTerminal = true
    let answer = binary.program("follow-up show F-0001 --document")
    #expect(answer.exit == 2 && answer.bytes.isEmpty)
    #expect(
      answer.errors
        == "liggare: ”presenterad.docx” är ingen text att visa i terminalen.\nSkriv den till en fil: --out FILE.\n")
  }

  @Test("--now does not go with --document or --as-of, --by not with --record")
  func exclusive() throws {
    let program = try corrected().program
    for line in [
      "follow-up show F-0001 --now --document", "follow-up show F-0001 --now --as-of 2024-05-01",
      "follow-up prepare 2024-T1 --by area --record",
    ] { #expect(program(line).exit == 2, "\(line)") }
  }
}
