package import LedgerDomain
package import Projections
import StrictJSON

/// A small ledger written out as people read it: the text is the test.
///
/// One event per line: position, recorded, effective (`-` for an undated fact), subject, type, and the members of
/// `data` as JSON without its outer braces. A line that begins with a blank continues the one before it. In the member
/// `event`, `#2` is the identity of the event at position 2.
///
/// ```
/// 1 | 2022-02-01T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
/// 2 | 2022-03-02T10:00Z | 2022-02-23 | M-0001 | measure.approved | "decision":"D-0001"
/// 3 | 2022-03-03T10:00Z | -          | M-0001 | entry.corrected  |
///   "event":"#2","field":"effective","old":"2022-02-23","new":"2022-02-24","reason":"fel dag"
/// ```
///
/// Nothing is decided here: the events are what someone recorded. A text that cannot be read stops the test.
package enum TextLedger {
  package static func events(_ text: String) -> [Event] {
    var events: [Event] = []
    var versions: [SubjectID: Int] = [:]
    for line in joined(text) {
      let fields = line.split(separator: "|", maxSplits: 5, omittingEmptySubsequences: false).map(trimmed)
      precondition(fields.count == 6, "six fields are expected: \(line)")
      let subject = SubjectID(written: fields[3])
      versions[subject, default: 0] += 1
      let read = read(type: fields[4], members: fields[5], line)
      events.append(
        Event(
          id: .at(events.count + 1), subject: subject, recorded: Instant(written: fields[1]),
          position: events.count + 1, subjectVersion: versions[subject, default: 1],
          effective: fields[2] == "-" ? nil : Effective(written: fields[2]), recordedBy: "registrator",
          fact: read.fact, circumstances: read.circumstances))
      precondition(fields[0] == String(events.count), "position \(events.count) is expected: \(line)")
    }
    return events
  }

  /// Events as the text that `events` reads, for what a failing test shows.
  package static func text(of events: some Sequence<Event>) -> String {
    events.map { event in
      let data = event.fact.data(with: event.circumstances).canonicalText.dropFirst().dropLast()
      return [
        String(event.position), event.recorded.text, event.effective?.text ?? "-", event.subject.text, event.fact.type,
        String(data),
      ].joined(separator: " | ")
    }.joined(separator: "\n")
  }

  private static func joined(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" ") {
        lines[lines.count - 1] += " " + trimmed(line)
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  private static func read(
    type: String, members: String, _ line: String
  ) -> (fact: Fact, circumstances: Circumstances) {
    do {
      var data = try JSONValue(parsing: "{\(members)}")
      if case .object(var object) = data, case .string(let name)? = object["event"], name.hasPrefix("#"),
        let position = Int(name.dropFirst())
      {
        object["event"] = .string(EventID.at(position).text)
        data = .object(object)
      }
      return try Fact.read(type: type, version: Fact.readers[type]?.version ?? 1, data: data)
    } catch {
      preconditionFailure("\(error) in: \(line)")
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension Chronicle {
  /// The ledger that a text states.
  package init(text: String) { self.init(TextLedger.events(text)) }
}
