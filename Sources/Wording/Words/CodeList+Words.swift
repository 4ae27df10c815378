package import CommandArguments
package import LedgerDomain

extension CodeList: Worded {
  package var words: Localized {
    switch self {
    case .areas: Localized("stadsdelar", "districts")
    case .focusAreas: Localized("fokusområden", "focus areas")
    case .parties: Localized("parter", "parties")
    case .sites: Localized("webbplatser", "sites")
    }
  }
}
