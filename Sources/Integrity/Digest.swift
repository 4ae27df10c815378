/// A SHA-256 value: 32 bytes, kept inline as four big-endian words, ordered as its bytes are.
///
/// Equality and hashing touch four words and allocate nothing, so a table of millions of digests is one flat block.
package struct Digest: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// How many bytes a digest has.
  package static let byteCount = 32

  /// Bytes 0..<8, read as a big-endian number: the value whose 16 hex digits a line's `prev` holds.
  package let firstWord: UInt64
  private let secondWord: UInt64
  private let thirdWord: UInt64
  private let fourthWord: UInt64

  /// The digest of four big-endian words.
  init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    firstWord = first
    secondWord = second
    thirdWord = third
    fourthWord = fourth
  }

  /// The digest of exactly 32 bytes; nil for any other count.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Digest.byteCount else { return nil }
    func word(_ index: Int) -> UInt64 {
      bytes[index * 8..<index * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(word(0), word(1), word(2), word(3))
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(Digest.byteCount)
    for word in [firstWord, secondWord, thirdWord, fourthWord] {
      for shift in stride(from: 56, through: 0, by: -8) {
        result.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return result
  }

  package static func < (left: Digest, right: Digest) -> Bool {
    (left.firstWord, left.secondWord, left.thirdWord, left.fourthWord)
      < (right.firstWord, right.secondWord, right.thirdWord, right.fourthWord)
  }

  /// Calls `body` with the 32 bytes, without allocating.
  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    let words = (firstWord.bigEndian, secondWord.bigEndian, thirdWord.bigEndian, fourthWord.bigEndian)
    withUnsafeBytes(of: words, body)
  }
}
