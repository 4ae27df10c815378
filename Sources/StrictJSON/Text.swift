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
  guard one.utf8.count == other.utf8.count else { return false }
  var (one, other) = (one, other)
  return one.withUTF8 { one in
    other.withUTF8 { other in
      for index in one.indices where one[index] != other[index] { return false }
      return true
    }
  }
}
