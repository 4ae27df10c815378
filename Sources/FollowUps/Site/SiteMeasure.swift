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
  let binding: MeasureBinding
  /// The decisions about it, in order of their steps.
  let decisions: [Step]
  /// What happened to it since the last follow-up that was presented.
  let changes: [Localized]

  /// A step that a decision stands behind, or should.
  struct Step {
    var type: Text
    var mark: Mark
    var decision: Backing
  }

  /// The decision behind a step.
  enum Backing {
    /// None is named.
    case none
    case withheld(SubjectID)
    /// The one that is named was not made by the day of the reading.
    case notMade(SubjectID)
    /// With its entries in the order of the fold.
    case shown(Decision, [Event])

    var id: SubjectID? {
      switch self {
      case .none: nil
      case .withheld(let id), .notMade(let id): id
      case .shown(let decision, _): decision.id
      }
    }

    /// The decision, where it may be shown.
    var state: Decision? { if case .shown(let decision, _) = self { decision } else { nil } }
  }

  /// What became of the decisions behind its steps, each once: appealed, stayed, annulled, final.
  var fates: [Event] {
    var told: Set<SubjectID> = []
    return decisions.flatMap { step -> [Event] in
      guard case .shown(let decision, let entries) = step.decision, told.insert(decision.id).inserted else { return [] }
      return entries.filter { event in
        switch event.fact {
        case .decision(.appealed), .decision(.stayed), .decision(.annulled), .decision(.final): true
        default: false
        }
      }
    }
  }

  /// What an event of it, or of one of its decisions, says happened.
  func words(of event: Event) -> Localized {
    let words = EventWords.words(of: event.fact, about: measure)
    guard case .decision = event.fact else { return words }
    return Localized("beslutet \(event.subject) ", "the decision \(event.subject) ") + words
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
    let group: MeasureBinding.Group?
    /// What is to be said against the decision, where there is anything.
    let reservation: String?
    let deadline: LocalDate?
    let areas: [Code]
    let municipalityWide: Bool
    let focusAreas: [Code]
    let parties: [Code]
    let changes: [Localized]
    let evaluations: [MeasureEvaluated]

    init(_ measure: SiteMeasure, _ voice: SiteVoice) {
      title = measure.plan.title
      status = measure.row.status
      statusWords = words(of: measure.measure)
      schedule = measure.row.schedule
      evidence = measure.row.evidence
      binding = measure.row.binding
      group = measure.binding.group
      reservation = measure.binding.reservation(voice)
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
      SiteMeasure.Step(type: step.type, mark: step.mark, decision: backing(step.decision))
    }
    let row = MeasureRow(
      measure, plan, reports: measure.reports, periods: opened.periods, areaName: area, day: book.day,
      irregularities: irregularities(of: measure, decisions))
    let found = SiteMeasure(
      id: id, subject: subject, measure: measure, plan: plan, row: row,
      binding: MeasureBinding(measure, decisions, day: book.day), decisions: decisions,
      changes: changes(of: measure, subject.events, decisions))
    return (SiteMeasureLine(id: id, shown: .init(found, voice)), subject.events, found)
  }

  /// The decision behind a step, at the reading.
  private func backing(_ id: SubjectID?) -> SiteMeasure.Backing {
    guard let id else { return .none }
    let subject = SiteSubject(id, in: book)
    guard !subject.isWithheld else { return .withheld(id) }
    guard case .decision(let decision) = subject.state, decision.isFounded else { return .notMade(id) }
    return .shown(decision, subject.entries)
  }

  private func irregularities(of measure: Measure, _ decisions: [SiteMeasure.Step]) -> [MeasureRow.IrregularRow] {
    var records = [(id: measure.id, record: measure.record)]
    for decision in decisions.compactMap(\.decision.state) where !records.contains(where: { $0.id == decision.id }) {
      records.append((decision.id, decision.record))
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
  private func changes(of measure: Measure, _ events: [Event], _ decisions: [SiteMeasure.Step]) -> [Localized] {
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
          + Localized(SiteVoice.words(deadline, .sv), SiteVoice.words(deadline, .en)))
    }
    if measure.evaluations.count > before.evaluations.count { changes.append(Evidence.evaluated.words) }
    if measure.reports.count > before.reports.count {
      changes.append(Localized("ny uppgift lämnad", "a new report"))
    }
    return changes + fates(of: decisions, since: last)
  }

  /// What came of the decisions since: appealed, stayed, annulled.
  private func fates(of decisions: [SiteMeasure.Step], since last: SiteFollowUp) -> [Localized] {
    var told: Set<SubjectID> = []
    return decisions.compactMap { step in
      guard case .shown(let decision, let entries) = step.decision, told.insert(decision.id).inserted,
        [.appealed, .stayed, .annulled].contains(decision.standing),
        // Those that had come by then, as far as they were known.
        case .decision(let before) = SubjectState(
          id: decision.id,
          entries.filter {
            $0.position <= last.knownThrough && ($0.effective.map { $0.day <= last.period.through } ?? true)
          }), before.standing != decision.standing
      else { return nil }
      return Localized("beslutet ", "the decision ") + decision.standing.words
    }
  }
}
