package import CommandArguments
package import LedgerDomain

extension MeasureStatus: Signal {
  /// The official status. A proposal withdrawn before a decision is *återkallad*: see ``words(of:)``.
  package var words: Localized {
    switch self {
    case .proposed: Localized("föreslagen", "proposed")
    case .referredBack: Localized("återremitterad", "referred back")
    case .tabled: Localized("bordlagd", "tabled")
    case .rejected: Localized("avslagen", "rejected")
    case .approved: Localized("beslutad", "approved")
    case .inProgress: Localized("pågående", "in progress")
    case .paused: Localized("pausad", "paused")
    case .withdrawn: Localized("avbruten", "withdrawn")
    case .implemented: Localized("genomförd", "implemented")
    case .partlyImplemented: Localized("delvis genomförd", "partly implemented")
    case .notImplemented: Localized("ej genomförd", "not implemented")
    }
  }

  /// Of so many measures: `1 föreslagen`, `2 föreslagna`.
  package func words(_ count: Int) -> Localized { count == 1 ? words : plural }

  /// Of several measures: `2 föreslagna, 4 beslutade`.
  package var plural: Localized {
    switch self {
    case .proposed: Localized("föreslagna", words.en)
    case .referredBack: Localized("återremitterade", words.en)
    case .tabled: Localized("bordlagda", words.en)
    case .rejected: Localized("avslagna", words.en)
    case .approved: Localized("beslutade", words.en)
    case .inProgress: Localized("pågående", words.en)
    case .paused: Localized("pausade", words.en)
    case .withdrawn: Localized("avbrutna", words.en)
    case .implemented: Localized("genomförda", words.en)
    case .partlyImplemented: Localized("delvis genomförda", words.en)
    case .notImplemented: Localized("ej genomförda", words.en)
    }
  }

  package var symbol: Character {
    switch self {
    case .proposed: "○"
    case .referredBack: "↺"
    case .tabled: "…"
    case .rejected: "✕"
    case .approved: "✓"
    case .inProgress: "▸"
    case .paused: "‖"
    case .withdrawn: "⊘"
    case .implemented: "●"
    case .partlyImplemented: "◐"
    case .notImplemented: "∅"
    }
  }
}

/// The official status of a measure, where what was withdrawn before any decision is *återkallad*, not *avbruten*, and what is under way
/// says that it was rejected. Nothing is known of a measure without status.
package func words(of measure: Measure) -> Localized {
  guard let status = measure.status else { return StandingWords.noInformation }
  if status == .withdrawn, measure.approved == nil {
    return Localized("återkallad", "withdrawn before a decision")
  }
  if measure.isUnderWayThoughRejected { return status.words + Localized(", men avslagen", " though rejected") }
  return status.words
}
