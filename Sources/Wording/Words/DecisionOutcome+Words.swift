package import CommandArguments
package import LedgerDomain

extension DecisionOutcome: Worded {
  package var words: Localized {
    switch self {
    case .approved: Localized("bifall", "approved")
    case .rejected: Localized("avslag", "rejected")
    case .referredBack: Localized("återremiss", "referred back")
    case .tabled: Localized("bordläggning", "tabled")
    case .extended: Localized("framflyttat slutdatum", "deadline extended")
    case .paused: Localized("paus", "paused")
    case .resumed: Localized("återupptagande", "resumed")
    case .amended: Localized("ändring", "amended")
    case .withdrawn: Localized("avbrytande eller återkallelse", "withdrawn")
    case .adopted: Localized("antagande", "adopted")
    case .noted: Localized("notering", "noted")
    case .other: Localized("annat", "other")
    }
  }
}
