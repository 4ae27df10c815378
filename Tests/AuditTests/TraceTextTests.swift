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

  @Test("has the days of a measure as a picture above its entries, in forms that have pictures; of a decision none")
  func picture() throws {
    let book = try OneMeasure.told()
    func figures(_ subject: String) -> [Figure] {
      let trace = Trace(of: id(subject), in: book.chronicle, asOf: nil, today: day("2022-06-10"))
      let basis = Basis(trace.book, knownAt: nil, root: nil, size: book.chronicle.position)
      return trace.document(.sv, basis: basis).blocks.compactMap { block in
        if case .figure(let figure) = block { figure } else { nil }
      }
    }
    #expect(figures("M-0001").map(\.caption) == ["Tidslinje för M-0001"])
    #expect(figures("D-0001").isEmpty)
  }
}
