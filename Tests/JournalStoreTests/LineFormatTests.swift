import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

@Suite("The line format")
struct LineFormatTests {
  /// The example of the encoder's comment.
  static let example = """
    {"specversion":"1.0"\
    ,"id":"00000000-0000-4000-8000-000000000002"\
    ,"source":"urn:uuid:00000000-0000-4000-8000-00000000000a"\
    ,"type":"liggare.measure.paused"\
    ,"subject":"M-0007"\
    ,"time":"2022-10-20T09:30:00.000Z"\
    ,"data":{"reason":"Snö på planen"}\
    ,"position":2\
    ,"subjectversion":1\
    ,"effective":"2022-10-14"\
    ,"recordedby":"Anna Ek"\
    ,"prev":"0123456789abcdef"}
    """

  static let identity = try! LedgerIdentity(text: Sample.identity)
  static let prev = try! ChainMark(text: "0123456789abcdef")

  static func event() throws -> Event {
    Event(
      id: try EventID(text: "00000000-0000-4000-8000-000000000002"), subject: SubjectID(.measure, 7),
      recorded: try Instant(text: "2022-10-20T09:30:00.000Z"), position: 2, subjectVersion: 1,
      effective: try Effective(text: "2022-10-14"), recordedBy: "Anna Ek",
      fact: .measure(.paused(MeasurePaused(reason: "Snö på planen"))))
  }

  @Test("an event is written as the comment's example, and read back from it")
  func example() throws {
    let line = LineFormat.encode(try Self.event(), source: Self.identity, prev: Self.prev)
    #expect(String(decoding: line, as: UTF8.self) == Self.example)
    let decoded = try LineFormat.decode(line)
    #expect(
      decoded == DecodedLine(event: try Self.event(), source: Self.identity, prev: Self.prev, schemaVersion: 1))
  }

  @Test("every member that may be absent is written in its place when it says something")
  func everyMember() throws {
    var event = try Self.event()
    event.batch = BatchPlace(place: 2, count: 7)
    event.correlation = Sample.id(3)
    event.causation = Sample.id(4)
    event.effective = try Effective(text: "2022-10-14T11:30:00Z")
    event.fact = .measure(.implemented(MeasureImplemented(extent: .none, deviation: "Inte gjort")))
    let line = LineFormat.encode(event, source: Self.identity, prev: Self.prev)
    guard case .object(let object) = try JSONValue(parsing: line) else { return #expect(Bool(false)) }
    #expect(object.names == LineFormat.members.map(\.name))
    #expect(object["dataschema"] == "urn:liggare:measure.implemented:2")
    #expect(try LineFormat.decode(line).event == event)
  }

  @Test("every flipped bit makes another line or none, never the same event again")
  func everyBit() throws {
    let line = Array(Self.example.utf8)
    let whole = try LineFormat.decode(line)
    for index in line.indices {
      for bit in 0..<8 {
        var changed = line
        changed[index] ^= 1 << UInt8(bit)
        if let decoded = try? LineFormat.decode(changed) { #expect(decoded != whole, "byte \(index), bit \(bit)") }
      }
    }
  }
}
