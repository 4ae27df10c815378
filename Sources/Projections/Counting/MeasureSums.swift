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
    if place >= counts.count { counts += [Int](repeating: 0, count: 2 * (place + 1) - counts.count) }
    counts[place] += count
  }

  /// What is not 0.
  var all: [(areas: UInt32, status: MeasureStatus, count: Int)] {
    counts.enumerated().compactMap { place, count in
      guard count != 0, let status = MeasureRules.statuses[place % Self.statusCount] else { return nil }
      return (UInt32(place / Self.statusCount), status, count)
    }
  }
}

extension MeasureCounts {
  init(_ sums: MeasureSums, _ sets: AreaSets) {
    self.init([])
    for sum in sums.all { add(sets[sum.areas], sum.status, sum.count) }
  }

  /// Adds or takes away a measure that stands so.
  mutating func add(_ stand: MeasureStand, _ sets: AreaSets, _ count: Int) {
    guard stand.isFounded, let status = stand.status else { return }
    add(sets[stand.areas], status, count)
  }
}
