import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Audit

@Suite("what became of a ledger between two points")
struct LedgerDiffTests {
  private func diff(_ span: LedgerDiff.Span) throws -> LedgerDiff {
    try LedgerDiff(span, in: try OneMeasure.told().chronicle, today: "2022-06-20")
  }

  @Test("has each subject that something was recorded about, and counts")
  func known() throws {
    let diff = try diff(.known(after: 10, through: 24, asOf: nil))
    #expect(diff.subjects.map(\.subject.text) == ["D-0001", "F-0001", "M-0001", "T-0001"])
    #expect(diff.count(nil, .added) == 2 && diff.count(.measure, .changed) == 1 && diff.count(nil, .removed) == 0)
    #expect(diff.entryCount == 14)
    #expect(diff.entryCount(of: EntryCorrected.type) == 1)
    #expect(diff.book.position == 24)
  }

  @Test("between two days has what became true, by what is known")
  func effective() throws {
    let diff = try diff(.effective(after: "2022-02-22", through: "2022-02-23"))
    #expect(diff.subjects.map(\.subject.text) == ["D-0001", "M-0001", "T-0001"])
    #expect(diff.count(.decision, .added) == 1)
  }

  @Test("what we knew wrong on a day is what differs of that day by what is known now")
  func hindsight() throws {
    let diff = try diff(.known(after: 16, through: 25, asOf: "2022-04-21"))
    #expect(diff.subjects.map(\.subject.text) == ["M-0001"])
    #expect(diff.subjects.first?.changes.map(\.path.text) == ["record.documents[0]", "reports[0].results[0].actual"])
  }

  @Test("of a point with itself is nothing")
  func same() throws {
    #expect(try diff(.known(after: 25, through: 25, asOf: nil)).subjects.isEmpty)
    #expect(try diff(.effective(after: "2022-06-20", through: "2022-06-20")).subjects.isEmpty)
  }

  @Test("reads as on file", arguments: [Language.sv, .en])
  func text(_ language: Language) throws {
    let spans: [LedgerDiff.Span] = [
      .known(after: 9, through: 18, asOf: nil), .known(after: 16, through: 25, asOf: "2022-04-21"),
      .effective(after: "2022-06-10", through: "2022-06-20"), .known(after: 25, through: 25, asOf: nil),
    ]
    let texts = try spans.map { span in
      let diff = try diff(span)
      let basis = Basis(diff.book, knownAt: nil, root: "abc=", size: 25)
      let points = [KeyValue("Från", "a"), KeyValue("Till", "b")]
      let document = diff.document(language, basis: basis, points: points)
      return TerminalRenderer(width: 100, color: false).render(document)
    }
    Golden.expect(texts.joined(separator: "\n"), is: "audit/diff.\(language.rawValue).txt")
  }

  @Test("for machines says the same")
  func json() throws {
    let diff = try diff(.known(after: 23, through: 25, asOf: nil))
    let basis = Basis(diff.book, knownAt: nil, root: nil, size: 25)
    guard case .object(let object) = diff.json(basis: basis) else {
      Issue.record("not an object")
      return
    }
    #expect(object["kind"] == "liggare.diff" && object["version"] == 1 && object["clock"] == "known")
    #expect(object["from"] == 23 && object["to"] == 25)
    #expect(
      object["summary"]
        == [
          "entries": 2, "added": 0, "removed": 0, "changed": 1, "recorded": 0,
          "fields": ["added": 1, "removed": 0, "changed": 1, "corrected": 1, "reversed": 0, "erased": 0],
        ])
    guard case .array(let subjects)? = object["subjects"], case .object(let subject)? = subjects.first,
      case .array(let fields)? = subject["fields"]
    else {
      Issue.record("no fields")
      return
    }
    #expect(subject["became"] == "changed")
    #expect(
      fields.contains([
        "field": "deadline", "old": "2022-06-30", "new": "2022-09-30", "kind": "changed", "position": 25,
      ]))
  }
}
