package import StrictJSON

/// A measure (*åtgärd*): its plan as it stands, its status, what was decided, reported and evaluated.
package struct Measure: Subject {
  package static let kind = SubjectKind.measure

  package let id: SubjectID
  package var record = SubjectRecord()
  /// The plan as it stands, amendments and reassignments worked in; its deadline is the original one.
  package internal(set) var plan: MeasureProposed?
  package internal(set) var proposed: Mark?
  /// Nil before anything is known.
  package internal(set) var status: MeasureStatus?
  /// Since when the status is what it is.
  package internal(set) var statusMark: Mark?
  /// The decisions about it, with what each did, in order.
  package internal(set) var decisions: [DecisionStep] = []
  package internal(set) var approved: Mark?
  package internal(set) var started: Mark?
  package internal(set) var ended: Mark?
  package internal(set) var deviation: Text?
  package internal(set) var extensions: [Extension] = []
  package internal(set) var reports: [Report] = []
  package internal(set) var evaluations: [Evaluation] = []
  package internal(set) var performers: [Text] = []

  /// One step that a decision stands behind, or should.
  package struct DecisionStep: JSONWritable, Hashable, Sendable {
    package var type: Text
    package var decision: SubjectID?
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("type", type)
      pen.write("decision", decision)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Extension: JSONWritable, Hashable, Sendable {
    package var extended: DeadlineExtended
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("extended", extended)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  /// What was reported, under way or at the end.
  package struct Report: JSONWritable, Hashable, Sendable {
    package var statement: Text?
    package var results: [TargetResult]
    package var period: Text?
    package var reportedBy: PublicOfficial?
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("statement", statement)
      pen.write("results", results)
      pen.write("period", period)
      pen.write("reportedBy", reportedBy)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Evaluation: JSONWritable, Hashable, Sendable {
    package var evaluated: MeasureEvaluated
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("evaluated", evaluated)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { plan != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> MeasureFact? {
    if case .measure(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: MeasureFact) -> Bool { if case .proposed = fact { true } else { false } }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("plan", plan)
    pen.write("proposed", proposed)
    pen.write("status", status)
    pen.write("statusMark", statusMark)
    pen.write("decisions", decisions)
    pen.write("approved", approved)
    pen.write("started", started)
    pen.write("ended", ended)
    pen.write("deviation", deviation)
    pen.write("extensions", extensions)
    pen.write("reports", reports)
    pen.write("evaluations", evaluations)
    pen.write("performers", performers)
    pen.endObject()
  }
}

extension Measure {
  /// The deadline as it stands, extensions counted.
  package var deadline: LocalDate? { extensions.last?.extended.deadline ?? plan?.deadline }

  package var originalDeadline: LocalDate? { plan?.deadline }

  /// How strongly it binds now: a decided measure is decided, whatever it began as.
  package var binding: BindingLevel? { approved == nil ? plan?.binding : .decided }

  /// Whether a follow-up must have a row for it: promised or decided, not a mere example.
  package var mustBeReported: Bool { binding == .promised || binding == .decided }

  /// The latest actual value of each target, in the plan's order.
  package func latestResult(of target: Target) -> (actual: Quantity, mark: Mark)? {
    for report in reports.reversed() {
      if let result = report.results.last(where: { $0.target == target.name }) { return (result.actual, report.mark) }
    }
    return nil
  }

  /// The second signal.
  package var evidence: Evidence {
    if !evaluations.isEmpty { return .evaluated }
    if reports.contains(where: { !$0.results.isEmpty }) { return .measured }
    return reports.contains(where: { $0.statement != nil }) ? .stated : .none
  }

  /// Whether it is under way although the last that was decided was to reject it: work that nobody is to carry out, and that nobody has
  /// said to have stopped.
  package var isUnderWayThoughRejected: Bool {
    status?.step == 3
      && decisions.last { [MeasureApproved.type, MeasureRejected.type].contains($0.type.text) }?.type.text
        == MeasureRejected.type
  }

  /// Since when it has been what it is called; nil where it was rejected while under way, which are two things of two days.
  package var standingSince: Mark? { isUnderWayThoughRejected ? nil : statusMark }

  /// The third signal, on a day.
  package func schedule(on day: LocalDate) -> Schedule {
    guard let status, let deadline else { return .noDeadline }
    if status == .withdrawn || status == .rejected || isUnderWayThoughRejected { return .notApplicable }
    if status.isEnded {
      guard let day = ended?.effective?.day else { return .endedUndated }
      return day <= deadline ? .endedInTime : .endedLate
    }
    return deadline < day ? .overdue : .onTime
  }
}
