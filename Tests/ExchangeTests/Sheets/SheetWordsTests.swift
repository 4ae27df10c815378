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
    .number, .ambiguousNumber, .unit(expected: "st"), .word(allowed: ["pågående", "pausad"], near: "pausad"),
    .word(allowed: ["föreslagen"], near: nil), .subject(.body, near: "B-0001", known: ["B-0001 Kommunstyrelsen", "…"]),
    .subject(.decision, near: nil, known: []), .name(near: "Norr", known: ["Centrum", "Norr"]), .official, .target,
    .result(known: ["vandringar", "möten"]),
  ]

  private static let kinds: [SheetProblem.Kind] =
    [
      .noHeader, .missingColumn, .unknownColumn(near: "Slutdatum"), .repeatedColumn, .repeatedHeader, .untitledColumn,
      .lostNumber, .lostPosition, .repeatedRow(first: 2), .answeredTwice(file: "a.csv", row: 4), .otherwise(row: 3),
      .unknownRow(near: nil), .unknownRow(near: "M-0001"), .position, .otherLedger, .positionAhead(last: 617),
      .formulaError,
    ] + values.map { .value($0) } + [
      .mustSay(because: .event(DeadlineExtended.type)), .mustSay(because: .event(DecisionMade.type)),
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
        == "b.csv, row 7, “Slutdatum”: “i vår” is no day. Write it as 2022-03-01.\nThere is one more, to be put right in the sheet as well. Nothing is written."
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
