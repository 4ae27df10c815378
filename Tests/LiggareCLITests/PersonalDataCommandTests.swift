import CommandArguments
import Foundation
import JournalStore
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("Personal data in unsealed text, on recording")
struct PersonalDataCommandTests {
  private static let line = #"measure propose --area norr --title "Samtal med 900101-0017, 070-174 06 05, om lyktan""#

  /// The texts that the sealed folder holds.
  private func sealed(_ program: Program) throws -> [String] {
    let folder = program.ledger + "/sealed"
    return try (FileManager.default.subpathsOfDirectory(atPath: folder)).sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test("is refused in a pipe, with field, kind, a mask and the ways on; nothing is written", arguments: ["--yes", ""])
  func refused(_ option: String) throws {
    let program = try Program.withLedger()
    let before = program.files
    let answer = program("\(Self.line) \(option)")
    #expect(answer.exit == 1)
    #expect(
      answer.errors == """
        liggare: Personuppgifter skulle stå öppet i boken. Fältet ”rubrik” har personnummer 900101-****, telefonnummer 070-174 ** **.
        Försegla med --seal-personal-data: i texten står då [förseglat], och hela texten i postens förseglade anteckning. Ska det stå öppet: --allow-personal-data. Inget är skrivet.

        """)
    #expect(program.files == before)
    let english = program("\(Self.line) \(option) --lang en")
    #expect(
      english.errors == """
        liggare: Personal data would stand open in the book. The field “title” has personal identity number 900101-****, phone number 070-174 ** **.
        Seal it with --seal-personal-data: the text then says [sealed], and the whole of it stands in the entry's sealed note. If it is to stand open: --allow-personal-data. Nothing is written.

        """)
  }

  @Test("is refused in a dry run, by which nothing of it is shown")
  func dryRun() throws {
    let program = try Program.withLedger()
    for answers in [nil, ["f"]] {
      let answer = program("\(Self.line) --dry-run", answers: answers)
      #expect(answer.exit == 1 && answer.questions.isEmpty && answer.bytes.isEmpty)
      #expect(!answer.errors.contains("0017"))
    }
    let sealed = program("\(Self.line) --dry-run --seal-personal-data")
    #expect(sealed.exit == 0 && sealed.text.contains("Samtal med [förseglat], [förseglat], om lyktan"))
    #expect(program("\(Self.line) --dry-run --allow-personal-data").text.contains("900101-0017"))
  }

  @Test("is sealed on request: a word in the text, and all of it in the note, after what the note says already")
  func seals() throws {
    let program = try Program.withLedger()
    let answer = program("\(Self.line) --note \"Ringde två gånger\" --seal-personal-data --yes")
    #expect(answer.exit == 0, "\(answer.errors)")
    let line = try #require(program.lines.last)
    #expect(line.contains(#""title":"Samtal med [förseglat], [förseglat], om lyktan""#))
    #expect(!line.contains("0017") && line.contains(#""note":{"sealed":""#))
    let texts = try sealed(program)
    #expect(texts.count == 1)
    let told = "Ringde två gånger\\n\\ntitle: Samtal med 900101-0017, 070-174 06 05, om lyktan"
    #expect(texts[0].contains(told) || texts[0].contains(told.replacing("\\n", with: "\n")), "\(texts)")
    #expect(program("journal verify").exit == 0)
  }

  @Test("stands open where it is allowed; both at once say nothing")
  func allowed() throws {
    let program = try Program.withLedger()
    #expect(program("\(Self.line) --allow-personal-data --seal-personal-data --yes").exit == 2)
    #expect(program("\(Self.line) --allow-personal-data --yes").exit == 0)
    #expect(try #require(program.lines.last).contains("900101-0017"))
    let findings = program("audit findings --rule RC-06")
    #expect(findings.text.contains("personnummer, telefonnummer i fältet ”rubrik”"), "\(findings.text)")
    #expect(!findings.text.contains("0017"))
  }

  @Test("is shown to a person, who seals it, lets it stand, or stops", arguments: ["f", "r", "a"])
  func asked(_ choice: String) throws {
    let program = try Program.withLedger()
    let count = program.lines.count
    let answer = program(Self.line, answers: [choice, "j"], width: 200)
    #expect(answer.errors.hasPrefix("Personuppgifter i oförseglad text\n"), "\(answer.errors)")
    #expect(
      answer.errors.contains("personnummer, telefonnummer: Samtal med »900101-0017«, »070-174 06 05«, om lyktan"))
    #expect(
      answer.questions.first == "Försegla (f), registrera som det är (r) eller avbryta (annat svar)? ")
    switch choice {
    case "f": #expect(program.lines.last?.contains("[förseglat], om lyktan") == true)
    case "r": #expect(program.lines.last?.contains("900101-0017") == true)
    default: #expect(answer.exit == 1 && program.lines.count == count && answer.questions.count == 1)
    }
    if choice != "a" { #expect(answer.exit == 0 && program.lines.count == count + 1) }
  }

  @Test("a repeat of what was sealed after a question finds it recorded")
  func repeated() throws {
    let program = try Program.withLedger()
    let id = "11111111-2222-4333-8444-555555555555"
    #expect(program("\(Self.line) --event-id \(id)", answers: ["f", "j"]).exit == 0)
    let again = program("\(Self.line) --event-id \(id) --yes")
    #expect(again.exit == 0 && again.text.hasPrefix("Fanns redan\n"), "\(again.errors)")
  }

  @Test("the reason of what is irregular is guarded, and sealed with the entry")
  func reason() throws {
    let program = try Program.withMeasure()
    let line = #"measure start M-0001 --irregular "Enligt kim.ek@mail.example""#
    let refused = program("\(line) --yes")
    #expect(refused.exit == 1 && refused.errors.contains("k***@mail.example"), "\(refused.errors)")
    #expect(program("\(line) --seal-personal-data --yes").exit == 0)
    #expect(program.lines.last?.contains(#""reason":"Enligt [förseglat]""#) == true)
    #expect(try sealed(program).contains { $0.contains("irregular.reason: Enligt kim.ek@mail.example") })
  }

  @Test("what a correction says that a field said stands in the book already, and may be said again")
  func correction() throws {
    let program = try Program.withLedger()
    #expect(program("\(Self.line) --allow-personal-data --yes").exit == 0)
    let position = program.lines.count
    let answer = program("correct #\(position) --field title --to \"Samtal om lyktan\" --reason personuppgifter --yes")
    #expect(answer.exit == 0, "\(answer.errors)")
    let other = program("correct #\(position) --field title --to \"Bo 900101-0017\" --reason x --yes")
    #expect(other.exit == 1 && other.errors.contains("900101-****"), "\(other.errors)")
  }

  @Test("a ledger is not opened with personal data in its title, unless that is allowed")
  func opening() throws {
    let program = try Program()
    let line =
      #"journal init @/ledger --title "Löftet, 070-174 06 05" --owner Kommunen --from 2024-01-01 --through 2025-12-31 --yes"#
    let answer = program(line)
    #expect(answer.exit == 1 && !answer.errors.contains("--seal"), "\(answer.errors)")
    #expect(program("\(line) --allow-personal-data").exit == 0)
  }
}

