package import StrictJSON

/// The identity of an event: a UUID in lower case (RFC 9562, section 4), given by whoever asks for the recording.
///
/// Kept as the 128 bits that its 32 hexadecimal digits write; they order as the texts do.
package struct EventID: TextValue, Comparable, BitwiseCopyable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(text: String) throws(MalformedText) {
    var copy = text
    guard let id = copy.withUTF8(Self.init(digits:)) else { throw MalformedText(expected: "uuid", found: text) }
    self = id
  }

  /// The id that the bytes of a text write; nil where they do not.
  private init?(digits bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 36 else { return nil }
    var (high, low) = (0 as UInt64, 0 as UInt64)
    for (index, byte) in bytes.enumerated() {
      if Self.hyphens.contains(index) {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard isLowerHex(byte) else { return nil }
        high = high << 4 | low >> 60
        low = low << 4 | UInt64(byte < 0x3A ? byte - 0x30 : byte - 0x57)
      }
    }
    self.init(high: high, low: low)
  }

  private static let hyphens = [8, 13, 18, 23]

  package var text: String {
    String(unsafeUninitializedCapacity: 36) { bytes in
      var pen = DigitPen(bytes)
      for shift in stride(from: 124, through: 0, by: -4) {
        if Self.hyphens.contains(pen.count) { pen.write(UInt8(ascii: "-")) }
        let digit = UInt8((shift < 64 ? low >> UInt64(shift) : high >> UInt64(shift - 64)) & 15)
        pen.write(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
      return pen.count
    }
  }

  package static func < (left: EventID, right: EventID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension EventID {
  /// A version 4 UUID from 16 random bytes. Requires exactly 16.
  package init(random bytes: [UInt8]) {
    self.init(bytes, version: 4)
  }

  /// A version 8 UUID from 16 bytes of a digest (RFC 9562, section 5.8). Requires exactly 16.
  package init(hashed bytes: [UInt8]) {
    self.init(bytes, version: 8)
  }

  private init(_ bytes: [UInt8], version: UInt64) {
    precondition(bytes.count == 16, "a UUID has 16 bytes")
    func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    // The four bits of the version, and the two of the variant.
    self.init(
      high: word(bytes[..<8]) & ~0xF000 | version << 12,
      low: word(bytes[8...]) & ~(3 << 62) | 1 << 63)
  }
}
