import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Registers at two clocks")
struct RegisterTests {
  /// Two measures in two districts; the second is registered a month after it was approved, and the deadline of the first corrected.
  private func program() throws -> Program {
    let program = try Program.withLedger()
    for (moment, line) in [
      ("2024-02-01T09:00Z", "measure propose --title Vandringar --area norr --focus vald --deadline 2024-11-30"),
      ("2024-02-01T09:10Z", "measure propose --title Belysning --area centrum --deadline 2024-05-31"),
      ("2024-02-01T09:20Z", "measure propose --title Ordningsvakter --municipality-wide --binding example"),
      ("2024-03-01T09:00Z", "measure approve M-0001 --authority body --organ B-0001 --effective 2024-02-20"),
      ("2024-03-20T09:00Z", "measure approve M-0002 --authority body --organ B-0001 --effective 2024-02-20"),
      ("2024-04-01T09:00Z", "measure start M-0001 --effective 2024-03-05"),
      ("2024-04-10T09:00Z", "correct 5 --field deadline --to 2024-12-15 --reason Skrivfel"),
    ] {
      program.now = Instant(written: moment)
      let answer = program("\(line) --yes")
      #expect(answer.exit == 0, "\(line): \(answer.errors)")
    }
    return program
  }

  /// Number, status and deadline of each row.
  private func rows(_ program: Program, _ options: String) throws -> [String] {
    let answer = program("measure list --json \(options)")
    #expect(answer.exit == 0, "\(answer.errors)")
    guard case .object(let object) = try JSONValue(parsing: answer.bytes), case .array(let rows)? = object["rows"]
    else {
      Issue.record("no rows")
      return []
    }
    return rows.map { row in
      guard case .object(let row) = row, case .string(let id)? = row["id"], case .object(let signals)? = row["signals"],
        case .string(let status)? = signals["status"]
      else { return "?" }
      if case .string(let deadline)? = row["deadline"] { return "\(id) \(status) \(deadline)" }
      return "\(id) \(status)"
    }
  }

  @Test("--as-of and --known-at differ exactly where a late registration or a correction makes them differ")
  func clocks() throws {
    let program = try program()
    #expect(
      try rows(program, "") == [
        "M-0001 in-progress 2024-12-15", "M-0002 approved 2024-05-31", "M-0003 proposed",
      ])
    // True on the day, as known today: both decisions, the corrected deadline, not yet the start.
    #expect(
      try rows(program, "--as-of 2024-02-20") == [
        "M-0001 approved 2024-12-15", "M-0002 approved 2024-05-31", "M-0003 proposed",
      ])
    #expect(
      try rows(program, "--as-of 2024-02-19") == [
        "M-0001 proposed 2024-12-15", "M-0002 proposed 2024-05-31", "M-0003 proposed",
      ])
    // Known on 10 March: the first decision only, the deadline as it was written.
    #expect(
      try rows(program, "--known-at 2024-03-10") == [
        "M-0001 approved 2024-11-30", "M-0002 proposed 2024-05-31", "M-0003 proposed",
      ])
    // Both: what was known on 5 April of how it was on 1 March.
    #expect(
      try rows(program, "--as-of 2024-03-01 --known-at 2024-04-05T12:00+02:00") == [
        "M-0001 approved 2024-11-30", "M-0002 approved 2024-05-31", "M-0003 proposed",
      ])
    #expect(try rows(program, "--as-of 2024-01-31").isEmpty)
    #expect(try rows(program, "--known-at 2024-01-31").isEmpty)
  }

  @Test("a day without an hour is known to its last moment in Swedish time")
  func knownThroughTheDay() throws {
    let program = try program()
    #expect(try rows(program, "--known-at 2024-02-01").count == 3)
    #expect(try rows(program, "--known-at 2024-02-01T10:15:00+01:00").count == 2)
    #expect(try rows(program, "--known-at 2024-02-01T09:15:00Z").count == 2)
  }

  @Test("filters narrow: one option's values are alternatives, different options must all fit")
  func filters() throws {
    let program = try program()
    func ids(_ options: String) throws -> [String] { try rows(program, options).map { String($0.prefix(6)) } }
    // What is municipality-wide is in every district.
    #expect(try ids("--area norr") == ["M-0001", "M-0003"])
    #expect(try ids("--area norr --area centrum") == ["M-0001", "M-0002", "M-0003"])
    #expect(try ids("--focus vald") == ["M-0001"])
    #expect(try ids("--status approved") == ["M-0002"])
    #expect(try ids("--status approved --status proposed") == ["M-0002", "M-0003"])
    #expect(try ids("--binding example") == ["M-0003"])
    #expect(try ids("--status approved --area norr").isEmpty)
    #expect(try ids("--status approved --as-of 2024-02-20") == ["M-0001", "M-0002"])
  }

  @Test("a filter by a district that no promise has is refused with those that there are")
  func unknownArea() throws {
    let answer = try program()("measure list --area soder")
    #expect(answer.exit == 1)
    #expect(answer.errors.contains("norr"))
    #expect(answer.text.isEmpty)
  }

  @Test("a subject that does not exist at the reading is told from one that does not exist")
  func notYet() throws {
    let program = try program()
    #expect(
      program("measure show M-0001 --as-of 2024-01-01").errors
        == "liggare: M-0001 fanns inte vid denna läsning.\nVälj en senare --as-of eller --known-at.\n")
    #expect(
      program("measure show M-0009").errors
        == "liggare: M-0009 finns inte i liggaren.\nSe ”liggare measure list”.\n")
    #expect(program("measure show M-0009").exit == 2)
  }

  @Test("an illustrative ledger says so in every answer, also of days before it was opened")
  func banner() throws {
    let program = try Program()
    let opening =
      "journal init @/ledger --title Exempel --owner K --from 2024-01-01 --through 2025-12-31 --illustrative --yes"
    #expect(program(opening).text.contains("illustration"))
    let banner = "PÅHITTAD"
    for line in [
      "measure list", "measure list --as-of 2020-01-01", "status --as-of 2020-01-01", "journal stats", "journal verify",
      "body register --name Polisen --kind police --dry-run", "document list",
    ] {
      let text = program(line).text
      #expect(text.lowercased().contains(banner.lowercased()) || text.lowercased().contains("illustration"), "\(line)")
    }
  }
}
