package import CommandArguments
package import LedgerDomain

extension GroundKind: Worded {
  package var words: Localized {
    switch self {
    case .survey: Localized("trygghetsmätning", "safety survey")
    case .dialogue: Localized("medborgardialog", "citizen dialogue")
    case .staff: Localized("medarbetare", "staff")
    case .statistics: Localized("statistik", "statistics")
    }
  }
}
