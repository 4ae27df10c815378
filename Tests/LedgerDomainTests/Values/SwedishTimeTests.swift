import Foundation
import LedgerDomain
import TestSupport
import Testing

@Suite("Swedish time")
struct SwedishTimeTests {
  @Test(
    "the clock changes at 01:00 UTC on known Sundays",
    arguments: [
      ("1996-03-31", 120), ("1996-10-27", 60), ("2000-03-26", 120), ("2021-10-31", 60), ("2022-03-27", 120),
      ("2022-10-30", 60), ("2023-03-26", 120), ("2023-10-29", 60), ("2024-03-31", 120), ("2038-03-28", 120),
    ])
  func changeovers(_ day: String, _ after: Int) {
    let changeover = Instant(written: "\(day)T01:00:00Z")
    #expect(SwedishTime.offsetMinutes(at: changeover) == after)
    #expect(SwedishTime.offsetMinutes(at: Instant(milliseconds: changeover.milliseconds - 1)) == 180 - after)
  }

  @Test(
    "every hour of 1996–2040 has the offset that the time-zone database states",
    .enabled(if: TimeZone(identifier: SwedishTime.identifier) != nil, "no time-zone database on this machine"))
  func everyHour() throws {
    let zone = try #require(TimeZone(identifier: SwedishTime.identifier))
    let first = ("1996-01-01T00:00Z" as Instant).milliseconds
    let end = ("2041-01-01T00:00Z" as Instant).milliseconds
    var wrong: [String] = []
    for milliseconds in stride(from: first, to: end, by: 3_600_000) {
      let instant = Instant(milliseconds: milliseconds)
      let stated = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(milliseconds / 1000))) / 60
      if SwedishTime.offsetMinutes(at: instant) != stated { wrong.append(instant.text) }
    }
    #expect(wrong == [])
  }

  @Test("every day of 1996–2040 begins where the day before it ends, at 22:00 or 23:00 UTC, and holds its moments")
  func everyDay() {
    var wrong: [String] = []
    for number in ("1996-01-01" as LocalDate).dayNumber..<("2041-01-01" as LocalDate).dayNumber {
      guard let day = LocalDate(dayNumber: number) else { continue }
      let start = SwedishTime.startOfDay(day)
      let end = SwedishTime.endOfDay(day)
      let hours = (end.milliseconds - start.milliseconds) / 3_600_000
      let fits =
        end == SwedishTime.startOfDay(day.adding(days: 1)) && (23...25).contains(hours)
        && SwedishTime.date(of: start) == day
        && SwedishTime.date(of: Instant(milliseconds: end.milliseconds - 1)) == day
        && SwedishTime.date(of: Instant(milliseconds: start.milliseconds - 1)) == day.adding(days: -1)
      if !fits { wrong.append(day.text) }
    }
    #expect(wrong == [])
  }

  @Test("the day of the change in spring has 23 hours, that in autumn 25")
  func lengths() {
    func hours(_ day: LocalDate) -> Int64 {
      (SwedishTime.endOfDay(day).milliseconds - SwedishTime.startOfDay(day).milliseconds) / 3_600_000
    }
    #expect(hours("2022-03-26") == 24)
    #expect(hours("2022-03-27") == 23)
    #expect(hours("2022-10-30") == 25)
  }
}
