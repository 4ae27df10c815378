import LedgerDomain

extension FieldHistory {
  /// By what kind of entry a value comes to be known, or ceases to be.
  package enum Cause: String, Sendable {
    /// The entry that says it.
    case set
    /// A correction.
    case corrected
    /// A reversal.
    case reversed
    /// Another entry, recorded later, beside which it stands or falls.
    case displaced
  }
}

extension FieldHistory.Setting {
  package var beginning: FieldHistory.Cause { began.id == entry.id ? .set : .init(of: began) }

  /// Nil where the value is still known.
  package var ending: FieldHistory.Cause? { ended.map(FieldHistory.Cause.init(of:)) }
}

extension FieldHistory.Cause {
  fileprivate init(of event: Event) {
    switch event.fact {
    case .entry(.corrected): self = .corrected
    case .entry(.reversed): self = .reversed
    default: self = .displaced
    }
  }
}
