package import CommandArguments
package import LedgerDomain

extension Schedule: Signal {
  package var words: Localized {
    switch self {
    case .noDeadline: Localized("inget slutdatum", "no deadline")
    case .onTime: Localized("i tid", "on schedule")
    case .overdue: Localized("försenad", "overdue")
    case .endedInTime: Localized("avslutad i tid", "ended on time")
    case .endedLate: Localized("avslutad för sent", "ended late")
    case .endedUndated: Localized("avslutad, odaterad", "ended, undated")
    case .notApplicable: Localized("ej tillämpligt", "not applicable")
    }
  }

  package var symbol: Character {
    switch self {
    case .noDeadline: "–"
    case .onTime: ">"
    case .overdue: "!"
    case .endedInTime: "="
    case .endedLate: "+"
    case .endedUndated: "~"
    case .notApplicable: "/"
    }
  }
}
