package import CommandArguments
package import LedgerDomain

extension BindingLevel: Worded {
  package var words: Localized {
    switch self {
    case .example: Localized("exempel i löftet", "example in the promise")
    case .promised: Localized("utlovad", "promised")
    case .decided: Localized("beslutad", "decided")
    }
  }
}
