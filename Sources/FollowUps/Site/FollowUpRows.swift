import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The rows of a follow-up as the ledger had them when it was compiled: counts, tables and the measures that had a row.
struct FollowUpRows {
  private(set) var statuses: [MeasureStatus: Int] = [:]
  private(set) var count = 0
  /// The first ones that are shown, as many as a page has room for.
  private(set) var shown: [Shown] = []
  private(set) var measures = OpenTable("follow-up.measures", OpenData.followUpTitle, OpenData.measureColumns)
  private(set) var results = OpenTable("follow-up.results", OpenData.followUpTitle, OpenData.resultColumns)

  /// A measure as it was at the end of the period.
  struct Shown {
    var state: Measure
    var plan: MeasureProposed
    var row: MeasureRow
  }

  /// The row of one measure.
  struct Row {
    let id: SubjectID
    /// Nil where the measure is withheld.
    let shown: Shown?

    /// Nil for a measure that was neither promised nor decided then.
    init?(_ id: SubjectID, _ events: [Event], _ followUp: SiteFollowUp, isWithheld: Bool, of site: PublicSite) {
      guard let first = events.first, first.position <= followUp.knownThrough,
        let then = followUp.measure(id, events), then.mustBeReported, let plan = then.plan,
        plan.promise == site.promise.id
      else { return nil }
      self.id = id
      guard !isWithheld else {
        shown = nil
        return
      }
      let reports = ReportingScope(followUp.period).reports(
        (followUp.measureKnown(id, events) ?? then).reports, among: site.opened.periods)
      let row = MeasureRow(
        then, plan, reports: reports, periods: site.opened.periods, areaName: site.area, day: followUp.period.through,
        irregularities: [])
      shown = Shown(state: then, plan: plan, row: row)
    }
  }

  mutating func append(_ row: Row) {
    count += 1
    guard let found = row.shown else { return measures.append(OpenData.withheld(row.id)) }
    statuses[found.row.status, default: 0] += 1
    if shown.count < MeasureList.pageSize { shown.append(found) }
    measures.append(OpenData.cells(found.row, found.plan))
    for target in found.row.targets { OpenData.add(target, of: row.id, to: &results) }
  }
}
