import CommandArguments
import Foundation
import LedgerDomain
import TestSupport
import Testing

@testable import LiggareCLI

/// How one moves among the questions of `record`: back, out, and on after what cannot be.
@Suite("The way through the questions of record")
struct GuidedWayTests {
  private static let stopped = "liggare: Inget är skrivet.\n"

  /// A ledger with 40 measures, a meeting that is planned, and a private person.
  private static func large() throws -> Program {
    let program = try Program.withLedger()
    for number in 1...40 {
      let name = number == 7 ? "Belysning vid skolan" : "Vandring \(number)"
      #expect(program(#"measure propose --title "\#(name)" --area norr --deadline 2024-11-30 --yes"#).exit == 0)
    }
    #expect(program(#"person register --name "Påhittad Person" --yes"#).exit == 0)
    return program
  }

  @Test("< goes one question back, at lists, texts, yes and no and the day; the questions before keep their answers")
  func back() throws {
    let program = try Program.withLedger()
    let answers = [
      "<", "8", "6", "Näm", "<", "Nämnden", "3", "", "Kim Ek", "<", "Kim Ek, ordförande", "j", "", "<", "",
      "2024-01-01", "ja",
    ]
    let answer = program("record", answers: answers)
    #expect(answer.exit == 0, "\(answer.screen)")
    #expect(
      answer.errors.contains(
        "Kommandot: liggare body register --name 'Nämnden' --kind committee --chair 'Kim Ek, ordförande' --delegated-notified --effective 2024-01-01\n"
      ), "\(answer.screen)")
    // The list is shown again where it is asked again, and only there.
    #expect(answer.errors.components(separatedBy: "Slags organ\n").count == 3, "\(answer.screen)")
  }

  @Test("< at the last yes or no goes back to the day, and from there on")
  func backFromTheEnd() throws {
    let program = try Program.withMeasure()
    #expect(program("measure approve M-0001 --authority unknown --irregular x --effective 2024-01-02 --yes").exit == 0)
    let answer = program("record", answers: ["1", "5", "", "", "", "<", "<", "Grannarna", "", "2024-01-05", "ja"])
    #expect(answer.exit == 0, "\(answer.screen)")
    #expect(answer.text.contains("2024-01-05") && answer.text.contains("Grannarna"))
    #expect(program.lines.count { $0.contains("measure.started") } == 1)
  }

  @Test(
    ". stops at every question, and nothing is written",
    arguments: [
      ["."], ["8", "."], ["8", "6", "."], ["8", "6", "Nämnden", "3", "", "", "."], ["9", "2", "M-0001", "."],
      ["9", "4", "Påhittad Person", "", "."], ["9", "4", "Påhittad Person", "", "", "."],
    ])
  func stop(_ answers: [String]) throws {
    let program = try Program.withMeasure()
    let before = program.files
    let answer = program("record", answers: answers)
    #expect(answer.exit == 1 && answer.errors.hasSuffix(Self.stopped), "\(answer.screen)")
    #expect(answer.questions.count == answers.count, "\(answer.screen)")
    #expect(program.files == before)
  }

  @Test(
    "the end of input is a stop, in every new story",
    arguments: [
      ["7", "1", "Lägesbild"], ["7", "2"], ["7", "3"], ["8", "1", "Löfte"], ["8", "2"], ["8", "3"], ["8", "4"],
      ["8", "5"], ["8", "6"], ["4", "4", "1"], ["4", "5"], ["9", "1"], ["9", "1", "1"], ["9", "2"], ["9", "3"],
      ["9", "4"], ["9", "5"],
    ])
  func endOfInput(_ answers: [String]) throws {
    let program = try Program.withMeasure()
    let before = program.files
    let answer = program("record", answers: answers)
    #expect(answer.exit == 1 && answer.errors.hasSuffix(Self.stopped), "\(answer.screen)")
    #expect(program.files == before)
  }

  @Test(
    "what cannot be is asked for again, with what was expected",
    arguments: [
      (["10"], "Väntade ett nummer från 1 till 9."),
      (["8", "0"], "Väntade ett nummer från 1 till 6."),
      (["8", "6", ""], "Väntade egna ord."),
      (["8", "6", "N", "9"], "Väntade ett nummer från 1 till 6."),
      (["8", "6", "N", "stat"], "Väntade ett nummer från 1 till 6."),
      (
        ["8", "6", "N", "nämnd", "", "a,b,c,d"],
        "Väntade »befattning«, »namn, befattning« eller »namn, befattning, organ«."
      ),
      (["8", "6", "N", "nämnd", "", "", "kanske"], "Väntade ja eller nej."),
      (
        ["8", "6", "N", "nämnd", "", "", "", "", "2024-02-30"],
        "Väntade ett datum som 2022-10-14 eller en tidpunkt som 2022-10-14T11:30:00Z."
      ),
      (["8", "4", "", "", "2024-13-01"], "Väntade ett datum som 2022-10-14."),
      (["8", "4", "", "", "2024-01-01", ""], "Väntade ett datum som 2022-10-14."),
      (
        ["8", "2", "P-0009"],
        "Väntade numret 1, ett medborgarlöfte i liggaren, som P-0001, eller ord ur namnet."
      ),
      (["8", "2", "", "3"], "Väntade ett nummer från 1 till 2."),
      (["9", "1", "Q-1"], "Väntade ett nummer från 1 till 5 eller en beteckning i liggaren, som M-0007."),
      (["9", "1", "M-0001", "@/finns-inte.pdf"], "Väntade en fil som går att läsa."),
      (["9", "1", "M-0001", "@/"], "Väntade en fil som går att läsa."),
      (
        ["9", "1", "M-0001", "", "abc"],
        "Väntade en kontrollsumma (SHA-256): 64 hexadecimala siffror med små bokstäver, som e3b0c442…."
      ),
      (["9", "4", "", ""], "Väntade egna ord."),
      (["9", "5", "x"], "Väntade en privatperson i liggaren, som E-0001."),
      (["7", "1", "L", "1", ""], "Väntade egna ord."),
      (["7", "3", "I-0001"], "Väntade en indikator i liggaren, som I-0001, eller ord ur namnet."),
    ])
  func expected(_ answers: [String], _ sentence: String) throws {
    let program = try Program.withMeasure()
    let before = program.files
    let typed = answers.map { $0.replacing("@/", with: program.scratch.path + "/") }
    let answer = program("record", answers: typed)
    #expect(
      answer.questions.last?.hasPrefix(sentence + "\n(< går en fråga tillbaka, . slutar.)\n") == true,
      "\(answer.screen)")
    #expect(answer.exit == 1 && program.files == before)
  }

  @Test("what the domain refuses is said, and the questions go on from the last one")
  func refused() throws {
    let program = try Program.withLedger()
    let nothing = ["8", "4", "", "", "", "", "", "", "Inget", "", ""]
    let answer = program(
      "record", answers: nothing + ["<", "<", "<", "<", "Öster", "", "", "Ny", "", "", "Bråttom", "ja"])
    #expect(answer.exit == 0, "\(answer.screen)")
    #expect(
      answer.errors.contains(
        """
        liggare: Kommandot ändrar ingenting: det som anges gäller redan, eller inget anges.
        Ange det som ska ändras.
        Svara annorlunda: < går en fråga tillbaka, . slutar.

        """), "\(answer.screen)")
    #expect(
      answer.errors.contains("promise amend P-0001 --area 'oster=Öster' --reason Ny --irregular 'Bråttom'"),
      "\(answer.screen)")
    let before = program.files
    let stopped = program("record", answers: nothing + ["."])
    #expect(stopped.exit == 1 && stopped.errors.hasSuffix(Self.stopped) && program.files == before)
  }

  @Test("the reason for something irregular may be taken back, too")
  func irregular() throws {
    let program = try Program.withMeasure()
    let answer = program(
      "record", answers: ["1", "5", "M-0001", "", "", "<", "2024-01-05", "Började genast", "ja"])
    #expect(answer.exit == 0, "\(answer.screen)")
    #expect(answer.errors.contains("--effective 2024-01-05 --irregular 'Började genast'"))
    let before = program.files
    let stopped = program("record", answers: ["1", "5", "M-0001", "", "", "."])
    #expect(stopped.exit == 1 && program.files == before)
  }

  @Test("personal data in a text is asked about; sealed, it stands in no line, and < goes back to the questions")
  func personalData() throws {
    let program = try Program.withMeasure()
    let number = "070-174 06 05"
    let telling = ["7", "1", "Lägesbild", "2", "Samtal från \(number)", "5", "", "", ""]
    let sealed = program("record", answers: telling + ["f", "ja"])
    #expect(sealed.exit == 0, "\(sealed.screen)")
    #expect(sealed.errors.contains("Personuppgifter i oförseglad text"))
    #expect(!program.lines.contains { $0.contains(number) })
    let before = program.files
    let again = program("record", answers: telling + ["<", "."])
    #expect(again.exit == 1 && again.errors.hasSuffix(Self.stopped), "\(again.screen)")
    #expect(again.questions.last?.hasPrefix("När hände det?") == true)
    #expect(program.files == before)
  }

  @Test("a long list is cut, and words of the name find what it does not show")
  func words() throws {
    let program = try Self.large()
    let answer = program(
      "record", answers: ["9", "2", "1", "xyz", "BELYSNING", "", "", "OSL 26 kap. 1 §", "", "", "ja"])
    #expect(answer.exit == 0, "\(answer.screen)")
    #expect(answer.errors.contains("  … och fler: skriv beteckningen, eller ord ur namnet.\n"))
    #expect(answer.errors.contains("Åtgärden\n  1  M-0007  Belysning vid skolan\n"), "\(answer.screen)")
    #expect(answer.errors.contains("secrecy mark M-0007 --provision"))
  }

  @Test(
    "the targets of a measure are a list, each asked for once, then the number; a number that is none is asked for again"
  )
  func results() throws {
    let program = try Program.withLedger()
    let lines = [
      #"measure propose --title Vandringar --area norr --target "vandringar: >=4 st" --target "deltagare: >=40 personer" --deadline 2024-11-30 --yes"#,
      "measure approve M-0001 --authority unknown --irregular x --yes", "measure start M-0001 --yes",
    ]
    for line in lines { #expect(program(line).exit == 0, "\(line)") }
    let answer = program(
      "record", answers: ["1", "6", "", "Två vandringar", "1", "två", "2", "1", "31,5", "", "", "", "ja"])
    #expect(answer.exit == 0, "\(answer.screen)")
    #expect(answer.errors.contains("--result vandringar=2 --result deltagare=31,5\n"), "\(answer.screen)")
    #expect(answer.questions.contains("Utfallet i personer (ett tal, till exempel 62,5): "))
    #expect(answer.questions.contains { $0.hasPrefix("Väntade ett tal, till exempel 62,5.\n") })
  }

  @Test("no list shows what is sealed, nor a registered name once it is erased")
  func masked() throws {
    let program = try Self.large()
    let listed = program("record", answers: ["9", "5", "."])
    #expect(listed.errors.contains("  1  E-0001  [maskerad]\n"))
    #expect(!listed.screen.contains("Påhittad"))
    // The fields that can be marked are named, and what they say is not.
    let fields = program("record", answers: ["9", "2", "E-0001", "."])
    #expect(fields.errors.contains("namn (name)"), "\(fields.screen)")
    #expect(!fields.screen.contains("Påhittad"))
  }

  @Test("where nothing is marked there is no mark to lift, and the list says so")
  func nothingMarked() throws {
    let program = try Program.withMeasure()
    let answer = program("record", answers: ["9", "3", "M-0001", "", "", "."])
    #expect(answer.errors.contains("  Boken har inget sådant.\n"), "\(answer.screen)")
    #expect(answer.errors.contains("M-0001"))
    #expect(answer.exit == 1)
  }

  @Test(
    "the same is said in English",
    arguments: [
      (["10"], "Expected a number from 1 to 9.\n(< goes one question back, . stops.)\n"),
      (["8", "6", "N", "3", "", "", "maybe"], "Expected yes or no.\n"),
      (["9", "4", "", ""], "Expected your own words.\n"),
      (["9", "1", "M-0001", "none.pdf"], "Expected a file that can be read.\n"),
      (["9", "5", "x"], "Expected a private person in the ledger, such as E-0001.\n"),
      (["9", "1", "x"], "Expected a number from 1 to 5 or an identifier in the ledger, such as M-0007.\n"),
      (
        ["8", "2", "P-0009"],
        "Expected the number 1, a citizen promise in the ledger, such as P-0001, or words of the name.\n"
      ),
      (
        ["9", "2", "M-0001", "9"], "Expected a number from 1 to 8 or the name of a field, such as title.\n"
      ),
      (["9", "3", "x"], "Expected an identifier in the ledger, such as M-0001, or words of the name.\n"),
    ])
  func english(_ answers: [String], _ sentence: String) throws {
    let program = try Program.withMeasure(.en)
    let answer = program("record", answers: answers)
    #expect(answer.questions.last?.hasPrefix(sentence) == true, "\(answer.screen)")
    #expect(answer.exit == 1 && answer.errors.hasSuffix("liggare: Nothing is written.\n"))
  }

  @Test("in English, too: what is refused, what there is none of, where, and how much")
  func englishLists() throws {
    let program = try Program.withMeasure(.en)
    let none = program("record", answers: ["9", "3", "."])
    #expect(none.errors.contains("The subject\n  The book has none.\n"), "\(none.screen)")
    let refused = program("record", answers: ["8", "4", "", "", "", "", "", "", "Nothing", "", "", "."])
    #expect(refused.errors.contains("Answer otherwise: < goes one question back, . stops.\n"), "\(refused.screen)")
    let places = program("record", answers: ["7", "1", "Picture", "1", "Survey", "", "", "Dark", "1", "", "", "", "y"])
    #expect(places.exit == 0, "\(places.screen)")
    #expect(places.errors.contains("Where?\n  1  Norr\n  2  Centrum\n  3  no place in particular\n"))
    #expect(places.errors.contains("Where else?\n  1  Centrum\n  2  no more\n"))
    #expect(places.questions.contains("What the ground is (your own words): "))
  }
}
