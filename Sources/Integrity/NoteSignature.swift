/// One signature of a note, as its line states it: not verified by anything here.
///
///     — <name> base64(<key hash, 4 bytes, big-endian> || <signature>)
package struct NoteSignature: Sendable {
  /// How many bytes an Ed25519 signature has.
  package static let ed25519ByteCount = 64

  /// The name of the key that is said to have made it.
  package let name: String
  /// That key's hash (`NoteKey.hash`).
  package let keyHash: UInt32
  /// The signature, at least one byte; of an unknown kind of key it may have any number.
  package let bytes: [UInt8]

  /// Requires a name that `NoteKey.isName` accepts and at least one byte.
  package init(name: String, keyHash: UInt32, bytes: [UInt8]) {
    precondition(NoteKey.isName(name) && !bytes.isEmpty, "no signature")
    self.name = name
    self.keyHash = keyHash
    self.bytes = bytes
  }

  /// Reads a signature's line without its LF; nil for anything but what `line` writes.
  init?(line: String) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].utf8.elementsEqual("\u{2014}".utf8), NoteKey.isName(parts[1]),
      let bytes = Base64.decode(parts[2]), bytes.count > 4
    else { return nil }
    self.init(
      name: parts[1], keyHash: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }, bytes: Array(bytes.dropFirst(4)))
  }

  /// The signature's line, without its LF.
  package var line: String {
    let hash = (0..<4).map { UInt8(truncatingIfNeeded: keyHash >> UInt32(24 - 8 * $0)) }
    return "\u{2014} \(name) \(Base64.encode(hash + bytes))"
  }

  /// Whether it is said to be made with this key: name and key hash are the key's.
  package func isBy(_ key: NoteKey) -> Bool {
    keyHash == key.hash && name.utf8.elementsEqual(key.name.utf8)
  }
}

extension NoteSignature: Equatable {
  package static func == (left: NoteSignature, right: NoteSignature) -> Bool {
    left.keyHash == right.keyHash && left.bytes == right.bytes && left.name.utf8.elementsEqual(right.name.utf8)
  }
}
