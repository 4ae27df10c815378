package import CommandArguments
package import LedgerDomain

extension FollowUpKind: Worded {
  package var words: Localized {
    switch self {
    case .output: Localized("produktionsuppföljning", "output follow-up")
    case .process: Localized("processuppföljning", "process follow-up")
    case .effect: Localized("effektuppföljning", "effect follow-up")
    }
  }
}
