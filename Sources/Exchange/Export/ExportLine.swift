import JournalStore
import LedgerDomain
import StrictJSON
import Wording

/// A line on its way out: its members as bytes, the data masked and in the newest schema version.
///
/// A sealed value is shown as `"***"` in the place of its commitment, or by its text where the export reveals it; salts are in no line. So is
/// each free text about a subject that is marked secret.
/// Valid only while the line is handed over.
struct ExportLine {
  let facts: LineFacts
  let mentions: [SubjectID]
  /// The line without its LF.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The data where it is another than in the line.
  private let ownData: [UInt8]?

  init(_ line: SweptLine, _ disclosure: ExportDisclosure) {
    facts = line.facts
    mentions = line.mentions
    bytes = line.bytes
    var data: [UInt8]?
    if Self.newestVersions[line.facts.type] > 1 { data = Self.lifted(line) }
    if disclosure.withheld.contains(line.facts.subject) { data = Self.redacted(line) }
    if !line.commitments.isEmpty {
      let original = UnsafeBufferPointer(rebasing: line.bytes[line.facts.data])
      data = Self.masked(data ?? Array(original), disclosure.reveal)
    }
    ownData = data
  }

  /// What a sealed value looks like in an export.
  static let mask = JSONValue.string(StandingWords.maskedInData).canonicalBytes

  var type: String { FactTypes.names[facts.type] }

  /// The event's id.
  var id: UnsafeBufferPointer<UInt8> { slice(Self.idStart..<(Self.idStart + 36)) }

  /// When it was recorded, as the line states it.
  var recorded: UnsafeBufferPointer<UInt8> {
    let head = DataMembers(UnsafeBufferPointer(rebasing: bytes[..<facts.data.lowerBound]))
    return head.value("time").flatMap(DataMembers.plainString) ?? slice(0..<0)
  }

  /// The data.
  func withData<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    if let ownData { return ownData.withUnsafeBufferPointer(body) }
    return body(slice(facts.data))
  }

  /// Whether the data is another than in the line.
  var isChanged: Bool { ownData != nil }

  /// The members behind the data: position, effective, recordedby and so on.
  var tail: DataMembers {
    // What stands behind the data begins with a comma, where an object begins with a brace.
    DataMembers(slice(facts.data.upperBound..<bytes.count))
  }

  private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  private static let idStart = Array("{\"specversion\":\"1.0\",\"id\":\"".utf8).count

  /// The newest schema version of each type, by its number.
  static let newestVersions = FactTypes.names.map { Fact.readers[$0]?.version ?? 1 }

  /// The data in the newest schema version, where the line states it in an older one.
  private static func lifted(_ line: SweptLine) -> [UInt8]? {
    let newest = newestVersions[line.facts.type]
    let stated = Array(":\(newest)\",\"data\":".utf8)
    let start = line.facts.data.lowerBound
    if start >= stated.count, line.bytes[(start - stated.count)..<start].elementsEqual(stated) { return nil }
    guard let decoded = try? LineFormat.decode(Array(line.bytes)) else {
      preconditionFailure("a line that a sweep has taken is read")
    }
    var pen = JSONPen()
    decoded.event.fact.write(with: decoded.event.circumstances, into: &pen)
    return pen.bytes
  }

  /// The data without its free texts, in the newest schema version.
  private static func redacted(_ line: SweptLine) -> [UInt8] {
    guard let decoded = try? LineFormat.decode(Array(line.bytes)) else {
      preconditionFailure("a line that a sweep has taken is read")
    }
    let event = decoded.event.redacted(mask: StandingWords.maskedInData)
    var pen = JSONPen()
    event.fact.write(with: event.circumstances, into: &pen)
    return pen.bytes
  }

  private static let opening = Array("{\"sealed\":\"".utf8)

  /// Data with each sealed value masked or revealed. Inside a string a quotation mark is escaped, so that the opening stands nowhere else.
  private static func masked(_ data: [UInt8], _ reveal: (SealedValue) -> String?) -> [UInt8] {
    var masked: [UInt8] = []
    masked.reserveCapacity(data.count)
    var place = 0
    while place < data.count {
      if data[place] == UInt8(ascii: "{"), data[place...].starts(with: opening) {
        let digits = data[(place + opening.count)...].prefix(64)
        let text = (try? SealedValue(text: String(decoding: digits, as: UTF8.self))).flatMap(reveal)
        masked += text.map { JSONValue.string($0).canonicalBytes } ?? mask
        place += opening.count + 64 + 2
      } else {
        masked.append(data[place])
        place += 1
      }
    }
    return masked
  }
}

/// Texts of JSON as bytes.
enum ExportText {
  /// The text of a value: of a string what it says, of anything else its JSON.
  static func with<Value>(
    _ json: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    if let plain = DataMembers.plainString(json) { return body(plain) }
    guard json.first == UInt8(ascii: "\""), case .string(let text)? = try? JSONValue(parsing: Array(json)) else {
      return body(json)
    }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
