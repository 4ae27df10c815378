import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("An exported event log")
struct TraceLogTests {
  @Test("each case and each measure is a trace, with its events in the order of their times")
  func whole() throws {
    let exported = try Exported()
    let log = try exported.traces()
    let wanted = exported.events.filter { [.case, .measure].contains($0.subject.kind) }
    #expect(log.lines.count == wanted.count)
    #expect(log.skipped == [:])
    let positions = try #require(log.texts("liggare:position")).compactMap(Int.init)
    #expect(Set(positions) == Set(wanted.map(\.position)))
    #expect(positions.count == wanted.count)
    var before: (SubjectID, Instant, Int)?
    for row in positions.indices {
      let event = try #require(exported.view.event(at: positions[row]))
      let time = event.effective?.start ?? event.recorded
      func text(_ column: String) -> String? { log.texts(column)?[row] }
      #expect(text("case:concept:name") == event.subject.text)
      #expect(text("case:liggare:kind") == event.subject.kind.text)
      #expect(
        text("case:liggare:title") == exported.book.chronicle.events(about: event.subject).first.flatMap(Self.title))
      #expect(text("time:timestamp") == time.text)
      #expect(text("liggare:recorded") == event.recorded.text)
      #expect(text("liggare:recordedBy") == event.recordedBy.text)
      #expect(text("liggare:effective") == (event.effective?.text ?? ""))
      #expect(text("liggare:undated") == (event.effective == nil ? "true" : ""))
      #expect(text("liggare:type") == event.fact.type)
      #expect(text("identity:id") == event.id.text)
      #expect(text("liggare:data") == Exported.maskedData(event))
      if case .case(.activityRecorded(let recorded)) = event.fact {
        #expect(text("concept:name") == recorded.activity.text)
      } else {
        #expect(text("concept:name") == event.fact.type)
      }
      if let before {
        #expect(before.0 <= event.subject)
        if before.0 == event.subject { #expect(before.1 < time || before.1 == time && before.2 < event.position) }
      }
      before = (event.subject, time, event.position)
    }
    #expect(try exported.names == ["e.xes"])
  }

  private static func title(_ event: Event) -> String? {
    switch event.fact {
    case .case(.opened(let opened)): opened.title.text
    case .measure(.proposed(let proposed)): proposed.title.text
    default: nil
    }
  }

  @Test("who did something is the first office-holder that the data names")
  func resources() throws {
    let exported = try Exported()
    let log = try exported.traces([.decision, .case])
    let (types, resources) = (try #require(log.texts("liggare:type")), try #require(log.texts("org:resource")))
    let positions = try #require(log.texts("liggare:position")).compactMap(Int.init)
    for (row, type) in types.enumerated() where type == DecisionMade.type || type == CaseAssigned.type {
      switch try #require(exported.view.event(at: positions[row])).fact {
      case .decision(.made(let made)):
        if let first = made.decidedBy.first { #expect(resources[row] == (first.name ?? first.office).text) }
      case .case(.assigned(let assigned)):
        #expect(resources[row] == (assigned.officer.name ?? assigned.officer.office).text)
      default: break
      }
    }
  }

  @Test("other kinds can be traces, too, and the log states its basis")
  func kinds() throws {
    let exported = try Exported()
    let log = try exported.traces([.meeting])
    #expect(log.lines.count == exported.events.count { $0.subject.kind == .meeting })
    let text = String(decoding: try exported.bytes("e.xes"), as: UTF8.self)
    #expect(text.contains("<string key=\"liggare:basis-root\" value=\"\(exported.source.checkpoint.root.base64)\"/>"))
    #expect(text.contains("<string key=\"liggare:basis-reality\" value=\"illustrative\"/>"))
    #expect(try exported.traces([]).lines == [])
  }

  @Test("any text is written so that it is read back; what XML cannot hold becomes U+FFFD")
  func escapes() throws {
    var writer = XESWriter()
    writer.write("<log><trace><event>")
    writer.attribute("string", "a", "<&>\"'\t\n\r å😀\u{1}\u{FFFE}\u{FFFF}\u{FFFD}")
    writer.attribute("string", key: "b", "")
    writer.write("</event></trace></log>")
    let log = try XESLog(writer.bytes)
    #expect(log.texts("a") == ["<&>\"'\t\n\r å😀\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"])
    #expect(log.texts("b") == [""])
  }

  @Test(
    "it is valid against the schema of IEEE 1849-2016",
    .enabled(if: SharedData.exists("schemas/xes-namespaced.xsd") && Outside.xmllint != nil))
  func schema() throws {
    let exported = try Exported()
    _ = try exported.traces()
    let answer = try Outside.run(
      try #require(Outside.xmllint),
      [
        "--noout", "--schema", SharedData.folder.appending(path: "schemas/xes-namespaced.xsd").path,
        exported.folder("e.xes"),
      ])
    #expect(answer.exit == 0, "\(answer.errors)")
  }

  @Test("pm4py reads the same traces and events", .enabled(if: Outside.pm4py != nil))
  func pm4py() throws {
    let exported = try Exported()
    let log = try exported.traces()
    let answer = try Outside.run(
      try #require(Outside.pm4py), [Outside.script("pm4py_counts.py"), "xes", exported.folder("e.xes")])
    let cases = Set(log.texts("case:concept:name") ?? []).count
    let activities = Set(log.texts("concept:name") ?? []).count
    #expect(
      answer.output == "events \(log.lines.count) cases \(cases) activities \(activities)\n", "\(answer.errors)")
  }
}
