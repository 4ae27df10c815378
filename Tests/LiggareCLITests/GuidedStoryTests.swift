import CommandArguments
import LedgerDomain
import TestSupport
import Testing

@testable import LiggareCLI

/// What the questions come to, story by story, as the person at the terminal sees it.
@Suite("The stories of record")
struct GuidedStoryTests {
  /// One thing that happened: what is typed, and the type of the event that it becomes.
  private struct Telling {
    var heading: String
    var answers: [String]
    var type: String
    /// What is recorded by commands before it.
    var before: [String] = []

    init(_ heading: String, _ answers: [String], is type: String, after before: String...) {
      self.heading = heading
      self.answers = answers
      self.type = type
      self.before = before
    }
  }

  private static let opening =
    #"journal init @/ledger --title "Medborgarlöfte 2024–2025" --owner Kommunen --from 2024-01-01 --through 2025-12-31 --yes"#

  /// A ledger from its first body to the end of its promise.
  private static let tellings = [
    Telling(
      "En nämnd", ["8", "6", "Kommunstyrelsen", "2", "Kim Ek, ordförande", "j", "Kim Ek, ordförande", "", "ja"],
      is: "body.registered"),
    Telling("Ett råd", ["8", "6", "Trygghetsrådet", "4", "", "", "ja"], is: "body.registered"),
    Telling(
      "Löftet antas",
      [
        "8", "1", "", "", "", "sätta in åtgärder som ökar tryggheten", "", "Kommunen", "Polisen", "", "Norr", "Björkö",
        "", "Våld", "", "1", "", "webb=Kommunens webbplats", "", "", "", "", "1", "1", "§ 4", "", "2024-01-05", "ja",
      ], is: "promise.adopted"),
    Telling(
      "En part undertecknar, dagen är inte känd", ["8", "2", "", "1", "Kim Ek, ordförande", "okänd", "ja"],
      is: "promise.signed"),
    Telling(
      "Den andra parten: bara den är kvar", ["8", "2", "", "", "Bo Al, polisområdeschef", "2024-01-07", "ja"],
      is: "promise.signed"),
    Telling(
      "Löftet görs känt", ["8", "3", "", "1", "https://kommunen.example/lofte", "", "ja"], is: "promise.published"),
    Telling(
      "En lägesbild",
      [
        "7", "1", "Lägesbild 2024", "1", "Trygghetsmätning 2023", "5", "Oro i de norra delarna",
        "Otryggt efter mörkrets inbrott", "1", "2", "", "", "ja",
      ], is: "situation.assessed"),
    Telling("En indikator", ["7", "2", "Trygg utomhus", "procent", "3", "1", "", "", "ja"], is: "indicator.defined"),
    Telling(
      "Nulägesvärdet", ["7", "3", "", "1", "Trygghetsmätning 2023", "62,5", "1", "j", "", "2023-11-30", "ja"],
      is: "indicator.observed"),
    Telling(
      "En dialog utan tal", ["7", "3", "", "2", "", "", "", "Många talade om belysningen", "", "ja"],
      is: "indicator.observed"),
    Telling(
      "En delegation",
      [
        "4", "4", "1", "trygghetssamordnare", "Trygghetsåtgärder till 50 000 kr", "3.4", "2024-01-01", "2025-12-31",
        "j",
        "", "", "ja",
      ], is: "delegation.granted"),
    Telling(
      "En handling", ["9", "1", "1", "", "@/protokoll.pdf", "", "KS 2024/17", "protokoll", "", "ja"],
      is: "entry.document-attached",
      after: "measure propose --title Vandringar --area norr --deadline 2024-11-30 --yes"),
    Telling(
      "Ett fält sekretessmarkeras", ["9", "2", "m-0001", "1", "OSL 26 kap. 1 §", "", "", "ja"],
      is: "entry.secrecy-marked"),
    Telling("Hela saken sekretessmarkeras", ["9", "2", "1", "", "", "1", "2", "", "ja"], is: "entry.secrecy-marked"),
    Telling("Den ena markeringen hävs", ["9", "3", "", "1", "", "", "ja"], is: "entry.secrecy-lifted"),
    Telling(
      "En privatperson", ["9", "4", "Påhittad Person", "070-174 06 05", "", "ja"], is: "person.registered"),
    Telling("En ny kontakt", ["9", "5", "", "", "070-174 06 06", "", "ja"], is: "person.changed"),
    Telling(
      "Delegationen återkallas", ["4", "5", "", "Ny delegationsordning", "", "2024-06-30", "ja"],
      is: "delegation.revoked"),
    Telling(
      "Löftet ändras",
      ["8", "4", "", "", "", "", "Öster", "", "", "Läget har ändrats", "1", "1", "§ 12", "", "", "ja"],
      is: "promise.amended"),
    Telling("Löftet löper ut", ["8", "5", "", "Löftet har löpt ut", "2025-12-31", "ja"], is: "promise.concluded"),
  ]

  private static func screens(_ tellings: [Telling], _ language: Language) throws -> String {
    let program = try Program()
    #expect(program("\(opening) --lang \(language.rawValue)").exit == 0)
    try program.write("Protokoll", to: "protokoll.pdf")
    var text = ""
    for telling in tellings {
      for line in telling.before { #expect(program(line).exit == 0, "\(line)") }
      let count = program.lines.count
      let answers = telling.answers.map { $0.replacing("@/", with: program.scratch.path + "/") }
      let answer = program("record", answers: answers)
      #expect(answer.exit == 0, "\(telling.heading): \(answer.screen)")
      #expect(
        program.lines.count > count && program.lines.last?.contains("\"type\":\"liggare.\(telling.type)\"") == true)
      text += "## \(telling.heading)\n\n\(answer.screen.replacing(program.scratch.path, with: "@"))\n"
    }
    return text
  }

  @Test("a ledger told from its first body to the end of its promise")
  func swedish() throws {
    Golden.expect(try Self.screens(Self.tellings, .sv), is: "cli/record.sv.txt")
  }

  @Test("in a ledger in English the questions are in English")
  func english() throws {
    let tellings = [
      Telling("A body", ["8", "6", "The executive board", "2", "", "", "", "", "y"], is: "body.registered"),
      Telling(
        "A promise, and one question back",
        [
          "8", "1", "", "", "<", "2023-13-01", "2023-12-01", "", "measures that make the town safer", "",
          "municipality=The municipality", "", "North", "", "", "none of them", "", "", "", "", "unknown", "y",
        ], is: "promise.adopted"),
    ]
    Golden.expect(try Self.screens(tellings, .en), is: "cli/record.en.txt")
  }

  @Test("every noun that records has a story, but those whose events have a way of their own")
  func nouns() {
    let told = Set(GuidedStory.themes.flatMap(\.stories).map { $0.path[0] })
    let recording = Liggare.tree.commands.filter { $0.options.contains(RecordingOptions.effective.declaration) }
    // The book's own end is no event of the work.
    #expect(Set(recording.map { $0.path[0] }).subtracting(told) == ["journal"])
  }
}
