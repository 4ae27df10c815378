import JournalStore
import LedgerDomain

/// The tables that a `MeasureTally` becomes in an index.
enum MeasureTables {
  /// `Entry` for each measure, in the order of numbers.
  static let measures = 16
  /// `MeasureRow`, for each measure by moment and position; the rows about other entries behind them, by position.
  static let rows = 17
  /// The area sets as text.
  static let areaSets = 18
  /// `EventID` of the targets that are not among these lines.
  static let targets = 19
  /// How many measures stand where by all rows up to the horizon, as text.
  static let sums = 20
  /// One `Int64`: the horizon, the end of the day of the last line.
  static let horizon = 21
  /// `UInt32` numbers of the measures with rows from the horizon on.
  static let later = 22
  /// The steps of steady measures (`MeasureSteps`): a word for each, in the order of positions.
  static let steps = 23
  /// `UInt32` position of each step.
  static let stepPositions = 24
  /// `Int64` of the moments from which steps count, in order.
  static let moments = 25
  /// `MeasureSteps.Change` of what steps change.
  static let changes = 26
  /// `MeasureSteps.Unsteady` for each measure that is not steady; its rows are in the next table.
  static let unsteady = 27
  static let unsteadyRows = 28

  struct Entry: BitwiseCopyable {
    var number: UInt32
    var first: UInt32
    var count: UInt32
    /// How many of the rows, the last ones, are about other entries.
    var entryRowCount: UInt32
  }
}

extension MeasureTally {
  package static var tablesName: String { "measures-2" }

  package consuming func tables() -> [Int: [UInt8]] {
    let groups = MeasureGroups(rows)
    let horizon = lastRecorded.map {
      SwedishTime.endOfDay(SwedishTime.date(of: Instant(milliseconds: $0))).milliseconds
    }
    var sets = sets
    var making = MeasureTableMaking(measureCount: groups.count, rowCount: rows.count, horizon: horizon)
    for index in 0..<groups.count { making.take(groups.numbers[index], groups[index], rows, &sets) }
    return making.tables(sets)
  }

  /// How many measures stand where by all rows, as of a moment: without a table.
  func counts(_ groups: MeasureGroups, before end: Int64) -> MeasureCounts {
    var (sets, sums) = (sets, MeasureSums())
    var history = MeasureHistory()
    var fold = MeasureFold()
    for index in 0..<groups.count {
      history.gather(groups[index], of: rows)
      let stand = history.rows.withUnsafeBufferPointer {
        fold.stand($0, entryRowCount: history.entryRowCount, before: end, sets: &sets)
      }
      sums.add(stand.counted)
    }
    return MeasureCounts(sums, sets)
  }
}

/// Tables in the making, of one measure after the other.
struct MeasureTableMaking {
  private let horizon: Int64?
  private var history = MeasureHistory()
  private var fold = MeasureFold()
  private var measures: [MeasureTables.Entry] = []
  private var rows: [MeasureRow] = []
  private var sums = MeasureSums()
  private var later: [UInt32] = []
  private var steps = MeasureSteps.Making()

  init(measureCount: Int, rowCount: Int, horizon: Int64?) {
    self.horizon = horizon
    measures.reserveCapacity(measureCount)
    rows.reserveCapacity(rowCount)
  }

  mutating func take(_ number: UInt32, _ places: ArraySlice<UInt32>, _ all: MeasureRows, _ sets: inout AreaSets) {
    history.gather(places, of: all)
    take(number, &sets)
  }

  /// Takes a measure's own rows, and those about other entries, whose targets are known.
  mutating func take(_ number: UInt32, _ own: [MeasureRow], _ entries: [MeasureRow], _ sets: inout AreaSets) {
    history.gather(own, entries)
    take(number, &sets)
  }

  /// What stands in a row for a target that is nowhere among the lines.
  mutating func far(_ target: EventID) -> Int64 { history.note(far: target) }

  private mutating func take(_ number: UInt32, _ sets: inout AreaSets) {
    measures.append(
      MeasureTables.Entry(
        number: number, first: UInt32(rows.count), count: UInt32(history.rows.count),
        entryRowCount: UInt32(history.entryRowCount)))
    rows += history.rows
    steps.take(history, stand(before: .max, &sets).counted, sets)
    guard let horizon else { return }
    if history.rows.contains(where: { $0.step != .target && $0.effective >= horizon }) { later.append(number) }
    // Targets before these lines are another index's to find: sums are made from the first line on only.
    sums.add(stand(before: horizon, &sets).counted)
  }

  private mutating func stand(before moment: Int64, _ sets: inout AreaSets) -> MeasureStand {
    history.rows.withUnsafeBufferPointer {
      fold.stand($0, entryRowCount: history.entryRowCount, before: moment, sets: &sets)
    }
  }

  consuming func tables(_ sets: AreaSets) -> [Int: [UInt8]] {
    var tables = steps.tables()
    tables[MeasureTables.measures] = bytes(of: measures)
    tables[MeasureTables.rows] = bytes(of: rows)
    tables[MeasureTables.targets] = bytes(of: history.far)
    tables[MeasureTables.areaSets] = sets.text
    if let horizon {
      tables[MeasureTables.sums] = MeasureCounts(sums, sets).text
      tables[MeasureTables.horizon] = bytes(of: [horizon])
      tables[MeasureTables.later] = bytes(of: later)
    }
    return tables
  }
}
