import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Audit

@Suite("Whether a trace was judged")
struct TraceJudgementTests {
  private func text(_ judgement: TraceJudgement, _ language: Language, remarks: Int = 0) -> String {
    judgement.blocks(remarkCount: remarks, language).map { block in
      if case .note(let prose) = block { prose.text } else { "" }
    }.joined()
  }

  @Test("is said in both languages, with what was found, or why nobody looked and how to")
  func words() {
    #expect(text(.judged(edition: "2022-1"), .sv) == "Prövad mot regelboken, utgåva 2022-1: inga iakttagelser.")
    #expect(
      text(.judged(edition: "2022-1"), .sv, remarks: 1)
        == "Prövad mot regelboken, utgåva 2022-1: 1 iakttagelse, märkt ⚑.")
    #expect(
      text(.judged(edition: "2022-1"), .en, remarks: 2)
        == "Judged by the rule book, edition 2022-1: 2 findings, marked ⚑.")
    #expect(
      text(.tooLarge(entries: 20_001, limit: 20_000), .sv)
        == "Iakttagelser är utelämnade: hela boken prövas, och den har 20001 poster, fler än 20000. Visa dem med --findings."
    )
    #expect(
      text(.tooLarge(entries: 20_001, limit: 20_000), .en)
        == "Findings are left out: the whole book is judged, and it has 20001 entries, more than 20000. Show them with --findings."
    )
    #expect(text(.leftOut, .sv) == "")
  }

  @Test("is told to machines: findings, though there are none, or why they are left out")
  func json() throws {
    let judged = try object(.judged(edition: "2022-1"))
    #expect(judged["findings"] == .array([]) && judged["edition"] == "2022-1" && judged["findingsLeftOut"] == nil)
    let unasked = try object(.leftOut)
    #expect(unasked["findings"] == nil && unasked["edition"] == nil && unasked["findingsLeftOut"] == "asked")
    let large = try object(.tooLarge(entries: 3, limit: 2))
    #expect(large["findings"] == nil && large["edition"] == nil && large["findingsLeftOut"] == "size")
  }

  private func object(_ judgement: TraceJudgement) throws -> JSONObject {
    let ledger = RuleLedger("2022-02-01 C-0001 opened")
    var trace = Trace(of: "C-0001", in: ledger.chronicle, asOf: nil, today: "2023-06-30")
    trace.judgement = judgement
    let basis = Basis(trace.book, knownAt: nil, root: nil, size: trace.book.position)
    let json = trace.json(basis: basis)
    return try #require({ if case .object(let object) = json { object } else { nil } }())
  }
}
