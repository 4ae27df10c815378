import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Holidays")
struct HolidayTests {
  @Test(
    "Easter day is on the day that the almanac states",
    arguments: [
      "1900-04-15", "1913-03-23", "1916-04-23", "1923-04-01", "1940-03-24", "1943-04-25", "1954-04-18", "1961-04-02",
      "1981-04-19", "1986-03-30", "2000-04-23", "2005-03-27", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21",
      "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
      "2030-04-21", "2038-04-25", "2049-04-18", "2076-04-19", "2099-04-12",
    ])
  func easter(_ text: String) {
    let day = LocalDate(written: text)
    #expect(Holiday.easter(day.year) == day)
  }

  @Test("Easter day is a Sunday from 22 March through 25 April, in every year of the calendar")
  func easterBounds() {
    for year in 1583...9999 {
      let easter = Holiday.easter(year)
      #expect(easter.weekday == 7)
      #expect((easter.month, easter.day) >= (3, 22) && (easter.month, easter.day) <= (4, 25), "\(easter)")
    }
  }

  private static func days(of year: Int) -> [(day: LocalDate, holidays: [Holiday])] {
    guard let first = LocalDate(year: year, month: 1, day: 1) else { return [] }
    return (0..<(LocalDate.isLeap(year) ? 366 : 365)).map { first.adding(days: $0) }.map { ($0, Holiday.on($0)) }
      .filter { !$0.holidays.isEmpty }
  }

  @Test("the holidays of 2022, each by its name")
  func year() {
    let lines = Self.days(of: 2022).map { "\($0.day) \($0.holidays.map(\.text).joined(separator: ", "))" }
    let expected = """
      2022-01-01 new-years-day
      2022-01-06 epiphany
      2022-04-15 good-friday
      2022-04-17 easter-day
      2022-04-18 easter-monday
      2022-05-01 may-day
      2022-05-26 ascension-day
      2022-06-05 whit-sunday
      2022-06-06 national-day
      2022-06-24 midsummer-eve
      2022-06-25 midsummer-day
      2022-11-05 all-saints-day
      2022-12-24 christmas-eve
      2022-12-25 christmas-day
      2022-12-26 boxing-day
      2022-12-31 new-years-eve
      """
    expectSame(lines.joined(separator: "\n"), expected)
  }

  @Test("every year has each holiday once, and Whit Monday gave way to 6 June in 2005")
  func once() {
    for year in 1990...2100 {
      let all = Self.days(of: year).flatMap(\.holidays)
      let absent: Holiday = year < 2005 ? .nationalDay : .whitMonday
      #expect(all.sorted { $0.text < $1.text } == Holiday.allCases.filter { $0 != absent }.sorted { $0.text < $1.text })
    }
  }

  @Test("two holidays on one day are both named")
  func together() {
    #expect(Holiday.on("2008-05-01") == [.mayDay, .ascensionDay])
    #expect(Holiday.on("2049-06-06") == [.nationalDay, .whitSunday])
  }

  /// Writes every day from 1990 through 2060 that the package `holidays` has as a public holiday of Sweden, and how many at once, and
  /// Easter day of the years 1583–4099 as `dateutil` has it. The package has all Sundays too unless asked not to, and the eves only
  /// in another category: as in the law they are no public holidays.
  private static let script = """
    import holidays, dateutil.easter, datetime
    for day, name in sorted(holidays.country_holidays("SE", years=range(1990, 2061), include_sundays=False).items()):
        print(day, len(name.split("; ")))
    for year in range(1583, 4100): print("easter", dateutil.easter.easter(year))
    """

  @Test(
    "the same days as the Python packages holidays and dateutil have",
    .enabled(
      if: Outside.python(with: ["holidays", "dateutil"]) != nil,
      "the Python packages holidays and python-dateutil are absent"))
  func peer() throws {
    let python = try #require(Outside.python(with: ["holidays", "dateutil"]))
    let answer = try Outside.run(python, ["-c", Self.script])
    #expect(answer.exit == 0, "\(answer.errors)")
    let lines = answer.output.split(separator: "\n").map(String.init)
    let theirs = lines.filter { !$0.hasPrefix("easter") }
    let ours = (1990...2060).flatMap(Self.days).map { ($0.day, $0.holidays.count(where: \.isPublic)) }
      .filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    #expect(Set(theirs).symmetricDifference(ours).sorted() == [])
    #expect(lines.filter { $0.hasPrefix("easter") } == (1583...4099).map { "easter \(Holiday.easter($0))" })
  }
}
