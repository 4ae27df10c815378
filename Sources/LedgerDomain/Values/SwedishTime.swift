/// The clock of Europe/Stockholm: UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October, both at 01:00 UTC.
///
/// The rule holds from 1996 (Directive 2000/84/EC and its forerunners; förordning 2001:127). The ledger computes it itself so
/// that the same book gives the same answers on a machine without a time-zone database. Requires years from 1996: earlier
/// summers ended in September, and a ledger of promises has no hours from then.
package enum SwedishTime {
  /// The identifier that `ledger.opened` states; no other is known to this format.
  package static let identifier = "Europe/Stockholm"

  /// Minutes to add to UTC: 60 or 120.
  package static func offsetMinutes(at instant: Instant) -> Int {
    let year = Instant.split(instant.milliseconds).date.year
    let start = changeover(year: year, month: 3)
    let end = changeover(year: year, month: 10)
    return instant >= start && instant < end ? 120 : 60
  }

  /// The first moment of a day.
  package static func startOfDay(_ date: LocalDate) -> Instant { startOfDay(number: date.dayNumber) }

  /// The first moment after a day; the calendar's last day has one too.
  package static func endOfDay(_ date: LocalDate) -> Instant { startOfDay(number: date.dayNumber + 1) }

  private static func startOfDay(number: Int) -> Instant {
    let utcMidnight = Int64(number) * 86_400_000
    // Midnight is never inside a changeover, so the offset an hour before local midnight in winter time is that of midnight.
    let guess = Instant(milliseconds: utcMidnight - 3_600_000)
    return Instant(milliseconds: utcMidnight - Int64(offsetMinutes(at: guess)) * 60_000)
  }

  /// The day on which a moment falls.
  package static func date(of instant: Instant) -> LocalDate {
    Instant.split(instant.milliseconds + Int64(offsetMinutes(at: instant)) * 60_000).date
  }

  /// A moment as people read it: `2022-03-23 11:15`, with seconds when asked.
  package static func reading(of instant: Instant, seconds: Bool = false) -> String {
    let local = Instant(milliseconds: instant.milliseconds + Int64(offsetMinutes(at: instant)) * 60_000)
    let clock = local.text(decimals: false).dropFirst(11)
    return "\(Instant.split(local.milliseconds).date) \(clock.prefix(seconds ? 8 : 5))"
  }

  /// 01:00 UTC on the last Sunday of a month.
  private static func changeover(year: Int, month: Int) -> Instant {
    guard let last = LocalDate(year: year, month: month, day: 31) else { preconditionFailure("a month of 31 days") }
    let sunday = last.dayNumber - last.weekday % 7
    return Instant(milliseconds: Int64(sunday) * 86_400_000 + 3_600_000)
  }
}
