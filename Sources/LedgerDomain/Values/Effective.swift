package import StrictJSON

/// When something was true: a local date, or an instant where the hour matters.
///
/// A date counts from the start of its day in the ledger's time zone. An instant is written to the second in UTC,
/// `2022-10-14T11:30:00Z`. An undated fact has no `Effective` at all.
package enum Effective: TextValue, Comparable {
  case date(LocalDate)
  case instant(Instant)

  package init(text: String) throws(MalformedText) {
    if let date = try? LocalDate(text: text) {
      self = .date(date)
    } else if let instant = Instant(rfc3339: text), Effective.instant(instant).text.utf8.elementsEqual(text.utf8) {
      self = .instant(instant)
    } else {
      throw MalformedText(expected: "effective", found: text)
    }
  }

  /// Reads what a person types: a date, or any RFC 3339 `date-time`, which is cut to the second.
  package init(typed text: String) throws(MalformedText) {
    if let date = try? LocalDate(text: text) {
      self = .date(date)
    } else if let instant = Instant(rfc3339: text) {
      self = .instant(Instant(milliseconds: instant.milliseconds - ((instant.milliseconds % 1000) + 1000) % 1000))
    } else {
      throw MalformedText(expected: "effective", found: text)
    }
  }

  package var text: String {
    switch self {
    case .date(let date): date.text
    case .instant(let instant): instant.text(decimals: false)
    }
  }

  /// The moment from which it counts.
  package var start: Instant {
    switch self {
    case .date(let date): SwedishTime.startOfDay(date)
    case .instant(let instant): instant
    }
  }

  /// The local day on which it falls.
  package var day: LocalDate {
    switch self {
    case .date(let date): date
    case .instant(let instant): SwedishTime.date(of: instant)
    }
  }

  /// The last moment, exclusive, of what `--as-of` with this value covers: the end of the day, or just past the instant.
  package var endOfReading: Instant {
    switch self {
    case .date(let date): SwedishTime.endOfDay(date)
    case .instant(let instant): Instant(milliseconds: instant.milliseconds + 1)
    }
  }

  /// Whether a reading as of `reading` covers it: it began by the end of that day, or by that instant.
  package func isCovered(by reading: Effective) -> Bool {
    if case (.date(let day), .date(let last)) = (self, reading) { return day <= last }
    return start < reading.endOfReading
  }

  /// In the order of their starts; those of two days need not be computed.
  package static func < (left: Effective, right: Effective) -> Bool {
    if case (.date(let left), .date(let right)) = (left, right) { return left < right }
    return left.start < right.start
  }
}
