import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("what nobody reports on")
struct SilenceTests {
  private let labels: [Text] = ["2022-T1", "2022-T2", "2022-T3", "2023-T1", "slutrapport"]

  /// The ledger with a report compiled of each period but the last.
  private func reported() throws -> Teller {
    var book = try SmallLedger.told()
    for (index, period) in SmallLedger.periods.enumerated() where index > 0 && !period.isFinal {
      try book.tell(
        "F-000\(index + 1)",
        .followUp(
          .compiled(
            FollowUpCompiled(
              period: period.label, promise: id("P-0001"), measures: [], knownThrough: book.chronicle.position))),
        on: period.through.adding(days: 1).text)
    }
    return book
  }

  @Test("a measure promised and never reported is in every report, said to be missing, and counted")
  func everyReport() throws {
    let book = try reported()
    let silent = try labels.map { label in try book.pack(label).silent.first { $0.measure == id("M-0002") } }
    #expect(silent.map { $0?.reports } == [1, 2, 3, 4, 5])
    #expect(silent.allSatisfy { $0?.last == nil })
    #expect(try labels.allSatisfy { try book.pack($0).row("M-0002") != nil })
    let pack = try book.pack("2022-T3")
    let text = MarkdownRenderer().render(pack.document(.sv, basis: pack.basis))
    #expect(
      text.contains("| M-0002 | Belysning på gångvägen vid stationen | gatuchef | ✓ beslutad | aldrig | 3:e gången |"))
  }

  @Test("what no report was made of is not counted as one")
  func unmade() throws {
    // Of 2022-T1 alone one was made.
    let book = try SmallLedger.told()
    let silent = try labels.map { label in try book.pack(label).silent.first { $0.measure == id("M-0002") } }
    #expect(silent.map { $0?.reports } == [1, 2, 2, 2, 2])
    #expect(try book.pack("2022-T3").carriedOver.isEmpty)
  }

  @Test("until someone decides otherwise: then its row says what was decided, and nothing is missing")
  func decided() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "M-0002", .measure(.withdrawn(MeasureWithdrawn(reason: "Gången läggs om.", decision: id("D-0002")))),
      on: "2022-10-03")
    #expect(try book.pack("2022-T2").silent.contains { $0.measure == id("M-0002") })
    let pack = try book.pack("2022-T3")
    #expect(!pack.silent.contains { $0.measure == id("M-0002") })
    #expect(pack.row("M-0002")?.status == .withdrawn)
  }

  @Test("a report ends the count, and the day of the last one is said when the next year is silent")
  func told() throws {
    let book = try reported()
    #expect(try !book.pack("2022-T2").silent.contains { $0.measure == id("M-0001") })
    let silent = try #require(try book.pack("2023-T1").silent.first { $0.measure == id("M-0001") })
    #expect(silent.reports == 1)
    #expect(silent.last?.effective == .date(day("2022-08-24")))
  }

  @Test("what is overdue again says for how many reports running")
  func overdue() throws {
    let book = try reported()
    #expect(try book.pack("2022-T2").carriedOver.isEmpty)
    #expect(try book.pack("2022-T3").carriedOver.first { $0.subject == id("M-0002") }?.reports == 2)
  }
}
