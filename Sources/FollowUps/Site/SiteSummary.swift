import LedgerDomain
import Projections
import StrictJSON

/// What all measures of a site add up to: their lines in order, and counts over them.
///
/// What the promise names only as an example is neither promised nor counted, unless it was decided since.
struct SiteSummary {
  private(set) var lines: [SiteMeasureLine] = []

  mutating func append(_ line: SiteMeasureLine) { lines.append(line) }

  /// Those that are promised or decided, or proposed for it, as far as they are shown.
  var counted: [SiteMeasureLine] { lines.filter { $0.shown.map { $0.binding != .example } ?? false } }

  var examples: [SiteMeasureLine] { lines.filter { $0.shown?.binding == .example } }

  var withheldCount: Int { lines.count { $0.shown == nil } }

  /// The statuses in the order that people expect: done first.
  static let order: [MeasureStatus] = [
    .implemented, .partlyImplemented, .inProgress, .paused, .approved, .proposed, .referredBack, .tabled,
    .notImplemented, .withdrawn, .rejected,
  ]

  /// How many of some lines have each status.
  static func statuses(_ lines: [SiteMeasureLine]) -> [(status: MeasureStatus, count: Int)] {
    order.compactMap { status in
      let count = lines.count { $0.shown?.status == status }
      return count == 0 ? nil : (status, count)
    }
  }

  /// Those for a district; what is for the whole municipality is none district's own.
  func lines(inArea code: Code) -> [SiteMeasureLine] {
    lines.filter { $0.shown?.areas.contains(code) ?? false }
  }

  var municipalityWide: [SiteMeasureLine] { lines.filter { $0.shown?.municipalityWide ?? false } }

  func lines(inFocusArea code: Code) -> [SiteMeasureLine] {
    lines.filter { $0.shown?.focusAreas.contains(code) ?? false }
  }

  var overdue: [SiteMeasureLine] { counted.filter { $0.shown?.schedule == .overdue } }

  var evaluated: [SiteMeasureLine] { lines.filter { !($0.shown?.evaluations.isEmpty ?? true) } }

  var changed: [SiteMeasureLine] { lines.filter { !($0.shown?.changes.isEmpty ?? true) } }
}
