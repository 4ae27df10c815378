import CommandArguments
import DurableFiles
import Foundation
import LedgerDomain
import TestSupport
import Testing

@Suite("The folder of the ledger")
struct FolderTests {
  private static let readings = ["status", "measure list", "audit trace P-0001", "journal stats", "journal verify"]
  private static let writing = "body register --name Polisen --kind police --yes"

  @Test("no ledger named is wrong usage, with the next step", arguments: readings + [writing])
  func unnamed(_ line: String) throws {
    let program = try Program()
    let answer = program(shellWords(line), variables: ["LIGGARE_JOURNAL": ""])
    #expect(answer.exit == 2)
    #expect(
      answer.errors == """
        liggare: Ingen liggare är angiven.
        Ange mappen med --journal MAPP eller LIGGARE_JOURNAL, eller öppna en ny: ”liggare journal init”.

        """)
  }

  @Test("in English too")
  func unnamedInEnglish() throws {
    let program = try Program()
    #expect(
      program(["status", "--lang", "en"], variables: ["LIGGARE_JOURNAL": ""]).errors == """
        liggare: No ledger is named.
        Name the folder with --journal DIR or LIGGARE_JOURNAL, or open a new one: “liggare journal init”.

        """)
    #expect(
      program("status --lang en").errors == """
        liggare: There is no ledger in “\(program.ledger)”.
        Name the folder with --journal, or open a new one: “liggare journal init”.

        """)
  }

  @Test("a folder without a ledger is wrong usage, and is left as it is", arguments: readings + [writing])
  func missing(_ line: String) throws {
    let program = try Program()
    for folder in ["ledger", "."] {
      let answer = program(shellWords(line) + ["--journal", program.scratch(folder)])
      #expect(answer.exit == 2, "\(answer.errors)")
      #expect(answer.errors.hasPrefix("liggare: Det finns ingen liggare i ”\(program.scratch(folder))”.\n"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.scratch.path).isEmpty)
  }

  @Test("a ledger is not opened over another")
  func alreadyThere() throws {
    let program = try Program.withLedger()
    let before = program.files
    let answer = program("journal init @/ledger --title x --owner y --from 2024-01-01 --through 2025-12-31 --yes")
    #expect(answer.exit == 2)
    #expect(
      answer.errors == "liggare: I ”\(program.ledger)” finns redan en liggare.\nVälj en annan mapp. Inget är skrivet.\n"
    )
    #expect(program.files == before)
  }

  @Test("a validity that runs backwards opens nothing")
  func backwards() throws {
    let program = try Program()
    let answer = program("journal init @/ledger --title x --owner y --from 2025-01-01 --through 2024-12-31 --yes")
    #expect(answer.exit == 1)
    #expect(program.files.isEmpty)
  }

  // MARK: Damage

  struct Damaging: Sendable, CustomTestStringConvertible {
    var name: String
    /// What a line becomes; its number is given.
    var change: @Sendable ([String]) -> [String]
    var place: String
    var testDescription: String { name }
  }

  @Test(
    "a damaged line is answered with exit 3 and its place by every command, and nothing is written",
    arguments: [
      Damaging(
        name: "a byte changed",
        change: { $0.enumerated().map { $0 == 1 ? $1.replacing("styrelsen", with: "styrelzen") : $1 } },
        place: "events/000000000001.jsonl, rad 3"),
      Damaging(
        name: "a line that is no JSON", change: { [$0[0], "{nej}"] + $0[2...] },
        place: "events/000000000001.jsonl, rad 2, byte "),
      Damaging(name: "a line removed", change: { [$0[0]] + $0[2...] }, place: "events/000000000001.jsonl, rad 2"),
      Damaging(name: "the last line removed", change: { $0.dropLast() }, place: "checkpoint"),
      Damaging(
        name: "a member twice",
        change: { [$0[0], $0[1].replacing(#"{"specversion""#, with: #"{"id":"x","specversion""#)] + $0[2...] },
        place: "events/000000000001.jsonl, rad 2"),
    ])
  func damaged(_ damaging: Damaging) throws {
    let program = try Program.withMeasure()
    let lines = damaging.change(program.lines)
    let file = "\(program.ledger)/events/000000000001.jsonl"
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
    let before = program.files
    for line in Self.readings + [Self.writing] {
      let answer = program(line)
      #expect(answer.exit == 3, "\(line)")
      #expect(answer.errors.hasPrefix("liggare: \(damaging.place)"), "\(answer.errors)")
      #expect(answer.errors.contains("Inget är skrivet. Se ”liggare journal verify”"))
    }
    #expect(program("journal verify").text.hasPrefix("Boken är skadad\n"))
    let inEnglish = program("journal verify --lang en")
    #expect(inEnglish.text.hasPrefix("The book is damaged\n"))
    #expect(inEnglish.errors.hasPrefix("liggare: \(damaging.place.replacing("rad", with: "line"))"))
    #expect(inEnglish.errors.contains("Nothing is written. See “liggare journal verify”"))
    #expect(program("journal verify --json").text.contains(#""sound": false"#))
    #expect(program.files == before)
  }

  // MARK: Files

  @Test("every exit code that these tests meet is in the table of the README")
  func documented() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    for code in [0, 1, 2, 3, 5, 75] { #expect(text.contains("\n| \(code) | "), "\(code)") }
  }

  @Test("a lock that cannot be used is a failure of files: exit 5, nothing written")
  func lockIsAFolder() throws {
    let program = try Program.withLedger()
    try FileManager.default.removeItem(atPath: "\(program.ledger)/lock")
    try FileManager.default.createDirectory(atPath: "\(program.ledger)/lock", withIntermediateDirectories: false)
    let before = program.files
    let answer = program(Self.writing)
    #expect(answer.exit == 5)
    #expect(answer.errors.hasPrefix("liggare: \(program.ledger)/lock:\n"))
    #expect(program.files == before)
    #expect(program("measure list").exit == 0)
  }

  @Test(
    "a folder that may not be written is a failure of files: exit 5, and it can still be read",
    .enabled(if: geteuid() != 0, "the administrator may write everywhere"))
  func readOnly() throws {
    let program = try Program.withLedger()
    let places = ["", "/events", "/lock"]
    for place in places { chmod(program.ledger + place, 0o555) }
    defer { for place in places { chmod(program.ledger + place, 0o755) } }
    let before = program.files
    #expect(program(Self.writing).exit == 5)
    #expect(program("measure list").exit == 0)
    #expect(program.files == before)
  }

  @Test("a new ledger where a file is in the way is a failure of files")
  func fileInTheWay() throws {
    let program = try Program()
    try program.write("x", to: "ledger")
    let answer = program("journal init @/ledger --title x --owner y --from 2024-01-01 --through 2025-12-31 --yes")
    #expect(answer.exit == 5, "\(answer.errors)")
  }

  @Test("a ledger that another writes in is busy: exit 75 with who holds it, nothing written, and it can be read")
  func busy() throws {
    let program = try Program.withLedger()
    let before = program.files
    let lock = try FileLock.acquire("\(program.ledger)/lock", holder: "Annas liggare", waitMilliseconds: 0)
    let answer = program(Self.writing)
    #expect(answer.exit == 75)
    #expect(
      answer.errors == """
        liggare: Liggaren är upptagen: Annas liggare.
        Vänta och försök igen. Inget är skrivet.

        """)
    #expect(
      program(Self.writing + " --lang en").errors
        == "liggare: The ledger is busy: Annas liggare.\nWait and try again. Nothing is written.\n")
    #expect(program("body list").exit == 0)
    #expect(program(Self.writing + " --dry-run").exit == 0)
    #expect(program.files == before)
    lock.release()
    #expect(program(Self.writing).exit == 0)
  }
}
