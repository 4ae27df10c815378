import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("An import")
struct ImportPlanTests {
  private let chronicle = World.standard.chronicle

  @Test("a case is opened, assigned, worked on and closed at its own times; what came after the closing is marked")
  func events() throws {
    #expect(
      Logs.lines(try Logs.plan(try Logs.cases())) == [
        #"L-0001 entry.document-attached 2024-01-08 {"document":{"name":"prov.csv","sha256":"\#(Logs.digest("1"))"},"role":"import"}"#,
        #"C-0002 case.opened 2022-03-01T07:00:00Z {"title":"Ärende a","registryNumber":"KS 1","due":"2022-03-20"}"#,
        #"C-0002 case.assigned 2022-03-01T07:00:00Z {"officer":{"office":"samordnare"}}"#,
        #"C-0002 case.activity-recorded 2022-03-01T07:00:00Z {"activity":"Inkom","by":{"name":"Bo Ek","office":"handläggare"}}"#,
        #"C-0002 case.activity-recorded 2022-03-05T09:00:00Z {"activity":"Besök","by":{"name":"Eva Al","office":"handläggare"}}"#,
        #"C-0002 case.closed 2022-03-10T11:00:00Z {"outcome":"bifall"}"#,
        #"C-0002 case.activity-recorded 2022-03-11T08:00:00Z {"activity":"Arkiverat","by":{"office":"handläggare"},"irregular":{"kinds":["activity-after-closing"],"reason":"Enligt den importerade loggen"}}"#,
        #"C-0003 case.opened 2022-03-02 {"title":"Ärende b","registryNumber":"KS 2"}"#,
        #"C-0003 case.activity-recorded 2022-03-02 {"activity":"Inkom","by":{"name":"Bo Ek","office":"handläggare"}}"#,
      ])
  }

  @Test("every imported event names the file by its digest, and the line; the file itself is attached to the ledger")
  func sources() throws {
    let plan = try Logs.plan(try Logs.cases())
    #expect(plan.proposals[0].draft.circumstances.sources == [])
    let places = plan.proposals.dropFirst().flatMap(\.draft.circumstances.sources)
    #expect(places.allSatisfy { $0.document == Logs.file.sha256 })
    #expect(places.map { $0.place?.text } == [2, 2, 2, 5, 2, 3, 4, 4].map { "rad \($0)" })
  }

  @Test("the summary counts what the log holds and what is added")
  func summary() throws {
    let summary = try Logs.plan(try Logs.cases()).summary
    #expect(
      JSONValue(of: summary).prettyText == """
        {
          "file": {
            "name": "prov.csv",
            "sha256": "\(Logs.digest("1"))",
            "log": "prov"
          },
          "cases": 2,
          "closedCases": 1,
          "activities": 4,
          "undatedActivities": 0,
          "firstDay": "2022-03-01",
          "lastDay": "2022-03-11",
          "resources": 4,
          "known": {
            "cases": 0,
            "events": 0
          },
          "added": {
            "case.activity-recorded": 4,
            "case.assigned": 1,
            "case.closed": 1,
            "case.opened": 2
          },
          "addedEvents": 8,
          "irregular": 1,
          "refusedRows": 0,
          "unusedColumns": [
            "övrigt"
          ]
        }
        """)
  }

  @Test("the same log once more adds nothing, and not the file either, whatever the file is called")
  func again() throws {
    let cases = try Logs.cases()
    let after = Logs.recorded(try Logs.plan(cases), in: chronicle)
    let plan = try Logs.plan(
      cases, into: after, of: ImportFile(name: "annat.csv", sha256: Logs.digest("2"), log: "prov"))
    #expect(plan.proposals.isEmpty)
    #expect(plan.summary.knownCaseCount == 2)
    #expect(plan.summary.knownEventCount == 8)
    #expect(plan.summary.differences == [])
  }

  @Test("under another name the same log is another log")
  func otherLog() throws {
    let cases = try Logs.cases()
    let after = Logs.recorded(try Logs.plan(cases), in: chronicle)
    let plan = try Logs.plan(
      cases, into: after, of: ImportFile(name: "prov.csv", sha256: Logs.digest("1"), log: "annan"))
    // The file is attached already.
    #expect(plan.proposals.count == 8)
    #expect(plan.proposals[0].draft.subject == "C-0004")
  }

  @Test("a longer log adds what is new, to the cases that are there and as new ones")
  func longer() throws {
    let cases = try Logs.cases()
    let after = Logs.recorded(try Logs.plan(cases), in: chronicle)
    let more =
      Logs.rows + """
        b,KS 2,2022-03-02,,,,,Inkom,2022-03-02,Bo Ek,y
        b,KS 2,2022-03-02,,,,,Besök,2022-03-04,Bo Ek,y
        c,KS 3,2022-03-05,,,,,Inkom,2022-03-05,Bo Ek,y

        """
    let plan = try Logs.plan(
      try Logs.cases(more), into: after, of: ImportFile(name: "prov.csv", sha256: Logs.digest("3"), log: "prov"))
    #expect(
      Logs.lines(plan).dropFirst() == [
        // A second time the very same: another event.
        #"C-0003 case.activity-recorded 2022-03-02 {"activity":"Inkom","by":{"name":"Bo Ek","office":"handläggare"}}"#,
        #"C-0003 case.activity-recorded 2022-03-04 {"activity":"Besök","by":{"name":"Bo Ek","office":"handläggare"}}"#,
        #"C-0004 case.opened 2022-03-05 {"title":"Ärende c","registryNumber":"KS 3"}"#,
        #"C-0004 case.activity-recorded 2022-03-05 {"activity":"Inkom","by":{"name":"Bo Ek","office":"handläggare"}}"#,
      ])
    #expect(plan.proposals[0].draft.fact.type == DocumentAttached.type)
    #expect(plan.summary.knownEventCount == 8)
  }

  @Test("a case that is closed in a later log is closed by it")
  func closedLater() throws {
    let after = Logs.recorded(try Logs.plan(try Logs.cases()), in: chronicle)
    let rows = Logs.rows.replacing("2022-03-02,,,,,Inkom", with: "2022-03-02,2022-04-01,klart,,,Inkom")
    let plan = try Logs.plan(try Logs.cases(rows), into: after)
    #expect(Logs.lines(plan) == [#"C-0003 case.closed 2022-04-01 {"outcome":"klart"}"#])
  }

  @Test("where the log says something else of what was imported, nothing is changed, and it is told")
  func differences() throws {
    let after = Logs.recorded(try Logs.plan(try Logs.cases()), in: chronicle)
    let rows = Logs.rows.replacing("2022-03-10 12", with: "2022-03-10 13")
      .replacing("2022-03-02,,,,,Inkom", with: "2022-03-01,,,,chef,Inkom")
    let plan = try Logs.plan(try Logs.cases(rows), into: after)
    #expect(plan.proposals.isEmpty)
    #expect(
      plan.summary.differences == [
        ImportSummary.Difference(subject: "C-0002", type: CaseClosed.type, line: 2),
        ImportSummary.Difference(subject: "C-0003", type: CaseOpened.type, line: 4),
        ImportSummary.Difference(subject: "C-0003", type: CaseAssigned.type, line: 4),
      ])
  }

  @Test("what the ledger refuses is told by its row, with everything else that is wrong")
  func refused() throws {
    let rows = "a,1,2022-03-01,,,,,Inkom,nyss,x,y\nb,2,2022-03-01,,,,,Inkom,2022-03-01,x,y\n"
    let plan = try Logs.plan(try Logs.cases(rows))
    #expect(plan.problems == [RowProblem(line: 2, kind: .time(column: "tid", found: "nyss"))])
    #expect(plan.summary.refusedRows == 1)
  }

  @Test("a ledger that is concluded takes a log as irregular")
  func concluded() throws {
    let world = World.standard.after(
      .about("L-0001", .ledger(.concluded(LedgerConcluded(statement: "Slut"))), on: "2023-12-31"))
    let plan = try Logs.plan(try Logs.cases(), into: world.chronicle)
    #expect(plan.summary.irregularCount == 8)
  }

  @Test("each event is decided as the decision desk decides it, whatever order the times have")
  func asTheDesk() throws {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<30 {
      var rows = ""
      for row in 0..<12 {
        let key = ["a", "b", "c"].randomElement(using: &generator) ?? "a"
        let day = Int.random(in: 1...9, using: &generator)
        let (start, end) = (key == "a" ? "2022-03-04" : "2022-03-02", key == "c" ? "" : "2022-03-06")
        rows +=
          "\(key),\(key),\(start),\(end),klart,2022-03-0\(key == "a" ? 5 : 7),chef,Steg \(row % 4),2022-03-0\(day),x,y\n"
      }
      let cut = rows.split(separator: "\n").prefix(6).map { $0 + "\n" }.joined()
      var chronicle = self.chronicle
      for part in [cut, rows] {
        let plan = try Logs.plan(
          try Logs.cases(part), into: chronicle,
          of: ImportFile(name: "p", sha256: Logs.digest(part == cut ? "1" : "2"), log: "prov"))
        #expect(plan.problems == [])
        var desk = DecisionDesk(chronicle)
        for proposal in plan.proposals {
          let draft = proposal.draft
          var command = Command(
            draft.subject, draft.fact, effective: draft.effective, circumstances: draft.circumstances)
          do throws(Refusal) {
            let plain = try desk.decide(command)
            #expect(plain == draft)
          } catch {
            command.irregularReason = draft.circumstances.irregular?.reason
            #expect(try desk.decide(command) == draft)
          }
          desk.accept(draft, id: proposal.id, at: Logs.clock.now, recordedBy: Logs.clock.recordedBy)
        }
        chronicle = desk.chronicle
      }
    }
  }

  @Test("ids are UUIDs of version 8, made from what the log says and nothing else")
  func ids() throws {
    let first = try Logs.plan(try Logs.cases()).proposals
    let second = try Logs.plan(try Logs.cases(), into: Chronicle([World.standard.chronicle.events[0]]))
    #expect(first.dropFirst().map(\.id) == second.proposals.dropFirst().map(\.id))
    #expect(Set(first.map(\.id)).count == first.count)
    #expect(first.allSatisfy { $0.id.text.dropFirst(14).first == "8" })
    // printf 'liggare-import\0001\000prov\000a\000case.opened' | sha256sum
    #expect(ImportIDs(log: "prov").id("case.opened", "a").text == "8c9e5fae-fcde-8228-ae74-9eb5bfa2cfa8")
  }
}
