import CommandArguments
import LedgerDomain
import StrictJSON
import TestSupport
import Testing
import Wording

@testable import Exchange

/// Every sentence that an import that fails can say.
@Suite("What an import says")
struct ImportWordsTests {
  private func text(_ failure: ImportFailure, _ language: Language = .sv) -> String {
    failure.message(file: "logg.csv", mapping: "m.json").text(in: language)
  }

  @Test("about encodings")
  func encodings() {
    let utf8 = ImportFailure.text(TextProblem(kind: .malformed(.utf8, bytes: [0xE4]), line: 3, byteOffset: 70))
    #expect(
      text(utf8) == """
        logg.csv, rad 3, byte 70 i filen: 0xE4 är inget tecken i utf-8.
        Ange rätt kodning, till exempel --encoding windows-1252, eller ”encoding” i mappningen.
        """)
    #expect(
      text(utf8, .en) == """
        logg.csv, line 3, byte 70 of the file: 0xE4 is no character of utf-8.
        State the right encoding, for example --encoding windows-1252, or “encoding” in the mapping.
        """)
    let utf16 = ImportFailure.text(
      TextProblem(kind: .malformed(.utf16LittleEndian, bytes: [0x00, 0xDC]), line: 1, byteOffset: 2))
    #expect(text(utf16) == "logg.csv, rad 1, byte 2 i filen: 0x00 0xDC är inget tecken i utf-16le.\nAnge rätt kodning.")
    #expect(
      text(utf16, .en)
        == "logg.csv, line 1, byte 2 of the file: 0x00 0xDC is no character of utf-16le.\nState the right encoding.")
    let zero = ImportFailure.text(TextProblem(kind: .zero, line: 1, byteOffset: 1))
    #expect(
      text(zero) == """
        logg.csv, rad 1, byte 1 i filen: En nollbyte: det är ingen text.
        Är filen UTF-16 utan märke, ange --encoding utf-16le eller utf-16be.
        """)
    #expect(
      text(zero, .en) == """
        logg.csv, line 1, byte 1 of the file: A zero byte: it is no text.
        Where the file is UTF-16 without a mark, state --encoding utf-16le or utf-16be.
        """)
    let mark = ImportFailure.text(
      TextProblem(kind: .otherMark(stated: .windows1252, found: .utf8), line: 1, byteOffset: 0))
    #expect(
      text(mark) == """
        logg.csv, rad 1, byte 0 i filen: Filen börjar med märket för utf-8, men windows-1252 är angivet.
        Utelämna kodningen.
        """)
    #expect(
      text(mark, .en) == """
        logg.csv, line 1, byte 0 of the file: The file begins with the mark of utf-8, but windows-1252 is stated.
        Leave the encoding out.
        """)
  }

  @Test(
    "about tables",
    arguments: [
      (
        CSVProblem.Kind.unclosedQuote,
        "Ett citattecken som börjar här avslutas aldrig: ”x”.\nAvsluta fältet, eller dubbla citattecknet.",
        "A quotation mark that opens here is never closed: “x”.\nClose the field, or double the quotation mark."
      ),
      (
        .strayQuote,
        "Ett citattecken i ett fält som inte börjar med ett: ”x”.\nSätt hela fältet inom citattecken och dubbla dem som hör till texten.",
        "A quotation mark in a field that does not begin with one: “x”.\nPut the whole field in quotation marks and double those of the text."
      ),
      (
        .afterQuote,
        "Efter fältets sista citattecken väntades skiljetecken eller radslut: ”x”.\nDubbla de citattecken som hör till texten.",
        "After the field's closing quotation mark a separator or the end of the row was expected: “x”.\nDouble the quotation marks of the text."
      ),
      (
        .bareCarriageReturn, "Ett radslut av bara CR; väntade LF eller CR LF: ”x”.\nSpara filen med andra radslut.",
        "A line end of CR alone; expected LF or CR LF: “x”.\nSave the file with other line ends."
      ),
      (
        .fieldCount(expected: 3, found: 2), "Raden har 2 fält, väntade 3: ”x”.\nRätta raden.",
        "The row has 2 fields, expected 3: “x”.\nCorrect the row."
      ),
      (
        .repeatedColumn("id"), "Två kolumner heter ”id”: ”x”.\nDöp om den ena.",
        "Two columns are called “id”: “x”.\nRename one of them."
      ),
      (
        .ambiguousSeparator([0x2C, 0x09]),
        "Skiljetecknet kan vara något av , tab: ”x”.\nAnge det med --separator, eller ”separator” i mappningen.",
        "The separator may be any of , tab: “x”.\nState it with --separator, or “separator” in the mapping."
      ),
    ])
  func tables(kind: CSVProblem.Kind, swedish: String, english: String) {
    let failure = ImportFailure.csv(CSVProblem(kind: kind, line: 7, excerpt: "x"))
    #expect(text(failure) == "logg.csv, rad 7: " + swedish)
    #expect(text(failure, .en) == "logg.csv, line 7: " + english)
  }

  @Test("about empty files")
  func empty() {
    let failure = ImportFailure.csv(CSVProblem(kind: .empty, line: 1, excerpt: ""))
    #expect(text(failure) == "logg.csv: Filen har ingen rubrikrad.")
    #expect(text(failure, .en) == "logg.csv: The file has no header row.")
    #expect(text(.noRows) == "logg.csv: Loggen har inga rader.\nInget är skrivet.")
    #expect(text(.noRows, .en) == "logg.csv: The log has no rows.\nNothing is written.")
  }

  @Test("about mappings")
  func mappings() {
    let json = ImportFailure.mapping(.json(JSONError(offset: 3, problem: .trailingBytes), line: 1, column: 4))
    #expect(
      text(json) == """
        m.json, rad 1, kolumn 4: Det är inte giltig JSON: något följer efter värdet, väntade radens slut.
        Rätta mappningen.
        """)
    #expect(
      text(json, .en) == """
        m.json, line 1, column 4: It is not valid JSON: something follows the value, expected the end of the line.
        Correct the mapping.
        """)
    let column = ImportFailure.mapping(.unknownColumn("tme", field: "time", known: ["id", "time"]))
    #expect(text(column) == "m.json, time: Loggen har ingen kolumn ”tme”. Menade du ”time”?\nDen har id, time.")
    #expect(
      text(column, .en) == "m.json, time: The log has no column “tme”. Did you mean “time”?\nIt has id, time.")
    let far = ImportFailure.mapping(.unknownColumn("xyz", field: "case", known: ["id"]))
    #expect(text(far) == "m.json, case: Loggen har ingen kolumn ”xyz”.\nDen har id.")
    func mismatch(_ path: [String], _ problem: JSONMismatch.Problem) -> ImportFailure {
      .mapping(.mismatch(JSONMismatch(path: path, problem: problem)))
    }
    #expect(text(mismatch([], .missingMember("time"))).hasPrefix("m.json: Fältet ”time”"))
    #expect(
      text(mismatch(["by"], .malformed(expected: "template", found: "{x")))
        == "m.json, by: Väntade en text med kolumner inom klammerparenteser, som Ärende {id}, fann ”{x”.")
    #expect(
      text(mismatch(["by"], .malformed(expected: "template", found: "{x")), .en)
        == "m.json, by: Expected a text with columns in braces, such as Case {id}, found “{x”.")
    #expect(
      text(mismatch(["separator"], .malformed(expected: "separator", found: "|")))
        == "m.json, separator: Väntade ”,”, ”;” eller ”\\t”, fann ”|”.")
    #expect(
      text(mismatch(["separator"], .malformed(expected: "separator", found: "|")), .en)
        == "m.json, separator: Expected “,”, “;” or “\\t”, found “|”.")
    #expect(
      text(mismatch([], .unknownMember("cas", known: ["case", "log"])))
        == "m.json: Fältet ”cas” finns inte här. Menade du ”case”?\nKända fält: case, log.")
  }

  @Test("about rows")
  func rows() {
    func row(_ kind: RowProblem.Kind) -> RowProblem { RowProblem(line: 9, kind: kind) }
    let time = row(.time(column: "tid", found: "nyss"))
    #expect(
      text(.rows([time])) == """
        logg.csv, rad 9: ”nyss” i kolumnen tid är ingen tidpunkt; väntade till exempel 2022-10-14 11:30:00+02:00 eller 2022-10-14.
        Rätta raden. Inget är skrivet.
        """)
    #expect(
      text(.rows([time, time]), .en) == """
        logg.csv, line 9: “nyss” in the column tid is no moment; expected for example 2022-10-14 11:30:00+02:00 or 2022-10-14.
        There are 1 more; --dry-run shows them. Nothing is written.
        """)
    #expect(text(.rows([time, time, time])).hasSuffix("Det finns 2 fel till; --dry-run visar dem. Inget är skrivet."))
    #expect(text(.rows([time]), .en).hasSuffix("Correct the row. Nothing is written."))
    let count = row(.fieldCount(expected: 3, found: 1, "a")).words
    #expect(count[.sv] == "Raden har 1 fält, väntade 3: ”a”.")
    #expect(count[.en] == "The row has 1 fields, expected 3: “a”.")
    let empty = row(.empty(field: "title", columns: ["a", "b"])).words
    #expect(empty[.sv] == "Inget anges för ”title” (a, b).")
    #expect(empty[.en] == "Nothing is stated for “title” (a, b).")
    let differs = row(.differs(column: "slut", firstLine: 2, expected: "x", found: "y")).words
    #expect(differs[.sv] == "Kolumnen slut säger ”y”, men på ärendets första rad, 2, ”x”.")
    #expect(differs[.en] == "The column slut says “y”, but “x” on the case's first row, 2.")
    let refused = row(.refused(.empty(field: "title"), type: CaseOpened.type)).words
    #expect(refused[.sv] == Refusal.empty(field: "title").message(about: CaseOpened.type).text(in: .sv))
    #expect(text(.refused(.empty(field: "title"))) == Refusal.empty(field: "title").message().text(in: .sv))
  }
}
