import CommandArguments
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing
import Wording

@testable import Exchange

@Suite("Sheets as spreadsheets save them")
struct SheetReadingTests {
  private func problems(_ text: String) throws -> [String] {
    func told(_ problems: [SheetProblem]) -> [String] { problems.map { "\($0.place.sv): \($0.words.sv)" } }
    do {
      return told(try Sheet<MeasureColumn>(Array(text.utf8)).problems)
    } catch {
      guard case .problems(let problems) = error else { throw error }
      return told(problems)
    }
  }

  @Test("the same is read whatever the separator and the encoding", arguments: SavedAs.allCases)
  func forms(encoding: SavedAs) throws {
    var edited = try EditedSheet(World.withMeasure(.inProgress))
    edited.put(["Benämning": "Åtgärd; \"så kallad\",\tpå två\nrader – ja"])
    for separator: Character in [";", ",", "\t"] {
      let sheet = try Sheet<MeasureColumn>(edited.bytes(separator, encoding))
      #expect(sheet.separator == separator.asciiValue)
      #expect(sheet.rows.count == 1 && sheet.problems.isEmpty && sheet.ignored.isEmpty)
      #expect(sheet.rows[0].text(.title) == "Åtgärd; \"så kallad\",\tpå två\nrader – ja")
      #expect(sheet.language == .sv)
    }
  }

  @Test("empty columns and rows behind the others, rows that end early, columns in another order and of one's own")
  func leftovers() throws {
    let text =
      "Anteckning hos oss;Liggarens position;NR;Title;;\r\nx;9@ab;M-0001;Bro;;\r\n;;;;;\r\ny;9@ab;M-0002\r\n;;;;;\r\n\r\n"
    let sheet = try Sheet<MeasureColumn>(Array(text.utf8))
    #expect(sheet.rows.map(\.number) == [2, 4])
    #expect(sheet.rows.map { $0.text(.number) } == ["M-0001", "M-0002"])
    #expect(sheet.rows.map { $0.text(.title) } == ["Bro", ""])
    #expect(sheet.ignored == ["Anteckning hos oss"] && sheet.problems.isEmpty)
    #expect(sheet.columns == [.number, .title, .position])
  }

  @Test("rows are counted as the spreadsheet counts them, also after a cell of several lines")
  func rowNumbers() throws {
    let text = "Nr;Benämning;Liggarens position\n1;\"a\nb\nc\";x\n2;d;x\n"
    #expect(try Sheet<MeasureColumn>(Array(text.utf8)).rows.map(\.number) == [2, 3])
  }

  @Test("what merged cells leave, and headers that are none, are refused with the row, the column and what to do")
  func shapes() throws {
    #expect(
      try problems("Plan för 2022;;\nNr;Benämning;Liggarens position\n") == [
        "Rad 1: Rad 1 är ingen rubrikrad: den börjar med ”Plan för 2022”. Ta bort rader ovanför rubrikerna, och börja från en export."
      ])
    #expect(
      try problems("Nr;Benämning\nM-0001;x\n") == [
        "Rad 1, ”Liggarens position”: Kolumnen saknas. Utan den går det inte att säga vilken rad som är vilken. Börja om från en export, eller lägg tillbaka kolumnen."
      ])
    #expect(
      try problems("Nr;Slutdautm;Nr;Liggarens position\n") == [
        "Rad 1: ”Slutdautm” är ingen kolumn. Menade du ”Slutdatum”? En egen kolumn får heta vad som helst som inte liknar en av bladets.",
        "Rad 1, ”Nr”: Två kolumner heter så. Ta bort den ena.",
      ])
    #expect(
      try problems(
        "Nr;Benämning;;Liggarens position\nM-0001;x;y;1@a\nNr;Benämning;;Liggarens position\nM-0002;x;;1@a;z\n")
        == [
          "Rad 2, ”C”: ”y” står i en kolumn utan rubrik: rester av sammanslagna celler, eller en cell som flyttats. Dela cellerna och flytta tillbaka värdet, eller töm cellen.",
          "Rad 3: Rubrikraden upprepas här. Ta bort raden; bladet har en rubrikrad, den första.",
          "Rad 4, ”E”: ”z” står i en kolumn utan rubrik: rester av sammanslagna celler, eller en cell som flyttats. Dela cellerna och flytta tillbaka värdet, eller töm cellen.",
        ])
  }

  @Test("columns behind Z are named as the spreadsheet does")
  func letters() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(SheetHeader<MeasureColumn>.letters) == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
      ])
  }

  @Test("a workbook is no CSV, an empty file no sheet, and UTF-8 that says so is not guessed to be anything else")
  func otherFiles() {
    #expect(throws: SheetFailure.workbook) { try Sheet<MeasureColumn>([0x50, 0x4B, 3, 4, 0, 0]) }
    #expect(throws: SheetFailure.self) { try Sheet<MeasureColumn>([]) }
    #expect(throws: SheetFailure.self) { try Sheet<MeasureColumn>([0xEF, 0xBB, 0xBF, 0x4E, 0xF6]) }
    #expect(
      SheetFailure.workbook.message(file: "plan.xlsx").text(in: .sv)
        == "plan.xlsx: Filen är en arbetsbok, inte CSV.\nSpara bladet som ”CSV UTF-8 (kommaavgränsad)” och importera den filen."
    )
  }
}
