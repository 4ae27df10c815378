package import StrictJSON

/// The identity of an event: a UUID in lower case (RFC 9562, section 4), given by whoever asks for the recording.
package struct EventID: TextValue, Comparable {
  package let text: String

  package init(text: String) throws(MalformedText) {
    var copy = text
    let isWell = copy.withUTF8 { bytes in
      bytes.count == 36
        && bytes.indices.allSatisfy { index in
          switch index {
          case 8, 13, 18, 23: bytes[index] == UInt8(ascii: "-")
          default: isLowerHex(bytes[index])
          }
        }
    }
    guard isWell else { throw MalformedText(expected: "uuid", found: text) }
    self.text = text
  }

  /// A version 4 UUID from 16 random bytes. Requires exactly 16.
  package init(random bytes: [UInt8]) {
    self.init(bytes, version: 4)
  }

  /// A version 8 UUID from 16 bytes of a digest (RFC 9562, section 5.8). Requires exactly 16.
  package init(hashed bytes: [UInt8]) {
    self.init(bytes, version: 8)
  }

  private init(_ bytes: [UInt8], version: UInt8) {
    precondition(bytes.count == 16, "a UUID has 16 bytes")
    var octets = bytes
    octets[6] = octets[6] & 0x0F | version << 4
    octets[8] = octets[8] & 0x3F | 0x80
    text = String(unsafeUninitializedCapacity: 36) { bytes in
      var digits = DigitPen(bytes)
      for (index, octet) in octets.enumerated() {
        if index == 4 || index == 6 || index == 8 || index == 10 { digits.write(UInt8(ascii: "-")) }
        digits.write(hexDigit(octet >> 4))
        digits.write(hexDigit(octet & 15))
      }
      return digits.count
    }
  }

  package static func < (left: EventID, right: EventID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// Requires a number below 16.
private func hexDigit(_ number: UInt8) -> UInt8 { number < 10 ? 0x30 + number : 0x57 + number }
