/// Why a text is no printed checkpoint.
package enum PrintedCheckpointError: Error, Equatable, Sendable {
  /// The text does not begin with a size: decimal digits 0...Int.max without leading zeros, then `:` or a space.
  case wrongSize
  /// A character is neither one of the alphabet's nor a space, line end or hyphen. Its place counts from 1 among the
  /// characters after the size, spaces and hyphens left out.
  case wrongCharacter(Character, place: Int)
  /// There are not 36 characters after the size.
  case wrongCount(found: Int)
  /// The check group is that of another text: something was misread or mistyped. It says nothing about the book.
  case mistyped
}

/// A checkpoint to be printed in minutes and typed from them: the size, and 160 bits that stand for book, size and root.
///
///     4711: JNA6 BDT4 MBQ6 F6JZ 919Q 2K3W HKDZ J2RV / R3NQ
///
/// The size in digits; eight groups of four characters, the fingerprint; after the stroke, the check group. Characters
/// are Crockford's base32 (five bits each): digits and capital letters without I, L, O and U. Read aloud it is nine
/// short words. When it is typed, case, spaces, line ends, hyphens and the two signs do not matter, and I and L are
/// read as 1, O as 0; the size ends at its colon or space.
///
/// - The fingerprint is the first 160 bits of SHA-256 over the ASCII text `liggare/printed-checkpoint/1` and one LF,
///   the origin's number of bytes (8 bytes, big-endian), the origin, the size (8 bytes, big-endian) and the root
///   (32 bytes). It is not simply the root cut short, because two books may have the same entries and one book the same
///   root in print as another: as it is, the same print means the same book, at the same size, with the same root.
/// - The check group is the first 20 bits of SHA-256 over the ASCII text `liggare/printed-checkpoint/check/1` and one
///   LF, the size (8 bytes, big-endian) and the fingerprint (20 bytes). A mistyped text passes it once in a million
///   times, and then does not match any book. It makes a typing error something else than another book.
///
/// Why 160 bits: whoever keeps the book chooses what is entered in it, and could look for two books with the same print
/// before the first is printed. With n bits this takes about 2^(n/2) hashes: 2^80 here, more than anyone is known to
/// have spent. With 96 bits it would be a few days on one machine. To make another book match a print that exists takes
/// 2^160. Where even the first is not enough, sign the checkpoint and keep it as a file: it has all 256 bits.
package struct PrintedCheckpoint: Hashable, Sendable {
  private static let tag = [UInt8]("liggare/printed-checkpoint/1\n".utf8)
  private static let checkTag = [UInt8]("liggare/printed-checkpoint/check/1\n".utf8)
  private static let byteCount = 20
  private static let groupCount = 4

  /// How many leaves the book had: the position of its last entry.
  package let size: Int
  /// The fingerprint, 20 bytes.
  private let fingerprint: [UInt8]

  /// What is printed of a checkpoint; its signatures and extension lines do not count.
  package init(_ checkpoint: Checkpoint) {
    let origin = Array(checkpoint.origin.utf8)
    size = checkpoint.size
    let message = PrintedCheckpoint.tag + bigEndian(origin.count) + origin + bigEndian(size) + checkpoint.root.bytes
    fingerprint = Array(SHA256.hash(message).bytes.prefix(PrintedCheckpoint.byteCount))
  }

  /// Reads what was typed.
  package init(parsing text: String) throws(PrintedCheckpointError) {
    let trimmed = text.drop(while: \.isWhitespace)
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    let after = trimmed.dropFirst(digits.count)
    guard let size = Int(digits), String(size) == digits, let sign = after.first, sign == ":" || sign.isWhitespace
    else { throw .wrongSize }
    // A space before the colon is a space.
    let isSign: (Character) -> Bool = { $0 == ":" || $0.isWhitespace }
    var values: [UInt8] = []
    for character in after.drop(while: isSign)
    where !(character.isWhitespace || "-\u{2010}\u{2011}/".contains(character)) {
      guard let value = CrockfordBase32.value(of: character) else {
        throw .wrongCharacter(character, place: values.count + 1)
      }
      values.append(value)
    }
    guard values.count == 36 else { throw .wrongCount(found: values.count) }
    self.size = size
    fingerprint = CrockfordBase32.bytes(Array(values.prefix(32)))
    guard check == Array(values.suffix(PrintedCheckpoint.groupCount)) else { throw .mistyped }
  }

  /// The text to print, one line without its end.
  package var text: String {
    let characters = CrockfordBase32.text(CrockfordBase32.values(fingerprint))
    let groups = stride(from: 0, to: characters.count, by: 4).map { String(characters[$0..<$0 + 4]) }
    return "\(size): \(groups.joined(separator: " ")) / \(String(CrockfordBase32.text(check)))"
  }

  /// Whether it is the print of this checkpoint: of this book, at this size, with this root.
  package func matches(_ checkpoint: Checkpoint) -> Bool {
    self == PrintedCheckpoint(checkpoint)
  }

  /// The check group's four values.
  private var check: [UInt8] {
    let digest = SHA256.hash(PrintedCheckpoint.checkTag + bigEndian(size) + fingerprint)
    return Array(CrockfordBase32.values(Array(digest.bytes.prefix(5))).prefix(PrintedCheckpoint.groupCount))
  }
}

private func bigEndian(_ number: Int) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
}

/// Five bits a character, in the alphabet of Douglas Crockford's base 32: no I, L, O and U.
private enum CrockfordBase32 {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  static func value(of character: Character) -> UInt8? {
    guard character.isASCII, let upper = character.uppercased().first else { return nil }
    switch upper {
    case "O": return 0
    case "I", "L": return 1
    default: return alphabet.firstIndex(of: upper).map { UInt8($0) }
    }
  }

  static func text(_ values: [UInt8]) -> [Character] { values.map { alphabet[Int($0)] } }

  /// Eight values for every five bytes. Requires a multiple of five.
  static func values(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 5).flatMap { start in
      let bits = bytes[start..<start + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return (0..<8).map { UInt8(bits >> UInt64(35 - 5 * $0) & 31) }
    }
  }

  /// Five bytes for every eight values. Requires a multiple of eight.
  static func bytes(_ values: [UInt8]) -> [UInt8] {
    stride(from: 0, to: values.count, by: 8).flatMap { start in
      let bits = values[start..<start + 8].reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
      return (0..<5).map { UInt8(truncatingIfNeeded: bits >> UInt64(32 - 8 * $0)) }
    }
  }
}
