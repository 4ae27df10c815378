import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

// A changed status, and what every entry must or must not say.

extension MeasureRowEdit {
  static let ended: Set<MeasureStatus> = [.implemented, .partlyImplemented, .notImplemented]

  /// The status that the row states; nil where the word is none.
  var status: MeasureStatus? {
    try? Self.status(reader.text(.status), reader.language)
  }

  static func status(_ text: String, _ language: Language) throws(SheetValueProblem) -> MeasureStatus {
    try SheetValues.word(
      text, as: MeasureStatus.self, among: MeasureStatus.allCases,
      others: ["återkallad": .withdrawn, "withdrawn before a decision": .withdrawn, "påbörjad": .inProgress], language)
  }

  mutating func changeStatus(results: [TargetResult]) {
    guard isChanged(.status) else { return }
    if reader.isEmpty(.status) { return note(.status, .cannotBeEmptied) }
    let language = reader.language
    guard
      let status = reader.read(.status, { text throws(SheetValueProblem) in try Self.status(text, language) })
    else { return }
    func step(_ outcome: DecisionOutcome?, _ fact: @escaping (SubjectID?) -> MeasureFact) -> Step {
      Step(column: .status, outcome: outcome, fact: fact)
    }
    switch status {
    case .proposed: note(.status, .notHere(command: "reverse"))
    case .referredBack:
      let reason = reason(for: MeasureReferredBack.type)
      steps.append(step(.referredBack) { .referredBack(MeasureReferredBack(reason: reason, decision: $0)) })
    case .tabled: steps.append(step(.tabled) { .tabled(MeasureTabled(decision: $0)) })
    case .rejected:
      let reason = reason(for: MeasureRejected.type)
      steps.append(step(.rejected) { .rejected(MeasureRejected(reason: reason, decision: $0)) })
    case .approved, .inProgress:
      if before.status == .paused {
        steps.append(step(.resumed) { .resumed(MeasureResumed(decision: $0)) })
      } else if status == .approved {
        steps.append(step(.approved) { .approved(MeasureApproved(decision: $0)) })
      } else {
        steps.append(step(nil) { _ in .started(MeasureStarted()) })
      }
    case .paused:
      let reason = reason(for: MeasurePaused.type)
      steps.append(step(.paused) { .paused(MeasurePaused(reason: reason, decision: $0)) })
    case .withdrawn:
      let reason = reason(for: MeasureWithdrawn.type)
      steps.append(step(.withdrawn) { .withdrawn(MeasureWithdrawn(reason: reason, decision: $0)) })
    case .implemented, .partlyImplemented, .notImplemented: end(as: status, results)
    }
  }

  private mutating func end(as status: MeasureStatus, _ results: [TargetResult]) {
    let extent: Extent = status == .implemented ? .full : status == .partlyImplemented ? .partial : .none
    let deviation = extent == .full ? reader.stated(.reason) : reason(for: MeasureImplemented.type)
    let by = reader.isEmpty(.report) ? reader.read(.reportedBy, SheetValues.official) : nil
    steps.append(
      Step(column: .status) { _ in
        .implemented(
          MeasureImplemented(extent: extent, results: results, deviation: deviation, reportedBy: by))
      })
  }

  /// Refuses a cell of the new entry that no step takes up: it would be lost. Where a step could not be made, nobody knows.
  mutating func refuseUnused() {
    guard reader.problems.allSatisfy({ if case .mustSay = $0.kind { true } else { false } }) else { return }
    let types = Set(steps.map(\.type))
    func refuse(_ columns: [MeasureColumn], unless takes: Set<String>) {
      guard types.isDisjoint(with: takes) else { return }
      for column in columns where !reader.isEmpty(column) { reader.note(column, .saysNothing) }
    }
    refuse(
      [.reason],
      unless: [
        MeasureAmended.type, MeasureReassigned.type, DeadlineExtended.type, MeasureReferredBack.type,
        MeasureRejected.type, MeasurePaused.type, MeasureWithdrawn.type, MeasureImplemented.type,
      ])
    refuse([.period], unless: [ProgressReported.type])
    refuse([.reportedBy], unless: [ProgressReported.type, MeasureImplemented.type])
    if steps.isEmpty {
      for column in [MeasureColumn.effective, .irregular, .note] where !reader.isEmpty(column) {
        reader.note(column, .saysNothing)
      }
    }
    if !steps.contains(where: { $0.outcome != nil }) {
      for column in [MeasureColumn.decision, .authority] + MeasureColumn.making where !reader.isEmpty(column) {
        reader.note(column, .noDecisionNeeded)
      }
    }
  }
}
