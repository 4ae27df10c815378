package import CommandArguments
package import LedgerDomain

extension Comparison: Worded {
  package var words: Localized {
    switch self {
    case .atLeast: Localized("minst", "at least")
    case .atMost: Localized("högst", "at most")
    case .exactly: Localized("exakt", "exactly")
    }
  }
}
