import CommandArguments
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("follow-up collect")
struct CollectCommandTests {
  /// A ledger in which two people with the same name, and nobody, are responsible for four measures.
  private func program() throws -> Program {
    let program = try Program.withLedger()
    for options in [
      #"--title Vandringar --target "vandringar: >=4 st" --target "deltagare: personer" --responsible "Åsa Öberg, samordnare""#,
      #"--title Lampor --responsible "Åsa Öberg, gatuchef" --deadline 2024-03-31"#,
      #"--title Kameror --responsible "Åsa Öberg, samordnare""#, "--title Värdar",
    ] {
      #expect(program("measure propose \(options) --area norr --yes").exit == 0)
      let id = program.lines.count { $0.contains(#""type":"liggare.measure.proposed""#) }
      let decided = program("measure approve M-000\(id) --authority body --organ B-0001 --paragraph \"§ \(id)\" --yes")
      #expect(decided.exit == 0)
    }
    return program
  }

  private func names(_ program: Program, _ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.scratch(folder)).sorted()
  }

  private func sheet(_ program: Program, _ name: String) throws -> SpreadsheetFile {
    SpreadsheetFile(Array(try Data(contentsOf: URL(filePath: program.scratch(name)))))
  }

  @Test(
    "writes one form for each responsible, two with the same name apart, with their measures, targets and last answers")
  func forms() throws {
    let program = try program()
    program(
      "measure report M-0001 --statement \"Två hittills.\" --result vandringar=2 --period 2024-T1 --effective 2024-01-08 --yes"
    )
    let answer = program("follow-up collect 2024-T1 --out @/ut --due 2024-05-10")
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(
      try names(program, "ut") == [
        "svar-2024-t1-asa-oberg-gatuchef.csv", "svar-2024-t1-asa-oberg-gatuchef.docx",
        "svar-2024-t1-asa-oberg-samordnare.csv", "svar-2024-t1-asa-oberg-samordnare.docx",
        "svar-2024-t1-utan-ansvarig.csv", "svar-2024-t1-utan-ansvarig.docx",
      ])
    let form = try sheet(program, "ut/svar-2024-t1-asa-oberg-samordnare.csv")
    #expect(form.rows.count == 3)
    #expect(form.rows.map { $0[2] } == ["M-0001", "M-0001", "M-0003"])
    #expect(form.cell("Mål", row: 0) == "vandringar" && form.cell("Målvärde", row: 0) == "minst 4 st")
    #expect(form.cell("Senaste utfall", row: 0) == "2" && form.cell("Senaste utfall", row: 1) == "")
    #expect(form.cell("Målvärde", row: 1) == "inget målvärde (personer)")
    #expect(form.cell("Senaste uppgift", row: 0) == "2024-01-08: Två hittills.")
    #expect(form.rows.allSatisfy { $0[1] == "2024-05-10" && $0[16].hasSuffix(" 2024-T1") })
    #expect(
      form.headings[10...15].joined(separator: "\n") == """
        SVAR: utfall hittills i år (tal, som 4 eller 12,5)
        SVAR: vad har gjorts (alltid: har inget hänt, skriv det)
        SVAR: läge (om det har ändrats: pågående, genomförd, delvis genomförd eller ej genomförd)
        SVAR: påbörjad eller klar den (åååå-mm-dd)
        SVAR: varför inte allt (vid delvis eller ej genomförd)
        SVAR: svarat av (namn, befattning, om någon annan än den ansvarige)
        """)
    #expect(answer.text.contains("liggare journal import") && answer.text.contains("Svar senast  2024-05-10"))
    // A folder that is not empty is refused, and nothing in it is touched; so is a place where no folder can be.
    let again = program("follow-up collect 2024-T1 --out @/ut")
    #expect(again.exit == 2 && again.errors.contains("finns redan och är inte en tom mapp."))
    try program.write("", to: "fil")
    #expect(program("follow-up collect 2024-T1 --out @/fil/ut").exit == 5)
    #expect(try names(program, ".").filter { $0.hasSuffix(".tmp") }.isEmpty)
  }

