package import CommandArguments
package import LedgerDomain

extension DecisionStanding: Worded {
  package var words: Localized {
    switch self {
    case .made: Localized("fattat", "made")
    case .appealed: Localized("överklagat", "appealed")
    case .stayed: Localized("inhiberat", "stayed")
    case .annulled: Localized("upphävt", "annulled")
    case .final: Localized("laga kraft", "final")
    }
  }
}
