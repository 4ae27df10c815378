package import StrictJSON

/// A day of the Gregorian calendar, with no hour and no time zone; its text is ISO 8601 `2022-10-14` (RFC 3339, `full-date`).
///
/// Years 0000–9999. Days count from 1970-01-01, which is day 0.
package struct LocalDate: TextValue, Comparable {
  /// Year, month and day as digits of one number, 20221014: four bytes, and in order. There is one in every entry.
  private let digits: Int32

  package var year: Int { Int(digits) / 10_000 }
  package var month: Int { Int(digits) / 100 % 100 }
  package var day: Int { Int(digits) % 100 }

  /// The day with these numbers, or nil where the calendar has none (2022-02-29).
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      (1...LocalDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    digits = Int32(year * 10_000 + month * 100 + day)
  }

  package init(text: String) throws(MalformedText) {
    var copy = text
    let date = copy.withUTF8 { $0.count == 10 ? LocalDate(beginning: $0) : nil }
    guard let date else { throw MalformedText(expected: "date", found: text) }
    self = date
  }

  /// The date that a text begins with. Requires ten bytes or more.
  init?(beginning bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = decimal(bytes[0..<4]),
      let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var text: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      var digits = DigitPen(bytes)
      digits.write(self)
      return digits.count
    }
  }

  package static func < (left: LocalDate, right: LocalDate) -> Bool {
    left.digits < right.digits
  }
}

extension LocalDate {
  /// The number of days since 1970-01-01; negative before it.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day with this number, or nil outside the years 0000–9999.
  package init?(dayNumber: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The number of the first day of the calendar, 0000-01-01, and of the last, 9999-12-31.
  static let dayNumbers = -719_528...2_932_896

  /// The day `count` days later (earlier when negative); the calendar's last or first day where it ends before that.
  package func adding(days count: Int) -> LocalDate {
    LocalDate(clamping: dayNumber + count)
  }

  /// The day with this number, or the nearest of the calendar.
  init(clamping dayNumber: Int) {
    let number = min(max(dayNumber, Self.dayNumbers.lowerBound), Self.dayNumbers.upperBound)
    guard let date = LocalDate(dayNumber: number) else { preconditionFailure("the number is one of the calendar's") }
    self = date
  }

  /// 1 for Monday … 7 for Sunday (ISO 8601).
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The number of days of a month. Requires 1 ≤ month ≤ 12.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
