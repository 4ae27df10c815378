import CommandArguments
import Documents
import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Audit
@testable import LiggareCLI

/// `audit trace` of office-holders, registry numbers and chains, and `audit sample`, on the example ledger.
@Suite("Tracing and sampling")
struct TraceCommandTests {
  private static let journal = " --journal \(ExampleLedger.folder)"

  private func answer(_ line: String) throws -> Program.Answer { try Program()(line + Self.journal) }

  private func object(_ answer: Program.Answer) throws -> JSONObject {
    guard case .object(let object) = try JSONValue(parsing: answer.bytes) else { throw NotAnObject() }
    return object
  }

  private struct NotAnObject: Error {}

  /// The names and the numbers that stand in the ledger, each with where: the slow way, over decoded events.
  private static func texts(_ kind: (String) -> LedgerText, in chronicle: Chronicle) -> [String: Set<Int>] {
    var found: [String: Set<Int>] = [:]
    for event in chronicle.events {
      for place in kind("").places(in: event) { found[place.text, default: []].insert(event.position) }
    }
    return found
  }

  @Test("the sweep over the bytes finds each name and number where decoding every event does")
  func sweep() throws {
    let chronicle = Chronicle(try JournalView.open(ExampleLedger.folder))
    let names = Self.texts({ .official($0) }, in: chronicle)
    let numbers = Self.texts({ .registryNumber($0) }, in: chronicle)
    #expect(names.count > 15 && numbers.count > 15)
    for (text, positions) in names {
      let hits = try LedgerText.official(text).hits(in: chronicle)
      #expect(Set(hits.positions) == positions, "\(text)")
      #expect(hits == LedgerText.official(text).looked(chronicle).hits)
      #expect(try LedgerText.official(text.uppercased()).hits(in: chronicle).positions == hits.positions)
    }
    for (text, positions) in numbers {
      let hits = try LedgerText.registryNumber(text).hits(in: chronicle)
      #expect(Set(hits.positions) == positions && hits.recorded.isEmpty, "\(text)")
    }
  }

