extension Digest {
  /// The digest as 64 lower-case hexadecimal digits.
  package var hex: String { Hexadecimal.encode(bytes) }

  /// The digest written as 64 lower-case hexadecimal digits; nil for anything else, upper case included.
  package init?(hex: String) {
    guard let bytes = Hexadecimal.decode(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// The digest in standard base64 (RFC 4648 section 4): 44 characters, the last of them `=`.
  package var base64: String { Base64.encode(bytes) }

  /// The digest written in canonical standard base64; nil for anything else.
  package init?(base64: String) {
    guard let bytes = Base64.decode(base64) else { return nil }
    self.init(bytes: bytes)
  }
}

extension Digest: CustomStringConvertible {
  package var description: String { hex }
}
