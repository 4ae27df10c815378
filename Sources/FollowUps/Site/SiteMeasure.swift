import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// A measure as its page shows it.
struct SiteMeasure {
  let id: SubjectID
  let subject: SiteSubject
  let measure: Measure
  let plan: MeasureProposed
  let row: MeasureRow
  /// The decisions about it, in order of their steps.
  let decisions: [Step]
  /// What happened to it since the last follow-up that was presented.
  let changes: [Localized]

  /// A step that a decision stands behind, or should.
  struct Step {
    var type: Text
    var mark: Mark
    /// The decision, where one is named; withheld where it must be.
    var decision: (id: SubjectID, state: Decision?)?
  }

  /// Where its page is.
  static func path(_ id: SubjectID) -> String { "atgarder/\(id.text.lowercased()).html" }
}

/// What lists and counts have to know of a measure.
struct SiteMeasureLine {
  let id: SubjectID
  /// What is public of it; nil where it is withheld.
  let shown: Shown?

  /// One object, since lists are made of lists again and again.
  final class Shown: Sendable {
    let title: Text
    let status: MeasureStatus
    let statusWords: Localized
    let schedule: Schedule
    let evidence: Evidence
    let binding: BindingLevel
    let deadline: LocalDate?
    let areas: [Code]
    let municipalityWide: Bool
    let focusAreas: [Code]
    let parties: [Code]
    let changes: [Localized]
    let evaluations: [MeasureEvaluated]

    init(_ measure: SiteMeasure) {
      title = measure.plan.title
      status = measure.row.status
      statusWords = words(of: measure.measure)
      schedule = measure.row.schedule
      evidence = measure.row.evidence
      binding = measure.row.binding
      deadline = measure.row.deadline
      areas = measure.plan.areas
      municipalityWide = measure.plan.municipalityWide
      focusAreas = measure.plan.focusAreas
      parties = measure.plan.parties
      changes = measure.changes
      evaluations = measure.measure.evaluations.map(\.evaluated)
    }
  }
}

extension PublicSite {
  /// A measure at the reading, and its line; nil where there is none of this promise. Requires a measure's id.
  func measure(_ id: SubjectID) -> (line: SiteMeasureLine, events: [Event], measure: SiteMeasure?)? {
    let subject = SiteSubject(id, in: book)
    guard case .measure(let measure) = subject.state, let plan = measure.plan,
      plan.promise == nil || plan.promise == promise.id
    else { return nil }
    guard !subject.isWithheld else { return (SiteMeasureLine(id: id, shown: nil), subject.events, nil) }
    let decisions = measure.decisions.map { step in
      SiteMeasure.Step(
        type: step.type, mark: step.mark, decision: step.decision.map { ($0, decision($0)) })
    }
    let row = MeasureRow(
      measure, plan, reports: measure.reports, periods: opened.periods, areaName: area, day: book.day,
      irregularities: irregularities(of: measure, decisions))
    let found = SiteMeasure(
      id: id, subject: subject, measure: measure, plan: plan, row: row, decisions: decisions,
      changes: changes(of: measure, subject.events))
    return (SiteMeasureLine(id: id, shown: .init(found)), subject.events, found)
  }

  /// A decision at the reading; nil where it is withheld or not yet made.
  private func decision(_ id: SubjectID) -> Decision? {
    let subject = SiteSubject(id, in: book)
    guard !subject.isWithheld, case .decision(let decision) = subject.state, decision.isFounded else { return nil }
    return decision
  }

  private func irregularities(of measure: Measure, _ decisions: [SiteMeasure.Step]) -> [MeasureRow.IrregularRow] {
    let records =
      [(measure.id, measure.record)]
      + decisions.compactMap { step in
        step.decision?.state.map { ($0.id, $0.record) }
      }
    return records.flatMap { id, record in
      record.irregularities.map {
        MeasureRow.IrregularRow(
          subject: id, type: $0.type, kinds: $0.irregular.kinds, reason: $0.irregular.reason, mark: $0.mark)
      }
    }
  }

  /// What is different from the last follow-up that was presented: from the end of its period as it was known when it was
  /// compiled, so that what was recorded late is not missed. Empty where none was presented.
  private func changes(of measure: Measure, _ events: [Event]) -> [Localized] {
    guard let last = followUps.first else { return [] }
    guard let before = last.measure(measure.id, events) else {
      return [Localized("ny i liggaren", "new in the ledger")]
    }
    var changes: [Localized] = []
    if before.approved == nil, measure.approved != nil { changes.append(MeasureStatus.approved.words) }
    if measure.status != before.status, measure.status != .approved { changes.append(words(of: measure)) }
    if measure.deadline != before.deadline, let deadline = measure.deadline {
      changes.append(
        Localized("nytt slutdatum ", "new deadline ")
          + Localized(
            SiteVoice(.sv, ledger: .sv).words(deadline), SiteVoice(.en, ledger: .en).words(deadline)))
    }
    if measure.evaluations.count > before.evaluations.count { changes.append(Evidence.evaluated.words) }
    if measure.reports.count > before.reports.count {
      changes.append(Localized("ny uppgift lämnad", "a new report"))
    }
    return changes
  }
}
