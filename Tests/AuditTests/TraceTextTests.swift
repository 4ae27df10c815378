import CommandArguments
import Documents
import Audit
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the trace as the auditor sees it, 100 columns wide")
struct TraceTextTests {
  private func shown(_ language: Language) throws -> String {
    let book = try OneMeasure.told()
    let trace = Trace(of: id("M-0001"), in: book.chronicle, asOf: .date(day("2022-06-10")), today: day("2022-06-10"))
    let basis = Basis(trace.book, knownAt: nil, root: "abc=", size: book.chronicle.position)
    return TerminalRenderer(width: 100, color: false).render(trace.document(language, basis: basis))
  }

  @Test("in Swedish")
  func tracesv() throws {
    Golden.expect(try shown(.sv), is: "audit/trace.sv.txt")
  }

  @Test("in English")
  func traceen() throws {
    Golden.expect(try shown(.en), is: "audit/trace.en.txt")
  }
}
