import LedgerDomain
import Projections
import TestSupport
import Testing
import JournalStore

@testable import LiggareCLI

/// What a recording does to the board is told from what is left open alone, and is what two whole books tell.
@Suite("The change of the board")
struct BoardChangeTests {
  @Test(
    "with what was left open kept, it is what the fold of every subject says, at entries all over the example ledger")
  func exempel() throws {
    let all = Chronicle(try Journal.open(ExampleLedger.folder).events)
    var changes = 0
    for position in stride(from: 1, to: all.position, by: 7) {
      let before = all.known(through: position)
      let after = all.known(through: position + 1)
      let day = SwedishTime.date(of: try #require(after.lastRecorded))
      let open = try #require(OpenMatters(before))
      let kept = BoardChange(from: before, to: after, today: day, open: open)
      let folded = BoardChange(from: before, to: after, today: day, open: nil)
      #expect(kept == folded, "\(position)")
      if kept != BoardChange(from: before, to: before, today: day, open: nil) { changes += 1 }
    }
    #expect(changes > 10)
  }
}
