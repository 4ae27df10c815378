import CommandArguments
import StrictJSON
import TestSupport
import Testing

@Suite("the report of a period, on the command line")
struct FollowUpCommandTests {
  /// A report that was presented, and a correction of a figure in it afterwards.
  private func corrected() throws -> (program: Program, shown: [UInt8]) {
    let program = try Program.withMeasure()
    program.now = "2024-05-10T08:00Z"
    for line in ["prepare 2024-T1 --record", "send F-0001 --to B-0001", "present F-0001 --to B-0001"] {
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

  @Test("--now does not go with --document or --as-of, --by not with --record")
  func exclusive() throws {
    let program = try corrected().program
    for line in [
      "follow-up show F-0001 --now --document", "follow-up show F-0001 --now --as-of 2024-05-01",
      "follow-up prepare 2024-T1 --by area --record",
    ] { #expect(program(line).exit == 2, "\(line)") }
  }
}
