import CommandArguments
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("record, by questions")
struct RecordCommandTests {
  @Test(
    "every story is of a command that there is, and asks what that command takes",
    arguments: GuidedStory.themes.flatMap(\.stories).map(\.path))
  func stories(_ path: [String]) throws {
    let story = try #require(GuidedStory.themes.flatMap(\.stories).first { $0.path == path })
    let spec = try #require(Liggare.tree.commands.first { $0.path == path })
    for name in story.asks + story.fixed.map({ String($0.dropFirst(2)) }) {
      #expect(spec.options.contains { $0.name == name }, "\(name)")
    }
    #expect(spec.options.contains(RecordingOptions.effective.declaration))
    #expect(!story.words.sv.isEmpty && !story.words.en.isEmpty)
  }

  private static func planned() throws -> Program {
    let program = try Program.withLedger()
    #expect(program("meeting schedule --body B-0001 --day 2024-01-08 --yes").exit == 0)
    return program
  }

  @Test("it asks what happened, shows the command, the entry and the board, and records on yes")
  func records() throws {
    let program = try Self.planned()
    let answer = program("record", answers: ["2", "2", "", "KS 2024-01-08", "", "", "ja"])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(
      answer.questions == [
        "Nummer: ", "Nummer: ", "Nummer, beteckning eller ord ur namnet (tom rad: 1): ",
        "Protokollets namn (egna ord; tom rad: inget): ",
        "Ordförande (»befattning«, »namn, befattning« eller »namn, befattning, organ«; tom rad: inget): ",
        "När hände det? (datum; tom rad: 2024-01-08; okänd: odaterad) ",
        "Registrera? [j/N] ",
      ])
    #expect(answer.errors.contains("Vad gäller det?\n  1  en åtgärd\n  2  ett sammanträde eller dess protokoll\n"))
    #expect(answer.errors.contains("Sammanträdet\n  1  T-0001  Kommunstyrelsen 2024-01-08\n"))
    #expect(answer.errors.contains("\nKommandot: liggare meeting hold T-0001 --name 'KS 2024-01-08'\n"))
    #expect(answer.errors.contains("På bevakningen"))
    #expect(answer.errors.contains("Nytt  justera protokollet: T-0001 KS 2024-01-08, senast 2024-01-22"))
    #expect(answer.text.hasPrefix("Registrerat\n"))
    #expect(program("meeting show T-0001").text.contains("KS 2024-01-08"))
  }

  @Test("of a named subject it asks only what can have happened to it, and one that there is not is refused")
  func about() throws {
    let program = try Self.planned()
    let answer = program("record T-0001", answers: ["1", "KS 2024-01-08", "", "", "ja"])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(
      answer.errors.contains("Vad har hänt med T-0001 Kommunstyrelsen 2024-01-08?\n  1  sammanträdet hölls\n"))
    #expect(!answer.errors.contains("protokollet justerades"))
    #expect(answer.errors.contains("\nKommandot: liggare meeting hold T-0001 --name 'KS 2024-01-08'\n"))
    let next = program("record T-0001 --lang en", answers: ["."])
    #expect(next.errors.contains("What has happened to T-0001 KS 2024-01-08?\n  1  the minutes were verified\n"))
    let none = program("record M-0099", answers: [])
    #expect(none.exit == 2 && none.questions.isEmpty)
    #expect(none.errors.hasPrefix("liggare: M-0099 finns inte i liggaren."))
  }

