package import CommandArguments
package import LedgerDomain

extension LedgerReality: Worded {
  package var words: Localized {
    switch self {
    case .real: Localized("verklig", "real")
    case .illustrative: Localized("illustration", "illustration")
    }
  }
}
