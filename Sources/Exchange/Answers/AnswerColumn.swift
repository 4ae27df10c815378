package import CommandArguments

/// The columns of the form of one responsible, in their order: what is asked about, then what is answered.
///
/// A measure has one row for each of its targets, or one if it has none. What was done, how it stands and when are written on any one
/// of its rows.
package enum AnswerColumn: SheetColumn {
  case period, number, title, deadline, status, target, goal, latestActual, latestReport
  case actual, report, standing, closed, deviation, reportedBy
  case position

  package var title: Localized {
    switch self {
    case .period: Localized("Period", "Period")
    case .number: Localized("Nr", "No.")
    case .title: Localized("Åtgärd", "Measure")
    case .deadline: Localized("Slutdatum", "Deadline")
    case .status: Localized("Status i boken", "Status in the book")
    case .target: Localized("Mål", "Target")
    case .goal: Localized("Målvärde", "To reach")
    case .latestActual: Localized("Senaste utfall", "Latest actual")
    case .latestReport: Localized("Senaste uppgift", "Latest report")
    case .actual: Localized("SVAR: utfall hittills i år", "ANSWER: actual so far this year")
    case .report: Localized("SVAR: vad har gjorts", "ANSWER: what has been done")
    case .standing: Localized("SVAR: läge", "ANSWER: standing")
    case .closed: Localized("SVAR: klar den", "ANSWER: ended on")
    case .deviation: Localized("SVAR: varför inte allt", "ANSWER: why not all")
    case .reportedBy: Localized("SVAR: svarat av", "ANSWER: answered by")
    case .position: Localized("Liggarens position", "Ledger position")
    }
  }

  package var isRequired: Bool { self == .period || self == .number || self == .target || self == .position }

  package var isGuarded: Bool { self != .deadline && self != .closed && self != .actual && self != .latestActual }

  package var isSealed: Bool { false }

  /// Those that are filled in.
  static let answers: [AnswerColumn] = [.actual, .report, .standing, .closed, .deviation, .reportedBy]
}
