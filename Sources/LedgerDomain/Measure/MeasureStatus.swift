import StrictJSON

/// The official status of a measure.
///
/// The status is the furthest step reached (``step``): a late approval of something already done does not undo the doing. Among
/// statuses of the same step the latest counts.
package enum MeasureStatus: String, Choice {
  case proposed
  case referredBack = "referred-back"
  case tabled, rejected, approved
  case inProgress = "in-progress"
  case paused, withdrawn, implemented
  case partlyImplemented = "partly-implemented"
  case notImplemented = "not-implemented"

  /// How far it is from the proposal: 1 being prepared, 2 approved or rejected, 3 under way, 4 withdrawn, 5 ended.
  ///
  /// Of an approval and a rejection the later one counts: a rejected measure may be taken up again, and one whose approval
  /// was annulled may be rejected.
  package var step: Int {
    switch self {
    case .proposed, .referredBack, .tabled: 1
    case .rejected, .approved: 2
    case .inProgress, .paused: 3
    case .withdrawn: 4
    case .implemented, .partlyImplemented, .notImplemented: 5
    }
  }

  /// Whether a step to this status counts where the status was another one, or none: not where a further step was reached.
  package func isReached(from current: MeasureStatus?) -> Bool {
    guard let current else { return true }
    // Within preparation, a proposal known only later does not undo what came of it.
    return current.step <= step && self != .proposed
  }

  /// What a resumption makes of a status: what is left of it, and the status then reached.
  ///
  /// What was put off before it began is decided again, not under way.
  package static func resumed(
    from status: MeasureStatus?, hasStarted: Bool, hasApproval: Bool
  ) -> (cleared: MeasureStatus?, reached: MeasureStatus) {
    guard status == .paused, !hasStarted else { return (status, .inProgress) }
    return (nil, hasApproval ? .approved : .proposed)
  }

  /// Whether the work has ended, done or not.
  package var isEnded: Bool { step == 5 }

  /// Whether nothing more is expected: ended, withdrawn or rejected.
  package var isClosed: Bool { step >= 4 || self == .rejected }

  package init(extent: Extent) {
    self =
      switch extent {
      case .full: .implemented
      case .partial: .partlyImplemented
      case .none: .notImplemented
      }
  }
}

/// What there is to show for a measure: the second signal. No effect is inferred from counting.
package enum Evidence: String, Choice {
  /// *Uppgift saknas*.
  case none
  /// Someone said how it goes.
  case stated
  /// Actual values against targets.
  case measured
  case evaluated
}

/// How a measure stands against its deadline: the third signal.
package enum Schedule: String, Choice {
  case noDeadline = "no-deadline"
  case onTime = "on-time"
  case overdue
  case endedInTime = "ended-in-time"
  case endedLate = "ended-late"
  /// Ended on a day that is not known.
  case endedUndated = "ended-undated"
  /// Rejected or withdrawn: no time runs.
  case notApplicable = "not-applicable"
}
