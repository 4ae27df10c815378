import CommandArguments
import Foundation
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("A sheet of measures and back")
struct SheetCommandTests {
  private static let decided = [
    "Slutdatum": "2025-03-31", "Skäl": "fler områden", "Beslutsgrund": "beslut av organ",
    "Beslutande organ": "Kommunstyrelsen", "Paragraf": "§ 8",
  ]

  /// A ledger with two measures, and its sheet.
  private func program() throws -> (Program, SpreadsheetFile) {
    let program = try Program.withMeasure()
    program("measure propose --title \"=Lampor; bron\" --municipality-wide --yes")
    return (program, SpreadsheetFile(program("measure list --format csv").bytes))
  }

  @Test("what is exported and imported unchanged adds nothing, from standard output and from a file")
  func unchanged() throws {
    let (program, sheet) = try program()
    #expect(program("measure list --out @/plan.csv").exit == 0)
    #expect(try Data(contentsOf: URL(filePath: program.scratch("plan.csv"))) == Data(sheet.text.utf8))
    let before = program.files
    for options in ["--dry-run", "--yes", ""] {
      let answer = program("journal import @/plan.csv --as measures \(options)")
      #expect(answer.exit == 0, "\(answer.errors)")
      #expect(answer.text.contains("Orörda rader   2"))
    }
    #expect(program("journal import @/plan.csv --as measures --yes").text.hasPrefix("Inget nytt i bladet\n"))
    #expect(program.files == before)
    #expect(program("measure list --out @/plan.csv").exit == 2)
  }

