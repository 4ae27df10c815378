import LedgerDomain

/// The fold of one measure's rows: what `Fold` does with its events, as far as status and areas go. Used again for measure
/// after measure; a row costs some 3 ns, one about another entry some 20 and the rows before it.
struct MeasureFold {
  /// The rows of a measure with corrections, as these make them.
  private var own: [MeasureRow] = []
  /// The positions of what is reversed.
  private var reversed: [Int64] = []

  /// Where a measure stands by the rows known up to a position and effective before a moment.
  ///
  /// Requires rows as they lie in the table, of which the last `entryRowCount` are about other entries.
  mutating func stand(
    _ rows: UnsafeBufferPointer<MeasureRow>, entryRowCount: Int, known position: Int = .max, before end: Int64,
    sets: inout AreaSets
  ) -> MeasureStand {
    var stand = MeasureStand()
    if entryRowCount == 0 {
      for row in rows where row.effective < end && row.position <= position { stand.take(row, sets) }
    } else {
      correct(rows, entryRowCount, known: position, &sets)
      for row in own where row.effective < end { stand.take(row, sets) }
    }
    return stand
  }

  /// Gathers the rows that count, corrected, in the order of the fold.
  private mutating func correct(
    _ rows: UnsafeBufferPointer<MeasureRow>, _ entryRowCount: Int, known position: Int, _ sets: inout AreaSets
  ) {
    let ownCount = rows.count - entryRowCount
    own.removeAll(keepingCapacity: true)
    reversed.removeAll(keepingCapacity: true)
    // What each entry says, and whom it is about, stand in two rows.
    for index in ownCount..<(rows.count - 1) where rows[index].step == .reversed && rows[index].position <= position {
      reversed.append(rows[index + 1].effective)
    }
    for row in rows[..<ownCount] where row.position <= position { own.append(row) }
    for index in ownCount..<(rows.count - 1) where rows[index].step.isCorrection && rows[index].position <= position {
      let target = rows[index + 1].effective
      guard !reversed.contains(Int64(rows[index].position)),
        let place = own.firstIndex(where: { Int64($0.position) == target })
      else { continue }
      own[place].apply(rows[index], &sets)
    }
    if !reversed.isEmpty {
      let reversed = reversed
      own.removeAll { reversed.contains(Int64($0.position)) }
    }
    own.arrange()
  }
}

extension [MeasureRow] {
  /// Where the measure stands whose rows these are.
  func stand(
    entryRowCount: Int, known position: Int = .max, before end: Int64, sets: inout AreaSets
  ) -> MeasureStand {
    var fold = MeasureFold()
    return withUnsafeBufferPointer { rows in
      fold.stand(rows, entryRowCount: entryRowCount, known: position, before: end, sets: &sets)
    }
  }

  /// Puts rows into the order of the fold. They nearly are: most facts are recorded in the order in which they came about.
  mutating func arrange() {
    guard count > 1 else { return }
    if count > 64 { return sort(by: MeasureRow.inOrder) }
    for index in 1..<count where MeasureRow.inOrder(self[index], self[index - 1]) {
      let row = self[index]
      var place = index
      while place > 0, MeasureRow.inOrder(row, self[place - 1]) {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = row
    }
  }
}

extension MeasureRow {
  /// The order of the fold.
  @inline(__always)
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
      areas = sets.number(of: AreaSets.Areas(isWide: sets.isWide(areas), codes: sets[correction.areas].codes))
    case .wideCorrected:
      guard step.hasAreas else { return }
      areas = sets.number(of: AreaSets.Areas(isWide: correction.areas == 1, codes: sets[areas].codes))
    default: return
    }
  }
}
