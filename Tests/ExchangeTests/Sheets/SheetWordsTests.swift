import CommandArguments
import LedgerDomain
import StrictJSON
import TestSupport
import Testing
import Wording

@testable import Exchange

@Suite("What a sheet is told, in both languages")
struct SheetWordsTests {
  private static let values: [SheetValueProblem] = [
    .date, .noSuchDay, .dateForm("2022-03-01"), .ambiguousDate(["2022-03-01", "2022-01-03"]), .serial("2022-03-01"),
    .number, .ambiguousNumber, .thousandsOrDecimals("1200", "1.200", .sv), .thousandsOrDecimals("1200", "1.200", .en),
    .unit(expected: "st"), .word(allowed: ["pågående", "pausad"], near: "pausad"),
    .word(allowed: ["föreslagen"], near: nil), .subject(.body, near: "B-0001", known: ["B-0001 Kommunstyrelsen", "…"]),
    .subject(.decision, near: nil, known: []), .name(near: "Norr", known: ["Centrum", "Norr"]), .official, .target,
    .result(known: ["vandringar", "möten"]),
  ]

  private static let kinds: [SheetProblem.Kind] =
    [
      .noHeader, .missingColumn, .unknownColumn(near: "Slutdatum"), .repeatedColumn, .repeatedHeader, .untitledColumn,
      .lostNumber, .lostPosition, .repeatedRow(first: 2), .answeredTwice(file: "a.csv", row: 4), .otherwise(row: 3),
      .unknownRow(near: nil), .unknownRow(near: "M-0001"),
      .otherTitle("M-0005", title: "Grannsamverkan", meant: ["M-0002"]),
      .otherTitle("M-0005", title: "Grannsamverkan", meant: []), .otherPeriod(asked: "2022-T2"), .position,
      .otherLedger, .positionAhead(last: 617),
      .formulaError,
    ] + values.map { .value($0) } + [
      .mustSay(because: .event(DeadlineExtended.type)), .mustSay(because: .event(DecisionMade.type)),
      .mustSay(because: .decided(MeasureApproved.type)),
      .meetingElsewhere(organ: "Socialnämnden", known: ["T-0007 SN"]),
      .mustSay(because: .authority(.delegated)), .mustSay(because: .newMeasure), .mustSay(because: .answer),
      .saysNothing,
      .cannotBeEmptied, .notHere(command: "correct"), .notHere(command: "reverse"), .noDecisionNeeded,
      .alreadyDecided("D-0004"),
      .changedMeanwhile(
        since: 9, now: "Eva Ek",
        events: [
          SheetMeanwhile(position: 11, type: MeasureReassigned.type, effective: .date("2022-04-02")),
          SheetMeanwhile(position: 12, type: ProgressReported.type, effective: nil),
        ]),
      .irregular([.executedBeforeDecision, .outsideValidity]), .irregularAnswer([.executedBeforeDecision]),
      .refused(.nothingChanged, type: MeasureReassigned.type),
      .refused(.unknownPeriod("T2", known: ["2022-T1", "2022-T2"]), type: ProgressReported.type),
      .belowNought(target: "minst 4 st"), .dayAhead,
    ]

  @Test("every sentence reads as on file")
  func sentences() {
    var text = ""
    for kind in Self.kinds {
      let problem = SheetProblem(row: 7, column: "Kolumn", value: "cellen", kind)
      text += "\(problem.place.sv): \(problem.words.sv)\n\(problem.place.en): \(problem.words.en)\n\n"
    }
    Golden.expect(text, is: "exchange/sheet-problems.txt")
  }

  @Test("one is told with its place, several with how many more; a file among several by its name")
  func messages() {
    let one = SheetProblem(row: 7, column: "Slutdatum", value: "i vår", .value(.date))
    var other = one
    other.file = "b.csv"
    #expect(
      SheetFailure.problems([one]).message(file: "a.csv").text(in: .sv)
        == "a.csv, rad 7, ”Slutdatum”: ”i vår” är ingen dag. Skriv dagen som 2022-03-01.\nInget är skrivet.")
    #expect(
      SheetFailure.problems([other, one]).message(file: "mapp").text(in: .en)
        == "b.csv, row 7, “Slutdatum”: “i vår” is no day. Write it as 2022-03-01.\nThere is one more, listed above. Put all of it right in the sheet and import it again. Nothing is written."
    )
    #expect(
      SheetFailure.problems([one, one, one]).message(file: "a.csv").text(in: .en).hasSuffix(
        "There are 2 more, listed above. Put all of it right in the sheet and import it again. Nothing is written."))
  }

  @Test("a file of another kind is told what it is, and how it is read")
  func otherKinds() {
    func text(_ failure: SheetFailure, _ language: Language) -> String { failure.message(file: "a").text(in: language) }
    #expect(
      text(.otherKind(.answers), .sv)
        == "a: Filen är ett svarsformulär från ”follow-up collect”.\nImportera den med --as answers.")
    #expect(
      text(.otherKind(.answers), .en)
        == "a: The file is an answer form of “follow-up collect”.\nImport it with --as answers.")
    #expect(
      text(.otherKind(.measures), .sv)
        == "a: Filen är ett blad med åtgärder från ”measure list”.\nImportera den med --as measures.")
    #expect(
      text(.otherKind(.measures), .en)
        == "a: The file is a sheet of measures of “measure list”.\nImport it with --as measures.")
    #expect(
      text(.document, .sv)
        == "a: Filen är ett Word-dokument, inte CSV.\nEtt formulärs DOCX är till för att läsa och skriva ut: skriv svaren i CSV-filen med samma namn."
    )
    #expect(
      text(.document, .en)
        == "a: The file is a Word document, not CSV.\nThe DOCX of a form is for reading and printing: write the answers in the CSV file with the same name."
    )
  }

  @Test("no two columns of a sheet have the same title in any language")
  func titles() {
    for language in Language.allCases {
      #expect(Set(MeasureColumn.allCases.map { $0.title[language] }).count == MeasureColumn.allCases.count)
      #expect(Set(AnswerColumn.allCases.map { $0.title[language] }).count == AnswerColumn.allCases.count)
    }
  }

  @Test("a text that a spreadsheet has made an error of is refused with its cell")
  func formulaErrors() throws {
    let text = "Nr;Benämning;Liggarens position\nM-0001;#NAMN?;1@a\n"
    let problems = try Sheet<MeasureColumn>(Array(text.utf8)).problems
    #expect(problems == [SheetProblem(row: 2, column: "Benämning", value: "#NAMN?", .formulaError)])
  }
}
