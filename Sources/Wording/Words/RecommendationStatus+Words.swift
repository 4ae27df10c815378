package import CommandArguments
package import LedgerDomain

extension RecommendationStatus: Worded {
  package var words: Localized {
    switch self {
    case .delivered: Localized("lämnad", "delivered")
    case .answered: Localized("besvarad", "answered")
    case .carriedOver: Localized("kvarstår", "carried over")
    case .cleared: Localized("avslutad", "cleared")
    }
  }
}

extension Recommendation {
  /// How far it has come on a day: `lämnad`, `kvarstår, svaret är försenat`.
  package func words(on day: LocalDate) -> Localized {
    let words = status?.words ?? Localized(both: "")
    return isOverdue(on: day) ? words + Localized(", svaret är försenat", ", the answer is overdue") : words
  }
}
