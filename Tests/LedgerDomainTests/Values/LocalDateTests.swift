import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Local dates")
struct LocalDateTests {
  @Test("every day of 10,000 years follows the day before it, in number, text, order and weekday")
  func everyDay() throws {
    var previous = try #require(LocalDate(dayNumber: -719_528))
    #expect(previous.text == "0000-01-01")
    var wrong = 0
    var count = 1
    for number in -719_527...2_932_896 {
      guard let date = LocalDate(dayNumber: number) else {
        wrong += 1
        continue
      }
      let isNextDay = date.day == previous.day + 1 && date.month == previous.month && date.year == previous.year
      let isNextMonth =
        date.day == 1 && previous.day == LocalDate.days(inMonth: previous.month, of: previous.year)
        && (date.month == previous.month + 1 && date.year == previous.year
          || date.month == 1 && previous.month == 12 && date.year == previous.year + 1)
      let fits =
        date.dayNumber == number && (isNextDay || isNextMonth) && previous < date
        && date.weekday == previous.weekday % 7 + 1
      if !fits { wrong += 1 }
      count += 1
      previous = date
    }
    #expect(wrong == 0)
    #expect(count == 3_652_425)
    #expect(previous.text == "9999-12-31")
    #expect(LocalDate(dayNumber: -719_529) == nil)
    #expect(LocalDate(dayNumber: 2_932_897) == nil)
  }

  @Test(
    "known days have their number and weekday",
    arguments: [("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2022-03-23", 19_074, 3), ("1899-12-31", -25_568, 7)])
  func known(_ text: String, _ number: Int, _ weekday: Int) {
    let date = LocalDate(written: text)
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
  }

  @Test("leap years are those of Gregory", arguments: [(1900, false), (2000, true), (2022, false), (2024, true)])
  func leap(_ year: Int, _ isLeap: Bool) {
    #expect(LocalDate.isLeap(year) == isLeap)
    #expect((LocalDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(
    "what is no date is refused with what was found",
    arguments: [
      "", "2022-2-03", "2022-02-30", "2022-00-10", "2022-13-01", "2022-01-00", "22-01-01", "2022/01/01", "2022-01-01 ",
      "+022-01-01", "２０２２-01-01", "2022-01-1é",
    ])
  func malformed(_ text: String) {
    #expect(throws: MalformedText(expected: "date", found: text)) { try LocalDate(text: text) }
  }

  @Test("days are counted on across months and years, and stop at the ends of the calendar")
  func adding() {
    #expect(("2022-12-31" as LocalDate).adding(days: 1) == "2023-01-01")
    #expect(("2024-03-01" as LocalDate).adding(days: -1) == "2024-02-29")
    #expect(("9999-12-30" as LocalDate).adding(days: 14) == "9999-12-31")
    #expect(("0000-01-02" as LocalDate).adding(days: -3) == "0000-01-01")
  }
}
