package import CommandArguments
package import LedgerDomain

extension Holiday: Worded {
  package var words: Localized {
    switch self {
    case .newYearsDay: Localized("nyårsdagen", "New Year’s Day")
    case .epiphany: Localized("trettondedag jul", "Epiphany")
    case .goodFriday: Localized("långfredagen", "Good Friday")
    case .easterDay: Localized("påskdagen", "Easter Day")
    case .easterMonday: Localized("annandag påsk", "Easter Monday")
    case .mayDay: Localized("första maj", "May Day")
    case .ascensionDay: Localized("Kristi himmelsfärdsdag", "Ascension Day")
    case .whitSunday: Localized("pingstdagen", "Whit Sunday")
    case .whitMonday: Localized("annandag pingst", "Whit Monday")
    case .nationalDay: Localized("nationaldagen", "the National Day")
    case .midsummerEve: Localized("midsommarafton", "Midsummer Eve")
    case .midsummerDay: Localized("midsommardagen", "Midsummer Day")
    case .allSaintsDay: Localized("alla helgons dag", "All Saints’ Day")
    case .christmasEve: Localized("julafton", "Christmas Eve")
    case .christmasDay: Localized("juldagen", "Christmas Day")
    case .boxingDay: Localized("annandag jul", "Boxing Day")
    case .newYearsEve: Localized("nyårsafton", "New Year’s Eve")
    }
  }
}

extension DayOff {
  /// The holiday's name, or the day of the week.
  package var words: Localized {
    switch self {
    case .holiday(let holiday): holiday.words
    case .saturday: Localized("lördag", "Saturday")
    case .sunday: Localized("söndag", "Sunday")
    }
  }
}

extension StatutoryTime.End {
  /// What moved the end, day by day from the one that was counted: `julafton, juldagen, annandag jul`; nil where nothing did.
  package var reasons: Localized? {
    guard !passed.isEmpty else { return nil }
    return .joined(passed.map { $0.reason.words }, by: ", ")
  }
}

extension LocalDate {
  /// The day with its weekday, as calendars write it: `ons 2022-11-16`.
  package var withWeekday: Localized {
    let names = [
      Localized("mån", "Mon"), Localized("tis", "Tue"), Localized("ons", "Wed"), Localized("tor", "Thu"),
      Localized("fre", "Fri"), Localized("lör", "Sat"), Localized("sön", "Sun"),
    ]
    return names[weekday - 1] + " \(text)"
  }
}
