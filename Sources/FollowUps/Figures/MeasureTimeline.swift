package import CommandArguments
package import Documents
package import LedgerDomain
import StrictJSON
import Wording

/// When a measure was proposed, decided, under way, due, done and evaluated, as marks on a lane and in words.
package struct MeasureTimeline {
  private let state: Measure
  /// What is under way is so until this day.
  private let through: LocalDate

  /// `state` is the measure as of the end of that day.
  package init(_ state: Measure, through: LocalDate) {
    self.state = state
    self.through = through
  }

  /// Proposed, decided, begun, due, ended and evaluated, in this order, each with its day or days; none where it is not taken.
  var steps: [(step: Localized, day: Localized?)] {
    [
      (Localized("föreslagen", "proposed"), day(state.proposed)),
      (Localized("beslutad", "decided"), day(state.approved)), (Localized("påbörjad", "begun"), day(state.started)),
      (Localized("slutdatum", "deadline"), deadlines),
      ((state.status ?? .proposed).words, day(state.ended ?? stop)),
      (Localized("utvärderad", "evaluated"), day(state.evaluations.last?.mark)),
    ]
  }

  private func day(_ mark: Mark?) -> Localized? {
    mark.map { $0.effective.map { Localized($0.day.text, $0.day.text) } ?? StandingWords.undated }
  }

  /// The original one first where it has been moved.
  private var deadlines: Localized? {
    guard let last = state.deadline else { return nil }
    let first = state.originalDeadline.flatMap { $0 == last ? nil : "\($0) → " } ?? ""
    return Localized("\(first)\(last)", "\(first)\(last)")
  }

  /// `föreslagen 2022-01-10, beslutad 2022-02-01.`
  func description(_ language: Language) -> String {
    let said = steps.compactMap { step, day in day.map { "\(step[language]) \($0[language])" } }
    return said.joined(separator: ", ") + "."
  }

  /// Every day that a mark stands at.
  var days: [LocalDate] {
    let marks = [state.proposed, state.approved, state.started, state.ended, stop] + state.evaluations.map(\.mark)
    return marks.compactMap { $0?.effective?.day } + [state.originalDeadline, state.deadline].compactMap(\.self)
  }

  func lane(_ name: String) -> LaneChart.Lane {
    var spans: [LaneChart.Span] = []
    if let start = state.started?.effective?.day, start <= end {
      spans.append(.init(from: start.dayNumber, through: end.dayNumber, .work))
    }
    spans += pauses
    if let first = state.originalDeadline, let last = state.deadline, first < last {
      spans.append(.init(from: first.dayNumber, through: last.dayNumber, .moved))
    }
    var deadlines: [LaneChart.Mark] = []
    for day in [state.originalDeadline, state.deadline].compactMap(\.self) where deadlines.last?.day != day.dayNumber {
      deadlines.append(.init(day.dayNumber, .deadline))
    }
    return LaneChart.Lane(
      name, spans: spans,
      marks: mark(.proposed, state.proposed) + mark(.decided, state.approved) + deadlines
        + mark(ending, state.ended) + mark(.stopped, stop)
        + state.evaluations.flatMap { mark(.evaluated, $0.mark) })
  }

  /// The measure alone as a picture, of whole half-years from its first day to its last, or while it is open to the day asked; none of
  /// fewer than two days.
  package func figure(_ language: Language) -> Figure? {
    guard Set(days).count > 1, let first = days.min(),
      let last = (days + (state.status?.isClosed == true ? [] : [through])).max(),
      let from = LocalDate(year: first.year, month: first.month < 7 ? 1 : 7, day: 1),
      let end = LocalDate(year: last.year, month: last.month < 7 ? 6 : 12, day: last.month < 7 ? 30 : 31)
    else { return nil }
    let lane = lane(state.id.text)
    let used = LaneChart.Sign.allCases.filter { sign in lane.marks.contains { $0.sign == sign } }
    func name(_ kind: LaneChart.Span.Kind, _ words: Localized) -> String {
      lane.spans.contains { $0.kind == kind } ? words[language] : ""
    }
    let chart = LaneChart(
      from: from.dayNumber, through: end.dayNumber, ticks: Self.ticks(from, end, language), limits: [],
      lanes: [lane], signNames: used.map { .init($0, Self.words($0)[language]) }, workName: name(.work, Self.work),
      pauseName: name(.pause, Self.pause))
    return Figure(
      Localized("Tidslinje för \(state.id)", "Timeline of \(state.id)")[language], description: description(language),
      chart: .lanes(chart))
  }

  private var ending: LaneChart.Sign {
    switch state.status {
    case .implemented: .done
    case .partlyImplemented: .partly
    default: .stopped
    }
  }

  /// Of what was withdrawn or rejected, the step that did it.
  private var stop: Mark? {
    state.status == .withdrawn || state.status == .rejected ? state.statusMark : nil
  }

  /// When it was no longer under way.
  private var end: LocalDate { state.ended?.effective?.day ?? stop?.effective?.day ?? through }

  private func mark(_ sign: LaneChart.Sign, _ mark: Mark?) -> [LaneChart.Mark] {
    mark?.effective.map { [LaneChart.Mark($0.day.dayNumber, sign)] } ?? []
  }

  private var pauses: [LaneChart.Span] {
    var spans: [LaneChart.Span] = []
    var begun: LocalDate?
    for step in state.decisions {
      guard let day = step.mark.effective?.day else { continue }
      if step.type.text == MeasurePaused.type { begun = begun ?? day }
      if step.type.text == MeasureResumed.type, let from = begun {
        spans.append(.init(from: from.dayNumber, through: day.dayNumber, .pause))
        begun = nil
      }
    }
    if let from = begun, from < end { spans.append(.init(from: from.dayNumber, through: end.dayNumber, .pause)) }
    return spans
  }
}

/// What pictures of time share, of one measure and of many.
extension MeasureTimeline {
  static let work = Localized("pågår", "under way")
  static let pause = Localized("uppehåll", "paused")

  static func words(_ sign: LaneChart.Sign) -> Localized {
    switch sign {
    case .proposed: Localized("föreslagen", "proposed")
    case .decided: Localized("beslutad", "decided")
    case .deadline: Localized("slutdatum", "deadline")
    case .done: Localized("genomförd", "implemented")
    case .partly: Localized("delvis", "partly")
    case .stopped: Localized("avslagen, avbruten, ej genomförd", "rejected, withdrawn, not implemented")
    case .evaluated: Localized("utvärderad", "evaluated")
    }
  }

  /// The beginnings of the years, and their middles where the axis is short; the first says its year.
  static func ticks(_ from: LocalDate, _ through: LocalDate, _ language: Language) -> [LaneChart.Line] {
    let july = Localized("juli", "July")[language]
    let months = through.year - from.year <= 3 ? [1, 7] : [1]
    let days = (from.year...through.year).flatMap { year in
      months.compactMap { LocalDate(year: year, month: $0, day: 1) }
    }.filter { (from...through).contains($0) }
    return days.map { day in
      let name = day.month == 1 ? String(day.year) : day == days[0] ? "\(july) \(day.year)" : july
      return LaneChart.Line(day.dayNumber, name)
    }
  }
}
