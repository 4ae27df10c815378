package import LedgerDomain
import StrictJSON

/// A line that a sweep has seen to be canonical, read as an event in one walk over its bytes: no tree is made of it, and it is
/// not written again. `LineFormat.decode` is for lines that nobody has looked at.
struct CanonicalLine {
  /// The line without its LF, which must stand behind it.
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
    guard data.upperBound < bytes.count, let start = bytes.baseAddress else { return nil }
    let end = start + bytes.count
    var head = LineCursor(place: start, end: end)
    guard head.skip("{\"specversion\":\"1.0\",\"id\":\""), let id = head.uuid(), head.skip(UInt8(ascii: "\"")),
      let recorded = recorded ?? head.recorded(), let read = isSpared ? spared ?? fact : fact
    else { return nil }
    var tail = LineCursor(place: start + data.upperBound, end: end)
    guard tail.skip(",\"position\":"), tail.natural(digitLimit: 10) == position, tail.skip(",\"subjectversion\":"),
      let subjectVersion = tail.natural(digitLimit: 10)
    else { return nil }
    var effective: Effective?
    if tail.skip(",\"effective\":\"") {
      effective = tail.effective()
      if effective == nil { return nil }
    }
    guard tail.skip(",\"recordedby\":\""), let recordedBy = tail.string() else { return nil }
    return Event(
      id: id, subject: subject, recorded: recorded, position: position, subjectVersion: subjectVersion,
      effective: effective, recordedBy: Text(recordedBy),
      batch: tail.skip(",\"batch\":\"") ? tail.batch() : nil,
      correlation: tail.skip(",\"correlationid\":\"") ? tail.id() : nil,
      causation: tail.skip(",\"causationid\":\"") ? tail.id() : nil,
      fact: read.fact, circumstances: read.circumstances)
  }

  private var fact: (fact: Fact, circumstances: Circumstances)? {
    let version = schemaVersion
    let text = UnsafeBufferPointer(rebasing: bytes[data])
    if let reader = Self.readers[type], reader.version == version {
      var source = JSONSource(canonical: text)
      if let read = try? reader.read(&source) { return read }
    }
    // An old version is lifted, and then its members are in no order.
    let value = try? JSONValue(parsing: Array(text))
    return value.flatMap { try? Fact.read(type: FactTypes.names[type], version: version, data: $0) }
  }

  /// The version of its schema: the number with which the member before `,"data":` ends; 1 where that is the time.
  private var schemaVersion: Int {
    var place = data.lowerBound - ",\"data\":".utf8.count - 2
    var (version, unit) = (0, 1)
    while place > 0, bytes[place] &- 0x30 < 10 {
      version += Int(bytes[place] &- 0x30) * unit
      unit *= 10
      place -= 1
    }
    return version == 0 ? 1 : version
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

  // By the type's number: how it is read, and its sample.
  private static let readers = FactTypes.names.map { Fact.readers[$0] }
  private static let samples = readers.map { $0?.sample() }
}

// Each of these steps from behind a value's opening quote to behind its closing one.
extension LineCursor {
  fileprivate mutating func string() -> String? {
    let start = place
    guard restOfString() else { return nil }
    let text = UnsafeBufferPointer(start: start, count: place - 1 - start)
    if !text.contains(UInt8(ascii: "\\")) { return String(decoding: text, as: UTF8.self) }
    let quoted = UnsafeBufferPointer(start: start - 1, count: place - (start - 1))
    guard case .string(let text)? = try? JSONValue(parsing: Array(quoted)) else { return nil }
    return text
  }

  fileprivate mutating func id() -> EventID? {
    guard let id = uuid(), skip(UInt8(ascii: "\"")) else { return nil }
    return id
  }

  fileprivate mutating func batch() -> BatchPlace? { string().flatMap { try? BatchPlace(text: $0) } }

  /// A day is read without a text in between: nearly every line states one.
  fileprivate mutating func effective() -> Effective? {
    var day = self
    if let year = day.digits(4), day.skip(UInt8(ascii: "-")), let month = day.digits(2), day.skip(UInt8(ascii: "-")),
      let number = day.digits(2), day.skip(UInt8(ascii: "\"")),
      let date = LocalDate(year: year, month: month, day: number)
    {
      self = day
      return .date(date)
    }
    return string().flatMap { try? Effective(text: $0) }
  }

  /// When the line was recorded, in the members that follow its id.
  fileprivate mutating func recorded() -> Instant? {
    guard skip(",\"source\":\""), restOfString(), skip(",\"type\":\""), restOfString(), skip(",\"subject\":\""),
      restOfString(), skip(",\"time\":\"")
    else { return nil }
    return string().flatMap { try? Instant(text: $0) }
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
