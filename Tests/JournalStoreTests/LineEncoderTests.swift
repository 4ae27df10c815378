import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("Lines written as bytes")
struct LineEncoderTests {
  private func line(_ event: Event, _ source: LedgerIdentity, _ prev: ChainMark?) -> [UInt8] {
    let buffer = LineBuffer()
    var encoder = LineEncoder(source: source)
    encoder.begin(recorded: event.recorded, recordedBy: event.recordedBy)
    let data = event.fact.data(with: event.circumstances).canonicalBytes
    let head = LineHead(event, event.id, type: FactTypes.number(event.fact.type), prev: prev)
    let range = data.withUnsafeBufferPointer { encoder.encode(head, data: $0, into: buffer) }
    #expect(buffer.bytes[range.upperBound] == UInt8(ascii: "\n") && buffer.count == range.upperBound + 1)
    return Array(buffer.bytes[range])
  }

  @Test("the bytes are those of the line format, for every type there is", arguments: EventExamples.all)
  func everyType(_ example: EventExample) throws {
    let event = try example.event()
    let source = try LedgerIdentity(text: Sample.identity)
    let mark = try ChainMark(text: "0123456789abcdef")
    #expect(line(event, source, mark) == LineFormat.encode(event, source: source, prev: mark))
  }

  @Test("and for envelopes of every kind: 2,000 from a seed")
  func envelopes() throws {
    var random = SeededGenerator(seed: 7)
    let events = try EventExamples.all.map { try $0.event() }
    let names: [Text] = ["Anna Ek", "Å", "a\"b\\c", "🙂 Bo", String(repeating: "x", count: 300).asText]
    let sources = try [Sample.identity, "a:b", "https://example.se/" + String(repeating: "l", count: 200)]
      .map { try LedgerIdentity(text: $0) }
    for _ in 0..<2000 {
      func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &random)] }
      func id() -> EventID { EventID(random: (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }) }
      var event = pick(events)
      event.id = id()
      event.subject = SubjectID(event.subject.kind, pick([1, 9999, 10_000, 999_999_999]))
      let moment = Int64.random(in: -62_167_219_200_000..<253_402_300_800_000, using: &random)
      event.recorded = Instant(milliseconds: moment)
      event.position = pick([1, 9, 10, 99_999, LineFormat.integerLimit])
      event.subjectVersion = pick([1, 10, LineFormat.integerLimit])
      let day = try #require(LocalDate(dayNumber: Int.random(in: -719_528...2_932_896, using: &random)))
      let second = Int64.random(in: -62_167_219_200..<253_402_300_800, using: &random)
      event.effective = pick([nil, .date(day), .instant(Instant(milliseconds: second * 1000))])
      event.recordedBy = pick(names)
      event.batch = pick([nil, BatchPlace(place: 1, count: 2), BatchPlace(place: 999_999, count: 999_999)])
      event.correlation = pick([nil, id()])
      event.causation = pick([nil, id()])
      let prev = pick([nil, ChainMark(firstWord: UInt64.random(in: 0 ... .max, using: &random))])
      let source = pick(sources)
      #expect(line(event, source, prev) == LineFormat.encode(event, source: source, prev: prev))
    }
  }

  @Test("what is appended to a buffer that grows stays where it was")
  func growing() {
    let buffer = LineBuffer()
    for index in 0..<1000 {
      var pen = buffer.pen(room: 100)
      pen.write(index, digits: 10)
      buffer.take(pen)
    }
    #expect(buffer.count == 10_000)
    #expect(buffer.bytes.suffix(10).elementsEqual("0000000999".utf8))
    #expect(buffer.bytes.prefix(20).elementsEqual("00000000000000000001".utf8))
    buffer.removeAll()
    #expect(buffer.bytes.isEmpty)
  }
}

extension String {
  fileprivate var asText: Text { Text(self) }
}

extension LineHead {
  /// The head of the line of an event.
  fileprivate init(_ event: Event, _ id: EventID, type: Int, prev: ChainMark?) {
    self.init(
      id: id, type: type, subject: event.subject,
      position: event.position, subjectVersion: event.subjectVersion, effective: event.effective, batch: event.batch,
      correlation: event.correlation, causation: event.causation, prev: prev)
  }
}
