package import CommandArguments
package import LedgerDomain

extension GoalAttainment: Worded {
  package var words: Localized {
    switch self {
    case .reached: Localized("målet nått", "goal reached")
    case .partly: Localized("målet delvis nått", "goal partly reached")
    case .notReached: Localized("målet inte nått", "goal not reached")
    case .inconclusive: Localized("går inte att bedöma", "inconclusive")
    }
  }
}