  @Test("what comes back is shown in a dry run, recorded in one batch, and adds nothing once more")
  func answers() throws {
    let program = try program()
    program("follow-up collect 2024-T1 --out @/ut")
    var form = try sheet(program, "ut/svar-2024-t1-asa-oberg-samordnare.csv")
    form.put(["SVAR: utfall hittills i år": "3", "SVAR: vad har gjorts": "Tre vandringar."], row: 0)
    form.put(["SVAR: utfall hittills i år": "1 040,5"], row: 1)
    try program.write(form.text, to: "ut/svar-2024-t1-asa-oberg-samordnare.csv")
    var other = try sheet(program, "ut/svar-2024-t1-asa-oberg-gatuchef.csv")
    other.put(
      [
        "SVAR: läge": "delvis genomförd", "SVAR: påbörjad eller klar den": "2024-03-30",
        "SVAR: varför inte allt": "Kabeln räckte inte.",
        "SVAR: svarat av": "Kim Ek, projektledare",
      ], row: 0)
    try program.write(other.text, to: "ut/svar-2024-t1-asa-oberg-gatuchef.csv")
    let before = program.files
    let dry = program("journal import @/ut --as answers --dry-run")
    #expect(dry.exit == 0, "\(dry.errors)")
    for text in [
      "Formulär     3", "Svar         2", "Inget svar om  2: M-0003, M-0004".replacing("  2", with: " 2"),
      "• M-0001 läget rapporterat, 2024-01-08 (measure.progress-reported)",
      "• M-0002 delvis genomförd, 2024-03-30 (measure.implemented)", "vandringar            (tomt)   3",
    ] {
      let squeezed = dry.text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      #expect(
        squeezed.contains(text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")),
        "\(text)\n\(dry.text)")
    }
    #expect(program.files == before)
    let count = program.lines.count
    #expect(program("journal import @/ut --as answers --yes").exit == 0)
    let new = program.lines.dropFirst(count)
    #expect(new.count == 2)
    #expect(
      new.contains {
        $0.contains(
          #""data":{"statement":"Tre vandringar.","results":[{"target":"vandringar","actual":"3"},{"target":"deltagare","actual":"1040.5"}],"period":"2024-T1","reportedBy":{"name":"Åsa Öberg","office":"samordnare"}}"#
        )
      })
    #expect(
      new.contains {
        $0.contains(
          #""data":{"extent":"partial","deviation":"Kabeln räckte inte.","reportedBy":{"name":"Kim Ek","office":"projektledare"}}"#
        )
      })
    let again = program("journal import @/ut --as answers --yes")
    #expect(again.exit == 0 && again.text.contains("Redan registrerade svar"))
    #expect(program.lines.count == count + 2)
    // One file alone is read as well, and then there is no file to name.
    let one = program("journal import @/ut/svar-2024-t1-utan-ansvarig.csv --as answers --dry-run")
    #expect(one.exit == 0 && one.text.contains("M-0004"))
  }

  @Test("wrong answers refuse all, each with its file, row and column")
  func wrong() throws {
    let program = try program()
    program("follow-up collect 2024-T1 --out @/ut")
    var form = try sheet(program, "ut/svar-2024-t1-asa-oberg-samordnare.csv")
    form.put(["SVAR: utfall hittills i år": "många", "SVAR: vad har gjorts": "x"], row: 0)
    form.put(["SVAR: vad har gjorts": "y"], row: 1)
    form.put(["SVAR: läge": "ej genomförd"], row: 2)
    try program.write(form.text, to: "ut/svar-2024-t1-asa-oberg-samordnare.csv")
    var other = try sheet(program, "ut/svar-2024-t1-asa-oberg-gatuchef.csv")
    other.put(["SVAR: läge": "klar", "SVAR: påbörjad eller klar den": "1/3-24"], row: 0)
    try program.write(other.text, to: "ut/svar-2024-t1-asa-oberg-gatuchef.csv")
    let before = program.files
    let answer = program("journal import @/ut --as answers --yes", width: 400)
    #expect(answer.exit == 1)
    for text in [
      "svar-2024-t1-asa-oberg-samordnare.csv, rad 2, ”SVAR: utfall hittills i år”: ”många” är inget tal. Skriv till exempel 1 234,5.",
      "rad 3, ”SVAR: vad har gjorts”: ”y” är något annat än vad som står på åtgärdens rad 2. Skriv det på en av raderna.",
      "rad 4, ”SVAR: varför inte allt”: Cellen är tom. Den behövs för posten ”genomförandet avslutat” som raden ger.",
      "rad 4, ”SVAR: påbörjad eller klar den”: Cellen är tom.",
      "svar-2024-t1-asa-oberg-gatuchef.csv, rad 2, ”SVAR: läge”: ”klar” är inget av orden här. Menade du ”genomförd”? Tillåtet: pågående, genomförd, delvis genomförd, ej genomförd.",
      "rad 2, ”SVAR: vad har gjorts”: Cellen är tom. Ett svar säger i ord vad som har gjorts.",
      "rad 2, ”SVAR: påbörjad eller klar den”: ”1/3-24” säger inget om raden: den ger ingen post som tar upp det. Töm cellen.",
    ] { #expect(answer.errors.contains(text), "\(text)\n\(answer.errors)") }
    #expect(program.files == before)
  }

  /// What a form gives whose cells of M-0001 say this, with everything in it approved and under way or not.
  private func filling(_ program: Program, _ cells: [String: String], _ options: String = "--dry-run") throws
    -> Program.Answer
  {
    try? FileManager.default.removeItem(atPath: program.scratch("svar"))
    #expect(program("follow-up collect 2024-T1 --out @/svar").exit == 0)
    let name = try #require(try names(program, "svar").first { $0.hasSuffix("samordnare.csv") || $0.contains("utan") })
    var form = try sheet(program, "svar/\(name)")
    form.put(cells, row: 0)
    try program.write(form.text, to: "svar.csv")
    return program("journal import @/svar.csv --as answers \(options)", width: 400)
  }

  @Test("a row whose number, title or period was written over is refused, with what the form asks about")
  func writtenOver() throws {
    let program = try program()
    let words = ["SVAR: vad har gjorts": "x"]
    for (cells, text) in [
      (
        ["Nr": "M-0002"],
        "rad 2, ”Åtgärd”:\n”Vandringar” är inte M-0002, som är ”Lampor”. Menade du M-0001? Varken nummer eller benämning ändras i ett formulär: skriv vad som stod på raden."
      ),
      (
        ["Åtgärd": "Promenader"],
        "rad 2, ”Åtgärd”:\n”Promenader” är inte M-0001, som är ”Vandringar”. Varken nummer eller benämning ändras i ett formulär: skriv vad som stod på raden."
      ),
      (
        ["Period": "2024-T2"],
        "rad 2, ”Period”:\n”2024-T2” är inte den period som formuläret frågar om. Skriv 2024-T1. Om en annan period svaras i dess eget formulär."
      ),
      (["Period": "T1"], "rad 2, ”Period”:\n”T1” är inte den period som formuläret frågar om. Skriv 2024-T1."),
      (
        ["SVAR: utfall hittills i år": "1.200"],
        "rad 2, ”SVAR: utfall hittills i år”:\n”1.200” kan vara 1200 eller 1,200. Skriv talet utan punkt, eller med decimalkomma."
      ),
      (["SVAR: läge": "klar"], "rad 2, ”SVAR: läge”:\n”klar” är inget av orden här. Menade du ”genomförd”? Tillåtet: "),
      (["SVAR: svarat av": "Kim Ek, kim@example.com"], "rad 2, ”SVAR: svarat av”:\nFältet "),
    ] {
      let answer = try filling(program, words.merging(cells) { $1 })
      #expect(answer.exit == 1 && answer.errors.contains(text), "\(text)\n\(answer.errors)")
    }
    // A title that was amended since is the one that the form was written with.
    let before = try filling(program, words, "--yes")
    #expect(before.exit == 0, "\(before.errors)")
    program("measure amend M-0001 --title Kvällsvandringar --reason nytt --irregular x --yes")
    var form = try sheet(program, "svar.csv")
    form.put(["SVAR: vad har gjorts": "y"], row: 0)
    try program.write(form.text, to: "svar.csv")
    let late = program("journal import @/svar.csv --as answers --dry-run")
    #expect(late.exit == 0, "\(late.errors)")
  }

  @Test("an actual value below nought is recorded, and pointed out")
  func belowNought() throws {
    let answer = try filling(try program(), ["SVAR: vad har gjorts": "x", "SVAR: utfall hittills i år": "-3"])
    #expect(answer.exit == 0 && answer.text.contains("Se efter i bladet (1)"))
    #expect(
      answer.text.contains(
        "Rad 2, ”SVAR: utfall hittills i år”: ”-3” är mindre än noll, men målet är ”minst 4 st”. Stämmer det?"),
      "\(answer.text)")
  }

  @Test("a day that has not come is recorded, and pointed out")
  func dayAhead() throws {
    let words = ["SVAR: vad har gjorts": "x", "SVAR: läge": "genomförd", "SVAR: påbörjad eller klar den": "2027-12-01"]
    let answer = try filling(try program(), words)
    #expect(answer.exit == 0 && answer.text.contains("Se efter i bladet (1)"), "\(answer.errors)")
    #expect(
      answer.text.contains("”2027-12-01” har inte kommit: det som registreras gäller först då. Stämmer det?"),
      "\(answer.text)")
  }

  @Test("that it is under way is recorded: begun on the day stated or none, resumed on a day")
  func underWay() throws {
    let program = try program()
    let words = ["SVAR: vad har gjorts": "Två.", "SVAR: läge": "pågående"]
    let open = try filling(program, words)
    #expect(open.exit == 0 && open.text.contains("• M-0001 påbörjad, odaterad (measure.started)"), "\(open.text)")
    let day = try filling(program, words.merging(["SVAR: påbörjad eller klar den": "2024-01-08"]) { $1 }, "--yes")
    #expect(day.exit == 0 && day.text.contains("• M-0001 påbörjad, 2024-01-08 (measure.started)"), "\(day.text)")
    #expect(program("measure show M-0001").text.contains("pågående"))
    // What the book says already is not said again; a day that says nothing then is.
    let again = try filling(program, words.merging(["SVAR: vad har gjorts": "Tre."]) { $1 })
    #expect(again.exit == 0 && !again.text.contains("measure.started"), "\(again.text)")
    let needless = try filling(program, words.merging(["SVAR: påbörjad eller klar den": "2024-01-08"]) { $1 })
    #expect(needless.errors.contains("”2024-01-08” säger inget om raden"), "\(needless.errors)")
    program("measure pause M-0001 --reason sjukdom --yes")
    let resting = try filling(program, ["SVAR: vad har gjorts": "Vilar."])
    #expect(resting.exit == 0, "\(resting.errors)")
    let resumed = try filling(program, words)
    #expect(
      resumed.errors.contains(
        "”SVAR: påbörjad eller klar den”:\nCellen är tom. Den behövs för posten ”återupptagen” som raden ger."),
      "\(resumed.errors)")
    let on = try filling(program, words.merging(["SVAR: påbörjad eller klar den": "2024-01-08"]) { $1 }, "--yes")
    #expect(
      on.exit == 0 && on.text.contains("(measure.resumed)") && !on.text.contains("(measure.started)"), "\(on.text)")
    #expect(program("measure show M-0001").text.contains("pågående"))
  }

  @Test("of a measure that waits for its decision an answer in words is recorded, with no deviation")
  func waiting() throws {
    let program = try Program.withMeasure()
    let answer = try filling(program, ["SVAR: vad har gjorts": "Väntar på beslut i nämnden."], "--yes")
    #expect(answer.exit == 0 && !answer.text.contains("†"), "\(answer.errors)")
    #expect(program("measure show M-0001").text.contains("föreslagen"))
    #expect(
      program.lines.contains { $0.contains("Väntar på beslut i nämnden.") }
        && !program.lines.contains { $0.contains(#""irregular""#) })
  }

  @Test("a form that came back as a workbook is not passed over beside its empty sheet")
  func workbook() throws {
    let program = try program()
    program("follow-up collect 2024-T1 --out @/ut")
    try program.write("PK", to: "ut/~$svar.xlsx")
    #expect(program("journal import @/ut --as answers --dry-run").exit == 0)
    try program.write("PK", to: "ut/svar-2024-t1-utan-ansvarig.XLSX")
    let answer = program("journal import @/ut --as answers --dry-run")
    #expect(
      answer.exit == 2
        && answer.errors.contains("svar-2024-t1-utan-ansvarig.XLSX:\nFilen är en arbetsbok, inte CSV."),
      "\(answer.errors)")
  }

  @Test("what goes against the rules needs --irregular; two answers about one measure are one too many")
  func irregular() throws {
    let program = try Program.withMeasure()
    program("follow-up collect 2024-T1 --out @/ut")
    var form = try sheet(program, "ut/svar-2024-t1-utan-ansvarig.csv")
    form.put(["SVAR: vad har gjorts": "Två.", "SVAR: utfall hittills i år": "2"], row: 0)
    try program.write(form.text, to: "ut/svar-2024-t1-utan-ansvarig.csv")
    try program.write(form.text.replacing("Två.", with: "Tre."), to: "a.csv")
    let twice = program("journal import @/a.csv @/ut --as answers --irregular x --yes")
    #expect(twice.exit == 1)
    #expect(
      twice.errors.hasSuffix(
        "liggare: svar-2024-t1-utan-ansvarig.csv, rad 2, ”Nr”:\n”M-0001” har redan ett svar i a.csv, rad 2. Ta bort det ena.\nInget är skrivet.\n"
      ), "\(twice.errors)")
    let refused = program("journal import @/ut --as answers --yes")
    #expect(refused.exit == 1)
    #expect(
      refused.errors.contains(
        "Det strider mot reglerna: utförd före beslut. Hände det ändå, importera med --irregular SKÄL."),
      "\(refused.errors)")
    let accepted = program("journal import @/ut --as answers --irregular \"Bråttom\" --yes")
    #expect(accepted.exit == 0 && accepted.text.contains("† utförd före beslut: Bråttom"), "\(accepted.text)")
  }

  @Test("who has not answered is told, with a reminder to send; written as text files where asked")
  func status() throws {
    let program = try program()
    program("measure report M-0001 --statement Två --period 2024-T1 --yes")
    let answer = program("follow-up collect 2024-T1 --status --due 2024-05-10 --out @/brev")
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(
      try names(program, "brev") == [
        "paminnelse-svar-2024-t1-asa-oberg-gatuchef.txt", "paminnelse-svar-2024-t1-asa-oberg-samordnare.txt",
        "paminnelse-svar-2024-t1-utan-ansvarig.txt",
      ])
    let letter = try String(
      contentsOfFile: program.scratch("brev/paminnelse-svar-2024-t1-asa-oberg-gatuchef.txt"), encoding: .utf8)
    expectSame(
      letter,
      """
      Ämne: Påminnelse om uppföljningen 2024-T1

      Hej Åsa!

      Vi sammanställer uppföljningen av Medborgarlöfte för 2024-01-01 till och med 2024-04-30 och saknar ännu ditt svar om:

      – M-0002 Lampor (slutdatum 2024-03-31)

      Skriv några rader om hur det går i formuläret svar-2024-t1-asa-oberg-gatuchef.csv, som öppnas i Excel, och skicka tillbaka det senast 2024-05-10. Har inget hänt är det också ett svar: skriv det. Samma frågor att läsa och skriva ut finns i svar-2024-t1-asa-oberg-gatuchef.docx.

      Hör gärna av dig om något är oklart. Tack på förhand!

      """)
    #expect(answer.text.contains("Ämne: Påminnelse om uppföljningen 2024-T1"))
    guard
      case .object(let json) = try JSONValue(parsing: program("follow-up collect 2024-T1 --status --json").bytes),
      case .array(let responsibles)? = json["responsibles"], case .object(let second) = responsibles[1]
    else { return #expect(Bool(false)) }
    #expect(json["kind"] == "liggare.follow-up.collect" && json["version"] == 1 && json["basis"] != nil)
    #expect(responsibles.count == 3)
    #expect(second["measures"] == .array(["M-0001", "M-0003"]) && second["missing"] == .array(["M-0003"]))
  }

  @Test("a period that the ledger does not have is answered with those that it has; nothing to do is a wrong use")
  func usage() throws {
    let program = try program()
    let unknown = program("follow-up collect 2023-T1 --status")
    #expect(
      unknown.exit == 2
        && unknown.errors.contains(
          "Liggaren har ingen period ”2023-T1”.\nDen har 2024-T1, 2024-T2, 2024-T3, 2025-T1, 2025-T2, 2025-T3, slutrapport."
        ))
    #expect(program("follow-up collect 2024-T1").errors.contains("En av --out och --status ska anges."))
    #expect(program("follow-up collect 2024-T1 --status --as-of 2024-01-08").exit == 2)
    let empty = program("journal import @/ledger --as answers --yes")
    #expect(empty.exit == 5 && empty.errors.contains("*.csv"))
  }
}
