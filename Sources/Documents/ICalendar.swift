/// A calendar of whole days in iCalendar (RFC 5545), for a calendar program to import or subscribe to.
///
/// One VCALENDAR with one VEVENT for each day; lines end with CRLF and are folded at 75 octets. An event has a date and no time of day
/// (`VALUE=DATE`), so that no time zone is needed. The same calendar always gives the same bytes: nothing is taken from a clock. A
/// calendar without events is none: RFC 5545 section 3.6 wants at least one component.
///
///     BEGIN:VEVENT
///     UID:verify-minutes.T-0016@f81d4fae-7dec-4d00-a765-00a0c91e6bf6
///     DTSTAMP:20221014T081500Z
///     DTSTART;VALUE=DATE:20221130
///     SEQUENCE:0
///     STATUS:CONFIRMED
///     TRANSP:TRANSPARENT
///     SUMMARY:Justera protokollet: KS 2022-11-16
///     DESCRIPTION:Senast 2022-11-30 (KL 6:35\, 5:69).
///     CATEGORIES:Protokoll
///     END:VEVENT
package struct ICalendar: Sendable, Hashable {
  /// Who made it, as a formal public identifier: `-//Liggare//liggare//SV`.
  package var product: String
  package var name: String
  /// On what the calendar rests (RFC 7986, section 5.2).
  package var description: String
  /// The moment of the information, in UTC: `20221014T081500Z`.
  package var stamp: String
  package var events: [Event]

  package struct Event: Sendable, Hashable {
    /// The same for the same thing in every later calendar, and in no other.
    package var uid: String
    /// `20221130`.
    package var day: String
    /// How many times it has been moved. Requires 0 ≤ sequence < 2³¹.
    package var sequence: Int
    package var status: Status
    package var summary: String
    package var description: String
    package var categories: [String]

    package init(
      uid: String, day: String, sequence: Int, status: Status, summary: String, description: String,
      categories: [String]
    ) {
      self.uid = uid
      self.day = day
      self.sequence = sequence
      self.status = status
      self.summary = summary
      self.description = description
      self.categories = categories
    }
  }

  package enum Status: String, Sendable, Hashable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  package init(product: String, name: String, description: String, stamp: String, events: [Event]) {
    self.product = product
    self.name = name
    self.description = description
    self.stamp = stamp
    self.events = events
  }

  /// The calendar as a file. Requires at least one event.
  package func render() -> String {
    precondition(!events.isEmpty, "a calendar has an event")
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:" + Self.escaped(product), "CALSCALE:GREGORIAN",
      "NAME:" + Self.escaped(name), "X-WR-CALNAME:" + Self.escaped(name),
      "DESCRIPTION:" + Self.escaped(description), "X-WR-CALDESC:" + Self.escaped(description),
    ]
    let lines = head + events.flatMap(lines) + ["END:VCALENDAR"]
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(_ event: Event) -> [String] {
    [
      "BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:" + stamp, "DTSTART;VALUE=DATE:" + event.day,
      "SEQUENCE:\(event.sequence)", "STATUS:" + event.status.rawValue, "TRANSP:TRANSPARENT",
      "SUMMARY:" + Self.escaped(event.summary), "DESCRIPTION:" + Self.escaped(event.description),
    ] + (event.categories.isEmpty ? [] : ["CATEGORIES:" + event.categories.map(Self.escaped).joined(separator: ",")])
      + ["END:VEVENT"]
  }

  /// A text as a value (RFC 5545, section 3.3.11): backslash, comma, semicolon and line end escaped, what is hidden made visible.
  static func escaped(_ text: String) -> String {
    // By lines, since `visible` has another form for a line end.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      var escaped = String.UnicodeScalarView()
      for scalar in visible(String(line)).unicodeScalars {
        if scalar == "\\" || scalar == "," || scalar == ";" { escaped.append("\\") }
        escaped.append(scalar)
      }
      return String(escaped)
    }.joined(separator: "\\n")
  }

  /// The most octets that a line may have, without its end (RFC 5545, section 3.1).
  static let lineLimit = 75

  /// A content line, broken where it is too long: CRLF and a space, never inside a character's UTF-8 sequence, nor between a letter
  /// and its accent, unless these alone are longer than a line.
  static func folded(_ line: String) -> String {
    var folded: [UInt8] = []
    var length = 0
    func write(_ octets: some Collection<UInt8>) {
      if length + octets.count > lineLimit {
        folded += Array("\r\n ".utf8)
        length = 1
      }
      folded += octets
      length += octets.count
    }
    for character in line {
      if character.utf8.count < lineLimit {
        write(character.utf8)
      } else {
        for scalar in character.unicodeScalars { write(String(scalar).utf8) }
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