  @Test("a decision with its authority: the organ, the meeting, the paragraph, and nothing about delegation")
  func decision() throws {
    let program = try Self.planned()
    #expect(program("measure propose --title Vandringar --area norr --deadline 2024-11-30 --yes").exit == 0)
    #expect(program("meeting hold T-0001 --yes").exit == 0)
    #expect(
      program(
        [
          "decision", "make", "--matter", "Budget", "--authority", "body", "--outcome", "approved", "--organ", "B-0001",
          "--meeting", "T-0001", "--paragraph", "§ 14", "--yes",
        ]).exit == 0)
    let answer = program("record", answers: ["1", "2", "", "1", "1", "", "", "", "", "j"])
    #expect(answer.exit == 0, "\(answer.errors)\(answer.questions)")
    #expect(
      answer.errors.contains(
        "Kommandot: liggare measure approve M-0001 --authority body --organ B-0001 --meeting T-0001 --paragraph '§ 15'\n"
      ))
    #expect(answer.errors.contains("Bort  besluta: M-0001 Vandringar, senast 2024-11-30"))
    #expect(answer.errors.contains("Nytt  genomföra: M-0001 Vandringar, senast 2024-11-30"))
    #expect(!answer.questions.contains { $0.hasPrefix("Delegationen") })
    #expect(program("measure show M-0001").text.contains("beslutad"))
  }

  @Test("what may be given several times is asked for until nothing more is said, and not offered twice")
  func several() throws {
    let program = try Program.withLedger()
    let answer = program(
      "record", answers: ["1", "1", "Vandringar", "1", "1", "", "vandringar: >=4 st", "", "2024-11-30", "", "", "ja"])
    #expect(answer.exit == 0, "\(answer.errors)\(answer.questions)")
    #expect(
      answer.errors.contains(
        "measure propose --title Vandringar --area norr --area centrum --target 'vandringar: >=4 st' --deadline 2024-11-30\n"
      ), "\(answer.errors)")
    #expect(answer.errors.contains("Stadsdel, fler\n  1  Centrum\n  2  inget av dem\n"))
  }

  @Test("what is irregular is asked for its reason, once; without one nothing is written")
  func irregular() throws {
    let program = try Program.withMeasure()
    let before = program.files
    // Nothing is approved, so that all measures are offered.
    let stopped = program("record", answers: ["1", "5", "", "", "", ""])
    #expect(stopped.exit == 1 && stopped.errors.hasSuffix("liggare: Inget är skrivet.\n"))
    #expect(stopped.questions.last?.hasPrefix("Det är en regelavvikelse: ") == true)
    #expect(program.files == before)
    let answer = program("record", answers: ["1", "5", "M-0001", "", "", "Började genast", "ja"])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.errors.contains("--irregular 'Började genast'"))
  }

  @Test("a number that is none is asked for again, and a malformed value with what was expected")
  func again() throws {
    let program = try Self.planned()
    let answer = program(
      "record", answers: ["9", "2", "x", "2", "T-7", "T-0001", "", "", "i går", "2024-01-08", "nej"])
    #expect(answer.exit == 1)
    #expect(
      answer.questions[5].hasPrefix("Väntade numret 1, ett sammanträde i liggaren, som T-0001, eller ord ur namnet.\n"))
    #expect(answer.questions.contains { $0.hasPrefix("Väntade ") && $0.contains("När hände det?") })
  }

  @Test("at the end of input nothing is written", arguments: [[], ["2"], ["2", "2"], ["2", "2", "1", "", ""]])
  func endOfInput(_ answers: [String]) throws {
    let program = try Self.planned()
    let before = program.files
    let answer = program("record", answers: answers)
    #expect(answer.exit == 1 && answer.errors.hasSuffix("liggare: Inget är skrivet.\n"))
    #expect(program.files == before)
  }

  @Test("where nobody can answer it is refused, as is a clock of reading")
  func refusals() throws {
    let program = try Self.planned()
    let answer = program("record")
    #expect(answer.exit == 2)
    #expect(
      answer.errors
        == "liggare: Frågorna kräver en terminal: ingen kan svara.\nKör det i en terminal, eller skriv kommandot: ”liggare --help”.\n"
    )
    #expect(
      program("record --lang en").errors
        == "liggare: The questions need a terminal: nobody can answer.\nRun it in a terminal, or write the command: “liggare --help”.\n"
    )
    #expect(program("record --as-of 2024-01-01", answers: []).exit == 2)
  }

  @Test(
    "the command that is shown is one to copy: a shell reads the same words",
    arguments: [["a b", "c"], ["it's"], [""], ["§ 14", "x=1"], ["å\"$`\\"]])
  func quoting(_ words: [String]) throws {
    let answer = try Outside.run("/bin/sh", ["-c", "printf '%s\\n' \(shellLine(words))"])
    #expect(answer.output == words.map { $0 + "\n" }.joined())
  }
}
