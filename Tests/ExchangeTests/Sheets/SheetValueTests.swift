import CommandArguments
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("Values in cells")
struct SheetValueTests {
  @Test("days are read as ISO 8601 writes them, with the midnight that some programs add")
  func days() throws {
    for text in ["2022-03-01", " 2022-03-01 ", "2022-03-01 00:00", "2022-03-01 00:00:00", "2022-03-01T00:00:00"] {
      #expect(try SheetValues.date(text) == "2022-03-01")
    }
  }

  @Test(
    "any other is refused with how to write it",
    arguments: [
      ("2022-13-01", SheetValueProblem.noSuchDay), ("2022-02-30", .noSuchDay), ("31/31-22", .noSuchDay),
      ("1/3-22", .ambiguousDate(["2022-03-01", "2022-01-03"])),
      ("2022-3-1", .dateForm("2022-03-01")), ("20220301", .dateForm("2022-03-01")),
      ("31/3-22", .dateForm("2022-03-31")), ("3/31/2022", .dateForm("2022-03-31")),
      ("1.1.2022", .dateForm("2022-01-01")),
      ("22-03-01", .ambiguousDate(["2022-03-01", "2001-03-22"])), ("44621", .serial("2022-03-01")),
      ("43831", .serial("2020-01-01")), ("i mars", .date), ("", .date), ("2022", .date), ("1/3", .date),
      ("1/3-222", .date),
    ])
  func otherDays(text: String, problem: SheetValueProblem) {
    #expect(throws: problem) { try SheetValues.date(text) }
  }

  @Test(
    "numbers are read with comma or point, and with the spaces that part groups of three",
    arguments: [
      ("4", "4"), ("4,5", "4.5"), ("4.50", "4.50"), ("1 234,5", "1234.5"), ("1\u{A0}234\u{202F}567", "1234567"),
      ("-3", "-3"), ("−3,5", "-3.5"), ("0,25", "0.25"), (" 7 ", "7"),
    ])
  func numbers(text: String, quantity: Quantity) throws {
    #expect(try SheetValues.number(text, .sv) == quantity)
  }

  @Test("what parts thousands in one language and decimals in the other is asked about, before three digits")
  func thousands() throws {
    for (text, whole, decimal) in [
      ("1.200", "1200", "1.200"), ("-12.500", "-12500", "-12.500"), ("123.456", "123456", "123.456"),
    ]
      as [(String, Quantity, Quantity)]
    {
      #expect(throws: SheetValueProblem.thousandsOrDecimals(whole, decimal, .sv)) { try SheetValues.number(text, .sv) }
      #expect(try SheetValues.number(text, .en) == decimal)
      let comma = text.replacing(".", with: ",")
      #expect(throws: SheetValueProblem.thousandsOrDecimals(whole, decimal, .en)) { try SheetValues.number(comma, .en) }
      #expect(try SheetValues.number(comma, .sv) == decimal)
    }
    for (text, quantity) in [("1.5", "1.5"), ("0.200", "0.200"), ("1234.500", "1234.500"), ("1.2000", "1.2000")]
      as [(String, Quantity)]
    { #expect(try SheetValues.number(text, .sv) == quantity) }
  }

  @Test(
    "and never guessed at",
    arguments: [
      ("1.234,5", SheetValueProblem.ambiguousNumber), ("1,234,567", .ambiguousNumber), ("12 34", .number),
      ("4 st", .number),
      ("ca 4", .number), ("", .number), ("4,", .number), ("1e5", .number), ("04", .number),
    ])
  func otherNumbers(text: String, problem: SheetValueProblem) {
    #expect(throws: problem) { try SheetValues.number(text, .sv) }
  }

  @Test("words are those of people and of the journal, in either language; the nearest is named")
  func words() throws {
    for text in ["delvis genomförd", "Partly implemented", "partly-implemented"] {
      #expect(try MeasureRowEdit.status(text, .sv) == .partlyImplemented)
    }
    #expect(try MeasureRowEdit.status("återkallad", .sv) == .withdrawn)
    #expect {
      try MeasureRowEdit.status("pågåend", .sv)
    } throws: { error in
      guard case .word(let allowed, "pågående")? = error as? SheetValueProblem else { return false }
      return allowed.count == MeasureStatus.allCases.count
    }
  }

  @Test("words that may mean a standing are asked about, not taken for it")
  func standings() throws {
    func read(_ text: String) throws(SheetValueProblem) -> AnswerStanding {
      try SheetValues.word(
        text, as: AnswerStanding.self, among: AnswerStanding.allCases, hints: AnswerStanding.hints, .sv)
    }
    #expect(try read("Genomförd") == .implemented)
    for (text, near) in [
      ("Klar", "genomförd"), ("delvis", "delvis genomförd"), ("nej", "ej genomförd"), ("påbörjad", "pågående"),
    ] {
      #expect {
        try read(text)
      } throws: {
        ($0 as? SheetValueProblem) == .word(allowed: AnswerStanding.allCases.map { $0.words.sv }, near: near)
      }
    }
  }

  @Test("targets are written and read back")
  func targets() throws {
    let targets = [
      Target(name: "vandringar", unit: "st", comparison: .atLeast, value: "4", indicator: "I-0001"),
      Target(name: "väntan: median", unit: "minuter", comparison: .atMost, value: "12.5"),
      Target(name: "kontroller", unit: "kontroller per år"), Target(name: "lampor", unit: "st", value: "1200"),
      Target(name: "kameror", unit: "st", comparison: .exactly, value: "4"),
    ]
    for language in Language.allCases {
      #expect(try SheetTargets.read(SheetTargets.text(targets, language), before: targets, language) == targets)
    }
    #expect(
      try SheetTargets.read("a: >=4 st\nb: ≤ 5 timmar | c: 7", before: [], .sv) == [
        Target(name: "a", unit: "st", comparison: .atLeast, value: "4"),
        Target(name: "b", unit: "timmar", comparison: .atMost, value: "5"), Target(name: "c", unit: "st", value: "7"),
      ])
    for text in ["vandringar", "vandringar:", ": 4 st", "vandringar: många"] {
      #expect(throws: SheetValueProblem.target) { try SheetTargets.read(text, before: [], .sv) }
    }
  }
}
