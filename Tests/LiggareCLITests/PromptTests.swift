import CommandArguments
import LedgerDomain
import TestSupport
import Testing

@Suite("Questions on the terminal")
struct PromptTests {
  @Test("what is missing is asked for, then shown, and recorded on yes")
  func asks() throws {
    let program = try Program.withLedger()
    let answer = program("body register", answers: ["Polisen", "police", "ja"])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(
      answer.questions == [
        "namnet (TEXT): ",
        "slags organ (council | executive-board | committee | advisory | police | other): ",
        "Registrera? [j/N] ",
      ])
    // The preview is on error output, so that the answer can be piped on.
    #expect(answer.errors.hasPrefix("Att registrera\n"))
    #expect(answer.text.hasPrefix("Registrerat\n"))
    #expect(program.lines.count == 5)
  }

  @Test("in a ledger in English the questions are in English")
  func asksInEnglish() throws {
    let program = try Program.withLedger(.en)
    let answer = program("body register", answers: ["The police", "police", "y"])
    #expect(answer.exit == 0)
    #expect(answer.questions.first == "the name (TEXT): ")
    #expect(answer.questions.last == "Record? [y/N] ")
  }

  @Test("a malformed answer is asked for again, with what was expected; an empty one is asked for again")
  func asksAgain() throws {
    let program = try Program.withLedger()
    let answer = program(
      "meeting schedule", answers: ["", "Kommunstyrelsen", "B-0001", "2024-02-30", "2024-02-20", "j"])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.questions.count == 6)
    #expect(answer.questions[1] == answer.questions[0])
    #expect(answer.questions[2].hasPrefix("Väntade "))
    #expect(answer.questions[4].hasPrefix("Väntade "))
  }

  @Test("what may be repeated is asked for until an empty line")
  func asksForSeveral() throws {
    let program = try Program()
    let opening = "journal init @/ledger --title L --owner K --from 2024-01-01 --through 2025-12-31 --yes"
    #expect(program(opening).exit == 0)
    let answer = program(
      "promise adopt --title Löfte --from 2024-01-01 --through 2025-12-31 --authority unknown --irregular x",
      answers: ["trygghet", "", "kommun=Kommunen", "polis=Polisen", "", "ja"])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.text.contains("Kommunen; Polisen"))
  }

  @Test("nobody is asked anything where there is no ledger to record in")
  func noLedger() throws {
    let program = try Program()
    let answer = program("body register", answers: ["Polisen", "police", "ja"])
    #expect(answer.exit == 2 && answer.questions.isEmpty)
    #expect(answer.errors.hasPrefix("liggare: Det finns ingen liggare i ”"))
  }

  @Test("at the end of input the rest is missing: exit 2, nothing written")
  func endOfInput() throws {
    let program = try Program.withLedger()
    let before = program.files
    let answer = program("meeting schedule", answers: ["B-0001"])
    #expect(answer.exit == 2)
    #expect(answer.errors.contains("Det saknas: --day DATE."))
    #expect(program.files == before)
  }

  @Test(
    "anything but yes is no: exit 1, nothing written",
    arguments: [["nej"], ["n"], [""], ["kanske"], ["jaså"], []])
  func declined(_ answers: [String]) throws {
    let program = try Program.withMeasure()
    let before = program.files
    let answer = program("measure start M-0001 --irregular x", answers: answers)
    #expect(answer.exit == 1)
    #expect(answer.errors.hasSuffix("liggare: Inget är skrivet.\n"))
    #expect(answer.text.isEmpty)
    #expect(program.files == before)
  }

  @Test("yes is said in either language", arguments: ["j", "ja", "JA", " y ", "yes"])
  func agreed(_ word: String) throws {
    let program = try Program.withLedger()
    #expect(program("body register --name Polisen --kind police", answers: [word]).exit == 0)
  }

  @Test("the opening of a ledger is shown and asked for too")
  func opening() throws {
    let program = try Program()
    let line = "journal init @/ledger --title L --owner K --from 2024-01-01 --through 2025-12-31"
    let no = program(line, answers: ["n"])
    #expect(no.exit == 1)
    #expect(no.questions == ["Öppna liggaren? [j/N] "])
    #expect(program.files.isEmpty)
    #expect(program(line).exit == 2)
    #expect(program(line + " --dry-run").exit == 0)
    #expect(program.files.isEmpty)
    #expect(program(line, answers: ["j"]).exit == 0)
    #expect(program.lines.count == 1)
  }

  @Test("in a pipe nothing is asked: a missing option and a missing --yes are exit 2, nothing written")
  func pipe() throws {
    let program = try Program.withLedger()
    let before = program.files
    let missing = program("body register --name Polisen")
    #expect(missing.exit == 2)
    #expect(
      missing.errors == "liggare: Det saknas: --kind KIND.\nSe ”liggare body register --help”.\n")
    let unasked = program("body register --name Polisen --kind police")
    #expect(unasked.exit == 2)
    #expect(
      unasked.errors
        == """
        liggare: Ingen kan svara på frågan om det ska registreras.
        Granska med --dry-run, och registrera med --yes. Inget är skrivet.

        """)
    #expect(program.files == before)
    #expect(
      program("body register --name Polisen --kind police --lang en").errors
        == """
        liggare: Nobody can answer whether it shall be recorded.
        Look with --dry-run, and record with --yes. Nothing is written.

        """)
  }

  @Test("a dry run of every step of the road's beginning shows what would be recorded and writes nothing")
  func dryRun() throws {
    let program = try Program.withMeasure()
    let before = program.files
    for line in [
      "body register --name Polisen --kind police", "measure approve M-0001 --authority body --organ B-0001",
      "measure withdraw M-0001 --reason x --note hemligt", "correct 5 --field title --to Annat --reason x",
      "reverse 5 --reason x", "case open --title x --proposed-by-citizen Bo",
    ] {
      for extra in ["", " --yes", " --json"] {
        let answer = program("\(line) --dry-run\(extra)")
        #expect(answer.exit == 0, "\(line)\(extra): \(answer.errors)")
        #expect(answer.text.contains(extra == " --json" ? #""outcome": "dry-run""# : "inget är skrivet"))
        #expect(program.files == before, "\(line)\(extra)")
      }
    }
  }

  @Test("a refusal is the same in a dry run, on a terminal and with --yes, and writes nothing")
  func refusedEverywhere() throws {
    let program = try Program.withMeasure()
    let before = program.files
    let line = "measure propose --title x --area söder"
    let answers = [program("\(line) --dry-run"), program("\(line) --yes"), program(line, answers: ["ja"])]
    #expect(answers.allSatisfy { $0.exit == answers[0].exit && $0.errors == answers[0].errors && $0.questions.isEmpty })
    #expect(program.files == before)
  }
}
