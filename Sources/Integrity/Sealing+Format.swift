/// Why bytes are no file of a sealed value. Lines are counted from 1.
package enum SealingError: Error, Equatable {
  /// The file ends before the LF of this line.
  case unfinishedLine(Int)
  /// The line does not have the content that its place asks for; what was found is not repeated, since it may be
  /// personal.
  case wrongLine(Int, expected: Expectation)
  /// The value has fewer bytes than the `bytes` line says, or its closing LF is missing.
  case shortValue(expectedByteCount: Int, foundByteCount: Int)
  /// The value is followed by something else than one LF.
  case excess(byteCount: Int)
  /// Salt, field and value do not open the commitment that the file states.
  case wrongCommitment(stated: Commitment, computed: Commitment)

  /// What a line of the file must be.
  package enum Expectation: Sendable, Equatable {
    /// `liggare sealed value 1`
    case title
    /// `commitment` and 64 lower-case hexadecimal digits.
    case commitment
    /// `field` and a name that `Commitment.isField` accepts.
    case field
    /// `salt` and 32 lower-case hexadecimal digits.
    case salt
    /// `bytes` and a decimal number without leading zeros.
    case byteCount
    /// Nothing.
    case emptyLine
  }
}

extension Sealing {
  private static let title = "liggare sealed value 1"

  /// The bytes of the file in `sealed/` that stores the value.
  ///
  /// Five lines of ASCII with exactly one space after the word, an empty line, the value's bytes as they are, one LF.
  /// Every LF is shown here as a line's end:
  ///
  ///     liggare sealed value 1
  ///     commitment 88e5d24986699a6ab378246c574ad9b4eb384479050a7090e95f8530bd69b43f
  ///     field note
  ///     salt 000102030405060708090a0b0c0d0e0f
  ///     bytes 4
  ///
  ///     Anna
  ///
  /// A value that is text can be read without the tool. One sealing has one file: order, digits and counts are fixed. A
  /// later format changes the number in the title; nothing is added to this one.
  package var formatted: [UInt8] {
    let head = """
      \(Sealing.title)
      commitment \(commitment.hex)
      field \(field)
      salt \(Hexadecimal.encode(salt))
      bytes \(value.count)


      """
    return Array(head.utf8) + value + [UInt8(ascii: "\n")]
  }

  /// Reads what `formatted` writes, refuses everything else, and checks that the value opens the stated commitment.
  package init(parsing bytes: [UInt8]) throws(SealingError) {
    var reader = LineReader(bytes)
    try reader.expect(.title) { $0 == Sealing.title ? () : nil }
    let stated = try reader.expect(.commitment) { $0.after("commitment ").flatMap(Commitment.init(hex:)) }
    let field = try reader.expect(.field) { line -> String? in
      guard let field = line.after("field "), Commitment.isField(field.utf8) else { return nil }
      return field
    }
    let salt = try reader.expect(.salt) { line -> [UInt8]? in
      guard let salt = line.after("salt ").flatMap(Hexadecimal.decode) else { return nil }
      return salt.count == Commitment.saltByteCount ? salt : nil
    }
    let count = try reader.expect(.byteCount) { line -> Int? in
      guard let text = line.after("bytes "), let count = Int(text), count >= 0 else { return nil }
      return String(count) == text ? count : nil
    }
    try reader.expect(.emptyLine) { $0.isEmpty ? () : nil }

    let rest = reader.rest
    guard rest.count > count else { throw .shortValue(expectedByteCount: count, foundByteCount: rest.count) }
    let value = Array(rest.prefix(count))
    guard rest.dropFirst(count).first == UInt8(ascii: "\n"), rest.count == count + 1 else {
      throw .excess(byteCount: rest.count - count)
    }
    let sealing = Sealing.seal(field: field, value: value, salt: salt)
    guard sealing.commitment == stated else {
      throw .wrongCommitment(stated: stated, computed: sealing.commitment)
    }
    self = sealing
  }
}

/// The lines at the head of a file, one after another.
private struct LineReader {
  private(set) var rest: ArraySlice<UInt8>
  private var number = 0

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// Takes the next line and what `read` makes of it.
  @discardableResult
  mutating func expect<Value>(
    _ expectation: SealingError.Expectation, _ read: (String) -> Value?
  ) throws(SealingError) -> Value {
    number += 1
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw .unfinishedLine(number) }
    let line = rest[..<end]
    rest = rest[(end + 1)...]
    // ASCII only: so comparing texts is comparing bytes.
    guard line.allSatisfy({ $0 < 0x80 }), let value = read(String(decoding: line, as: UTF8.self)) else {
      throw .wrongLine(number, expected: expectation)
    }
    return value
  }
}

extension String {
  /// What follows the prefix; nil where the text does not begin with it.
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
