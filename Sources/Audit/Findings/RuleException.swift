package import CommandArguments

/// What a rule does not find, because it is lawful or cannot be known: a sentence, and a name for it within the rule.
///
/// Each has a twin in the tests of the rules: a ledger on which the rule finds something, changed in one thing, so that it
/// does not. A test holds that none is without.
package struct RuleException: Sendable {
  /// Lower-case words with hyphens, the same as long as the exception stands: `same-day`.
  package let name: String
  package let words: Localized

  package init(_ name: String, _ sv: String, _ en: String) {
    self.name = name
    words = Localized(sv, en)
  }
}
