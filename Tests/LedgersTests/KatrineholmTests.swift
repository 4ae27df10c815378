import LedgerDomain
import Testing

@Suite("the ledger of the source document")
struct KatrineholmTests {
  @Test("every entry passes the rules")
  func nothingRefused() {
    let scribe = Katrineholm.written()
    #expect(scribe.refused == [])
  }
}
