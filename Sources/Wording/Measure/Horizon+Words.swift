package import CommandArguments
package import LedgerDomain

extension Horizon: Worded {
  package var words: Localized {
    switch self {
    case .short: Localized("kortsiktig", "short-term")
    case .long: Localized("långsiktig", "long-term")
    }
  }
}
