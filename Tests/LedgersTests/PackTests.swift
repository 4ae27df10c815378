import CommandArguments
import Documents
import FollowUps
import Integrity
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the reports of the made-up ledger, as they were compiled")
struct PackTests {
  static let periods = ["2022-T1", "2022-T2", "2022-T3", "2023-T1", "2023-T2", "2023-T3", "slutrapport"]

  @Test("read as on file", arguments: periods)
  func report(_ label: String) throws {
    let chronicle = Exempel.chronicle
    let book = Book(chronicle, asOf: nil, today: "2024-05-06")
    let period = try #require(book.ledger?.opened?.periods.first { $0.label == Text(label) })
    let compiled = try #require(book.followUps.compactMap(\.compiled).last { $0.period == period.label })
    let pack = FollowUpPack(
      period: period, promise: compiled.promise, chronicle: chronicle.known(through: compiled.knownThrough),
      knownAt: nil)
    let basis = Basis(pack.book, knownAt: nil, root: nil, size: pack.book.position)
    Golden.expect(
      MarkdownRenderer().render(pack.document(.sv, basis: basis)), is: "reports/exempel-\(label).sv.md")
  }
}
