import LedgerDomain
import TestSupport
import Testing

@Suite("Statutory times")
struct StatutoryTimeTests {
  @Test(
    "Easter day is on the day that the almanac states",
    arguments: [
      "2005-03-27", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
      "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2030-04-21", "2038-04-25", "2049-04-18",
    ])
  func easter(_ text: String) {
    let day = LocalDate(written: text)
    #expect(StatutoryTime.easter(day.year) == day)
  }

  @Test("2022 has these days besides Saturdays and Sundays on which no time runs out")
  func holidays() {
    let first: LocalDate = "2022-01-01"
    let days = (0..<365).map { first.adding(days: $0) }
    let free = days.filter { $0.weekday < 6 && !StatutoryTime.isWorkingDay($0) }
    #expect(
      free.map(\.text) == [
        "2022-01-06", "2022-04-15", "2022-04-18", "2022-05-26", "2022-06-06", "2022-06-24", "2022-12-26",
      ])
    #expect(days.allSatisfy { $0.weekday < 6 || !StatutoryTime.isWorkingDay($0) })
  }

  @Test(
    "a time that would end on a holiday ends on the next working day",
    arguments: [
      ("2022-04-14", "2022-04-14"), ("2022-04-15", "2022-04-19"), ("2022-02-26", "2022-02-28"),
      ("2021-12-24", "2021-12-27"), ("2024-12-24", "2024-12-27"), ("2021-12-31", "2022-01-03"),
      ("2022-06-24", "2022-06-27"), ("2022-05-26", "2022-05-27"), ("2023-06-06", "2023-06-07"),
    ])
  func end(_ counted: String, _ end: String) {
    #expect(StatutoryTime.end(LocalDate(written: counted)) == LocalDate(written: end))
  }

  @Test("the last day of the calendar ends a time, whatever day it is")
  func calendarEnd() {
    #expect(StatutoryTime.end("9999-12-31") == "9999-12-31")
  }
}
