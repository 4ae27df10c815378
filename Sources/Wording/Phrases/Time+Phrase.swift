package import CommandArguments
package import LedgerDomain
import StrictJSON

extension Effective {
  /// A day as ISO 8601 writes it, or the local date and time: `2022-10-14`, `2022-10-14 13:30`.
  package var phrase: String {
    switch self {
    case .date(let date): date.text
    case .instant(let instant): SwedishTime.reading(of: instant)
    }
  }
}

extension Effective? {
  /// The day or moment, or `odaterad`.
  package var phrase: Localized { map { Localized(both: $0.phrase) } ?? StandingWords.undated }
}

extension DateSpan {
  /// Both days, the last one included: `2022-01-01 till och med 2023-12-31`.
  package var phrase: Localized {
    Localized(both: from.text) + Localized(" till och med ", " through ") + through.text
  }
}

extension ReportingPeriod {
  /// The label and the days, the last one included: `2022-T2 (2022-05-01 till och med 2022-08-31)`.
  package var phrase: Localized {
    Localized(both: label.text + " (") + DateSpan(from: from, through: through).phrase + ")"
  }
}
