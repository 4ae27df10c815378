/// One of a closed list of words: an enum with `String` raw values, written as its raw value.
///
/// ```swift
/// enum Horizon: String, Choice { case short, long }
/// ```
///
/// A word is accepted only with the very bytes of the raw value; the error lists all the words.
package protocol Choice: TextValue, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
  package init(text: String) throws(MalformedText) {
    // The raw value initialiser compares as Swift's `==` does, and so takes a decomposed "å" for a composed one.
    guard let choice = Self(rawValue: text), utf8Equal(choice.rawValue, text) else {
      throw MalformedText(expected: Self.listing, found: text)
    }
    self = choice
  }

  package var text: String { rawValue }

  /// All the words, in the order of their declaration, as the errors state them: "one of short, long".
  package static var listing: String {
    "one of " + allCases.map(\.rawValue).joined(separator: ", ")
  }

  // `TextValue` and `RawRepresentable` both bring a coding of their own; these more constrained ones settle the choice.

  package init(from decoder: any Decoder) throws {
    try self.init(text: decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
