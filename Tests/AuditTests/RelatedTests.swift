import Audit
import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("what a trace says beside the story")
struct RelatedTests {
  private func text(_ subject: String, _ language: Language = .sv, in book: Teller? = nil) throws -> String {
    let trace = Trace(
      of: id(subject), in: try (book ?? OneMeasure.told()).chronicle, asOf: nil, today: day("2022-06-10"))
    let basis = Basis(trace.book, knownAt: nil, root: nil, size: trace.book.position)
    return TerminalRenderer(width: 120, color: false).render(trace.document(language, basis: basis))
  }

  /// The lines under a heading, up to the next empty one after the rows.
  private func part(_ heading: String, of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: heading) else { return [] }
    return Array(lines[(start + 3)...].prefix { !$0.isEmpty })
  }

  @Test("the follow-ups that reported a measure: when presented, to whom, and in which paragraph it was noted")
  func followUps() throws {
    #expect(
      part("Uppföljningar (1)", of: try text("M-0001")) == [
        "Nr      Period   Redovisad                    Noterad           Publicerad",
        "──────  ───────  ───────────────────────────  ────────────────  ──────────",
        "F-0001  2022-T1  2022-05-24, Kommunstyrelsen  2022-05-24, § 12  inte än",
      ])
  }

  @Test("a body's decisions and meetings, and the rules that bind it")
  func body() throws {
    let text = try text("B-0001")
    #expect(part("Beslut (1)", of: text).last?.hasPrefix("D-0001  2022-02-23  Kommunstyrelsen 2022-02-23 § 14") == true)
    #expect(part("Sammanträden (1)", of: text).last?.hasPrefix("T-0001  2022-02-23  KS 2022-02-23  2022-02-23") == true)
    #expect(text.contains("KL 5:65–69, 6:35 och 8:12 gäller"))
    #expect(try self.text("B-0001", .en).contains("KL 5:65–69, 6:35 and 8:12 apply"))
  }

  @Test("a meeting's decisions, a situation picture's measures")
  func others() throws {
    #expect(part("Beslut (1)", of: try text("T-0001")).last?.contains("Belysning på gångvägen") == true)
    #expect(part("Åtgärder (1)", of: try text("S-0001")).last?.hasPrefix("M-0001  Belysning på gångvägen") == true)
    #expect(!(try text("S-0001")).contains("Åtgärd M-0001 föreslagen"))
  }

  @Test("what was voided is no tie, though it is counted where not all are shown")
  func voided() throws {
    var book = try OneMeasure.told()
    let made = try #require(book.chronicle.events.first { $0.fact.type == DecisionMade.type })
    try book.tell("D-0001", .entry(.reversed(EntryReversed(event: made.id, reason: "Fel protokoll."))))
    #expect(part("Beslut (1)", of: try text("T-0001", in: book)).isEmpty)
  }

  @Test("a delegation under which more was decided than a story holds tells its own entries and a table")
  func manyDecisions() throws {
    var book = try OneMeasure.told()
    try book.tell(
      "G-0001",
      .delegation(
        .granted(
          DelegationGranted(from: id("B-0001"), to: PublicOfficial(office: "gatuchef"), scope: "Belysning"))),
      on: "2022-01-20")
    for number in 1...101 {
      let text = try self.text("G-0001", in: book)
      #expect(text.contains("Beslut D-0002 fattat") == (number > 1), "\(number)")
      try book.tell(
        SubjectID(.decision, number + 1).text,
        .decision(
          .made(
            DecisionMade(
              matter: Text("Beslut \(number)"), outcome: .approved,
              authority: Authority(.delegated, delegation: id("G-0001"))))), on: "2022-03-01")
    }
    let text = try text("G-0001", in: book)
    #expect(!text.contains("Beslut D-0002 fattat") && text.contains("Beslut (101 poster, de 20 nyaste)"))
    #expect(text.contains("D-0102") && !text.contains("D-0081"))
  }

  @Test("as JSON, bounded, with how many entries there are")
  func json() throws {
    let trace = Trace(of: id("B-0001"), in: try OneMeasure.told().chronicle, asOf: nil, today: day("2022-06-10"))
    let basis = Basis(trace.book, knownAt: nil, root: nil, size: trace.book.position)
    guard case .object(let object) = trace.json(basis: basis), case .array(let related)? = object["related"] else {
      Issue.record("nothing related")
      return
    }
    #expect(
      related[0] == [
        "tie": "decisions", "total": 1, "subjects": [["subject": "D-0001", "title": "Belysning på gångvägen"]],
      ])
  }

  @Test("the head of every kind of subject that there is", arguments: Language.allCases)
  func heads(_ language: Language) throws {
    let expected: [(String, String, String)] = [
      ("L-0001", "Ägare", "Owner"), ("B-0001", "Protokoll", "Minutes"), ("P-0001", "Undertecknat", "Signed"),
      ("S-0001", "Bedömd", "Assessed"), ("C-0001", "Handläggare", "Case officer"),
      ("T-0001", "Protokollet justerat", "Minutes verified"), ("M-0001", "Belägg", "Evidence"),
      ("D-0001", "Rättslig grund", "Legal ground"), ("F-0001", "Redovisad för", "Presented to"),
    ]
    for (subject, sv, en) in expected {
      #expect(try text(subject, language).contains("\n\(language == .sv ? sv : en)  "), "\(subject)")
    }
  }

  @Test("a decision has its legal ground, in its head and in its entry")
  func ground() throws {
    let ground =
      "organets eget beslut; protokollet justeras (KL 5:69, 6:35) och justeringen tillkännages (KL 8:12)"
    let words = try text("D-0001").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Rättslig grund \(ground)"))
    #expect(words.contains("rättslig grund: \(ground)"))
  }

  @Test("an entry that states what it follows from names that entry")
  func causes() throws {
    var book = try OneMeasure.told()
    let first = try #require(book.chronicle.event(at: 5))
    var event = try book.tell("M-0001", .measure(.progressReported(ProgressReported(statement: "x"))))
    event.causation = first.id
    event.correlation = EventID(random: Array(repeating: 9, count: 16))
    var chronicle = book.chronicle.known(through: event.position - 1)
    chronicle.append(event)
    let trace = Trace(of: id("M-0001"), in: chronicle, asOf: nil, today: day("2022-06-10"))
    let basis = Basis(trace.book, knownAt: nil, root: nil, size: 1)
    let text = TerminalRenderer(width: 120, color: false).render(trace.document(.sv, basis: basis))
    #expect(text.contains("följer av: post 5, ärende C-0001 öppnat"))
    #expect(text.contains("hör ihop med: 09090909-0909-4909-8909-090909090909"))
    #expect(trace.json(basis: basis).prettyText.contains(#""causation": "\#(first.id.text)""#))
  }

  @Test("what a rule book found stands at the subject and at the entries that it is about")
  func remarks() throws {
    var trace = Trace(of: id("M-0001"), in: try OneMeasure.told().chronicle, asOf: nil, today: day("2022-06-10"))
    func remark(_ rule: String, _ position: Int?) -> TraceRemark {
      TraceRemark(
        rule: rule, severity: "breach", severityWords: Localized("avvikelse", "breach"), tone: .bad,
        text: Localized("Något är fel.", "Something is wrong."), position: position)
    }
    trace.remarks = [remark("a-1", nil), remark("a-2", 10)]
    trace.judgement = .judged(edition: "a")
    let basis = Basis(trace.book, knownAt: nil, root: nil, size: trace.book.position)
    let lines = TerminalRenderer(width: 120, color: false).render(trace.document(.sv, basis: basis))
      .split(separator: "\n").map(String.init)
    let subject = try #require(lines.firstIndex { $0.contains("⚑ avvikelse (a-1): Något är fel.") })
    let entry = try #require(lines.firstIndex { $0.contains("⚑ avvikelse (a-2): Något är fel.") })
    let started = try #require(lines.firstIndex { $0.contains("Påbörjad") })
    let next = try #require(lines.firstIndex { $0.contains("Beslut D-0001 fattat") })
    #expect(subject < started && started < entry && entry < next)
    guard case .object(let object) = trace.json(basis: basis), case .array(let findings)? = object["findings"] else {
      Issue.record("no findings")
      return
    }
    #expect(
      findings[1] == [
        "rule": "a-2", "severity": "breach", "text": ["sv": "Något är fel.", "en": "Something is wrong."],
        "position": 10,
      ])
  }
}
