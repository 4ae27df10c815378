package import CommandArguments
package import LedgerDomain

extension Direction: Worded {
  package var words: Localized {
    switch self {
    case .increase: Localized("högre är bättre", "higher is better")
    case .decrease: Localized("lägre är bättre", "lower is better")
    }
  }
}
