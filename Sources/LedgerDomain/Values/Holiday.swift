import StrictJSON

/// A named day on which no time that the law sets runs out: the public holidays of Sweden, and the three eves that are treated as
/// such (lag 1930:173, 2 §).
///
/// Source: lag 1989:253 om allmänna helgdagar, 1 §. Every Sunday is a public holiday, too; those without a name are not here. From
/// 2005, 6 June is one in place of Whit Monday (lag 2004:1320). Requires years from 1990.
package enum Holiday: String, Choice {
  case newYearsDay = "new-years-day"
  case epiphany
  case goodFriday = "good-friday"
  case easterDay = "easter-day"
  case easterMonday = "easter-monday"
  case mayDay = "may-day"
  case ascensionDay = "ascension-day"
  case whitSunday = "whit-sunday"
  /// Through 2004.
  case whitMonday = "whit-monday"
  /// From 2005.
  case nationalDay = "national-day"
  case midsummerEve = "midsummer-eve"
  case midsummerDay = "midsummer-day"
  case allSaintsDay = "all-saints-day"
  case christmasEve = "christmas-eve"
  case christmasDay = "christmas-day"
  case boxingDay = "boxing-day"
  case newYearsEve = "new-years-eve"

  /// Whether it is a public holiday, and no mere eve.
  package var isPublic: Bool {
    switch self {
    case .midsummerEve, .christmasEve, .newYearsEve: false
    default: true
    }
  }

  /// The first year in which 6 June is a public holiday, and Whit Monday is none.
  private static let nationalDaySince = 2005

  /// The holidays that fall on a day, in the order of the list: one at most, but for the rare years in which a day that follows
  /// Easter meets a fixed one.
  package static func on(_ day: LocalDate) -> [Holiday] {
    let fixed = fixed(day)
    guard let moved = moved(day) else { return fixed.map { [$0] } ?? [] }
    return fixed.map { [$0, moved] } ?? [moved]
  }

  private static func fixed(_ day: LocalDate) -> Holiday? {
    switch (day.month, day.day) {
    case (1, 1): .newYearsDay
    case (1, 6): .epiphany
    case (5, 1): .mayDay
    case (6, 6): day.year < nationalDaySince ? nil : .nationalDay
    // The Friday before the Saturday of 20–26 June.
    case (6, 19...25) where day.weekday == 5: .midsummerEve
    case (6, 20...26) where day.weekday == 6: .midsummerDay
    // The Saturday of 31 October–6 November.
    case (10, 31) where day.weekday == 6, (11, 1...6) where day.weekday == 6: .allSaintsDay
    case (12, 24): .christmasEve
    case (12, 25): .christmasDay
    case (12, 26): .boxingDay
    case (12, 31): .newYearsEve
    default: nil
    }
  }

  /// The holiday that follows Easter.
  private static func moved(_ day: LocalDate) -> Holiday? {
    // 50 days after the last Easter, 25 April, is 14 June.
    guard (3...6).contains(day.month) else { return nil }
    switch day.dayNumber - easter(day.year).dayNumber {
    case -2: return .goodFriday
    case 0: return .easterDay
    case 1: return .easterMonday
    case 39: return .ascensionDay
    case 49: return .whitSunday
    case 50: return day.year < nationalDaySince ? .whitMonday : nil
    default: return nil
    }
  }

  /// Easter day of a year of the Gregorian calendar, 22 March–25 April. Source: J. Meeus, *Astronomical Algorithms*, chapter 8
  /// (Butcher's rule).
  package static func easter(_ year: Int) -> LocalDate {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * sunday) / 451
    let days = epact + sunday - 7 * late + 114
    guard let easter = LocalDate(year: year, month: days / 31, day: days % 31 + 1) else {
      preconditionFailure("Easter is in March or April")
    }
    return easter
  }
}
