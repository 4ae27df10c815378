package import CommandArguments

/// The columns of the sheet of measures, in their order: what a measure is, what came of it, and what a new entry needs.
///
/// | group | columns | when a cell is changed |
/// |---|---|---|
/// | which | number, position | never: they say which row it is, and what the sheet was written from |
/// | the plan | title, goal, targets, areas, performers | amended |
/// | who | responsible: name, office, organ | reassigned |
/// | when | deadline | extended |
/// | how it goes | actual | progress reported, or part of what ended it |
/// | status | status | approved, started, paused, implemented … |
/// | to read | original deadline, latest report, promise, binding, focus areas | refused, with the command that does it; a new row states the last three |
/// | the new entry | the rest; empty in the export | say when, why and on which authority |
package enum MeasureColumn: SheetColumn {
  case number, title, status, binding, promise
  case areas, focusAreas, goal, targets, actual
  case responsibleName, responsibleOffice, responsibleOrgan
  case originalDeadline, deadline, performers, latestReport
  case effective, reason, decision, authority, organ, meeting, paragraph, delegation, reference
  case report, period, reportedBy, irregular, note
  case position

  package static var kind: SheetKind { .measures }

  package var title: Localized {
    switch self {
    case .number: Localized("Nr", "No.")
    case .title: Localized("Benämning", "Title")
    case .status: Localized("Status", "Status")
    case .binding: Localized("Bindningsgrad", "Binding")
    case .promise: Localized("Löfte", "Promise")
    case .areas: Localized("Områden", "Areas")
    case .focusAreas: Localized("Fokusområden", "Focus areas")
    case .goal: Localized("Operativt mål", "Operational goal")
    case .targets: Localized("Målvärden", "Targets")
    case .actual: Localized("Utfall", "Actual")
    case .responsibleName: Localized("Ansvarig, namn", "Responsible, name")
    case .responsibleOffice: Localized("Ansvarig, befattning", "Responsible, office")
    case .responsibleOrgan: Localized("Ansvarig, organ", "Responsible, organ")
    case .originalDeadline: Localized("Ursprungligt slutdatum", "Original deadline")
    case .deadline: Localized("Slutdatum", "Deadline")
    case .performers: Localized("Utförare", "Performers")
    case .latestReport: Localized("Senaste uppgift", "Latest report")
    case .effective: Localized("Gäller från", "Effective")
    case .reason: Localized("Skäl", "Reason")
    case .decision: Localized("Beslut", "Decision")
    case .authority: Localized("Beslutsgrund", "Authority")
    case .organ: Localized("Beslutande organ", "Deciding body")
    case .meeting: Localized("Sammanträde", "Meeting")
    case .paragraph: Localized("Paragraf", "Paragraph")
    case .delegation: Localized("Delegation", "Delegation")
    case .reference: Localized("Dnr", "Registry number")
    case .report: Localized("Ny uppgift", "New report")
    case .period: Localized("Rapportperiod", "Reporting period")
    case .reportedBy: Localized("Rapporterad av", "Reported by")
    case .irregular: Localized("Trots avvikelse, skäl", "Although irregular, reason")
    case .note: Localized("Anteckning (förseglas)", "Note (sealed)")
    case .position: Localized("Liggarens position", "Ledger position")
    }
  }

  package var isRequired: Bool { self == .number || self == .position }

  package var isGuarded: Bool { self != .originalDeadline && self != .deadline }

  package var isSealed: Bool { self == .note }

  /// Those that the export leaves empty.
  static let entry: [MeasureColumn] = [
    .effective, .reason, .decision, .authority, .organ, .meeting, .paragraph, .delegation, .reference, .report, .period,
    .reportedBy, .irregular, .note,
  ]

  /// Those that describe a decision made anew.
  static let making: [MeasureColumn] = [.organ, .meeting, .paragraph, .delegation, .reference]
}
