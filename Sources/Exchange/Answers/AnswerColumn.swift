package import CommandArguments
import Wording

/// The columns of the form of one responsible, in their order: what is asked about, then what is answered.
///
/// A measure has one row for each of its targets, or one if it has none. What was done, how it stands and when are written on any one
/// of its rows. What whoever answers must know stands in the header (``hint``) and on each row (``due``), where every program shows it.
package enum AnswerColumn: SheetColumn {
  case period, due, number, title, deadline, status, target, goal, latestActual, latestReport
  case actual, report, standing, since, deviation, reportedBy
  case position

  package static var kind: SheetKind { .answers }

  package var title: Localized {
    switch self {
    case .period: Localized("Period", "Period")
    case .due: Localized("Svar senast", "Answer by")
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
    case .since: Localized("SVAR: påbörjad eller klar den", "ANSWER: began or ended on")
    case .deviation: Localized("SVAR: varför inte allt", "ANSWER: why not all")
    case .reportedBy: Localized("SVAR: svarat av", "ANSWER: answered by")
    case .position: Localized("Liggarens position", "Ledger position")
    }
  }

  package var hint: Localized? {
    switch self {
    case .actual: Localized("tal, som 4 eller 12,5", "a number, such as 4 or 12.5")
    case .report: Localized("alltid: har inget hänt, skriv det", "always: if nothing has happened, write so")
    case .standing:
      Localized("om det har ändrats: ", "if it has changed: ") + .either(AnswerStanding.allCases.map(\.words))
    case .since: Localized("åååå-mm-dd", "yyyy-mm-dd")
    case .deviation: Localized("vid delvis eller ej genomförd", "where partly or not implemented")
    case .reportedBy:
      Localized("namn, befattning, om någon annan än den ansvarige", "name, office, if not the one responsible")
    default: nil
    }
  }

  package var isRequired: Bool { self == .period || self == .number || self == .target || self == .position }

  package var isGuarded: Bool { ![.due, .deadline, .since, .actual, .latestActual].contains(self) }

  package var isSealed: Bool { false }

  /// Those that are filled in.
  static let answers: [AnswerColumn] = [.actual, .report, .standing, .since, .deviation, .reportedBy]
}
