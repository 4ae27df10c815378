import CommandArguments
import LedgerDomain

/// The statuses that a picture shows as one: as many as there are patterns that one tells apart.
enum StatusGroup: CaseIterable {
  case carriedOut, underWay, decided, inPreparation, endedUndone

  init(_ status: MeasureStatus) {
    self =
      switch status {
      case .implemented, .partlyImplemented: .carriedOut
      case .inProgress, .paused: .underWay
      case .approved: .decided
      case .proposed, .referredBack, .tabled: .inPreparation
      case .rejected, .withdrawn, .notImplemented: .endedUndone
      }
  }

  /// Says of the groups of several statuses what is in them.
  var words: Localized {
    switch self {
    case .carriedOut: Localized("genomförda, helt eller delvis", "implemented, fully or partly")
    case .underWay: Localized("pågående eller pausade", "in progress or paused")
    case .decided: Localized("beslutade, inte påbörjade", "decided, not begun")
    case .inPreparation: Localized("under beredning", "pending a decision")
    case .endedUndone: Localized("avslagna, avbrutna, ej genomförda", "rejected, withdrawn, not implemented")
    }
  }

  /// As a head of a narrow column.
  var short: Localized {
    switch self {
    case .carriedOut: Localized("Genomförda", "Implemented")
    case .underWay: Localized("Pågående", "In progress")
    case .decided: Localized("Beslutade", "Decided")
    case .inPreparation: Localized("Bereds", "Pending")
    case .endedUndone: Localized("Ej genomförda", "Not implemented")
    }
  }

  /// How many of each group, in the order of the groups.
  static func counts(_ statuses: [MeasureStatus]) -> [Int] {
    let groups = statuses.map(StatusGroup.init)
    return allCases.map { group in groups.count { $0 == group } }
  }
}
