package import StrictJSON

/// The identity of a ledger: the `source` of all its lines, and the `identity` that its first event states.
///
/// An absolute URI (RFC 3986 section 4.3, without a fragment) of 3 to 255 bytes, usually `urn:uuid:` and a UUID. It has
/// no `+`: the checkpoint's origin is made from it, and the names of keys in signed notes allow none. Nor has it `[`
/// and `]`, so no IPv6 address. How the part after the scheme is built is not looked at.
package struct LedgerIdentity: TextValue {
  package let text: String

  package init(text: String) throws(MalformedText) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 255, let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count,
      bytes[..<colon].allSatisfy(Self.isSchemeByte), Self.isLetter(bytes[0]),
      Self.areURICharacters(bytes[(colon + 1)...])
    else { throw MalformedText(expected: "identity", found: text) }
    self.text = text
  }

  /// The checkpoint's origin line: the identity without its scheme, the colon and the slashes that follow, if anything
  /// else follows those: `uuid:5f0c…` or `example.se/ledger`.
  ///
  /// C2SP tlog-checkpoint wants a schema-less URL there.
  package var origin: String {
    let bytes = Array(text.utf8)
    let rest = bytes[((bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0) + 1)...]
    let slashes = rest.prefix { $0 == UInt8(ascii: "/") }
    let name = rest.dropFirst(slashes.count)
    return String(decoding: name.isEmpty ? rest : name, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// RFC 3986 sections 2.1 to 2.3: unreserved, reserved except `#`, `+`, `[` and `]`, and `%` with two hexadecimal
  /// digits.
  private static func areURICharacters(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ isDigit($0) || (0x61...0x66).contains($0 | 0x20) }) else {
          return false
        }
        rest = rest.dropFirst(2)
      } else if !isLetter(byte), !isDigit(byte), !"-._~:/?@!$&'()*,;=".utf8.contains(byte) {
        return false
      }
    }
    return true
  }
}
