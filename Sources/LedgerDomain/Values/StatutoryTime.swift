/// When a time that the law sets runs out: one that would end on a Sunday, another public holiday, a Saturday, or the eve of
/// midsummer, Christmas or the new year, ends on the next working day (lag 1930:173, 2 §).
///
/// Requires years from 2005, when 6 June became a public holiday in place of Whit Monday (lag 1989:253).
package enum StatutoryTime {
  /// The last day of a time that is counted to end on `day`: the day itself, or the next working day.
  package static func end(_ day: LocalDate) -> LocalDate {
    var day = day
    while !isWorkingDay(day), day.adding(days: 1) > day { day = day.adding(days: 1) }
    return day
  }

  /// Whether something that the law wants done by this day must be done by it.
  package static func isWorkingDay(_ day: LocalDate) -> Bool {
    if day.weekday >= 6 { return false }
    switch (day.month, day.day) {
    case (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31): return false
    // Midsummer's eve is the Friday of 19–25 June; Midsummer's day and All Saints' day are Saturdays.
    case (6, 19...25): return day.weekday != 5
    default: break
    }
    // Good Friday, Easter Monday and Ascension day; Easter day and Whit Sunday are Sundays.
    return ![-2, 1, 39].contains(day.dayNumber - easter(day.year).dayNumber)
  }

  /// Easter day of a year. Source: J. Meeus, *Astronomical Algorithms*, chapter 8 (Butcher's rule).
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
