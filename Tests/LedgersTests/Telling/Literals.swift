import LedgerDomain
import StrictJSON
import TestSupport

/// Subjects as a story writes them: `.m(7)`.
extension SubjectID {
  static func p(_ number: Int) -> SubjectID { SubjectID(.promise, number) }
  static func s(_ number: Int) -> SubjectID { SubjectID(.situation, number) }
  static func i(_ number: Int) -> SubjectID { SubjectID(.indicator, number) }
  static func c(_ number: Int) -> SubjectID { SubjectID(.case, number) }
  static func m(_ number: Int) -> SubjectID { SubjectID(.measure, number) }
  static func d(_ number: Int) -> SubjectID { SubjectID(.decision, number) }
  static func b(_ number: Int) -> SubjectID { SubjectID(.body, number) }
  static func g(_ number: Int) -> SubjectID { SubjectID(.delegation, number) }
  static func t(_ number: Int) -> SubjectID { SubjectID(.meeting, number) }
  static func f(_ number: Int) -> SubjectID { SubjectID(.followUp, number) }
  static func r(_ number: Int) -> SubjectID { SubjectID(.recommendation, number) }
  static func e(_ number: Int) -> SubjectID { SubjectID(.person, number) }
}

/// When what is told was true.
enum Day: ExpressibleByStringLiteral {
  /// On the day of the recording.
  case sameDay
  /// No day is known.
  case undated
  case stated(Effective)

  init(stringLiteral text: String) {
    guard let effective = try? Effective(typed: text) else { preconditionFailure("not a day: \(text)") }
    self = .stated(effective)
  }
}

extension Instant {
  /// The moment when a clock in Sweden reads `2022-02-23 14:10`.
  init(local text: String) {
    let parts = text.split(separator: " ").map(String.init)
    let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
    let midnight = SwedishTime.startOfDay(LocalDate(stringLiteral: parts[0]))
    self.init(milliseconds: midnight.milliseconds + (clock[0] * 60 + clock[1]) * 60_000)
  }
}
