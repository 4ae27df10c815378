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

  @Test("what stands in brackets behind a title that has a hint is not read, and no other brackets are passed over")
  func hints() throws {
    let form =
      "Period;Nr;Mål;Liggarens position;SVAR: läge (vad som helst);SVAR: vad har gjorts\n2022-T2;M-0001;a;1@a;klar;x\n"
    let sheet = try Sheet<AnswerColumn>(Array(form.utf8))
    #expect(sheet.rows[0].text(.standing) == "klar" && sheet.rows[0].text(.report) == "x" && sheet.ignored.isEmpty)
    let own = try Sheet<MeasureColumn>(Array("Nr;Benämning;Utfall (hos oss);Liggarens position\n".utf8))
    #expect(!own.columns.contains(.actual) && own.ignored == ["Utfall (hos oss)"])
    for language in Language.allCases {
      let written = SheetWriter.csv(AnswerColumn.self, [], language)
      let back = try Sheet<AnswerColumn>(written)
      #expect(back.columns == Set(AnswerColumn.allCases) && back.language == language && back.ignored.isEmpty)
    }
  }

  @Test("a sheet of another kind is known by its titles, whatever parts them")
  func kinds() throws {
    let measures = try EditedSheet(World.withMeasure(.inProgress))
    for language in Language.allCases {
      let form = SheetWriter.csv(AnswerColumn.self, [], language)
      #expect(SheetKind(form) == .answers)
      #expect(throws: SheetFailure.otherKind(.answers)) { try Sheet<MeasureColumn>(form) }
    }
    for separator: Character in [";", ",", "\t"] {
      #expect(SheetKind(measures.bytes(separator)) == .measures)
      #expect(throws: SheetFailure.otherKind(.measures)) { try Sheet<AnswerColumn>(measures.bytes(separator)) }
    }
    for text in ["", "case;activity\n1;a\n", "Nr;Liggarens position\n"] { #expect(SheetKind(Array(text.utf8)) == nil) }
  }

  @Test("a workbook is no CSV, an empty file no sheet, and UTF-8 that says so is not guessed to be anything else")
  func otherFiles() {
    #expect(throws: SheetFailure.workbook) { try Sheet<MeasureColumn>([0x50, 0x4B, 3, 4, 0, 0]) }
    #expect(throws: SheetFailure.document) {
      try Sheet<AnswerColumn>([0x50, 0x4B, 3, 4] + Array("[Content_Types].xml word/document.xml".utf8))
    }
    #expect(throws: SheetFailure.self) { try Sheet<MeasureColumn>([]) }
    #expect(throws: SheetFailure.self) { try Sheet<MeasureColumn>([0xEF, 0xBB, 0xBF, 0x4E, 0xF6]) }
    #expect(
      SheetFailure.workbook.message(file: "plan.xlsx").text(in: .sv)
        == "plan.xlsx: Filen är en arbetsbok, inte CSV.\nSpara bladet som ”CSV UTF-8 (kommaavgränsad)” och importera den filen."
    )
  }
}
