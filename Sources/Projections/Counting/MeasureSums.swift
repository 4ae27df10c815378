import LedgerDomain

/// How many measures stand where: by area set and status, while they are counted.
struct MeasureSums: Sendable {
  private static let statusCount = MeasureRules.statuses.count
  /// By area set, then by place among the statuses.
  private var counts: [Int] = []

  /// Adds measures that stand so, or takes them away; such that are none change nothing.
  mutating func add(_ counted: MeasureStand.Counted?, _ count: Int = 1) {
    guard let counted else { return }
    let place = Int(counted.areas) * Self.statusCount + Int(counted.status)
    if place >= counts.count {
      let setCount = 2 * (Int(counted.areas) + 1)
      counts += [Int](repeating: 0, count: setCount * Self.statusCount - counts.count)
    }
    counts[place] += count
  }

  /// By area set, the counts of each status, by their places among the statuses; sets without any are left out.
  var bySet: [(areas: UInt32, counts: ArraySlice<Int>)] {
    stride(from: 0, to: counts.count / Self.statusCount * Self.statusCount, by: Self.statusCount).compactMap { start in
      let own = counts[start..<(start + Self.statusCount)]
      return own.allSatisfy { $0 == 0 } ? nil : (UInt32(start / Self.statusCount), own)
    }
  }
}

extension MeasureCounts {
  /// The counts of all sets, each in the places that it is for.
  init(_ sums: MeasureSums, _ sets: AreaSets) {
    var counts: [Place: [Int]] = [:]
    for (areas, own) in sums.bySet {
      for place in Self.places(sets[areas]) {
        var sum = counts.removeValue(forKey: place) ?? [Int](repeating: 0, count: own.count)
        for (number, count) in own.enumerated() { sum[number] += count }
        counts[place] = sum
      }
    }
    self.init([])
    for (place, counts) in counts {
      for (number, count) in counts.enumerated() where count != 0 {
        if let status = MeasureRules.statuses[number] { add(count, status, in: place) }
      }
    }
  }

  /// Adds or takes away a measure that stands so.
  mutating func add(_ stand: MeasureStand, _ sets: AreaSets, _ count: Int) {
    guard stand.isFounded, let status = stand.status else { return }
    add(sets[stand.areas], status, count)
  }
}
