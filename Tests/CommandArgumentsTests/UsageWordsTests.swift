import CommandArguments
import Testing

/// Every sentence about a command line, in both languages, with what to do about it.
@Suite("usage errors in words")
struct UsageWordsTests {
  private func expect(
    _ error: UsageError, sv: String, _ svNext: String, en: String, _ enNext: String,
    at place: SourceLocation = #_sourceLocation
  ) {
    #expect(error.sentence(in: .sv) == sv, sourceLocation: place)
    #expect(error.nextStep(in: .sv, tool: "library") == svNext, sourceLocation: place)
    #expect(error.sentence(in: .en) == en, sourceLocation: place)
    #expect(error.nextStep(in: .en, tool: "library") == enNext, sourceLocation: place)
  }

  @Test("not UTF-8")
  func notUTF8() {
    expect(
      .notUTF8(argument: 3, byte: 4),
      sv: "Argument 3 är inte UTF-8: byte 5 går inte att läsa.", "Använd en terminal med teckenkodningen UTF-8.",
      en: "Argument 3 is not UTF-8: byte 5 cannot be read.", "Use a terminal with the encoding UTF-8.")
  }

  @Test("no command")
  func missingCommand() {
    expect(
      .missingCommand,
      sv: "Inget kommando är angivet.", "Se ”library --help”.",
      en: "No command is given.", "See “library --help”.")
  }

  @Test("unknown command")
  func unknownCommand() {
    expect(
      .unknownCommand(found: "bok", suggestion: "book"),
      sv: "Kommandot ”bok” finns inte. Menade du ”book”?", "Se ”library --help”.",
      en: "There is no command “bok”. Did you mean “book”?", "See “library --help”.")
    expect(
      .unknownCommand(found: "x", suggestion: nil),
      sv: "Kommandot ”x” finns inte.", "Se ”library --help”.",
      en: "There is no command “x”.", "See “library --help”.")
  }

  @Test("no verb")
  func missingVerb() {
    expect(
      .missingVerb(noun: "book", verbs: ["add", "lend", "return"]),
      sv: "”book” behöver ett verb: add, lend eller return.", "Se ”library book --help”.",
      en: "“book” needs a verb: add, lend or return.", "See “library book --help”.")
  }

  @Test("unknown verb")
  func unknownVerb() {
    expect(
      .unknownVerb(noun: "book", found: "lned", suggestion: "lend"),
      sv: "”book” har inget verb ”lned”. Menade du ”lend”?", "Se ”library book --help”.",
      en: "“book” has no verb “lned”. Did you mean “lend”?", "See “library book --help”.")
  }

  @Test("unknown option")
  func unknownOption() {
    expect(
      .unknownOption(found: "--titel", suggestion: "--title", command: ["book", "add"]),
      sv: "”book add” har inget val ”--titel”. Menade du ”--title”?", "Se ”library book add --help”.",
      en: "“book add” has no option “--titel”. Did you mean “--title”?", "See “library book add --help”.")
    expect(
      .unknownOption(found: "--nope", suggestion: nil, command: []),
      sv: "Det finns inget val ”--nope”.", "Se ”library --help”.",
      en: "There is no option “--nope”.", "See “library --help”.")
  }

  @Test("option before the command")
  func optionBeforeCommand() {
    expect(
      .optionBeforeCommand(option: "--title"),
      sv: "Valet --title står före kommandot.", "Skriv --title efter kommandot.",
      en: "The option --title stands before the command.", "Write --title after the command.")
  }

  @Test("missing value")
  func missingValue() {
    expect(
      .missingValue(option: "--year", placeholder: "YEAR", next: nil, command: ["book", "add"]),
      sv: "--year saknar sitt värde YEAR.", "Se ”library book add --help”.",
      en: "--year lacks its value YEAR.", "See “library book add --help”.")
    expect(
      .missingValue(option: "--year", placeholder: "YEAR", next: "-44", command: ["book", "add"]),
      sv: "--year saknar sitt värde YEAR.", "Ett värde som börjar med streck skrivs --year=-44.",
      en: "--year lacks its value YEAR.", "A value that begins with a dash is written --year=-44.")
  }

  @Test("value for a flag")
  func valueForFlag() {
    expect(
      .valueForFlag(flag: "--quiet", value: "no", command: []),
      sv: "--quiet tar inget värde, men fick ”no”.", "Skriv bara --quiet.",
      en: "--quiet takes no value, but got “no”.", "Write --quiet alone.")
  }

  @Test("option given twice")
  func duplicateOption() {
    expect(
      .duplicateOption(option: "--title", first: "a", second: "b", command: ["book", "add"]),
      sv: "--title är angivet två gånger: ”a” och ”b”.", "Ange --title en gång.",
      en: "--title is given twice: “a” and “b”.", "Give --title once.")
  }

  @Test("too many words")
  func unexpectedArguments() {
    expect(
      .unexpectedArguments(["rummet"], command: ["book", "add"]),
      sv: "Oväntat på kommandoraden: ”rummet”.", "Text med mellanslag skrivs inom citattecken.",
      en: "Unexpected on the command line: “rummet”.", "Text with spaces is written in quotation marks.")
    expect(
      .unexpectedArguments(["a", "b", "c"], command: ["book", "add"]),
      sv: "Oväntat på kommandoraden: ”a”, ”b” och ”c”.", "Text med mellanslag skrivs inom citattecken.",
      en: "Unexpected on the command line: “a”, “b” and “c”.", "Text with spaces is written in quotation marks.")
  }

  @Test("missing arguments, all at once")
  func missingRequired() {
    expect(
      .missingRequired([T.book.declaration, T.title.declaration, T.year.declaration], command: ["book", "add"]),
      sv: "Det saknas: BOOK, --title TEXT och --year YEAR.", "Se ”library book add --help”.",
      en: "Missing: BOOK, --title TEXT and --year YEAR.", "See “library book add --help”.")
  }

  @Test("a value that is none")
  func malformedValue() {
    expect(
      .malformedValue(
        argument: "--due", found: "2022-13-01",
        expected: Localized("ett datum som 2022-10-14", "a date such as 2022-10-14"),
        command: ["book", "lend"]),
      sv: "--due: väntade ett datum som 2022-10-14, fann ”2022-13-01”.", "Se ”library book lend --help”.",
      en: "--due: expected a date such as 2022-10-14, found “2022-13-01”.", "See “library book lend --help”.")
  }

  @Test(
    "ranges of whole numbers",
    arguments: [
      (1...9, "ett heltal från 1 till 9", "a whole number from 1 to 9"),
      (1...Int.max, "ett heltal, minst 1", "a whole number, at least 1"),
      (Int.min...9, "ett heltal, högst 9", "a whole number, at most 9"),
      (Int.min...Int.max, "ett heltal", "a whole number"),
    ])
  func ranges(range: ClosedRange<Int>, sv: String, en: String) {
    #expect(throws: ValueProblem(expected: Localized(sv, en))) { try wholeNumber(range)("x") }
  }
}
