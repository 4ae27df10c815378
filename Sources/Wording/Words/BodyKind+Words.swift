package import CommandArguments
package import LedgerDomain

extension BodyKind: Worded {
  package var words: Localized {
    switch self {
    case .council: Localized("kommunfullmäktige", "municipal council")
    case .executiveBoard: Localized("kommunstyrelsen", "executive board")
    case .committee: Localized("nämnd", "committee")
    case .advisory: Localized("rådgivande organ", "advisory council")
    case .police: Localized("polisen", "police")
    case .other: Localized("annat organ", "other body")
    }
  }
}