  @Test("a changed sheet is shown in a dry run, recorded in one batch after a yes, and adds nothing once more")
  func changed() throws {
    var (program, sheet) = try program()
    sheet.put(Self.decided, row: 0)
    sheet.put(["Anteckning (förseglas)": "Anna A ringde"], row: 0)
    sheet.add(["Benämning": "Trygghetsvärdar", "Områden": "Centrum"])
    try program.write(sheet.text, to: "plan.csv")
    let before = program.files
    let dry = program("journal import @/plan.csv --as measures --dry-run")
    #expect(dry.exit == 0, "\(dry.errors)")
    for text in [
      "Skulle registreras (inget är skrivet)\n", "Rad 2 M-0001 Vandringar",
      "  Slutdatum               2024-11-30  2025-03-31",
      "• D-0002 fattat: Kommunstyrelsen § 8, 2024-01-08 (decision.made)",
      "• M-0001 slutdatum framflyttat, 2024-01-08 (measure.deadline-extended)", "Rad 4 ny: M-0003 Trygghetsvärdar",
      "• M-0003 föreslagen, 2024-01-08 (measure.proposed)",
    ] { #expect(dry.text.contains(text), "\(text)\n\(dry.text)") }
    #expect(program("journal import @/plan.csv --as measures", answers: ["n"]).exit == 1)
    #expect(program("journal import @/plan.csv --as measures").exit == 2)
    #expect(program.files == before)
    let count = program.lines.count
    let answer = program("journal import @/plan.csv --as measures", answers: ["j"])
    #expect(answer.exit == 0 && answer.text.hasPrefix("Registrerat\n"), "\(answer.errors)")
    #expect(answer.errors.hasPrefix("Att registrera\n"))
    #expect(program.lines.count == count + 3)
    for (place, line) in program.lines.suffix(3).enumerated() {
      #expect(line.contains(#""batch":"\#(place + 1)/3""#))
      #expect(!line.contains("Anna"))
    }
    #expect(program("measure show M-0001").text.contains("2025-03-31, ursprungligen 2024-11-30"))
    #expect(program("journal verify").exit == 0)
    let again = program("journal import @/plan.csv --as measures --yes")
    #expect(again.exit == 0 && again.text.contains("Redan registrerade rader  2"), "\(again.text)")
    #expect(program.lines.count == count + 3)
  }

  @Test("a wrong row refuses all, and everything that is wrong is told, with row, column, value and what is allowed")
  func refused() throws {
    var (program, sheet) = try program()
    sheet.put(Self.decided.merging(["Slutdatum": "2022-13-01"]) { $1 }, row: 0)
    sheet.put(["Status": "beslutat"], row: 1)
    sheet.add(["Benämning": "Trygghetsvärdar", "Slutdatum": "1/3-22"])
    try program.write(sheet.text, to: "plan.csv")
    let before = program.files
    let answer = program("journal import @/plan.csv --as measures --yes")
    #expect(answer.exit == 1 && answer.text.isEmpty)
    for text in [
      "Inget registreras\n", "Att rätta i bladet (3)", "• Rad 2, ”Slutdatum”: ”2022-13-01” finns inte i kalendern.",
      "• Rad 3, ”Status”: ”beslutat” är inget av orden här. Menade du ”beslutad”?",
      "• Rad 4, ”Slutdatum”: ”1/3-22” kan vara 2022-03-01 eller 2022-01-03.",
      "plan.csv, rad 2, ”Slutdatum”:\n”2022-13-01” finns inte i kalendern. Skriv en dag som finns, som 2022-03-01.\nDet finns 2 fel till, uppräknade ovan. Rätta alla i bladet och importera det igen. Inget är skrivet.\n",
    ] { #expect(answer.errors.contains(text), "\(text)\n\(answer.errors)") }
    let dry = program("journal import @/plan.csv --as measures --dry-run --json")
    #expect(dry.exit == 1)
    guard case .object(let json) = try JSONValue(parsing: dry.bytes), case .array(let problems)? = json["problems"]
    else {
      return #expect(Bool(false))
    }
    #expect(json["kind"] == "liggare.journal.import.measures" && json["version"] == 1 && json["outcome"] == "dry-run")
    #expect(json["basis"] != nil && problems.count == 3)
    guard case .object(let first) = problems[0] else { return #expect(Bool(false)) }
    #expect(first["row"] == 2 && first["column"] == "Slutdatum" && first["value"] == "2022-13-01")
    #expect(program.files == before)
  }

  @Test("a measure that has changed meanwhile is refused with what changed")
  func meanwhile() throws {
    var (program, sheet) = try program()
    program("measure reassign M-0001 --responsible \"Eva Ek, chef\" --yes")
    sheet.put(["Ansvarig, befattning": "samordnare"], row: 0)
    try program.write(sheet.text, to: "plan.csv")
    let answer = program("journal import @/plan.csv --as measures --yes")
    #expect(answer.exit == 1)
    #expect(
      answer.errors.contains("åtgärden har ändrats sedan dess: #7 ny ansvarig utsedd 2024-01-08."), "\(answer.errors)")
  }

  /// Whether LibreOffice is there with Calc, without which it reads no sheet.
  private static let hasCalc =
    Outside.soffice.map { path in
      let folder = URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent()
      return FileManager.default.fileExists(atPath: folder.appending(path: "libsclo.so").path)
    } ?? false

  @Test("options that do not go together, files that are no sheets")
  func usage() throws {
    let (program, sheet) = try program()
    try program.write(sheet.text, to: "plan.csv")
    try program.write("PK\u{3}\u{4}", to: "plan.xlsx")
    #expect(program("follow-up collect 2024-T1 --out @/ut").exit == 0)
    let form = "@/ut/svar-2024-t1-utan-ansvarig"
    for (line, exit, words) in [
      ("@/plan.csv --as measures --mapping @/m.json", 2, "--mapping och --as measures går inte ihop."),
      ("@/plan.csv --as answers --suggest-mapping", 2, "--suggest-mapping och --as answers går inte ihop."),
      ("@/plan.csv --as measures --irregular x", 2, "--irregular säger inget utan --as answers."),
      ("@/plan.csv @/plan.csv --as measures", 2, "Oväntat på kommandoraden"),
      ("@/plan.csv --as mesures", 2, "cases, measures eller answers"),
      ("@/plan.xlsx --as measures", 2, "Filen är en arbetsbok, inte CSV."),
      ("\(form).docx --as answers", 2, "Filen är ett Word-dokument, inte CSV."),
      ("\(form).csv --as measures", 2, "svarsformulär från ”follow-up collect”.\nImportera den med --as answers."),
      ("@/plan.csv --as answers", 2, "blad med åtgärder från ”measure list”.\nImportera den med --as measures."),
      ("\(form).csv", 2, "Importera den med --as answers."), ("@/ut", 2, "Importera den med --as answers."),
      ("@/plan.csv", 2, "Importera den med --as measures."),
      ("@/saknas.csv", 2, "En av --mapping och --suggest-mapping ska anges."),
      ("@/saknas.csv --as measures", 5, "saknas.csv"),
      ("@/plan.csv --as measures --as-of 2024-01-01", 2, "--as-of väljer hur boken läses"),
    ] as [(String, Int32, String)] {
      let answer = program("journal import \(line) --yes")
      #expect(answer.exit == exit && answer.errors.contains(words), "\(line)\n\(answer.errors)")
    }
    // As it was on a day it is the register, without what an import needs.
    let read = program("measure list --format csv --as-of 2024-01-08")
    #expect(read.exit == 0 && !read.text.contains("Liggarens position"))
  }

  /// The path of a sheet of the scratch folder as LibreOffice writes it from the workbook that it made of it.
  private func workbookAndBack(_ name: String, _ scratch: ScratchFolder) throws -> String {
    let soffice = try #require(Outside.soffice)
    func convert(_ path: String, to form: String, reading filter: [String] = []) throws {
      _ = try Outside.run(
        soffice,
        ["-env:UserInstallation=file://\(scratch("profile"))", "--headless"] + filter
          + ["--convert-to", form, "--outdir", scratch("ut"), path])
    }
    try convert(scratch("\(name).csv"), to: "xlsx", reading: ["--infilter=CSV:59,34,76,1"])
    #expect(FileManager.default.fileExists(atPath: scratch("ut/\(name).xlsx")))
    try convert(scratch("ut/\(name).xlsx"), to: "csv:Text - txt - csv (StarCalc):59,34,76,1")
    return scratch("ut/\(name).csv")
  }

  @Test(
    "LibreOffice makes a workbook of it and a sheet of that, and nothing has changed",
    .enabled(if: Self.hasCalc, "LibreOffice Calc is absent"))
  func libreOffice() throws {
    let scratch = try ScratchFolder()
    let program = try Program("2024-02-01T08:00Z", in: scratch)
    let folder = ExampleLedger.folder
    let bytes = program(["measure", "list", "--format", "csv", "--journal", folder]).bytes
    try Data(bytes).write(to: URL(filePath: scratch("plan.csv")))
    let back = try workbookAndBack("plan", scratch)
    let answer = program([
      "journal", "import", back, "--as", "measures", "--dry-run", "--journal", folder, "--no-cache",
    ])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.text.contains("Orörda rader   44") && answer.text.contains("Poster         0"), "\(answer.text)")
  }

  @Test(
    "a form goes through LibreOffice with its hints, its days and its numbers, filled in",
    .enabled(if: Self.hasCalc, "LibreOffice Calc is absent"))
  func formInLibreOffice() throws {
    let scratch = try ScratchFolder()
    let program = try Program.withMeasure(in: scratch)
    program("measure approve M-0001 --authority body --organ B-0001 --paragraph \"§ 1\" --yes")
    #expect(program("follow-up collect 2024-T1 --out @/svar --due 2024-05-10").exit == 0)
    let path = scratch("svar/svar-2024-t1-utan-ansvarig.csv")
    var form = SpreadsheetFile(Array(try Data(contentsOf: URL(filePath: path))))
    form.put(
      [
        "SVAR: utfall hittills i år": "12,5", "SVAR: vad har gjorts": "Tre.", "SVAR: läge": "genomförd",
        "SVAR: påbörjad eller klar den": "2024-01-08",
      ], row: 0)
    try program.write(form.text, to: "form.csv")
    let back = try workbookAndBack("form", scratch)
    let answer = program(["journal", "import", back, "--as", "answers", "--yes"])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(program.lines.contains { $0.contains(#""results":[{"target":"vandringar","actual":"12.5"}]"#) })
    #expect(
      program.lines.contains { $0.contains(#""type":"liggare.measure.implemented""#) && $0.contains("2024-01-08") })
  }
}