@Suite("Personal data in files that are imported")
struct PersonalDataImportTests {
  private static let mapping = """
    {"version":1,"log":"prov","case":"id","title":"Ärende {id}","activity":"{gjort}","time":"tid","by":{"office":"{vem}"}}
    """

  private func program(_ rows: String) throws -> Program {
    let program = try Program.withLedger()
    try program.write("id,gjort,tid,vem\n" + rows, to: "logg.csv")
    try program.write(Self.mapping, to: "m.json")
    return program
  }

  @Test("a log is refused whole, with line and column; sealed or allowed it comes in, and once more adds nothing")
  func log() throws {
    let rows = "a,Inkom,2024-01-02,registrator\na,Ringde 070-174 06 05,2024-01-03,registrator\n"
    for option in ["--seal-personal-data", "--allow-personal-data"] {
      let program = try program(rows)
      let before = program.files
      let refused = program("journal import @/logg.csv --mapping @/m.json --yes")
      #expect(refused.exit == 1 && program.files == before)
      #expect(
        refused.errors.contains(
          "logg.csv, rad 3:\nFältet ”aktivitet” har telefonnummer 070-174 ** **. Kolumn: gjort. "),
        "\(refused.errors)")
      #expect(!program("journal import @/logg.csv --mapping @/m.json --dry-run").text.contains("06 05"))
      let line = "journal import @/logg.csv --mapping @/m.json \(option) --yes"
      #expect(program(line).exit == 0)
      #expect(program.lines.last?.contains(option.hasPrefix("--seal") ? "Ringde [förseglat]" : "070-174 06 05") == true)
      let count = program.lines.count
      #expect(program(line).exit == 0 && program.lines.count == count)
      #expect(program("journal verify").exit == 0)
    }
  }

  @Test("the ids of imported events do not hang on what is sealed")
  func ids() throws {
    func ids(_ number: String) throws -> [String] {
      let program = try program("a,Ringde \(number),2024-01-03,registrator\n")
      #expect(program("journal import @/logg.csv --mapping @/m.json --seal-personal-data --yes").exit == 0)
      return program.lines.suffix(2).compactMap { $0.firstMatch(of: /"id":"([^"]*)"/).map { String($0.1) } }
    }
    #expect(try ids("070-174 06 05") == ids("070-174 06 06"))
  }

  @Test("a case's key with personal data can be allowed, and not sealed")
  func key() throws {
    let program = try program("900101-0017,Inkom,2024-01-03,registrator\n")
    let line = "journal import @/logg.csv --mapping @/m.json --yes"
    let refused = program("\(line) --seal-personal-data")
    #expect(
      refused.errors.contains("Ärendets nyckel i kolumnen id har personnummer 900101-****."), "\(refused.errors)")
    #expect(program("\(line) --allow-personal-data").exit == 0)
  }

  @Test("a sheet is refused with row and column, and sealed on request")
  func sheet() throws {
    let program = try Program.withMeasure()
    var sheet = SpreadsheetFile(program("measure list --format csv").bytes)
    sheet.add([
      "Benämning": "Värdar, ring 070-174 06 05", "Områden": "Centrum", "Anteckning (förseglas)": "Bo 900101-0017",
    ])
    try program.write(sheet.text, to: "plan.csv")
    let before = program.files
    for option in ["--dry-run", "--yes"] {
      let refused = program("journal import @/plan.csv --as measures \(option)", width: 300)
      #expect(refused.exit == 1 && program.files == before)
      #expect(
        refused.errors.contains(
          "rad 3, ”Benämning”:\nFältet ”rubrik” har telefonnummer 070-174 ** **. Försegla med"),
        "\(refused.errors)")
      #expect(!(refused.text + refused.errors).contains("06 05"))
    }
    #expect(program("journal import @/plan.csv --as measures --seal-personal-data --yes").exit == 0)
    #expect(program.lines.last?.contains(#""title":"Värdar, ring [förseglat]""#) == true)
    #expect(program("journal verify").exit == 0)
  }

  @Test("all of it is said in English, too")
  func english() throws {
    let program = try program("900101-0017,Ringde 070-174 06 05,2024-01-03,registrator\n")
    let line = "journal import @/logg.csv --mapping @/m.json --yes --lang en"
    let key = program(line)
    #expect(
      key.errors.contains(
        "The case's key in the column id has personal identity number 900101-****. The entries' ids are made of it, so it cannot be sealed: choose another column, or let it stand open with --allow-personal-data."
      ), "\(key.errors)")
    try program.write("id,gjort,tid,vem\na,Ringde 070-174 06 05,2024-01-03,registrator\n", to: "logg.csv")
    let row = program(line)
    #expect(
      row.errors.contains(
        "The field “activity” has phone number 070-174 ** **. Column: gjort. Seal it with --seal-personal-data, or let it stand open with --allow-personal-data."
      ), "\(row.errors)")
    let asked = program("body register --name \"Bo 121272-1219\" --kind other --lang en", answers: ["x"], width: 200)
    #expect(asked.exit == 1 && asked.errors.hasPrefix("Personal data in unsealed text\n"), "\(asked.errors)")
    #expect(asked.errors.contains("coordination number: Bo »121272-1219«"), "\(asked.errors)")
    #expect(asked.questions == ["Seal (s), record as it is (r) or stop (any other answer)? "])
  }
}
