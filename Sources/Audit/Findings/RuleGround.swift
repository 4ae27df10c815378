package import CommandArguments

/// On what a rule rests: a provision, or good practice and where that comes from.
package enum RuleGround: Hashable, Sendable {
  /// The statute and its section, as auditors cite it: `KL 13:14` is kommunallagen (2017:725) chapter 13, section 14.
  case law(String)
  /// Good practice: what it rests on, in words.
  case method(Localized)

  package var phrase: Localized {
    switch self {
    case .law(let provision): Localized(provision, provision)
    case .method(let words): words
    }
  }

  package var isLegal: Bool { if case .law = self { true } else { false } }
}
