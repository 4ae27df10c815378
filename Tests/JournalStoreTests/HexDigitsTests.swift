import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("Hexadecimal digits, eight at a time")
struct HexDigitsTests {
  @Test("a byte at any place is taken where it is a lower-case digit, and nothing else is")
  func everyByte() {
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        var digits = Array("0af9c15e".utf8)
        digits[place] = byte
        let isDigit = "0123456789abcdef".utf8.contains(byte)
        let expected = isDigit ? UInt64(String(decoding: digits, as: UTF8.self), radix: 16) : nil
        #expect(digits.withUnsafeBufferPointer { HexDigits.number($0.baseAddress!) } == expected)
      }
    }
  }

  @Test("a number is written as it is read: 10,000 from a seed")
  func roundTrip() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<10_000 {
      let number = UInt64.random(in: 0...0xFFFF_FFFF, using: &random)
      let digits = HexDigits.digits(number)
      #expect(HexDigits.number(digits) == number)
      let text = withUnsafeBytes(of: digits.littleEndian) { String(decoding: $0, as: UTF8.self) }
      #expect(text == String(repeating: "0", count: 8 - String(number, radix: 16).count) + String(number, radix: 16))
    }
  }

  @Test("a UUID with any byte changed is taken only where it still is one, and then is another")
  func uuid() throws {
    let text = Array("0123ab67-89ef-4abc-8def-0123456789cd".utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max where byte != text[place] {
        var changed = text
        changed[place] = byte
        let id = try? EventID(text: String(decoding: changed, as: UTF8.self))
        let key = changed.withUnsafeBufferPointer { EventID(digits: $0.baseAddress!) }
        #expect(key == id)
      }
    }
  }

  @Test("the 36 bytes that are written of an id are its text")
  func writing() {
    for number in 0..<100 {
      let id = Sample.id(number &* 0x1234_5678_9ABC_DEF1)
      let bytes = [UInt8](unsafeUninitializedCapacity: 36) { buffer, count in
        id.write(digits: buffer.baseAddress!)
        count = 36
      }
      #expect(String(decoding: bytes, as: UTF8.self) == id.text)
      #expect((try? EventID(text: id.text)) == id)
    }
  }
}
