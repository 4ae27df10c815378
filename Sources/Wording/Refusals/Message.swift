package import CommandArguments

/// What is said about a command or a line that was not accepted: the place, what is wrong there, and what to do.
///
/// The texts hold what was found as it stood; whoever prints them makes control characters visible.
package struct Message: Sendable, Hashable {
  /// The field, entry or subject spoken of, where it is not the whole command.
  package var place: Localized?
  /// What is wrong, what was found and what was expected: whole sentences.
  package var explanation: Localized
  /// The next step: whole sentences.
  package var remedy: Localized?

  package init(place: Localized? = nil, _ explanation: Localized, remedy: Localized? = nil) {
    self.place = place
    self.explanation = explanation
    self.remedy = remedy
  }

  /// The place and the explanation on one line, the remedy on the next.
  package func text(in language: Language) -> String {
    let first = (place.map { $0[language] + ": " } ?? "") + explanation[language]
    return [first, remedy?[language]].compactMap(\.self).joined(separator: "\n")
  }
}
