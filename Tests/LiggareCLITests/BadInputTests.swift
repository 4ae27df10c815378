import CommandArguments
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  /// A command that is refused: what is said in both languages, the exit code, and that nothing is written.
  struct Refused: Sendable, CustomTestStringConvertible {
    var line: String
    var exit: Int32
    var sv: String
    var en: String
    var testDescription: String { line }
  }

  @Test(
    "is answered with what is wrong and what to do, in both languages",
    arguments: [
      Refused(
        line: "mesure list", exit: 2,
        sv: "Kommandot ”mesure” finns inte. Menade du ”measure”?\nSe ”liggare --help”.",
        en: "There is no command “mesure”. Did you mean “measure”?\nSee “liggare --help”."),
      Refused(
        line: "measure aprove M-0001", exit: 2,
        sv: "”measure” har inget verb ”aprove”. Menade du ”approve”?\nSe ”liggare measure --help”.",
        en: "“measure” has no verb “aprove”. Did you mean “approve”?\nSee “liggare measure --help”."),
      Refused(
        line: "measure list --aera norr", exit: 2,
        sv: "”measure list” har inget val ”--aera”. Menade du ”--area”?\nSe ”liggare measure list --help”.",
        en: "“measure list” has no option “--aera”. Did you mean “--area”?\nSee “liggare measure list --help”."),
      Refused(
        line: "measure start M-0009 --yes", exit: 1,
        sv: "M-0009 finns inte i liggaren. Menade du ”M-0001”?\nKända åtgärder: M-0001. Se ”liggare measure list”.",
        en: "M-0009 is not in the ledger. Did you mean “M-0001”?\nKnown measures: M-0001. See “liggare measure list”."),
      Refused(
        line: "measure start D-0001 --yes", exit: 1,
        sv: "Händelsen ”påbörjad” (measure.started) gäller åtgärder, men D-0001 är ett beslut.",
        en: "The event “started” (measure.started) is about measures, but D-0001 is a decision."),
      Refused(
        line: "measure start M-1 --yes", exit: 2,
        sv: "M-ID: väntade en beteckning som M-0007, fann ”M-1”.\nSe ”liggare measure start --help”.",
        en: "M-ID: expected an identifier such as M-0007, found “M-1”.\nSee “liggare measure start --help”."),
      Refused(
        line: "measure propose --title x --area soder --yes", exit: 1,
        sv: "”soder” finns inte bland medborgarlöftets stadsdelar.\nKända stadsdelar: norr, centrum.",
        en: "“soder” is not among the districts of the citizen promise.\nKnown districts: norr, centrum."),
      Refused(
        line: "measure report M-0001 --statement x --period 2024-T4 --irregular x --yes", exit: 1,
        sv: "”2024-T4” är ingen av liggarens redovisningsperioder.\nLiggarens perioder: 2024-T1, ",
        en: "“2024-T4” is not a reporting period of the ledger.\nThe ledger’s periods: 2024-T1, "),
      Refused(
        line: "follow-up prepare 2024-T4", exit: 2,
        sv:
          "Liggaren har ingen period ”2024-T4”.\nDen har 2024-T1, 2024-T2, 2024-T3, 2025-T1, 2025-T2, 2025-T3, slutrapport.",
        en:
          "The ledger has no period “2024-T4”.\nIt has 2024-T1, 2024-T2, 2024-T3, 2025-T1, 2025-T2, 2025-T3, slutrapport."
      ),
      Refused(
        line: "measure start M-0001 --yes", exit: 1,
        sv:
          "Uppgiften avviker från reglerna: utförd före beslut.\nOm det har hänt kan kommandot upprepas med --irregular \"skäl\". Uppgiften märks och blir en iakttagelse.",
        en: "The entry goes against the rules: "),
      Refused(
        line: "measure start M-0001 --as-of 2024-02-01 --yes", exit: 2,
        sv:
          "--as-of väljer hur boken läses och går inte ihop med att registrera.\nAnge med --effective när det hände. När det registreras sätter klockan.",
        en:
          "--as-of chooses how the book is read and does not go with recording.\nSay with --effective when it happened. When it is recorded is for the clock."
      ),
      Refused(
        line: "measure withdraw M-0001 --reason x --effective 2024-02-01 --undated --yes", exit: 2,
        sv: "--effective och --undated går inte ihop.\nAnge bara en av dem.",
        en: "--effective and --undated do not go together.\nGive only one of them."),
      Refused(
        line: "measure approve M-0001 --paragraph 14 --yes", exit: 2,
        sv: "--paragraph säger inget utan --authority.\nAnge även --authority.",
        en: "--paragraph says nothing without --authority.\nGive --authority as well."),
      Refused(
        line: "document attach M-0001 --yes", exit: 2,
        sv: "En av --file och --sha256 ska anges.\nAnge den ena, inte båda.",
        en: "One of --file and --sha256 is needed.\nGive the one, not both."),
      Refused(
        line: "document attach M-0001 --file finns-inte.pdf --yes", exit: 5,
        sv: "Filen eller mappen finns inte (open, ENOENT).\nKontrollera filen och rättigheterna.",
        en: "The file or folder does not exist (open, ENOENT).\nCheck the file and its permissions."),
      Refused(
        line: "document show ffff", exit: 2,
        sv: "Ingen handling har ett SHA-256 som börjar med ”ffff”.\nSe ”liggare document list”.",
        en: "No document has a SHA-256 that begins with “ffff”.\nSee “liggare document list”."),
      Refused(
        line: "follow-up prepare 2024-T1 --note x", exit: 2,
        sv: "--note säger inget utan --record.\nAnge även --record.",
        en: "--note says nothing without --record.\nGive --record as well."),
      Refused(
        line: "measure list --json --markdown", exit: 2,
        sv: "--json och --markdown går inte ihop.\nAnge bara en av dem.",
        en: "--json and --markdown do not go together.\nGive only one of them."),
      Refused(
        line: "reverse 99 --reason x --yes", exit: 2,
        sv: "Det finns ingen händelse ”99”.\nNumren står i ”liggare audit trace”: #41 är händelse 41.",
        en: "There is no event “99”.\nThe numbers are in “liggare audit trace”: #41 is event 41."),
      Refused(
        line: "correct 5 --field titel --to y --reason x --yes", exit: 1,
        sv: "”titel”", en: "“titel”"),
      Refused(
        line: "correct 5 --field deadline --to snart --reason x --yes", exit: 1,
        sv: "snart", en: "snart"),
    ])
  func refused(_ refused: Refused) throws {
    for (language, expected) in [(Language.sv, refused.sv), (.en, refused.en)] {
      let program = try Program.withMeasure(language)
      let before = program.files
      let answer = program(refused.line)
      #expect(answer.exit == refused.exit)
      #expect(answer.text.isEmpty)
      #expect(answer.errors.hasPrefix("liggare: ") && answer.errors.hasSuffix("\n"))
      #expect(answer.errors.contains(expected), "\(answer.errors)")
      #expect(program.files == before)
    }
  }

  @Test("an irregular act is recorded and marked when its reason is given")
  func irregular() throws {
    let program = try Program.withMeasure()
    #expect(program(#"measure start M-0001 --irregular "Började innan beslutet" --yes"#).exit == 0)
    #expect(program.lines.last?.contains(#""reason":"Började innan beslutet""#) == true)
    #expect(program("measure list").text.contains("†"))
    #expect(program("measure show M-0001").text.contains("Började innan beslutet"))
  }

  @Test("a reason given where nothing is irregular marks the entry by the recorder's own word")
  func declaredIrregular() throws {
    let program = try Program.withLedger()
    #expect(program("body register --name x --kind other --irregular y --yes").exit == 0)
    #expect(program.lines.last?.contains("declared") == true)
  }

  // MARK: The event id

  private static let id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"

  @Test("the same event id with the same content answers as before and writes nothing, also the day after")
  func repeated() throws {
    let program = try Program.withMeasure()
    let line = "measure withdraw M-0001 --reason Behovslös --note hemligt --event-id \(Self.id) --yes"
    let first = program(line)
    #expect(first.exit == 0)
    let before = program.files
    program.now = "2024-01-09T11:00Z"
    let second = program(line)
    #expect(second.exit == 0, "\(second.errors)")
    #expect(second.text.hasPrefix("Fanns redan\n"))
    #expect(
      second.text.split(separator: "\n").dropFirst(2) == first.text.split(separator: "\n").dropFirst(2))
    #expect(program(line + " --json").text.contains(#""outcome": "already-recorded""#))
    #expect(program.files == before)
  }

  @Test("the same event id with another note is other content, although both are sealed")
  func repeatedNote() throws {
    let program = try Program.withMeasure()
    let line = "measure withdraw M-0001 --reason Behovslös --event-id \(Self.id) --yes --note"
    #expect(program(line + " ett").exit == 0)
    let before = program.files
    #expect(program(line + " två").exit == 1)
    #expect(program(line + " ett").exit == 0)
    #expect(program.files == before)
  }

  @Test("characters that could deceive a terminal are escaped in JSON, and the value is the same")
  func invisible() throws {
    let program = try Program.withMeasure()
    let reason = "a\u{9B}b\u{202E}c\u{200B}d"
    let answer = program(["measure", "withdraw", "M-0001", "--reason=\(reason)", "--yes", "--json"])
    #expect(answer.exit == 0)
    #expect(answer.text.contains(#"a\u009bb\u202ec\u200bd"#))
    #expect(!answer.text.unicodeScalars.contains { [0x9B, 0x202E, 0x200B].contains($0.value) })
    #expect(try JSONValue(parsing: answer.text).canonicalText.contains(reason))
  }

  @Test("a search for no word, for no known kind or for nothing is wrong usage, in both languages")
  func noWord() throws {
    let program = try Program.withMeasure()
    for blank in ["", " ", "\t", "\u{A0}"] {
      let answer = program(["find", "vandring", blank])
      #expect(answer.exit == 2 && answer.text.isEmpty)
      #expect(answer.errors.hasPrefix("liggare: WORD: väntade ett ord, fann "), "\(answer.errors)")
      #expect(program(["find", blank, "--lang", "en"]).errors.hasPrefix("liggare: WORD: expected a word, found "))
    }
    #expect(program("find").errors == "liggare: Det saknas: WORD.\nSe ”liggare find --help”.\n")
    #expect(program("find x --kind meassure").exit == 2)
  }

  @Test("a field deeper than any payload is refused at once")
  func deepField() throws {
    let program = try Program.withMeasure()
    let field = "title" + String(repeating: ".a", count: 5000)
    #expect(program("correct 2 --field \(field) --to x --reason p --dry-run").exit == 1)
    #expect(program("correct +2 --field title --to x --reason p --dry-run").exit == 2)
  }

  @Test("so does a batch: a decision and what it decides")
  func repeatedBatch() throws {
    let program = try Program.withMeasure()
    let line = "measure approve M-0001 --authority body --organ B-0001 --event-id \(Self.id) --yes"
    #expect(program(line).exit == 0)
    let before = program.files
    let second = program(line)
    #expect(second.exit == 0 && second.text.hasPrefix("Fanns redan\n"))
    #expect(program.files == before)
  }

  @Test("the same event id with other content is refused, and nothing is written")
  func otherContent() throws {
    let program = try Program.withMeasure()
    #expect(program("measure withdraw M-0001 --reason a --event-id \(Self.id) --yes").exit == 0)
    let before = program.files
    let answer = program("measure withdraw M-0001 --reason b --event-id \(Self.id) --yes")
    #expect(answer.exit == 1)
    #expect(
      answer.errors == """
        liggare: Id \(Self.id) är redan post 6, med annat innehåll.
        Välj ett nytt id, eller utelämna --event-id.

        """)
    #expect(program.files == before)
  }

  // MARK: The clock

  @Test("a clock behind the last entry must be confirmed")
  func clockBehind() throws {
    let program = try Program.withLedger()
    let before = program.files
    program.now = "2024-01-08T07:00Z"
    let line = "body register --name Polisen --kind police --yes"
    let answer = program(line)
    #expect(answer.exit == 1)
    #expect(
      answer.errors == """
        liggare: Klockan är 2024-01-08 08:00:00, men den sista posten registrerades 2024-01-08 09:02:00.
        Ställ klockan, eller bekräfta med --confirm-clock-step om den går rätt.

        """)
    #expect(program.files == before)
    program.now = "2024-01-08T07:00Z"
    #expect(
      program(line + " --lang en").errors.hasPrefix(
        "liggare: The clock says 2024-01-08 08:00:00, but the last entry was recorded at 2024-01-08 09:02:00.\n"))
    #expect(program(line + " --confirm-clock-step").exit == 0)
  }
}
