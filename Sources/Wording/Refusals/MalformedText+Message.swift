package import CommandArguments
package import StrictJSON

extension MalformedText {
  /// What was expected, with an example: `ett datum som 2022-10-14`.
  package var expectedWords: Localized { ExpectationWords.words(expected) }

  /// What was expected and what was found, with the nearest word where there is a list; `place` says where, if known.
  package func message(at place: Localized? = nil) -> Message {
    Message(place: place, mismatch(expected: expected, found: found))
  }
}

/// `Väntade ett datum som 2022-10-14, fann ”2022-13-01”.`
func mismatch(expected: String, found: String) -> Localized {
  Localized("Väntade ", "Expected ") + ExpectationWords.words(expected) + Localized(", fann ", ", found ")
    + (found.isEmpty ? Localized("en tom text", "an empty text") : quoted(found)) + "."
    + guess(found, among: ExpectationWords.options(expected))
}
