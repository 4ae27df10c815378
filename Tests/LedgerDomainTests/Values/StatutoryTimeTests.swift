import LedgerDomain
import TestSupport
import Testing

@Suite("Statutory times")
struct StatutoryTimeTests {
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

  @Test("what moves the end of a time is told day by day")
  func passed() {
    let end = StatutoryTime.ending("2021-12-24")
    #expect(end.counted == "2021-12-24" && end.last == "2021-12-27")
    #expect(end.passed.map(\.day) == ["2021-12-24", "2021-12-25", "2021-12-26"])
    #expect(end.passed.map(\.reason) == [.holiday(.christmasEve), .holiday(.christmasDay), .holiday(.boxingDay)])
    #expect(StatutoryTime.ending("2022-02-26").passed.map(\.reason) == [.saturday, .sunday])
    #expect(StatutoryTime.ending("2022-02-28").passed.isEmpty)
  }

  @Test("the first working day after a day is never the day itself")
  func workingDayAfter() {
    #expect(StatutoryTime.workingDay(after: "2022-02-24") == "2022-02-25")
    #expect(StatutoryTime.workingDay(after: "2022-02-25") == "2022-02-28")
    #expect(StatutoryTime.workingDay(after: "2022-04-14") == "2022-04-19")
  }

  @Test("each of the times of minutes, over holidays and not")
  func minutes() {
    #expect(MinutesTime.verification.end(from: "2022-02-23") == "2022-03-09")
    #expect(MinutesTime.verification.end(from: "2022-12-12") == "2022-12-27")
    #expect(MinutesTime.announcement.end(from: "2022-03-02") == "2022-03-04")
    #expect(MinutesTime.announcement.end(from: "2022-03-03") == "2022-03-07")
    #expect(MinutesTime.appeal.end(from: "2022-03-04") == "2022-03-25")
    #expect(MinutesTime.appeal.end(from: "2022-03-25") == "2022-04-19")
  }

  @Test("the last day of the calendar ends a time, whatever day it is")
  func calendarEnd() {
    #expect(StatutoryTime.end("9999-12-31") == "9999-12-31")
  }
}