  @Test("a name with escapes and braces, and one within a text, are told apart")
  func escapes() throws {
    let program = try Program.withMeasure()
    let name = #"Eva "Evy" {Lind} \ ö"#
    #expect(
      program(["case", "open", "--title", #"Brev: "name":"Eva","office":"x""#, "--yes"]).exit == 0)
    #expect(program(["case", "assign", "C-0001", "--officer", "\(name),handläggare", "--yes"]).exit == 0)
    let answer = program(["audit", "trace", "--person", name])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.text.contains("Handläggare (1)"))
    #expect(program(["audit", "trace", "--person", "Eva"]).exit == 2)
  }

  @Test("an office-holder: by role, with both clocks, and what they recorded apart")
  func official() throws {
    let answer = try answer(#"audit trace --person "jonas ekholm""#)
    #expect(answer.exit == 0)
    for part in [
      "Befattningar  gatuchef, Kommunstyrelsen", "Handläggare (4)", "Ansvarig (12)", "Föreslagen av (8)",
      "Lämnad: delegat (1)",
    ] { #expect(answer.text.contains(part), "\(part)") }
    let clerk = try self.answer(#"audit trace --person "Karin Thulin""#)
    #expect(clerk.text.contains("(en uppgift, inget bevis)"))
    let json = try object(self.answer(#"audit trace --person "Karin Thulin" --json"#))
    #expect(json["kind"] == "liggare.official" && json["version"] == 1)
    guard case .object(let recorded)? = json["recorded"], case .object(let first)? = recorded["first"] else {
      throw NotAnObject()
    }
    #expect(first["position"] == 1)
  }

  @Test("only what was known: a later role is not told at an earlier reading")
  func knownThen() throws {
    let now = try object(answer(#"audit trace --person "Jonas Ekholm" --json"#))
    let then = try object(answer(#"audit trace --person "Jonas Ekholm" --known-at 2022-03-01 --json"#))
    func positions(_ object: JSONObject) -> [Int] {
      guard case .array(let roles)? = object["roles"] else { return [] }
      return roles.flatMap { role -> [Int] in
        guard case .object(let role) = role, case .array(let entries)? = role["entries"] else { return [] }
        return entries.compactMap { entry in
          if case .object(let entry) = entry, case .number(let text)? = entry["position"] { Int(text) } else { nil }
        }
      }
    }
    #expect(positions(now).max() ?? 0 > 400 && !positions(then).isEmpty && positions(then).allSatisfy { $0 < 105 })
  }

  @Test("a registry number: the entries with it, and the chain of each subject")
  func registry() throws {
    let answer = try answer("audit trace --registry KS/2022:0041")
    #expect(answer.exit == 0)
    for part in ["Ärende C-0001", "Beslut D-0003", "Beslut D-0004", "└─ enligt D-0004"] {
      #expect(answer.text.contains(part), "\(part)")
    }
    let json = try object(self.answer("audit trace --registry KS/2022:0041 --json"))
    #expect(json["kind"] == "liggare.registry-number" && json["number"] == "KS/2022:0041")
    guard case .array(let entries)? = json["entries"], case .object(let first) = entries[0] else { throw NotAnObject() }
    #expect(first["subject"] == "C-0001" && first["field"] == "registryNumber" && first["position"] == 47)
  }

  @Test("what is not there is said, with what is nearest")
  func absent() throws {
    for (line, sv, en) in [
      (
        #"audit trace --person "Jonas Ekholt""#,
        "Ingen befattningshavare i liggaren heter ”Jonas Ekholt”.\nNärmast är ”Jonas Ekholm”.",
        "No office-holder in the ledger is called “Jonas Ekholt”.\nNearest: “Jonas Ekholm”."
      ),
      (
        #"audit trace --person ekholm"#, "Närmast är ”Jonas Ekholm”.", "Nearest: “Jonas Ekholm”."
      ),
      (
        #"audit trace --person "Xyz Qwerty""#, "Sök ord i benämningar med ”liggare find”.",
        "Search for words of titles with “liggare find”."
      ),
      (
        "audit trace --registry KS/2022:0141",
        "Inget i liggaren har diarienumret ”KS/2022:0141”.\nNärmast är ”KS/2022:0041”",
        "Nothing in the ledger has the registry number “KS/2022:0141”.\nNearest: “KS/2022:0041”"
      ),
      (
        "audit trace --registry 9", "Ett diarienummer söks tecken för tecken, som det står i diariet.",
        "A registry number is compared character by character, as the registry has it."
      ),
      (#"audit trace --person " ""#, "Det finns inget att söka efter.", "There is nothing to look for."),
      ("audit trace M-0070", "M-0070 finns inte i liggaren.", "M-0070 is not in the ledger."),
      ("audit trace D-0994", "Se ”liggare decision list”.", "See “liggare decision list”."),
      (
        "audit trace", "En av ID, --person och --registry ska anges.", "One of ID, --person and --registry is needed."
      ),
      (
        "audit trace M-0001 --registry x", "En av ID, --person och --registry ska anges.",
        "One of ID, --person and --registry is needed."
      ),
      (
        "audit trace --person x --graph", "--person och --graph går inte ihop.",
        "--person and --graph do not go together."
      ),
      (
        "audit trace M-0001 --graph --proofs", "--proofs och --graph går inte ihop.",
        "--proofs and --graph do not go together."
      ),
      ("audit trace M-0001 --force", "--force säger inget utan --out.", "--force says nothing without --out."),
      (
        "audit sample measure --size 45", "Ett urval på 45 går inte att dra ur 44.\nAnge --size 44 eller mindre.",
        "A sample of 45 cannot be drawn from 44.\nGive --size 44 or less."
      ),
      (
        "audit sample measure --size 1 --from 2040-01-01",
        "Populationen är tom.\nTa bort ett filter, eller välj en senare dag.",
        "The population is empty.\nLeave out a filter, or choose a later day."
      ),
      ("audit sample measure --size 0", "minst 1", "at least 1"),
      ("audit sample measure --size=-3", "minst 1", "at least 1"),
      ("audit sample measure --size x", "minst 1", "at least 1"),
      (
        "audit sample body --size 1 --status implemented", "--status säger inget om organ.\nUtelämna det.",
        "--status says nothing of bodies.\nLeave it out."
      ),
      (
        "audit sample measure --size 1 --from 2022-02-02 --through 2022-02-01",
        "Perioden börjar 2022-02-02 och slutar tidigare, 2022-02-01.\nByt plats på dagarna.",
        "The period begins 2022-02-02 and ends earlier, 2022-02-01.\nSwap the days."
      ),
      ("audit sample measure --size 1 --area mars", "”mars”", "“mars”"),
      ("audit sample measure --size 1 --seed=", "Det finns inget att söka efter.", "There is nothing to look for."),
    ] {
      for (language, expected) in [("sv", sv), ("en", en)] {
        let answer = try answer("\(line) --lang \(language)")
        #expect(answer.exit == (line.contains("--area mars") ? 1 : 2), "\(line)")
        #expect(answer.errors.contains(expected), "\(line)\n\(answer.errors)")
        #expect(answer.text.isEmpty)
      }
    }
  }

  @Test("a picture is written to a new file; another is replaced only when told so")
  func picture() throws {
    let program = try Program()
    let path = program.scratch("kedja.svg")
    func draw(_ options: String) -> Program.Answer {
      program("audit trace M-0007 --svg @/kedja.svg \(options)\(Self.journal)")
    }
    let answer = draw("")
    #expect(answer.exit == 0 && answer.text.contains("Bilden är skriven"))
    let svg = try String(contentsOfFile: path, encoding: .utf8)
    #expect(svg.hasPrefix("<?xml") && svg.hasSuffix("</svg>\n") && svg.contains("ILLUSTRATION"))
    let again = draw("--lang sv")
    #expect(again.exit == 2)
    #expect(again.errors.contains("kedja.svg finns redan.\nVälj ett annat namn, eller ange --force."))
    #expect(draw("--lang en").errors.contains("kedja.svg is there already.\nChoose another name, or give --force."))
    try program.write("annat", to: "kedja.svg")
    #expect(draw("--force --graph").text.contains("└─ ledde till M-0007"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == svg)
    let json = try object(draw("--force --json"))
    #expect(json["kind"] == "liggare.chain")
  }

  @Test("every subject has a chain: each of its entries once, each tie between two that are there, and a picture")
  func everyChain() throws {
    let view = try JournalView.open(ExampleLedger.folder)
    let reading = LedgerReading(view, asOf: nil, knownAt: nil, now: "2024-06-01T08:00Z", languageAsked: nil)
    for subject in reading.chronicle.allSubjects {
      let trace = Trace(of: subject, in: reading.chronicle, asOf: nil, today: reading.today)
      let graph = ChainGraph(trace)
      let steps = graph.nodes.flatMap(\.steps)
      #expect(Set(steps.map(\.position)).isSuperset(of: (trace.entries + trace.later).map(\.event.position)))
      #expect(graph.node(subject) != nil)
      for edge in graph.edges {
        #expect(graph.node(edge.from) != nil && graph.node(edge.to) != nil)
        let event = try #require(reading.chronicle.event(at: edge.position))
        #expect(event.subject == edge.statedBy && [edge.from, edge.to].contains(edge.statedBy))
      }
      let text = graph.treeText(.sv)
      for step in steps {
        let count = text.split(separator: "\n").count { $0.hasSuffix(" #\(step.position)") }
        #expect(count >= 1, "\(subject) \(step.position)")
      }
      let rows = text.split(separator: "\n").dropFirst().count { $0.contains(" #") }
      let corrections = steps.flatMap(\.corrections).count
      #expect(rows == steps.count + corrections, "\(subject)")
      let diagram = graph.diagram(.sv, basis: reading.basis, title: "")
      #expect(diagram.boxes.count == graph.nodes.count - 1 + (graph.node(subject)?.steps.count ?? 0))
    }
  }

  @Test("with findings: each about the subject once, at an entry that it cites or with the subject")
  func findings() throws {
    for subject in ["M-0006", "M-0019", "D-0006", "F-0005", "T-0006"] {
      let trace = try object(answer("audit trace \(subject) --json"))
      let all = try object(answer("audit findings \(subject) --json"))
      guard case .array(let findings)? = all["findings"] else { throw NotAnObject() }
      var remarks: [JSONObject] = []
      if case .array(let found)? = trace["findings"] {
        remarks = found.compactMap { if case .object(let object) = $0 { object } else { nil } }
      }
      for finding in findings {
        guard case .object(let finding) = finding, case .object(let sentence)? = finding["sentence"],
          case .string(let text)? = sentence["sv"], case .array(let cited)? = finding["cited"]
        else { throw NotAnObject() }
        let positions = cited.compactMap { if case .object(let one) = $0 { one["position"] } else { nil } }
        let told = remarks.filter { remark in
          guard remark["rule"] == finding["rule"], case .object(let said)? = remark["text"],
            case .string(let words)? = said["sv"]
          else { return false }
          return words.hasPrefix(text)
        }
        #expect(told.count == 1, "\(subject): \(text)")
        #expect(told.allSatisfy { $0["position"].map { positions.contains($0) } ?? true })
      }
    }
    #expect(try answer("audit trace M-0006").text.contains("⚑ "))
    #expect(try answer("audit trace M-0006 --findings").text == answer("audit trace M-0006").text)
    let clean = try answer("audit trace B-0001 --lang en").text
    #expect(clean.contains("Judged by the rule book, edition \(RuleBook.edition): no findings."))
    for option in ["--findings", "--no-findings"] {
      #expect(
        try answer("audit trace M-0006 \(option) --graph").errors.contains("\(option) och --graph går inte ihop."))
    }
  }

  @Test("without findings where none are wanted, and in a book of many entries, which says so")
  func withoutFindings() throws {
    let bare = try answer("audit trace M-0006 --no-findings")
    #expect(!bare.text.contains("⚑ ") && !bare.text.contains("regelboken"))
    let trace = try object(answer("audit trace M-0006 --no-findings --json"))
    #expect(trace["findings"] == nil && trace["findingsLeftOut"] == "asked")
    #expect(
      try answer("audit trace M-0006 --findings --no-findings").errors.contains(
        "--findings och --no-findings går inte ihop."))
  }

  @Test("the same seed draws the same sample, whose seed is the checkpoint's root where none is given")
  func sample() throws {
    let first = try object(answer("audit sample measure --size 5 --json"))
    let checkpoint = try Checkpoint(parsing: FileOperations.system.read("\(ExampleLedger.folder)/checkpoint"))
    #expect(first["seed"] == .string(checkpoint.root.base64) && first["seedFrom"] == "checkpoint")
    let again = try object(answer("audit sample measure --size 5 --seed \(checkpoint.root.base64) --json"))
    #expect(again["sample"] == first["sample"] && again["seedFrom"] == "given")
    let narrowed = try object(
      answer("audit sample decision --authority delegated --size 3 --method systematic --seed 4711 --json"))
    guard case .array(let rows)? = narrowed["sample"] else { throw NotAnObject() }
    let subjects = rows.compactMap { row -> JSONValue? in if case .object(let row) = row { row["subject"] } else { nil }
    }
    let reading = LedgerReading(
      try JournalView.open(ExampleLedger.folder), asOf: nil, knownAt: nil, now: "2024-06-01T08:00Z", languageAsked: nil)
    let delegated = reading.book.decisions.filter { $0.made?.authority.kind == .delegated }.map(\.id)
    let expected = Sample(3, of: delegated, seed: "4711", method: .systematic).drawn.map(\.subject)
    #expect(subjects == expected.map { .string($0.text) } && delegated.count > 5)
  }

  @Test(
    "Python draws the same sample from what the answer says and the register", .enabled(if: Python.isThere),
    arguments: ["simple", "systematic"])
  func python(_ method: String) throws {
    let program = try Program()
    let answer = program("audit sample case --size 4 --method \(method) --seed ny --json\(Self.journal)")
    let answerFile = try program.write(answer.text, to: "answer.json")
    let reading = LedgerReading(
      try JournalView.open(ExampleLedger.folder), asOf: nil, knownAt: nil, now: "2024-06-01T08:00Z", languageAsked: nil)
    let numbers = reading.book.cases.map { $0.id.text + "\n" }.joined()
    let population = try program.write(numbers, to: "population.txt")
    #expect(try Python.run("sample_check.py", [answerFile, population]).exit == 0)
    let other = try program.write(numbers.replacing("C-0002\n", with: ""), to: "other.txt")
    #expect(try Python.run("sample_check.py", [answerFile, other]).exit == 3)
  }
}
