import LedgerDomain

/// The fold of one measure's rows: what `Fold` does with its events, as far as status and areas go.
struct MeasureFold {
  private let rows: UnsafeBufferPointer<MeasureRow>
  private let entryRowCount: Int

  /// Requires rows as they lie in the table, of which the last `entryRowCount` are about other entries; they must stay
  /// where they are as long as the fold is used.
  init(_ rows: UnsafeBufferPointer<MeasureRow>, entryRowCount: Int) {
    self.rows = rows
    self.entryRowCount = entryRowCount
  }

  /// Where the measure stands by the rows known up to a position and effective before a moment.
  func stand(known position: Int = .max, before end: Int64, sets: inout AreaSets) -> MeasureStand {
    var stand = MeasureStand()
    guard entryRowCount == 0 else {
      for row in corrected(known: position, &sets) where row.effective < end { stand.take(row, sets) }
      return stand
    }
    for row in rows where row.effective < end && row.position <= position { stand.take(row, sets) }
    return stand
  }

  /// The rows that count, corrected, in the order of the fold.
  private func corrected(known position: Int, _ sets: inout AreaSets) -> [MeasureRow] {
    let ownCount = rows.count - entryRowCount
    var own = rows[..<ownCount].filter { $0.position <= position }
    // What each entry says, and whom it is about, stand in two rows.
    var reversed: [Int64] = []
    for index in ownCount..<rows.count where rows[index].step == .reversed && rows[index].position <= position {
      reversed.append(rows[index + 1].effective)
    }
    for index in ownCount..<rows.count where rows[index].step.isCorrection && rows[index].position <= position {
      let target = rows[index + 1].effective
      guard !reversed.contains(Int64(rows[index].position)),
        let place = own.firstIndex(where: { Int64($0.position) == target })
      else { continue }
      own[place].apply(rows[index], &sets)
    }
    own.removeAll { reversed.contains(Int64($0.position)) }
    own.sort(by: MeasureRow.inOrder)
    return own
  }
}

extension [MeasureRow] {
  /// Where the measure stands whose rows these are.
  func stand(
    entryRowCount: Int, known position: Int = .max, before end: Int64, sets: inout AreaSets
  ) -> MeasureStand {
    withUnsafeBufferPointer { rows in
      MeasureFold(rows, entryRowCount: entryRowCount).stand(known: position, before: end, sets: &sets)
    }
  }
}

extension MeasureRow {
  /// The order of the fold.
  static func inOrder(_ one: MeasureRow, _ other: MeasureRow) -> Bool {
    one.effective == other.effective ? one.position < other.position : one.effective < other.effective
  }

  /// Takes the value that a correction gives it, where it is one of its own.
  fileprivate mutating func apply(_ correction: MeasureRow, _ sets: inout AreaSets) {
    switch correction.step {
    case .effectiveCorrected: effective = correction.effective
    case .extentFull: if step.isEnding { step = .implemented }
    case .extentPartial: if step.isEnding { step = .partlyImplemented }
    case .extentNone: if step.isEnding { step = .notImplemented }
    case .areasCorrected:
      guard step.hasAreas else { return }
      areas = sets.number(of: AreaSets.Areas(isWide: sets[areas].isWide, codes: sets[correction.areas].codes))
    case .wideCorrected:
      guard step.hasAreas else { return }
      areas = sets.number(of: AreaSets.Areas(isWide: correction.areas == 1, codes: sets[areas].codes))
    default: return
    }
  }
}

/// How many measures stand where: by area set and status, while they are counted.
struct MeasureSums: Sendable {
  private static let statuses = MeasureStatus.allCases
  private static let numbers = Dictionary(uniqueKeysWithValues: statuses.enumerated().map { ($1, $0) })
  private var counts: [Int32] = []

  /// Adds a measure that stands so; one that is not founded, or has no status, is none.
  mutating func add(_ stand: MeasureStand) {
    guard stand.isFounded, let status = stand.status, let number = Self.numbers[status] else { return }
    let place = Int(stand.areas) * Self.statuses.count + number
    if place >= counts.count { counts += [Int32](repeating: 0, count: place + Self.statuses.count - counts.count) }
    counts[place] += 1
  }

  /// What is not 0.
  var all: [(areas: UInt16, status: MeasureStatus, count: Int)] {
    counts.enumerated().filter { $0.element != 0 }.map { place, count in
      (UInt16(place / Self.statuses.count), Self.statuses[place % Self.statuses.count], Int(count))
    }
  }
}

extension MeasureCounts {
  /// Adds or takes away a measure that stands so.
  mutating func add(_ stand: MeasureStand, _ sets: AreaSets, _ count: Int) {
    guard stand.isFounded, let status = stand.status else { return }
    add(sets[stand.areas], status, count)
  }
}
