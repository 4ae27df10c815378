import CommandArguments
import Documents
import Exchange
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("Collecting answers")
struct CollectionTests {
  private static let eva = PublicOfficial(name: "Eva Lind", office: "samordnare")

  /// The standard world with measures M-0001 … M-0005, all decided; the last has nobody responsible.
  private static let world: World = {
    var commands: [Command] = []
    for number in 1...5 {
      let id = SubjectID(.measure, number)
      var proposed = MeasureProposed.sample
      proposed.title = Text("Åtgärd \(number)")
      proposed.responsible = number == 5 ? nil : number == 4 ? PublicOfficial(office: "kommunpolis") : eva
      commands.append(.about(id, .measure(.proposed(proposed)), on: "2022-02-01"))
      commands.append(.about(id, .measure(.approved(MeasureApproved(decision: "D-0001"))), on: "2022-02-23"))
    }
    return World.standard.after(commands)
  }()

  private func collection(_ label: Text, _ commands: [Command] = []) throws -> FollowUpCollection {
    let period = try #require(World.periods.first { $0.label == label })
    return FollowUpCollection(period: period, promise: "P-0001", chronicle: Self.world.after(commands).chronicle)
  }

  private func missing(_ label: Text, _ commands: [Command]) throws -> [SubjectID] {
    try collection(label, commands).responsibles.flatMap(\.missing).map(\.measure.id).sorted()
  }

  private func report(_ id: SubjectID, _ period: Text?, on day: Effective?) -> Command {
    .about(id, .measure(.progressReported(ProgressReported(statement: "Pågår.", period: period))), on: day)
  }

  @Test("asks each responsible about their measures, by name, and what nobody is responsible for last")
  func responsibles() throws {
    let responsibles = try collection("2022-T2").responsibles
    #expect(responsibles.map(\.official) == [Self.eva, PublicOfficial(office: "kommunpolis"), nil])
    #expect(
      responsibles.map { $0.measures.map(\.measure.id) } == [["M-0001", "M-0002", "M-0003"], ["M-0004"], ["M-0005"]])
    #expect(try missing("2022-T2", []) == ["M-0001", "M-0002", "M-0003", "M-0004", "M-0005"])
  }

  @Test("an answer is a report of the period: by its label whenever written, or by its day")
  func answered() throws {
    let commands = [
      report("M-0001", "2022-T2", on: "2022-09-05"), report("M-0002", nil, on: "2022-07-01"),
      report("M-0003", "2022-T1", on: "2022-05-04"), report("M-0004", nil, on: "2022-09-05"),
      report("M-0005", nil, on: nil),
    ]
    #expect(try missing("2022-T2", commands) == ["M-0003", "M-0004", "M-0005"])
    #expect(try missing("2022-T1", commands) == ["M-0001", "M-0002", "M-0004", "M-0005"])
    #expect(try missing("slutrapport", commands).count == 5)
  }

  @Test("what was closed within the period is answered, what was closed before it not asked about")
  func closed() throws {
    let ended = Command.about("M-0001", .measure(.implemented(MeasureImplemented(extent: .full))), on: "2022-06-15")
    #expect(try missing("2022-T2", [ended]) == ["M-0002", "M-0003", "M-0004", "M-0005"])
    #expect(try collection("2022-T2", [ended]).responsibles[0].measures.count == 3)
    #expect(try collection("2022-T3", [ended]).responsibles[0].measures.map(\.measure.id) == ["M-0002", "M-0003"])
    #expect(try missing("slutrapport", [ended]) == ["M-0002", "M-0003", "M-0004", "M-0005"])
  }

  @Test("the document has for each measure its heading, what the book says and a table that stays on one page")
  func document() throws {
    let collection = try collection("2022-T2", [report("M-0001", "2022-T2", on: "2022-09-05")])
    let form = CollectionForm(collection, collection.responsibles[0], due: "2022-09-09", .sv)
    let blocks = form.document(banner: [], sheet: "svar.csv").blocks
    let text = MarkdownRenderer().render(form.document(banner: [], sheet: "svar.csv"))
    for part in [
      "Skriv i bladet svar.csv, som öppnas i Excel, hur det går med varje åtgärd nedan, och skicka tillbaka bladet. Det här dokumentet är till för att läsa och anteckna i; det läses inte in.",
      "**Svar senast:** **2022-09-09**", "M-0001 Åtgärd 1",
      "**Svar om perioden:** finns redan; ett nytt ersätter inte det gamla.",
      "**Senaste uppgift:** 2022-09-05: Pågår.", "| Utfall: vandringar (minst 4 st) | uppgift saknas |",
      "| Läge | beslutad |",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
    let places = blocks.indices.filter { if case .heading(1, _) = blocks[$0] { true } else { false } }
    #expect(places.count == 3)
    for place in places {
      guard case .paragraph = blocks[place + 1], case .table(let table) = blocks[place + 2] else {
        return #expect(Bool(false))
      }
      #expect(table.rows.count == 5)
    }
  }

  @Test("a file's name has the plain letters of a person's, and never the same twice")
  func slugs() {
    for (text, slug) in [
      ("Åsa Öberg-Ängström", "asa-oberg-angstrom"), ("A\u{30A}sa", "asa"), ("../../etc", "etc"), ("李", "namn"),
      ("", "namn"),
      ("Müller & Søn", "muller-son"), (String(repeating: "x", count: 90), String(repeating: "x", count: 60)),
    ] { #expect(FileSlug.plain(text) == slug) }
    var slugs = FileSlug()
    #expect(["Kim Ek", "kim  ek", "Kim Ék"].map { slugs.name(for: $0) } == ["kim-ek", "kim-ek-2", "kim-ek-3"])
  }
}
