import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the board as the secretary sees it, 100 columns wide")
struct BoardTextTests {
  private func shown(_ language: Language) throws -> String {
    let book = try SmallLedger.told()
    let board = StatusBoard(Book(book.chronicle, asOf: nil, today: day("2022-09-02")))
    let basis = Basis(board.book, knownAt: nil, root: "abc=", size: board.book.position)
    return TerminalRenderer(width: 100, color: false).render(board.document(language, basis: basis))
  }

  @Test("in Swedish and in English", arguments: Language.allCases)
  func board(_ language: Language) throws {
    Golden.expect(try shown(language), is: "reports/board.\(language.rawValue).txt")
  }
}
