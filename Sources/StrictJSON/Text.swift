/// A text that is compared, ordered and hashed on its UTF-8 bytes.
///
/// Swift's own `==` holds the composed and the decomposed form of "ä" for equal, also as dictionary keys. A `Text` does
/// not, so it is the type to store wherever identity matters. Any string is a `Text`, the empty one too.
package struct Text: TextValue {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package init(text: String) {
    self.text = text
  }

  package static func == (one: Text, other: Text) -> Bool {
    utf8Equal(one.text, other.text)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // A byte that UTF-8 never holds, so that two texts in a row cannot be divided in two ways.
    hasher.combine(0xFF as UInt8)
  }
}

extension Text: Comparable {
  package static func < (one: Text, other: Text) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }
}

extension Text: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.text = text
  }
}

extension Text: CustomStringConvertible {
  package var description: String { text }
}

/// Whether two strings have the same UTF-8 bytes; linear in their length.
package func utf8Equal(_ one: String, _ other: String) -> Bool {
  let (one, other) = (one.utf8, other.utf8)
  guard one.count == other.count else { return false }
  let isEqual = one.withContiguousStorageIfAvailable { one in
    other.withContiguousStorageIfAvailable { other in
      equal(UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
    }
  }
  // Every string that Swift itself has made lies together; one that does not is gone through byte by byte.
  return (isEqual ?? nil) ?? one.elementsEqual(other)
}

/// Whether bytes are the same, eight at a time. Requires equal counts.
private func equal(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
  guard let first = one.baseAddress, let second = other.baseAddress, first != second else { return true }
  let count = one.count
  var index = 0
  while index + 8 <= count {
    let word = first.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    if word != second.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
    index += 8
  }
  while index < count {
    if first.load(fromByteOffset: index, as: UInt8.self) != second.load(fromByteOffset: index, as: UInt8.self) {
      return false
    }
    index += 1
  }
  return true
}
