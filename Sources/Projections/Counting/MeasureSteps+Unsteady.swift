import JournalStore

extension MeasureSteps {
  /// A measure that is not steady: where its rows are, and what makes it needless to look at them.
  struct Unsteady: BitwiseCopyable {
    /// Its rows' place in their table, how many there are, and how many of them, the last ones, are about other entries.
    var first: UInt32
    var count: UInt32
    var entryRowCount: UInt32
    /// The positions of its first and its last row.
    var firstPosition: UInt32
    var lastPosition: UInt32
    /// Where it is counted by all its rows: the place of the status in the lowest 5 bits, the area set above.
    private var word: UInt32
    /// The latest moment from which any of its rows counts, corrected or not.
    var lastMoment: Int64

    init(_ rows: [MeasureRow], first: Int, entryRowCount: Int, counted: MeasureStand.Counted?) {
      self.first = UInt32(first)
      count = UInt32(rows.count)
      self.entryRowCount = UInt32(entryRowCount)
      firstPosition = rows.map(\.position).min() ?? 0
      lastPosition = rows.map(\.position).max() ?? 0
      lastMoment = rows.filter { $0.step != .target }.map(\.effective).max() ?? .min
      word = counted.map { $0.areas << 5 | $0.status } ?? 0
    }

    /// Where it is counted by all its rows.
    var counted: MeasureStand.Counted? {
      word & 31 == 0 ? nil : MeasureStand.Counted(areas: word >> 5, status: word & 31)
    }

    /// Whether a reading sees all of its rows.
    func isWhole(known position: Int, before moment: Int64) -> Bool {
      lastPosition <= position && lastMoment < moment
    }

    /// Whether a reading sees some of its rows, and not all: then they are folded.
    func isPartial(known position: Int, before moment: Int64) -> Bool {
      firstPosition <= position && !isWhole(known: position, before: moment)
    }
  }

  /// How many measures, or rows, are asked for at a time: less than what takes pages of its own from the system.
  private static let windowCount = 3 << 10

  /// Counts the measures that are not steady: those that are seen in part are folded.
  func countUnsteady(
    known position: Int, before moment: Int64, into sums: inout MeasureSums, _ sets: inout AreaSets
  ) throws(CacheDamage) {
    let count = index.sections.count(MeasureTables.unsteady, of: Unsteady.self)
    var fold = MeasureFold()
    var start = 0
    while start < count {
      let end = min(start + Self.windowCount, count)
      let all = try index.sections.load(MeasureTables.unsteady, start..<end, as: Unsteady.self)
      var next = 0
      while next < all.count {
        if all[next].isPartial(known: position, before: moment) {
          // The rows of those that follow come with them, as far as the window goes.
          var last = next
          while last + 1 < all.count, Int(all[last + 1].first) - Int(all[next].first) < Self.windowCount { last += 1 }
          try add(all[next...last], known: position, before: moment, &fold, into: &sums, &sets)
          next = last + 1
        } else {
          if all[next].isWhole(known: position, before: moment) { sums.add(all[next].counted) }
          next += 1
        }
      }
      start = end
    }
  }

  /// Counts measures whose rows lie one behind the other.
  private func add(
    _ measures: ArraySlice<Unsteady>, known position: Int, before moment: Int64, _ fold: inout MeasureFold,
    into sums: inout MeasureSums, _ sets: inout AreaSets
  ) throws(CacheDamage) {
    guard let first = measures.first, let last = measures.last else { return }
    let range = Int(first.first)..<max(Int(first.first), Int(last.first) + Int(last.count))
    let rows = try index.sections.load(MeasureTables.unsteadyRows, range, as: MeasureRow.self)
    for measure in measures {
      guard measure.isPartial(known: position, before: moment) else {
        if measure.isWhole(known: position, before: moment) { sums.add(measure.counted) }
        continue
      }
      let start = Int(measure.first) - range.lowerBound
      guard start >= 0, start + Int(measure.count) <= rows.count, measure.entryRowCount <= measure.count else {
        throw CacheDamage()
      }
      let stand = rows[start..<(start + Int(measure.count))].withUnsafeBufferPointer {
        fold.stand($0, entryRowCount: Int(measure.entryRowCount), known: position, before: moment, sets: &sets)
      }
      sums.add(stand.counted)
    }
  }
}
