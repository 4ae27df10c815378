import Audit
import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the decision chain")
struct ChainGraphTests {
  private func trace(_ subject: String = "M-0001", in book: Teller? = nil) throws -> Trace {
    Trace(of: id(subject), in: try (book ?? OneMeasure.told()).chronicle, asOf: nil, today: day("2022-06-10"))
  }

  private func edges(_ graph: ChainGraph) -> [String] {
    graph.edges.map { "\($0.from) \($0.relation.rawValue) \($0.to) #\($0.position)" }
  }

  @Test("goes from what a measure rests on over its decisions to the report, each tie as an entry states it")
  func measure() throws {
    let graph = ChainGraph(try trace())
    #expect(graph.nodes.map(\.subject.text) == ["S-0001", "C-0001", "M-0001", "D-0001", "T-0001", "F-0001"])
    #expect(
      edges(graph) == [
        "C-0001 led-to M-0001 #8", "S-0001 ground-for M-0001 #8", "D-0001 decided M-0001 #13", "T-0001 made D-0001 #12",
        "M-0001 reported-in F-0001 #20",
      ])
  }

  @Test("reads as a tree with both clocks, corrections below what they correct and voided entries marked")
  func tree() throws {
    #expect(
      ChainGraph(try trace()).treeText(.sv) == """
        gällde      registrerad  efter
        2021-12-01  2022-01-10   +40 d  S-0001 Lägesbild 2021: bedömd #4
                                        └─ grund för M-0001 (se nedan)
                                        C-0001 Mörk gångväg
        2022-01-12  2022-01-10    −2 d  ├─ öppnat #5
        2022-01-13  2022-01-10    −3 d  ├─ tilldelat handläggare #6
        2022-02-01  2022-02-02    +1 d  ├─ kopplat till åtgärd #9
                                        └─ ledde till M-0001 Belysning på gångvägen
        2022-02-01  2022-02-02    +1 d     ├─ föreslagen #8
        2022-02-14  2022-02-15    +1 d     ├─ påbörjad † #10
        2022-02-23  2022-03-29   +34 d     ├─ beslutad † #13
                                           │  └─ enligt D-0001 Belysning på gångvägen
        2022-02-23  2022-03-29   +34 d     │     ├─ bifall, § 14 #12
        2022-02-23  2022-03-29   +34 d     │     │  └─ fattat vid T-0001 KS 2022-02-23: justerat: § 14 #14
        2022-03-22  2022-03-29    +7 d     │     └─ fått laga kraft #15
        2022-04-20  2022-04-21    +1 d     ├─ läget rapporterat #16
                                           │  └─ korrigering: utfall, 2022-06-02, #24
        2022-04-20  2022-04-21    +1 d     ├─ läget rapporterat (MAKULERAD) #17
        2022-04-20  2022-04-21    +1 d     ├─ handling bifogad: Fotologg.pdf #19
                                           ├─ redovisas i F-0001 2022-T1
        2022-05-24  2022-05-03   −21 d     │  ├─ redovisad för Kommunstyrelsen #22
        2022-05-24  2022-05-03   −21 d     │  └─ noterad, § 12 #23
        2022-06-20  2022-06-02   −18 d     └─ slutdatum framflyttat 2022-09-30 #25
        """)
  }

  @Test("in English too")
  func english() throws {
    let text = ChainGraph(try trace()).treeText(.en)
    #expect(text.hasPrefix("true        recorded    after\n"))
    #expect(text.contains("└─ led to M-0001 Belysning på gångvägen"))
    #expect(text.contains("│  └─ correction: results, 2022-06-02, #24"))
    #expect(text.contains("progress reported (VOIDED) #17"))
    #expect(text.contains("└─ ground for M-0001 (see below)"))
  }

  @Test("a body's has its decisions and meetings, newest first, and says how many there are beyond those")
  func bounded() throws {
    var book = try OneMeasure.told()
    for number in 1...25 {
      try book.tell(
        SubjectID(.decision, number + 1).text,
        .decision(
          .made(
            DecisionMade(
              matter: Text("Beslut \(number)"), outcome: .approved, authority: Authority(.body, organ: id("B-0001"))))),
        on: "2022-06-\(number < 10 ? "0" : "")\(number)", at: "2022-07-01T08:00:00.000Z")
    }
    let graph = ChainGraph(try trace("B-0001", in: book))
    #expect(graph.bounded.map(\.tie) == [.decisions] && graph.bounded[0].total == 26)
    #expect(graph.nodes.count { $0.subject.kind == .decision } == Related.limit)
    #expect(graph.node("D-0026") != nil && graph.node("D-0006") == nil)
    let basis = Basis(Book(book.chronicle, asOf: nil, today: day("2022-07-01")), knownAt: nil, root: nil, size: 50)
    let text = TerminalRenderer(width: 100, color: false).render(graph.document(.sv, basis: basis, title: "KS"))
    #expect(text.contains("Beslut (26 poster, de 20 nyaste)"))
    let json = graph.json(basis: basis).prettyText
    #expect(json.contains(#""total": 26"#) && json.contains(#""shown": 20"#))
  }

  @Test("as JSON: nodes with their events, edges from cause to effect")
  func json() throws {
    let trace = try trace()
    let basis = Basis(trace.book, knownAt: nil, root: nil, size: trace.book.position)
    guard case .object(let object) = ChainGraph(trace).json(basis: basis), case .array(let nodes)? = object["nodes"],
      case .array(let edges)? = object["edges"], case .object(let measure) = nodes[2],
      case .array(let events)? = measure["events"]
    else {
      Issue.record("not a chain")
      return
    }
    #expect(object["kind"] == "liggare.chain" && object["version"] == 1 && object["focus"] == "M-0001")
    #expect(measure["subject"] == "M-0001" && measure["kind"] == "measure")
    #expect(
      events[1] == [
        "position": 10, "type": "measure.started", "effective": "2022-02-14", "recorded": "2022-02-15T08:00:00.000Z",
        "lagDays": 1, "irregular": ["executed-before-decision"],
      ])
    #expect(
      edges[0] == ["from": "C-0001", "to": "M-0001", "relation": "led-to", "position": 8])
  }

  @Test("drawn: the measure's own entries in the middle, grounds and reports to the left, decisions to the right")
  func diagram() throws {
    let trace = try trace()
    let basis = Basis(trace.book, knownAt: nil, root: nil, size: trace.book.position)
    let diagram = ChainGraph(trace).diagram(.sv, basis: basis, title: "Belysning")
    #expect(diagram.title == "Beslutskedja för M-0001 Belysning")
    #expect(diagram.banner?.hasPrefix("ILLUSTRATION") == true)
    #expect(
      diagram.boxes.filter { $0.lane == .left }.map(\.heading) == [
        "Lägesbild S-0001", "Ärende C-0001", "Uppföljning F-0001",
      ])
    #expect(diagram.boxes.filter { $0.lane == .right }.map(\.heading) == ["Beslut D-0001", "Sammanträde T-0001"])
    #expect(diagram.boxes.filter { $0.lane == .track }.count == 7)
    #expect(diagram.boxes.filter(\.isVoid).map(\.title) == ["Läget rapporterat (makulerad)"])
    #expect(diagram.links.map(\.words) == ["ledde till", "grund för", "beslutade", "fattade", "redovisas i"])
    // The report ties to the measure as a whole, the others to boxes.
    #expect(diagram.links.filter { $0.from == nil }.map(\.words) == ["redovisas i"])
    #expect(diagram.description == ChainGraph(trace).treeText(.sv))
  }

  @Test("each way of being tied has its words in both directions, and no two say the same")
  func relations() {
    for language in Language.allCases {
      #expect(Set(Relation.allCases.map { $0.words[language] }).count == Relation.allCases.count)
      #expect(Set(Relation.allCases.map { $0.reversedWords[language] }).count == Relation.allCases.count)
    }
  }
}
