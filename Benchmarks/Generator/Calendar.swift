/// The days that the generated ledger can name, as text, by their number from 1970-01-01 (day 0).
///
/// A span of six years around the promise; `text(of:)` requires a day in `range`.
struct Calendar {
  /// 2021-01-01 ..< 2027-01-01.
  static let range = Calendar.number(2021, 1, 1)..<Calendar.number(2027, 1, 1)

  /// Ten bytes for each day.
  private let texts: [UInt8]

  init() {
    texts = Calendar.range.flatMap { day -> [UInt8] in
      let (year, month, dayOfMonth) = Calendar.civil(day)
      return Calendar.digits(year, 4) + [UInt8(ascii: "-")] + Calendar.digits(month, 2) + [UInt8(ascii: "-")]
        + Calendar.digits(dayOfMonth, 2)
    }
  }

  /// `2022-10-14`, appended.
  func write(_ day: Int, into out: inout [UInt8]) {
    let start = (day - Calendar.range.lowerBound) * 10
    texts.withUnsafeBufferPointer { out.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<start + 10])) }
  }

  /// The weekdays, Monday to Friday, of a span.
  static func workdays(_ span: Range<Int>) -> [Int] {
    // Day 0, 1970-01-01, was a Thursday.
    span.filter { ($0 + 3) % 7 < 5 }
  }

  /// The number of a day in the Gregorian calendar (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  private static func digits(_ number: Int, _ count: Int) -> [UInt8] {
    var rest = number
    var digits = [UInt8](repeating: 0, count: count)
    for index in digits.indices.reversed() {
      digits[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return digits
  }
}

/// When the events are recorded: spread evenly over the office hours of a span of weekdays, never backwards.
struct OfficeHours {
  private static let opening = 6 * 3_600_000 + 30 * 60_000
  private static let length = 9 * 3_600_000

  private let workdays: [Int]
  private let eventCount: Int

  init(span: Range<Int>, eventCount: Int) {
    workdays = Calendar.workdays(span)
    self.eventCount = eventCount
  }

  /// The day and the millisecond of that day, UTC, of the event at a position in 1...eventCount.
  func moment(of position: Int) -> (day: Int, millisecond: Int) {
    let total = workdays.count * OfficeHours.length
    // Through two steps, so that ten million events times the milliseconds of two years stay far from overflow.
    let elapsed = (position - 1) * (total / eventCount) + (position - 1) * (total % eventCount) / eventCount
    return (workdays[elapsed / OfficeHours.length], OfficeHours.opening + elapsed % OfficeHours.length)
  }
}
