import JournalStore
import LedgerDomain
import Projections
import TestSupport
import Testing

@testable import FollowUps

@Suite("The status of a measure on every day")
struct StatusHistoryTests {
  @Test("from the steps that its state remembers is that of a fold as of that day")
  func everyDay() throws {
    let chronicle = Chronicle(try JournalView.open(ExampleLedger.folder))
    let last: LocalDate = "2024-05-06"
    let histories = Book(chronicle, asOf: .date(last), today: last).measures.map { ($0.id, StatusHistory($0)) }
    #expect(histories.count > 40)
    var day: LocalDate = "2021-12-31"
    while day <= last {
      let book = Book(chronicle, asOf: .date(day), today: day)
      for (id, history) in histories {
        #expect(history.status(on: day) == book.measure(id)?.status, "\(id) on \(day)")
      }
      day = day.adding(days: 3)
    }
  }
}
