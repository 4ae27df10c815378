import Integrity
import Testing

@Suite("Digest")
struct DigestTests {
  private let bytes = (0..<32).map { UInt8($0 * 8) }
  private let hex = "0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8"
  private let base64 = "AAgQGCAoMDhASFBYYGhweICIkJigqLC4wMjQ2ODo8Pg="

  @Test("bytes, hex and base64 of a digest give the same digest again")
  func roundTrips() throws {
    let digest = try #require(Digest(bytes: bytes))
    #expect(digest.bytes == bytes)
    #expect(digest.hex == hex)
    #expect(digest.base64 == base64)
    #expect(Digest(hex: hex) == digest)
    #expect(Digest(base64: base64) == digest)
  }

  @Test("a digest has 32 bytes, neither fewer nor more")
  func counts() {
    for count in 0...65 {
      #expect((Digest(bytes: [UInt8](repeating: 1, count: count)) != nil) == (count == 32))
      #expect((Digest(hex: String(repeating: "a", count: count)) != nil) == (count == 64))
    }
  }

  @Test("the first word is the first 16 hex digits")
  func firstWord() throws {
    let digest = try #require(Digest(hex: hex))
    #expect(digest.firstWord == 0x0008_1018_2028_3038)
  }

  @Test("hex with one character that is no lower-case digit is refused, wherever it stands")
  func foreignHex() {
    for index in 0..<64 {
      for character in ["A", "g", " ", "/", ":", "`", "\u{0}", "٣"] {
        let text = hex.prefix(index) + character + hex.dropFirst(index + 1)
        #expect(Digest(hex: String(text)) == nil, "\(text)")
      }
    }
  }

  @Test("one changed bit gives another digest, with another hash table entry and another text")
  func changedBit() throws {
    let digest = try #require(Digest(bytes: bytes))
    var digests: Set = [digest]
    var texts: Set = [digest.base64]
    for index in 0..<256 {
      var changed = bytes
      changed[index / 8] ^= 1 << (index % 8)
      let other = try #require(Digest(bytes: changed))
      digests.insert(other)
      texts.insert(other.base64)
    }
    #expect(digests.count == 257)
    #expect(texts.count == 257)
  }

  @Test("digests are ordered as their bytes are, at each of the 32 places")
  func order() throws {
    let low = try #require(Digest(bytes: [UInt8](repeating: 0x7f, count: 32)))
    for index in 0..<32 {
      var bytes = [UInt8](repeating: 0x7f, count: index) + [0x80]
      bytes += [UInt8](repeating: 0, count: 31 - index)
      let high = try #require(Digest(bytes: bytes))
      #expect(low < high)
      #expect(!(high < low))
    }
    #expect(!(low < low))
  }
}
