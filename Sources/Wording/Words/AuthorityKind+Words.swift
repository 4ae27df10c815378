package import CommandArguments
package import LedgerDomain

extension AuthorityKind: Worded {
  package var words: Localized {
    switch self {
    case .body: Localized("beslut av organ", "decision by a body")
    case .delegated: Localized("delegationsbeslut", "delegated decision")
    case .urgentChair: Localized("brådskande ordförandebeslut (KL 6:39)", "urgent chair decision (KL 6:39)")
    case .mereExecution: Localized("ren verkställighet", "mere execution")
    case .police: Localized("polisens eget beslut", "the police’s own decision")
    case .unknown: Localized("ej känd", "not known")
    }
  }
}
