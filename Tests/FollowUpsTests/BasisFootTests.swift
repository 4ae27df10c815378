import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the foot of an answer")
struct BasisFootTests {
  private func root(cached: Int?, _ language: Language) throws -> String {
    let book = Book(try SmallLedger.told().chronicle, asOf: nil, today: "2022-09-02")
    var basis = Basis(book, knownAt: nil, root: "abc=", size: 36)
    basis.cached = cached
    let text = MarkdownRenderer().render(Document("", language: language.rawValue, blocks: basis.blocks(language)))
    return text.split(separator: "\n").last { $0.contains("abc=") }.map(String.init) ?? ""
  }

  @Test("says how many entries were read anew for it, and that the others were checked before")
  func read() throws {
    #expect(try root(cached: nil, .sv) == "- **Rot:** 36 poster, alla lästa på nytt för detta svar: `abc=`")
    #expect(try root(cached: nil, .en) == "- **Root:** 36 entries, all read anew for this answer: `abc=`")
    #expect(
      try root(cached: 30, .sv)
        == "- **Rot:** 36 poster, 6 lästa på nytt för detta svar; övriga prövades när de senast lästes: `abc=`")
    #expect(
      try root(cached: 30, .en)
        == "- **Root:** 36 entries, 6 read anew for this answer; the others were checked when they were last read: `abc=`"
    )
    #expect(
      try root(cached: 36, .sv)
        == "- **Rot:** 36 poster, ingen läst på nytt för detta svar; de prövades när de senast lästes: `abc=`")
    #expect(
      try root(cached: 36, .en)
        == "- **Root:** 36 entries, none read anew for this answer; they were checked when they were last read: `abc=`")
  }
}
