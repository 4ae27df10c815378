import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the report as the council sees it, 100 columns wide")
struct ReportTextTests {
  private func shown(_ language: Language) throws -> String {
    let pack = try SmallLedger.told().pack("2022-T2")
    return TerminalRenderer(width: 100, color: false).render(pack.document(language, basis: pack.basis))
  }

  @Test("in Swedish and in English, on a terminal and as Markdown", arguments: [Language.sv, .en])
  func report(_ language: Language) throws {
    Golden.expect(try shown(language), is: "reports/small.\(language.rawValue).txt")
    let pack = try SmallLedger.told().pack("2022-T2")
    Golden.expect(
      MarkdownRenderer().render(pack.document(language, basis: pack.basis)),
      is: "reports/small.\(language.rawValue).md")
  }
}
