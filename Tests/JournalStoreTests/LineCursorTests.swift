import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// Steps by whole words beside the same steps byte by byte.
@Suite("The cursor's steps by words")
struct LineCursorTests {
  /// Takes a step from the start of a text, with the line's end known or not; gives its value and how far it went.
  private static func step<T>(_ text: [UInt8], isEndKnown: Bool, _ step: (inout LineCursor) -> T?) -> (T, Int)? {
    (text + [0x0A]).withUnsafeBufferPointer { bytes in
      let start = bytes.baseAddress!
      var cursor = LineCursor(place: start, end: isEndKnown ? start + text.count : nil)
      guard let value = step(&cursor) else { return nil }
      return (value, cursor.place - start)
    }
  }

  private static func isSame<T: Equatable>(_ text: [UInt8], _ step: (inout LineCursor) -> T?) -> Bool {
    let (fast, slow) = (Self.step(text, isEndKnown: true, step), Self.step(text, isEndKnown: false, step))
    return fast?.0 == slow?.0 && fast?.1 == slow?.1
  }

  @Test("ids with any byte in any place")
  func ids() throws {
    var random = SeededGenerator(seed: 21)
    let ids = (0..<40).map { _ in
      EventID(high: .random(in: 0...UInt64.max, using: &random), low: .random(in: 0...UInt64.max, using: &random))
    }
    for id in ids {
      let text = Array(id.text.utf8) + Array("\",".utf8)
      let found = try #require(Self.step(text, isEndKnown: true) { $0.uuid() })
      #expect(found.0 == id && found.1 == 36)
    }
    let text = Array(ids[0].text.utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max where byte != 0x0A {
        var changed = text
        changed[place] = byte
        #expect(Self.isSame(changed) { $0.uuid() }, "\(byte) at \(place)")
      }
    }
    for count in 0..<36 { #expect(Self.isSame(Array(text.prefix(count))) { $0.uuid() }) }
  }

  @Test("eight hexadecimal digits with any byte in any place")
  func digits() {
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        var text = Array("09afbe18".utf8)
        text[place] = byte
        let expected = Self.step(text, isEndKnown: false) { $0.hexNumber(digits: 8) }?.0
        #expect(text.withUnsafeBufferPointer { HexDigits.number($0.baseAddress!) } == expected)
      }
    }
    let mark = Array("0123456789abcdef\"}".utf8)
    #expect(Self.step(mark, isEndKnown: true) { $0.hexNumberByWords() }?.0 == 0x0123_4567_89AB_CDEF)
  }

  @Test("strings with any byte, and any two special ones, in any place")
  func strings() {
    let plain = Array("Trygghetsvandring i norr\"".utf8)
    for place in 0..<(plain.count - 1) {
      for byte in UInt8.min...UInt8.max where byte != 0x0A {
        var text = plain
        text[place] = byte
        #expect(Self.isSame(text) { $0.restOfString() ? true : nil }, "\(byte) at \(place)")
        for other in ["å", "\\n", "\\\"", "\u{1F600}", "\u{7F}"] {
          #expect(Self.isSame(text[..<place] + Array(other.utf8) + text[place...]) { $0.restOfString() ? true : nil })
        }
      }
    }
    for count in 0..<plain.count { #expect(Self.isSame(Array(plain.prefix(count))) { $0.restOfString() ? true : nil }) }
  }

  @Test("given bytes of any length, with one changed, and cut short")
  func given() {
    let all = Array("\"subjectversion\":12,\"effective\":\"2022".utf8)
    for count in 0...all.count {
      let expected = Array(all.prefix(count))
      for cut in 0...all.count {
        expected.withUnsafeBufferPointer { expected in
          #expect(Self.isSame(Array(all.prefix(cut))) { $0.skip(expected) ? true : nil })
        }
      }
      for place in 0..<count {
        var changed = all
        changed[place] ^= 0x40
        expected.withUnsafeBufferPointer { expected in
          #expect(Self.step(changed, isEndKnown: true) { $0.skip(expected) ? true : nil } == nil)
        }
      }
    }
  }

  @Test("the members of the example ledger's data are those of a parsed object, each with its value's bytes")
  func members() throws {
    for line in ExampleLedger.lines {
      let data = Array(line[LineFormat.dataRange(in: line)])
      guard case .object(let object) = try JSONValue(parsing: data) else { continue }
      var found: [(name: [UInt8], value: [UInt8])] = []
      data.withUnsafeBufferPointer { bytes in
        DataMembers(bytes).forEach { member in
          found.append((Array(member.name), Array(member.value)))
          return false
        }
      }
      #expect(found.map { String(decoding: $0.name, as: UTF8.self) } == object.members.map(\.name))
      #expect(found.map(\.value) == object.members.map(\.value.canonicalBytes))
    }
  }
}

private func == <T: Equatable>(one: (T, Int)?, other: (T, Int)?) -> Bool {
  one?.0 == other?.0 && one?.1 == other?.1
}
