package import Integrity
package import StrictJSON

/// What a line says about the one before it: the first 16 hexadecimal digits of that line's leaf hash (RFC 6962).
///
/// 64 bits tell *where* a journal was damaged by accident. They prove nothing: that is what the checkpoint is for.
package struct ChainMark: TextValue {
  /// The number that the 16 digits write.
  let firstWord: UInt64

  /// The mark whose 16 digits are those of the number.
  init(firstWord: UInt64) {
    self.firstWord = firstWord
  }

  package init(of leafHash: Digest) {
    firstWord = leafHash.firstWord
  }

  package init(text: String) throws(MalformedText) {
    guard text.utf8.count == 16, let bytes = Hexadecimal.decode(text) else {
      throw MalformedText(expected: "prev", found: text)
    }
    firstWord = bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  package var text: String {
    Hexadecimal.encode(stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: firstWord >> UInt64($0)) })
  }
}
