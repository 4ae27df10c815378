import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// So many measures share a picture: what finds room on a page, and stands beside its like on a screen.
  private static let lanesPerFigure = 12
  /// Of more measures than this nobody looks at pictures.
  private static let mostPictured = 240

  /// When each measure was proposed, decided, under way, due, done and evaluated, by the end of the period.
  func timelines(_ language: Language) -> [Block] {
    guard rows.count <= Self.mostPictured else { return [.table(dayTable(rows, language))] }
    let (from, through) = axis
    let limit =
      isRunning
      ? Localized("läget \(book.day)", "as of \(book.day)")[language]
      : Localized("periodens slut \(period.through)", "end of period \(period.through)")[language]
    let ticks = ticks(from, through, language)
    return stride(from: 0, to: rows.count, by: Self.lanesPerFigure).map { start in
      let some = Array(rows[start..<min(start + Self.lanesPerFigure, rows.count)])
      let span = some.count == 1 ? some[0].id.text : "\(some[0].id.text)–\(some[some.count - 1].id.text)"
      let chart = LaneChart(
        from: from.dayNumber, through: through.dayNumber, ticks: ticks,
        limits: [.init(book.day.dayNumber, limit)], lanes: some.map(lane),
        signNames: LaneChart.Sign.allCases.map { .init($0, words($0)[language]) },
        workName: Localized("pågår", "under way")[language], pauseName: Localized("uppehåll", "paused")[language])
      return .figure(
        Figure(
          Localized("Tidslinje för \(span)", "Timeline of \(span)")[language],
          description: some.map { description($0, language) }.joined(separator: " "), chart: .lanes(chart),
          fallbackTitle: Localized("Alla tidslinjer som tabell", "All timelines as a table")[language],
          fallback: start == 0 ? [.table(dayTable(rows, language))] : [], hasFallbackCaption: false))
    }
  }

  private func words(_ sign: LaneChart.Sign) -> Localized {
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

  /// From the first day of the promise or of a measure to the last that is known, but at most a year beyond the promise.
  private var axis: (from: LocalDate, through: LocalDate) {
    let days = rows.flatMap { row in
      [row.state.proposed, row.state.started, row.state.ended].compactMap { $0?.effective?.day }
        + [row.originalDeadline, row.deadline].compactMap(\.self)
    }
    let validity = terms?.validity
    let last = max(validity?.through ?? period.through, period.through)
    let from = min(days.min() ?? scope.from, validity?.from ?? scope.from)
    let through = min(max(days.max() ?? last, last), last.adding(days: 366))
    return (from, max(through, from.adding(days: 1)))
  }

  /// The beginnings of the years, and their middles where the axis is short.
  private func ticks(_ from: LocalDate, _ through: LocalDate, _ language: Language) -> [LaneChart.Line] {
    let july = Localized("juli", "July")[language]
    return (from.year...through.year).flatMap { year -> [LaneChart.Line] in
      let january = LocalDate(year: year, month: 1, day: 1).map { LaneChart.Line($0.dayNumber, String(year)) }
      let middle = LocalDate(year: year, month: 7, day: 1).map { LaneChart.Line($0.dayNumber, july) }
      return [january, through.year - from.year <= 3 ? middle : nil].compactMap(\.self)
    }
  }

  private func lane(_ row: MeasureRow) -> LaneChart.Lane {
    let state = row.state
    func mark(_ sign: LaneChart.Sign, _ mark: Mark?) -> [LaneChart.Mark] {
      mark?.effective.map { [LaneChart.Mark($0.day.dayNumber, sign)] } ?? []
    }
    var spans: [LaneChart.Span] = []
    if let start = state.started?.effective?.day {
      let end = state.ended?.effective?.day ?? stop(of: state)?.effective?.day ?? book.day
      if start <= end { spans.append(.init(from: start.dayNumber, through: end.dayNumber, .work)) }
    }
    spans += pauses(of: state)
    if let first = row.originalDeadline, let last = row.deadline, first < last {
      spans.append(.init(from: first.dayNumber, through: last.dayNumber, .moved))
    }
    var deadlines: [LaneChart.Mark] = []
    for day in [row.originalDeadline, row.deadline].compactMap(\.self) where deadlines.last?.day != day.dayNumber {
      deadlines.append(.init(day.dayNumber, .deadline))
    }
    let ending: LaneChart.Sign =
      switch row.status {
      case .implemented: .done
      case .partlyImplemented: .partly
      default: .stopped
      }
    return LaneChart.Lane(
      "\(row.id) \(row.title)", spans: spans,
      marks: mark(.proposed, state.proposed) + mark(.decided, state.approved) + deadlines
        + mark(ending, state.ended) + mark(.stopped, stop(of: state))
        + state.evaluations.flatMap { mark(.evaluated, $0.mark) })
  }

  /// Of what was withdrawn or rejected, the step that did it.
  private func stop(of state: Measure) -> Mark? {
    state.status == .withdrawn || state.status == .rejected ? state.statusMark : nil
  }

  private func pauses(of state: Measure) -> [LaneChart.Span] {
    var spans: [LaneChart.Span] = []
    var begun: LocalDate?
    let end = state.ended?.effective?.day ?? stop(of: state)?.effective?.day ?? book.day
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

  private func day(_ mark: Mark?, _ language: Language) -> String {
    mark.map { $0.effective?.day.text ?? StandingWords.undated[language] } ?? ""
  }

  private func dayTable(_ rows: [MeasureRow], _ language: Language) -> Table {
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Föreslagen", "Proposed")[language], wraps: false, priority: 7),
        .init(Localized("Beslutad", "Decided")[language], wraps: false, priority: 8),
        .init(Localized("Påbörjad", "Begun")[language], wraps: false, priority: 8),
        .init(Localized("Slutdatum", "Deadline")[language], priority: 9),
        .init(Localized("Avslutad", "Ended")[language], wraps: false, priority: 9),
        .init(Localized("Utvärderad", "Evaluated")[language], wraps: false, priority: 7),
      ], emptyText: "")
    for row in rows {
      let state = row.state
      table.append([
        .init(row.id.text), .init(day(state.proposed, language)), .init(day(state.approved, language)),
        .init(day(state.started, language)), .init(row.deadline == nil ? "" : row.deadlines(language)),
        .init(day(state.ended ?? stop(of: state), language)), .init(day(state.evaluations.last?.mark, language)),
      ])
    }
    return table
  }

  private func description(_ row: MeasureRow, _ language: Language) -> String {
    let state = row.state
    let parts: [(Localized, String)] = [
      (Localized("föreslagen", "proposed"), day(state.proposed, language)),
      (Localized("beslutad", "decided"), day(state.approved, language)),
      (Localized("påbörjad", "begun"), day(state.started, language)),
      (Localized("slutdatum", "deadline"), row.deadline == nil ? "" : row.deadlines(language)),
      (row.status.words, day(state.ended ?? stop(of: state), language)),
      (Localized("utvärderad", "evaluated"), day(state.evaluations.last?.mark, language)),
    ]
    let said = parts.filter { !$0.1.isEmpty }.map { "\($0.0[language]) \($0.1)" }
    return "\(row.id) \(row.title): \(said.joined(separator: ", "))."
  }
}
