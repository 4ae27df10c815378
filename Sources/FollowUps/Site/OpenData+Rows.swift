import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension OpenData {
  /// Adds a measure with its targets and decisions.
  mutating func add(_ line: SiteMeasureLine, _ measure: SiteMeasure?, of site: PublicSite) {
    guard let measure else { return measures.append(OpenData.withheld(line.id)) }
    measures.append(OpenData.cells(measure.row, measure.plan))
    for target in measure.row.targets { OpenData.add(target, of: line.id, to: &results) }
    for step in measure.decisions {
      guard let id = step.decision.id else { continue }
      let head: [OpenTable.Cell] = [.text(id), .text(line.id), .text(step.type)]
      guard let decision = step.decision.state, let made = decision.made else {
        let mark: OpenTable.Cell = if case .withheld = step.decision { .text("secrecy") } else { .missing }
        decisions.append(head + [mark] + Array(repeating: .missing, count: 6))
        continue
      }
      decisions.append(
        head + [
          .missing, .text(decision.mark?.effective?.day), .text(made.matter),
          .text(made.authority.phrase(site.names)[site.voice.language]), .list(made.decidedBy.map(\.phrase)),
          .text(made.reference), .text(decision.standing),
        ])
    }
  }

  mutating func add(_ indicator: Indicator) {
    guard let defined = indicator.defined else { return }
    for observation in indicator.observations {
      let observed = observation.observed
      observations.append([
        .text(indicator.id), .text(defined.name), .text(defined.unit), .text(defined.kind), .text(observed.area),
        .text(observation.mark.effective?.day), .number(observed.value), observed.baseline ? .text("yes") : .missing,
        .text(observed.source), .text(observed.sourceName), .text(observed.statement),
      ])
    }
  }

  mutating func add(_ followUp: SiteFollowUp) {
    let document = followUp.presentation.presented.document
    let isOpen = !followUp.isWithheld
    followUps.append([
      .text(followUp.id), .text(followUp.period.label), .text(followUp.period.from), .text(followUp.period.through),
      .text(followUp.presentation.mark.effective?.day), .text(followUp.state.noted?.effective?.day),
      .text(followUp.state.notedParagraph), .number(String(followUp.state.compiled?.measures.count ?? 0)),
      isOpen ? .text(document.sha256) : .missing,
    ])
  }

  static func withheld(_ id: SubjectID) -> [OpenTable.Cell] {
    [.text(id), .text("secrecy")] + Array(repeating: .missing, count: measureColumns.count - 2)
  }

  /// The cells of a measure, in the order of `measureColumns`.
  static func cells(_ row: MeasureRow, _ plan: MeasureProposed) -> [OpenTable.Cell] {
    [
      .text(row.id), .missing, .text(row.title), .text(row.binding), .text(row.status), .text(row.evidence),
      .text(row.schedule), .text(row.originalDeadline), .text(row.deadline), .list(plan.areas.map(\.text)),
      row.municipalityWide ? .text("yes") : .missing, .list(plan.focusAreas.map(\.text)),
      .list(plan.parties.map(\.text)), row.responsible.map { .text($0.phrase) } ?? .missing, .text(plan.goal),
      .text(plan.cause), .text(row.report?.statement), .text(row.report?.mark.effective?.day),
    ]
  }

  static func add(_ target: MeasureRow.TargetRow, of id: SubjectID, to table: inout OpenTable) {
    let head: [OpenTable.Cell] = [
      .text(id), .text(target.target.name), .text(target.target.unit), .text(target.target.comparison),
      .number(target.target.value),
    ]
    if target.results.isEmpty { table.append(head + [.missing, .missing, .missing]) }
    for result in target.results {
      table.append(
        head + [
          result.year.map { .number(String($0)) } ?? .missing, .number(result.actual),
          .text(result.mark.effective?.day),
        ])
    }
  }
}
