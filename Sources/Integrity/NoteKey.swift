/// A public key that may have signed a note, as C2SP signed-note's verifier keys write it:
/// `<name>+<key hash>+<base64 of the type's byte and the key>`.
///
/// The name has at least one character, no Unicode space and no plus; the key hash is eight lower-case hexadecimal
/// digits; the type is 0x01, Ed25519 (RFC 8032), whose key has 32 bytes. For example:
///
///     liggare.example/katrineholm+ca4ea686+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
///
/// Name and key hash together name the key: see `hash`.
package struct NoteKey: Hashable, Sendable {
  /// How many bytes an Ed25519 public key has.
  package static let publicKeyByteCount = 32
  /// The byte that stands for Ed25519.
  private static let ed25519: UInt8 = 0x01

  package let name: String
  /// The public key, 32 bytes (RFC 8032 section 5.1.5).
  package let publicKey: [UInt8]
  /// The key's short name: the first four bytes, read big-endian, of SHA-256(name || LF || 0x01 || public key).
  ///
  /// Not a secure one: anyone can make a key that has the same. Its signatures fail to verify.
  package let hash: UInt32

  /// Requires a name that `isName` accepts and a key of 32 bytes.
  package init(name: String, publicKey: [UInt8]) {
    precondition(NoteKey.isName(name), "not a key's name")
    precondition(publicKey.count == NoteKey.publicKeyByteCount, "not an Ed25519 key")
    self.name = name
    self.publicKey = publicKey
    let digest = SHA256.hash(Array(name.utf8) + [UInt8(ascii: "\n"), NoteKey.ed25519] + publicKey)
    hash = UInt32(digest.firstWord >> 32)
  }

  /// Reads a verifier key; nil unless it is exactly what `text` writes for some key, the right key hash included.
  package init?(parsing text: String) {
    // The name has no plus, base64 may.
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, NoteKey.isName(parts[0]), let bytes = Base64.decode(parts[2]),
      bytes.count == 1 + NoteKey.publicKeyByteCount, bytes.first == NoteKey.ed25519
    else { return nil }
    self.init(name: parts[0], publicKey: Array(bytes.dropFirst()))
    guard text.utf8.elementsEqual(self.text.utf8) else { return nil }
  }

  /// The verifier key as one line of text, without a line end.
  package var text: String {
    "\(name)+\(NoteKey.hex(hash))+\(Base64.encode([NoteKey.ed25519] + publicKey))"
  }

  /// Whether a text can be a key's name: not empty, without Unicode spaces, control characters and plus signs.
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar != "+" && scalar.value >= 0x20 && scalar.value != 0x7f
      }
  }

  package static func == (left: NoteKey, right: NoteKey) -> Bool {
    left.publicKey == right.publicKey && left.name.utf8.elementsEqual(right.name.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(publicKey)
  }

  private static func hex(_ hash: UInt32) -> String {
    Hexadecimal.encode((0..<4).map { UInt8(truncatingIfNeeded: hash >> UInt32(24 - 8 * $0)) })
  }
}
