package import LedgerDomain
import StrictJSON

/// A line that a sweep has seen to be canonical, read as an event without a tree, and not written again for comparison.
/// `LineFormat.decode` is for lines that nobody has looked at.
struct CanonicalLine {
  let id: EventID
  let subject: SubjectID
  let position: Int
  /// The number of its type.
  let type: Int
  let schemaVersion: Int
  let recorded: Instant
  /// Its data, from `{` to `}`.
  let data: UnsafeBufferPointer<UInt8>
  /// What stands behind its data, from the comma to the line's end; an LF must stand behind that.
  let tail: UnsafeBufferPointer<UInt8>

  /// The event; nil only where the line is another one than was swept.
  var event: Event? { event(isSpared: false) }

  /// The event; where it is spared, with the sample of its type in place of what it says.
  func event(isSpared: Bool) -> Event? {
    guard let start = tail.baseAddress, let read = isSpared ? spared ?? fact : fact else { return nil }
    var cursor = LineCursor(place: start, end: start + tail.count)
    guard cursor.skip(",\"position\":"), cursor.natural(digitLimit: 10) == position,
      cursor.skip(",\"subjectversion\":"), let subjectVersion = cursor.natural(digitLimit: 10)
    else { return nil }
    var effective: Effective?
    if cursor.skip(",\"effective\":\"") {
      effective = cursor.effective()
      if effective == nil { return nil }
    }
    guard cursor.skip(",\"recordedby\":\""), let recordedBy = cursor.string() else { return nil }
    return Event(
      id: id, subject: subject, recorded: recorded, position: position, subjectVersion: subjectVersion,
      effective: effective, recordedBy: Text(recordedBy),
      batch: cursor.skip(",\"batch\":\"") ? cursor.batch() : nil,
      correlation: cursor.skip(",\"correlationid\":\"") ? cursor.id() : nil,
      causation: cursor.skip(",\"causationid\":\"") ? cursor.id() : nil,
      fact: read.fact, circumstances: read.circumstances)
  }

  private var fact: (fact: Fact, circumstances: Circumstances)? {
    if let reader = Self.readers[type], reader.version == schemaVersion {
      var source = JSONSource(canonical: data)
      if let read = try? reader.read(&source) { return read }
    }
    // An old version is lifted, and then its members are in no order.
    let value = try? JSONValue(parsing: Array(data))
    return value.flatMap { try? Fact.read(type: FactTypes.names[type], version: schemaVersion, data: $0) }
  }

  /// The sample of the type, where the data states no circumstances; nil where it does.
  private var spared: (fact: Fact, circumstances: Circumstances)? {
    var isPlain = true
    DataMembers(data).forEach { member in
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

extension CanonicalLine {
  /// From a whole line without its LF, which must stand behind it, and where its data lies; nil where it is another line
  /// than was swept.
  init?(_ line: UnsafeBufferPointer<UInt8>, subject: SubjectID, position: Int, type: Int, data: Range<Int>) {
    guard data.upperBound < line.count, let start = line.baseAddress else { return nil }
    var cursor = LineCursor(place: start, end: start + line.count)
    guard cursor.skip("{\"specversion\":\"1.0\",\"id\":\""), let id = cursor.id(), cursor.skip(",\"source\":\""),
      cursor.restOfString(), cursor.skip(",\"type\":\""), cursor.restOfString(), cursor.skip(",\"subject\":\""),
      cursor.restOfString(), cursor.skip(",\"time\":\""), let recorded = cursor.instant()
    else { return nil }
    self.init(
      id: id, subject: subject, position: position, type: type,
      schemaVersion: Self.schemaVersion(of: line, before: data.lowerBound), recorded: recorded,
      data: UnsafeBufferPointer(rebasing: line[data]), tail: UnsafeBufferPointer(rebasing: line[data.upperBound...]))
  }

  /// The schema version that a line states: the number with which the member before `,"data":` ends; 1 where that is the time.
  static func schemaVersion(of line: UnsafeBufferPointer<UInt8>, before data: Int) -> Int {
    var place = data - ",\"data\":".utf8.count - 2
    var (version, unit) = (0, 1)
    while place > 0, line[place] &- 0x30 < 10 {
      version += Int(line[place] &- 0x30) * unit
      unit *= 10
      place -= 1
    }
    return version == 0 ? 1 : version
  }
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

  fileprivate mutating func instant() -> Instant? { string().flatMap { try? Instant(text: $0) } }
}

extension CanonicalLine {
  /// A line of which nobody has kept more than where it lies: its envelope is asked. Nil for what is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    var subject: SubjectID?
    var type: Int?
    var data: Range<Int>?
    func text(_ member: DataMembers.Member) -> Substring {
      Substring(decoding: member.value.dropFirst().dropLast(), as: UTF8.self)
    }
    DataMembers(bytes).forEach { member in
      if member.isCalled("type") {
        type = FactTypes.known(String(text(member).dropFirst(LineFormat.typePrefix.utf8.count)))
      } else if member.isCalled("subject") {
        subject = try? SubjectID(text: String(text(member)))
      } else if member.isCalled("data"), let line = bytes.baseAddress, let start = member.value.baseAddress {
        data = (start - line)..<(start - line + member.value.count)
        return true
      }
      return false
    }
    guard let subject, let type, let data else { return nil }
    self.init(bytes, subject: subject, position: position, type: type, data: data)
  }
}

extension SweptLine {
  /// The event of the line.
  package var event: Event? {
    CanonicalLine(bytes, subject: facts.subject, position: facts.position, type: facts.type, data: facts.data)?.event
  }
}
