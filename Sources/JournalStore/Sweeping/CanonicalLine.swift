package import LedgerDomain
import StrictJSON

/// A line that a sweep has seen to be canonical, read as an event without a tree, and not written again for comparison.
/// `LineFormat.decode` is for lines that nobody has looked at.
struct CanonicalLine {
  /// The line without its LF.
  let bytes: UnsafeBufferPointer<UInt8>
  let subject: SubjectID
  let position: Int
  /// The number of its type.
  let type: Int
  /// When it was recorded; nil where nobody has kept that, and the line is asked.
  var recorded: Instant?
  /// Where its data lies: from its `{` to behind its `}`.
  let data: Range<Int>

  /// The event; nil only where the line is another one than was swept.
  var event: Event? { event(isSpared: false) }

  /// The event; where it is spared, with the sample of its type in place of what it says.
  func event(isSpared: Bool) -> Event? {
    guard data.upperBound < bytes.count else { return nil }
    var id: EventID?
    var recorded = self.recorded
    var version = 1
    DataMembers(bytes).forEach { member in
      if member.isCalled("id") {
        id = DataMembers.id(member.value)
      } else if recorded == nil, member.isCalled("time") {
        recorded = Self.value(member)
      } else if member.isCalled("dataschema") {
        // The number behind the last colon.
        version = member.value.dropLast().reduce(0) { number, byte in
          byte == UInt8(ascii: ":") ? 0 : number &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        }
        return true
      }
      // Behind its data a line states no version.
      return id != nil && recorded != nil && !Self.isVersioned[type] || member.isCalled("data")
    }
    guard let id, let recorded, let read = isSpared ? spared ?? fact(version) : fact(version) else { return nil }
    var event = Event(
      id: id, subject: subject, recorded: recorded, position: position, subjectVersion: 0, effective: nil,
      recordedBy: "", fact: read.fact, circumstances: read.circumstances)
    // The members behind data: from its comma, which stands where an object has its brace.
    DataMembers(UnsafeBufferPointer(rebasing: bytes[data.upperBound...])).forEach { member in
      if member.isCalled("subjectversion") {
        event.subjectVersion = member.value.reduce(0) { $0 &* 10 &+ Int($1 &- UInt8(ascii: "0")) }
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
    let text = UnsafeBufferPointer(rebasing: bytes[data])
    if let reader = Self.readers[type], reader.version == version {
      var source = JSONSource(canonical: text)
      if let read = try? reader.read(&source) { return read }
    }
    // An old version is lifted, and then its members are in no order.
    let value = try? JSONValue(parsing: Array(text))
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

  // By the type's number: how it is read, its sample, and whether its lines may state a schema version.
  private static let readers = FactTypes.names.map { Fact.readers[$0] }
  private static let samples = readers.map { $0?.sample() }
  private static let isVersioned = readers.map { ($0?.version ?? 1) > 1 }

  private static func value<Value: TextValue>(_ member: DataMembers.Member) -> Value? {
    text(member).flatMap { try? Value(text: $0) }
  }

  private static func text(_ member: DataMembers.Member) -> String? {
    if let plain = DataMembers.plainString(member.value) { return String(decoding: plain, as: UTF8.self) }
    guard case .string(let text)? = try? JSONValue(parsing: Array(member.value)) else { return nil }
    return text
  }
}

extension CanonicalLine {
  /// A line of which nobody has kept more than where it lies: its envelope is asked. Nil for what is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    var subject: SubjectID?
    var type: Int?
    var data: Range<Int>?
    DataMembers(bytes).forEach { member in
      if member.isCalled("type") {
        type = Self.text(member).flatMap { FactTypes.known(String($0.dropFirst(LineFormat.typePrefix.utf8.count))) }
      } else if member.isCalled("subject") {
        subject = Self.value(member)
      } else if member.isCalled("data"), let line = bytes.baseAddress, let start = member.value.baseAddress {
        data = (start - line)..<(start - line + member.value.count)
        return true
      }
      return false
    }
    guard let subject, let type, let data else { return nil }
    self.init(bytes: bytes, subject: subject, position: position, type: type, data: data)
  }
}

extension SweptLine {
  /// The event of the line.
  package var event: Event? {
    CanonicalLine(
      bytes: bytes, subject: facts.subject, position: facts.position, type: facts.type,
      recorded: Instant(milliseconds: facts.recorded), data: facts.data
    ).event
  }
}
