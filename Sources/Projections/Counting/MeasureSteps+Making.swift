import JournalStore

extension MeasureSteps {
  /// The tables of steps in the making, of one measure after the other. Memory: 12 bytes a step, and 4 bytes a line for a
  /// moment at the end.
  struct Making {
    private struct Step {
      var position: UInt32
      /// By the numbers in which they were met.
      var moment: UInt32
      var change: UInt32
    }

    private var steps: [Step] = []
    private var moments = Numbering<Int64>()
    private var changes = Numbering<Change>()
    private var unsteady: [Unsteady] = []
    private var unsteadyRows: [MeasureRow] = []

    /// Takes a measure: its rows, and where it is counted by all of them.
    mutating func take(_ history: MeasureHistory, _ counted: MeasureStand.Counted?, _ sets: AreaSets) {
      guard history.isSteady else {
        unsteady.append(
          Unsteady(
            history.rows, first: unsteadyRows.count, entryRowCount: history.entryRowCount, counted: counted))
        unsteadyRows += history.rows
        return
      }
      var stand = MeasureStand()
      for row in history.rows {
        let before = stand.counted
        stand.take(row, sets)
        let after = stand.counted
        if before == after { continue }
        steps.append(
          Step(
            position: row.position,
            moment: moments.number(of: row.effective, hash: Int(truncatingIfNeeded: row.effective / 1000)),
            change: changes.number(of: Change(from: before, to: after), hash: Self.hash(before, after))))
      }
    }

    private static func hash(_ before: MeasureStand.Counted?, _ after: MeasureStand.Counted?) -> Int {
      let one = (before?.areas ?? 0) &* 31 &+ (before?.status ?? 0)
      let other = (after?.areas ?? 0) &* 31 &+ (after?.status ?? 0)
      return Int(one) &* 16_777_619 &+ Int(other) &* 40_503
    }

    consuming func tables() -> [Int: [UInt8]] {
      // Numbers of moments as they were met, and their ranks.
      let order = moments.keys.indices.sorted { moments.keys[$0] < moments.keys[$1] }
      var ranks = [UInt32](repeating: 0, count: order.count)
      for (rank, number) in order.enumerated() { ranks[number] = UInt32(rank) }
      let sorted = inOrder
      let bitCount = changeBitCount(changes.keys.count)
      let isNarrow = bitCount + changeBitCount(ranks.count) <= 32
      return [
        MeasureTables.steps: isNarrow
          ? bytes(of: sorted.map { ranks[Int(steps[Int($0)].moment)] << bitCount | steps[Int($0)].change })
          : bytes(of: sorted.map { UInt64(ranks[Int(steps[Int($0)].moment)]) << 32 | UInt64(steps[Int($0)].change) }),
        MeasureTables.stepPositions: bytes(of: sorted.map { steps[Int($0)].position }),
        MeasureTables.moments: bytes(of: order.map { moments.keys[$0] }),
        MeasureTables.changes: bytes(of: changes.keys),
        MeasureTables.unsteady: bytes(of: unsteady),
        MeasureTables.unsteadyRows: bytes(of: unsteadyRows),
      ]
    }

    /// The places of the steps in the order of positions, by putting each at its own: no position has two.
    private var inOrder: [UInt32] {
      guard let first = steps.map(\.position).min(), let last = steps.map(\.position).max() else { return [] }
      var places = [UInt32](repeating: .max, count: Int(last - first) + 1)
      for (place, step) in steps.enumerated() { places[Int(step.position - first)] = UInt32(place) }
      return places.filter { $0 != .max }
    }
  }
}

/// Different keys, numbered from 0 as they are met; those met lately are found without a dictionary, in some 2 ns.
private struct Numbering<Key: Hashable & BitwiseCopyable> {
  private(set) var keys: [Key] = []
  private var numbers: [Key: UInt32] = [:]
  /// Numbers by the last bits of a hash; they may be those of other keys.
  private var recent = [UInt32](repeating: 0, count: 4096)

  mutating func number(of key: Key, hash: Int) -> UInt32 {
    let slot = (hash ^ hash >> 12) & 4095
    let last = recent[slot]
    if Int(last) < keys.count, keys[Int(last)] == key { return last }
    let number: UInt32
    if let known = numbers[key] {
      number = known
    } else {
      number = UInt32(keys.count)
      numbers[key] = number
      keys.append(key)
    }
    recent[slot] = number
    return number
  }
}
