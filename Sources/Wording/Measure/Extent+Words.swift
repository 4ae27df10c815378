package import CommandArguments
package import LedgerDomain

extension Extent: Worded {
  package var words: Localized {
    switch self {
    case .full: Localized("genomförd", "implemented")
    case .partial: Localized("delvis genomförd", "partly implemented")
    case .none: Localized("ej genomförd", "not implemented")
    }
  }
}
