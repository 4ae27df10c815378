/// When a time that the law sets runs out: one that would end on a Sunday, another public holiday, a Saturday, or the eve of
/// midsummer, Christmas or the new year, ends on the next working day (lag 1930:173, 2 §).
///
/// Requires years from 1990, as ``Holiday`` does.
package enum StatutoryTime {
  /// The last day of a time that is counted to end on `day`: the day itself, or the next working day.
  package static func end(_ day: LocalDate) -> LocalDate { ending(day).last }

  /// The end of a time that is counted to end on `day`, with what moved it.
  package static func ending(_ day: LocalDate) -> End {
    var end = End(counted: day, last: day)
    while let reason = DayOff(end.last), end.last.adding(days: 1) > end.last {
      end.passed.append(Passed(day: end.last, reason: reason))
      end.last = end.last.adding(days: 1)
    }
    return end
  }

  /// Whether something that the law wants done by this day must be done by it.
  package static func isWorkingDay(_ day: LocalDate) -> Bool { DayOff(day) == nil }

  /// The first working day after a day.
  package static func workingDay(after day: LocalDate) -> LocalDate { end(day.adding(days: 1)) }

  /// Where a time ends, and why there.
  package struct End: Hashable, Sendable {
    /// The day on which it would end if every day were a working day.
    package let counted: LocalDate
    package fileprivate(set) var last: LocalDate
    /// The days that it could not end on, from `counted` on; none where it ends on that day.
    package fileprivate(set) var passed: [Passed] = []
  }

  /// A day on which a time cannot end, and why.
  package struct Passed: Hashable, Sendable {
    package let day: LocalDate
    package let reason: DayOff
  }
}

/// Why a day is no working day.
package enum DayOff: Hashable, Sendable {
  case holiday(Holiday)
  case saturday, sunday

  /// Nil for a working day. A holiday is named also where it falls on a Saturday or Sunday.
  package init?(_ day: LocalDate) {
    if let holiday = Holiday.on(day).first {
      self = .holiday(holiday)
    } else if day.weekday == 6 {
      self = .saturday
    } else if day.weekday == 7 {
      self = .sunday
    } else {
      return nil
    }
  }
}
