/// A promise about a value that does not show it: SHA-256 over a domain tag, the field's name, a salt and the value.
///
/// A journal's line holds the commitment for ever; salt and value lie in a file of their own (see `Sealing`) and can be
/// erased without touching the line. The salt keeps short values from being found by trying them all, and once it is
/// gone nothing leads back to the value. What is hashed, in this order, without anything between:
///
///     bytes  content
///     21     the domain tag: ASCII `liggare/commitment/1` and one LF
///     1      the number of bytes of the field's name, 1...255
///     1-255  the field's name: printable ASCII without spaces (0x21...0x7E)
///     16     the salt
///     8      the number of bytes of the value, big-endian, unsigned
///     0-     the value
///
/// Every part has a fixed or a stated length, so two different triples never give the same bytes. The tag begins with
/// neither 0x00 nor 0x01, so a commitment is never a leaf or a node of the journal's tree.
///
/// For example, field `note`, the salt 00 01 02 … 0f and the value `Anna` in UTF-8:
///
///     (printf 'liggare/commitment/1\n\004note\000\001\002\003\004\005\006\007\010\011\012\013\014\015\016\017'
///      printf '\000\000\000\000\000\000\000\004Anna') | sha256sum
///     88e5d24986699a6ab378246c574ad9b4eb384479050a7090e95f8530bd69b43f
///
/// A later layout gets another number in its tag; this one stays readable.
package struct Commitment: Hashable, Sendable {
  /// How many bytes a salt has.
  package static let saltByteCount = 16

  private static let tag = [UInt8]("liggare/commitment/1\n".utf8)

  /// The value of the hash.
  package let digest: Digest

  /// A commitment as it was stored.
  package init(digest: Digest) {
    self.digest = digest
  }

  /// A commitment written as 64 lower-case hexadecimal digits; nil for anything else.
  package init?(hex: String) {
    guard let digest = Digest(hex: hex) else { return nil }
    self.digest = digest
  }

  /// Commits to a value. Requires a field that `isField` accepts and a salt of 16 bytes, fresh from a secure random
  /// source: the same salt twice would show that two values are the same.
  package init(field: String, salt: [UInt8], value: [UInt8]) {
    precondition(Commitment.isField(field.utf8), "not a field's name")
    precondition(salt.count == Commitment.saltByteCount, "a salt has 16 bytes")
    var hasher = SHA256()
    hasher.update(Commitment.tag)
    hasher.update([UInt8(field.utf8.count)])
    hasher.update(Array(field.utf8))
    hasher.update(salt)
    withUnsafeBytes(of: UInt64(value.count).bigEndian) { hasher.update($0) }
    hasher.update(value)
    digest = hasher.finalize()
  }

  /// The commitment as 64 lower-case hexadecimal digits: how it stands in a line and what its file in `sealed/` is
  /// called.
  package var hex: String { digest.hex }

  /// Whether the bytes can be a field's name: 1...255 bytes of printable ASCII, without spaces.
  package static func isField(_ bytes: some Collection<UInt8>) -> Bool {
    (1...255).contains(bytes.count) && bytes.allSatisfy { (0x21...0x7e).contains($0) }
  }
}
