import LedgerDomain
import Projections
import Testing

@Suite("the made-up ledger")
struct ExempelTests {
  @Test("every entry passes the rules")
  func nothingRefused() {
    let scribe = Exempel.written()
    for line in scribe.refused { print(line) }
    print(scribe.chronicle.position)
    #expect(scribe.refused == [])
  }
}
