package import StrictJSON

/// A moment, in milliseconds since 1970-01-01T00:00:00Z (leap seconds not counted, as in POSIX).
///
/// Its text is RFC 3339 in UTC with exactly three decimals, `2022-03-23T10:15:00.000Z`: one text per value. People may type
/// any RFC 3339 `date-time`; see ``init(rfc3339:)``.
package struct Instant: TextValue, Comparable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads the one canonical text; anything else is refused.
  package init(text: String) throws(MalformedText) {
    var copy = text
    let milliseconds = copy.withUTF8 { bytes -> Int64? in
      guard bytes.count == 24, let date = LocalDate(beginning: bytes), bytes[10] == UInt8(ascii: "T"),
        bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."),
        bytes[23] == UInt8(ascii: "Z"), let hour = decimal(bytes[11..<13]), hour < 24,
        let minute = decimal(bytes[14..<16]), minute < 60, let second = decimal(bytes[17..<19]), second < 60,
        let thousandth = decimal(bytes[20..<23])
      else { return nil }
      return Int64(date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second) * 1000 + Int64(thousandth)
    }
    guard let milliseconds else { throw MalformedText(expected: "instant", found: text) }
    self.milliseconds = milliseconds
  }

  package var text: String { text(decimals: true) }

  /// The text to the millisecond, or to the second.
  func text(decimals: Bool) -> String {
    let (date, time) = Instant.split(milliseconds)
    return String(unsafeUninitializedCapacity: 24) { bytes in
      var digits = DigitPen(bytes)
      digits.write(date)
      digits.write(clock: time, decimals: decimals)
      return digits.count
    }
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  /// Milliseconds as a UTC day and the milliseconds into it. Outside the years 0000–9999 the nearest day of them is given.
  static func split(_ milliseconds: Int64) -> (date: LocalDate, millisecondsOfDay: Int) {
    let dayLength: Int64 = 86_400_000
    let day = milliseconds >= 0 ? milliseconds / dayLength : (milliseconds - dayLength + 1) / dayLength
    return (LocalDate(clamping: Int(day)), Int(milliseconds - day * dayLength))
  }
}

extension Instant {
  /// Reads any `date-time` of RFC 3339 section 5.6, or nil.
  ///
  /// `T` and `Z` may be lower-case. Decimals beyond milliseconds are cut. Second 60 is taken only where UTC reads 23:59 and
  /// counts as the first second of the next day, as POSIX counts it. A moment that UTC places outside the years 0000–9999
  /// (`0000-01-01T00:00:00+01:00`) has no text of its own and is refused.
  package init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let date = try? LocalDate(text: String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = decimal(bytes[11..<13]), hour < 24, let minute = decimal(bytes[14..<16]), minute < 60,
      let second = decimal(bytes[17..<19]), second <= 60
    else { return nil }
    var place = 19
    var fraction = 0
    if bytes[place] == UInt8(ascii: ".") {
      let digits = bytes[(place + 1)...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard !digits.isEmpty else { return nil }
      place += 1 + digits.count
      fraction = decimal((Array(digits.prefix(3)) + [48, 48]).prefix(3)) ?? 0
    }
    guard let offset = Instant.offset(bytes[place...]) else { return nil }
    let utcMinute = ((hour * 60 + minute - offset) % 1440 + 1440) % 1440
    if second == 60, utcMinute != 1439 { return nil }
    let seconds = Int64(date.dayNumber) * 86_400 + Int64((hour * 60 + minute - offset) * 60 + second)
    let firstSecond = Int64(LocalDate.dayNumbers.lowerBound) * 86_400
    guard (firstSecond..<Int64(LocalDate.dayNumbers.upperBound + 1) * 86_400).contains(seconds) else { return nil }
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }

  /// The minutes of `Z` or `±hh:mm`, or nil.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
    guard bytes.count == 6, first == UInt8(ascii: "+") || first == UInt8(ascii: "-"),
      bytes[bytes.startIndex + 3] == UInt8(ascii: ":"),
      let hours = decimal(bytes[(bytes.startIndex + 1)..<(bytes.startIndex + 3)]), hours < 24,
      let minutes = decimal(bytes[(bytes.startIndex + 4)...]), minutes < 60
    else { return nil }
    return (first == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}
