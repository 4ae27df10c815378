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

  package static var shape: JSONShape { .choice(allCases.map(\.rawValue)) }

  package static var sample: Self {
    guard let first = allCases.first else { preconditionFailure("a choice has a word") }
    return first
  }
}
