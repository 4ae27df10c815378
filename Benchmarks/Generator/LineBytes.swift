/// A line under construction: canonical JSON, byte by byte, without a value tree in between.
///
/// Nothing is escaped: names are literals and texts are phrases, which need no escaping. Commas between members are set
/// here; whoever opens an object or a list closes it.
struct LineBytes {
  private(set) var bytes: [UInt8] = []
  /// Whether the next member or element needs a comma before it.
  private var needsComma = false

  init() {
    bytes.reserveCapacity(65_536)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Bytes as they are; the next member gets a comma.
  mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = true
  }

  mutating func raw(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    needsComma = true
  }

  /// `,"name":`
  mutating func name(_ name: StaticString) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func open(_ bracket: Unicode.Scalar) {
    if needsComma, bytes.last != UInt8(ascii: ":") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  mutating func text(_ name: StaticString, _ value: Phrase) {
    self.name(name)
    quoted { $0.append(contentsOf: value.bytes) }
  }

  /// A text of several phrases.
  mutating func text(_ name: StaticString, _ first: Phrase, _ second: Phrase, _ third: Phrase) {
    self.name(name)
    quoted {
      $0.append(contentsOf: first.bytes)
      $0.append(contentsOf: second.bytes)
      $0.append(contentsOf: third.bytes)
    }
  }

  mutating func word(_ name: StaticString, _ value: StaticString) {
    self.name(name)
    quoted { $0.append(contentsOf: UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)) }
  }

  mutating func number(_ name: StaticString, _ value: Int) {
    self.name(name)
    decimal(value)
  }

  /// A decimal that the format keeps as text.
  mutating func quantity(_ name: StaticString, _ value: Int) {
    self.name(name)
    quoted { LineBytes.write(value, into: &$0) }
  }

  mutating func subject(_ name: StaticString, _ id: SubjectNumber) {
    self.name(name)
    subject(id)
  }

  /// A subject in a list, or after a name.
  mutating func subject(_ id: SubjectNumber) {
    quoted { id.write(into: &$0) }
  }

  mutating func element(_ id: SubjectNumber) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    subject(id)
  }

  mutating func element(_ text: Phrase) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    quoted { $0.append(contentsOf: text.bytes) }
  }

  /// A text that someone else writes into the line.
  mutating func quoted(_ write: (inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "\""))
    write(&bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Bytes that someone else writes.
  mutating func append(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    needsComma = true
  }

  mutating func decimal(_ value: Int) {
    LineBytes.write(value, into: &bytes)
    needsComma = true
  }

  /// A number without sign. Requires 0 ≤ value.
  static func write(_ value: Int, into out: inout [UInt8]) {
    write(value, atLeast: 1, into: &out)
  }

  /// A number with leading zeros up to a count of digits.
  static func write(_ value: Int, atLeast count: Int, into out: inout [UInt8]) {
    var digits = 1
    var limit = 10
    while value >= limit {
      digits += 1
      limit *= 10
    }
    digits = max(digits, count)
    let start = out.count
    for _ in 0..<digits { out.append(UInt8(ascii: "0")) }
    var rest = value
    var index = start + digits
    while rest > 0 {
      index -= 1
      out[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// The 16 hexadecimal digits of a word.
  static func writeHex(_ word: UInt64, into out: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15
      out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

/// A subject by its letter and number: `M-0007`.
struct SubjectNumber {
  var letter: UInt8
  var number: Int

  init(_ letter: Unicode.Scalar, _ number: Int) {
    self.letter = UInt8(ascii: letter)
    self.number = number
  }

  func write(into out: inout [UInt8]) {
    out.append(letter)
    out.append(UInt8(ascii: "-"))
    LineBytes.write(number, atLeast: 4, into: &out)
  }
}
