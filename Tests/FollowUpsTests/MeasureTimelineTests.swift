import CommandArguments
import Documents
import LedgerDomain
import Projections
import TestSupport
import Testing

@testable import FollowUps

@Suite("the days of one measure as a picture")
struct MeasureTimelineTests {
  private func figure(_ measure: String, _ language: Language = .sv) throws -> Figure? {
    let chronicle = try SmallLedger.told().chronicle
    let book = Book(chronicle, asOf: nil, today: day("2022-09-02"))
    return MeasureTimeline(try #require(book.measure(id(measure))), through: day("2022-09-02")).figure(language)
  }

  private func chart(_ measure: String) throws -> LaneChart? {
    guard case .lanes(let chart)? = try figure(measure)?.chart else { return nil }
    return chart
  }

  @Test("are said in words in both languages, a moved deadline with the first")
  func words() throws {
    #expect(try figure("M-0004")?.caption == "Tidslinje för M-0004")
    #expect(try figure("M-0004", .en)?.caption == "Timeline of M-0004")
    #expect(
      try figure("M-0004")?.description
        == "föreslagen 2022-02-01, beslutad 2022-06-15, påbörjad 2022-03-11, slutdatum 2022-09-15 → 2022-11-30.")
    #expect(
      try figure("M-0005", .en)?.description
        == "proposed 2022-02-01, decided 2022-02-23, deadline 2022-08-31, implemented 2022-08-29.")
  }

  @Test("stand on whole half-years; what is under way is so through the day asked, and what is moved is drawn")
  func lane() throws {
    let chart = try #require(try chart("M-0004"))
    #expect(chart.from == day("2022-01-01").dayNumber && chart.through == day("2022-12-31").dayNumber)
    #expect(chart.ticks.map(\.label) == ["2022", "juli"] && chart.limits.isEmpty)
    #expect(chart.lanes.map(\.name) == ["M-0004"])
    #expect(
      chart.lanes[0].spans == [
        .init(from: day("2022-03-11").dayNumber, through: day("2022-09-02").dayNumber, .work),
        .init(from: day("2022-09-15").dayNumber, through: day("2022-11-30").dayNumber, .moved),
      ])
    #expect(
      chart.lanes[0].marks == [
        .init(day("2022-02-01").dayNumber, .proposed), .init(day("2022-06-15").dayNumber, .decided),
        .init(day("2022-09-15").dayNumber, .deadline), .init(day("2022-11-30").dayNumber, .deadline),
      ])
  }

  @Test("the first day of the axis says its year, whatever month it is")
  func ticks() {
    func labels(_ from: String, _ through: String, _ language: Language = .sv) -> [String] {
      MeasureTimeline.ticks(day(from), day(through), language).map(\.label)
    }
    #expect(labels("2021-07-01", "2022-12-31") == ["juli 2021", "2022", "juli"])
    #expect(labels("2021-07-02", "2022-06-30", .en) == ["2022"])
    #expect(labels("2021-03-01", "2022-07-01", .en) == ["July 2021", "2022", "July"])
    #expect(labels("2021-03-01", "2025-01-01") == ["2022", "2023", "2024", "2025"])
  }

  @Test("explain only the marks that there are")
  func legend() throws {
    let chart = try #require(try chart("M-0004"))
    #expect(chart.signNames.map(\.name) == ["föreslagen", "beslutad", "slutdatum"])
    #expect(chart.workName == "pågår" && chart.pauseName == "")
    #expect(try self.chart("M-0005")?.workName == "")
    #expect(try self.chart("M-0005")?.signNames.map(\.sign) == [.proposed, .decided, .deadline, .done])
  }

  @Test("are no picture where there is one day alone")
  func alone() throws {
    #expect(try figure("M-0003") == nil)
  }
}
