package import JournalStore
import LedgerDomain

/// The makings of the rows of measures, gathered in a sweep. Memory: 36 bytes for each event that moves a measure.
///
/// Of most lines only the type is looked at; of those that state areas, an extent or a target, the data, in one walk.
package struct MeasureTally: TableTally {
  private(set) var rows = MeasureRows()
  private(set) var sets = AreaSets()
  /// When the last line was recorded.
  package private(set) var lastRecorded: Int64?
  private var reading = MeasureDataReading()

  package init() {}

  package mutating func take(_ line: SweptLine) {
    lastRecorded = line.facts.recorded
    guard line.facts.subject.kind == .measure, let rule = MeasureRule.all[line.facts.type] else { return }
    switch rule {
    case .step(let step): add(step, line)
    case .areas(let step): add(step, line, areas: reading.areas(line.data, in: &sets))
    case .ending: if let step = MeasureDataReading.ending(line.data) { add(step, line) }
    case .reversal: if let target = MeasureDataReading.target(line.data) { add(.reversed, about: target, line) }
    case .correction: correct(line)
    }
  }

  package mutating func join(_ next: MeasureTally) {
    rows.append(next.rows, areas: next.sets.numbers(in: &sets))
    lastRecorded = next.lastRecorded ?? lastRecorded
  }

  private mutating func add(_ step: MeasureRow.Step, _ line: SweptLine, areas: UInt32 = 0, effective: Int64? = nil) {
    rows.append(
      MeasureRow(
        effective: effective ?? line.facts.effective.start, position: UInt32(line.facts.position), step: step,
        areas: areas), of: UInt32(line.facts.subject.number), id: line.facts.id)
  }

  private mutating func add(
    _ step: MeasureRow.Step, about target: EventID, _ line: SweptLine, areas: UInt32 = 0, effective: Int64? = nil
  ) {
    add(step, line, areas: areas, effective: effective)
    rows.append(
      target: target, of: UInt32(line.facts.subject.number), position: UInt32(line.facts.position), id: line.facts.id)
  }

  private mutating func correct(_ line: SweptLine) {
    guard let (target, correction) = MeasureDataReading.correction(line.data) else { return }
    switch correction {
    case .effective(let moment): add(.effectiveCorrected, about: target, line, effective: moment.start)
    case .extent(let step): add(step, about: target, line)
    case .areas(let areas): add(.areasCorrected, about: target, line, areas: sets.number(of: areas))
    case .wide(let isWide): add(.wideCorrected, about: target, line, areas: isWide ? 1 : 0)
    }
  }
}

extension SweptLine {
  /// The line's `data`.
  fileprivate var data: DataMembers { DataMembers(UnsafeBufferPointer(rebasing: bytes[facts.data])) }
}

/// What a type of event means for the rows of a measure.
private enum MeasureRule {
  case step(MeasureRow.Step)
  /// One that states areas.
  case areas(MeasureRow.Step)
  case ending
  case reversal
  case correction

  /// By the type's number; nil for types that mean nothing here.
  static let all: [MeasureRule?] = {
    var rules = [MeasureRule?](repeating: nil, count: FactTypes.names.count)
    let steps: [(String, MeasureRow.Step)] = [
      (MeasureReferredBack.type, .referredBack), (MeasureTabled.type, .tabled),
      (MeasureApproved.type, .approved), (MeasureRejected.type, .rejected), (MeasureStarted.type, .started),
      (MeasurePaused.type, .paused), (MeasureResumed.type, .resumed), (MeasureWithdrawn.type, .withdrawn),
    ]
    for (type, step) in steps { rules[FactTypes.number(type)] = .step(step) }
    rules[FactTypes.number(MeasureProposed.type)] = .areas(.proposed)
    rules[FactTypes.number(MeasureAmended.type)] = .areas(.amended)
    rules[FactTypes.number(MeasureImplemented.type)] = .ending
    rules[FactTypes.number(EntryReversed.type)] = .reversal
    rules[FactTypes.number(EntryCorrected.type)] = .correction
    return rules
  }()
}
