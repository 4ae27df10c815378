package import LedgerDomain
import StrictJSON

/// A line that a sweep has seen to be canonical, read as an event in one walk: not parsed as a whole, and not written again.
///
/// Some 3 µs, most of them for the values of its data; `LineFormat.decode` is for lines that nobody has looked at.
struct CanonicalLine {
  /// The line without its LF.
  let bytes: UnsafeBufferPointer<UInt8>
  let subject: SubjectID
  let position: Int
  /// The number of its type.
  let type: Int
  /// Where its data lies: from its `{` to behind its `}`.
  let data: Range<Int>

  /// The event; nil only where the line is another one than was swept.
  var event: Event? { event(isSpared: false) }

  /// The event; where it is spared, with the sample of its type in place of what it says.
  func event(isSpared: Bool) -> Event? {
    guard data.upperBound < bytes.count else { return nil }
    var id: EventID?
    var recorded: Instant?
    var version = 1
    DataMembers(bytes).forEach { member in
      if member.isCalled("id") {
        id = Self.value(member)
      } else if member.isCalled("time") {
        recorded = Self.value(member)
      } else if member.isCalled("dataschema") {
        version = Self.text(member)?.split(separator: ":").last.flatMap { Int($0) } ?? 0
      }
      return member.isCalled("dataschema") || member.isCalled("time") && !Self.isVersioned[type]
    }
    guard let id, let recorded, let read = isSpared ? spared ?? fact(version) : fact(version) else { return nil }
    var event = Event(
      id: id, subject: subject, recorded: recorded, position: position, subjectVersion: 0, effective: nil,
      recordedBy: "", fact: read.fact, circumstances: read.circumstances)
    // The members behind data: from its comma, which stands where an object has its brace.
    DataMembers(UnsafeBufferPointer(rebasing: bytes[data.upperBound...])).forEach { member in
      if member.isCalled("subjectversion") {
        event.subjectVersion = Int(String(decoding: member.value, as: UTF8.self)) ?? 0
      } else if member.isCalled("effective") {
        event.effective = Self.value(member)
      } else if member.isCalled("recordedby") {
        event.recordedBy = Text(Self.text(member) ?? "")
      } else if member.isCalled("batch") {
        event.batch = Self.value(member)
      } else if member.isCalled("correlationid") {
        event.correlation = Self.value(member)
      } else if member.isCalled("causationid") {
        event.causation = Self.value(member)
      }
      return false
    }
    return event.subjectVersion > 0 ? event : nil
  }

  private func fact(_ version: Int) -> (fact: Fact, circumstances: Circumstances)? {
    let value = try? JSONValue(parsing: Array(UnsafeBufferPointer(rebasing: bytes[data])))
    return value.flatMap { try? Fact.read(type: FactTypes.names[type], version: version, data: $0) }
  }

  /// The sample of the type, where the data states no circumstances; nil where it does.
  private var spared: (fact: Fact, circumstances: Circumstances)? {
    var isPlain = true
    DataMembers(UnsafeBufferPointer(rebasing: bytes[data])).forEach { member in
      isPlain =
        !(member.isCalled("refs") || member.isCalled("sources") || member.isCalled("received")
        || member.isCalled("note")
        || member.isCalled("irregular"))
      return !isPlain
    }
    return isPlain ? Self.samples[type].map { ($0, Circumstances()) } : nil
  }

  private static let samples = FactTypes.names.map { Fact.readers[$0]?.sample() }

  /// Whether lines of a type may state a schema version, by its number.
  private static let isVersioned = FactTypes.names.map { (Fact.readers[$0]?.version ?? 1) > 1 }

  private static func value<Value: TextValue>(_ member: DataMembers.Member) -> Value? {
    text(member).flatMap { try? Value(text: $0) }
  }

  private static func text(_ member: DataMembers.Member) -> String? {
    if let plain = DataMembers.plainString(member.value) { return String(decoding: plain, as: UTF8.self) }
    guard case .string(let text)? = try? JSONValue(parsing: Array(member.value)) else { return nil }
    return text
  }
}

extension SweptLine {
  /// The event of the line.
  package var event: Event? {
    CanonicalLine(
      bytes: bytes, subject: facts.subject, position: facts.position, type: facts.type, data: facts.data
    ).event
  }
}
