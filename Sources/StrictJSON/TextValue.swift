/// A value that is written as one JSON string and has exactly one text form.
///
/// The contract: `Self(text: value.text) == value` for every value, and `Self(text: t).text` has the bytes of `t` for
/// every text that is accepted. Its `Codable` conformance is given here. A conformer that stores free text stores it as
/// `Text`, so that its own equality is one of bytes.
package protocol TextValue: Codable, Sendable, Hashable, CustomStringConvertible {
  /// Reads the text form; throws what was expected and what was found.
  init(text: String) throws(MalformedText)

  /// The text form; also the description, so that a value interpolated into a text is never shown as its Swift structure.
  var text: String { get }
}

/// A text that is no text form of the value that was expected.
package struct MalformedText: Error, Equatable {
  /// What the text should have been: the key of a fact ("date") or a list of words ("one of a, b, c").
  package var expected: String
  /// The text as it stood.
  package var found: String

  package init(expected: String, found: String) {
    self.expected = expected
    self.found = found
  }
}

extension TextValue {
  package var description: String { text }
}

extension TextValue {
  package init(from decoder: any Decoder) throws {
    try self.init(text: decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
