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
  /// `EventKey` of the targets that are not among these lines.
  static let targets = 19
  /// How many measures stand where by all rows up to the horizon, as text.
  static let sums = 20
  /// One `Int64`: the horizon, the end of the day of the last line.
  static let horizon = 21
  /// `UInt32` numbers of the measures with rows from the horizon on.
  static let later = 22

  struct Entry: BitwiseCopyable {
    var number: UInt32
    var first: UInt32
    var count: UInt32
    /// How many of the rows, the last ones, are about other entries.
    var entryRowCount: UInt32
  }
}

extension MeasureTally {
  package static var tablesName: String { "measures-1" }

  package consuming func tables() -> [Int: [UInt8]] {
    var measures: [MeasureTables.Entry] = []
    var sorted: [MeasureRow] = []
    sorted.reserveCapacity(rows.count)
    let positions = targetPositions
    var far: [EventKey] = []
    for group in grouped {
      let all: [MeasureRow] = group.places.map { rows[Int($0)].row }
      let own = all.filter { !$0.step.isAboutAnEntry }.sorted(by: MeasureRow.inOrder)
      var entries = all.filter { $0.step.isAboutAnEntry }
      for index in entries.indices where entries[index].step == .target {
        let target = targets[Int(entries[index].effective)]
        if let position = positions[target] {
          entries[index].effective = Int64(position)
        } else {
          far.append(target)
          entries[index].effective = -Int64(far.count)
        }
      }
      measures.append(
        MeasureTables.Entry(
          number: group.number, first: UInt32(sorted.count), count: UInt32(own.count + entries.count),
          entryRowCount: UInt32(entries.count)))
      sorted += own
      sorted += entries
    }
    var tables: [Int: [UInt8]] = [
      MeasureTables.measures: bytes(of: measures), MeasureTables.rows: bytes(of: sorted),
      MeasureTables.areaSets: sets.text, MeasureTables.targets: bytes(of: far),
    ]
    sum(measures, sorted, into: &tables)
    return tables
  }

  /// The places of one measure's rows among all, in order.
  private struct Group {
    var number: UInt32
    var places: ArraySlice<Int32>
  }

  /// The rows by measure, by counting.
  private var grouped: [Group] {
    let limit = (rows.map { Int($0.number) }.max() ?? 0) + 2
    // Numbers are given in order, so nearly every one up to the greatest is there; if not, sorting is better.
    guard limit < 16 * rows.count + 1024 else {
      return Dictionary(grouping: rows.indices, by: { rows[$0].number }).sorted { $0.key < $1.key }
        .map { Group(number: $0.key, places: $0.value.map { Int32($0) }[...]) }
    }
    var starts = [Int32](repeating: 0, count: limit + 1)
    for raw in rows { starts[Int(raw.number) + 1] += 1 }
    for index in 1...limit { starts[index] += starts[index - 1] }
    var next = starts
    var places = [Int32](repeating: 0, count: rows.count)
    for (index, raw) in rows.enumerated() {
      places[Int(next[Int(raw.number)])] = Int32(index)
      next[Int(raw.number)] += 1
    }
    var groups: [Group] = []
    for number in 0..<limit where starts[number] < starts[number + 1] {
      groups.append(Group(number: UInt32(number), places: places[Int(starts[number])..<Int(starts[number + 1])]))
    }
    return groups
  }

  /// The positions of the targets that are among these lines.
  private var targetPositions: [EventKey: UInt32] {
    let wanted = Set(targets)
    guard !wanted.isEmpty else { return [:] }
    var found: [EventKey: UInt32] = [:]
    for raw in rows where raw.row.step != .target && wanted.contains(raw.id) { found[raw.id] = raw.row.position }
    return found
  }

  /// Adds the sums up to the horizon, and who has rows beyond it.
  private func sum(
    _ measures: [MeasureTables.Entry], _ rows: [MeasureRow], into tables: inout [Int: [UInt8]]
  ) {
    guard let lastRecorded else { return }
    let horizon = SwedishTime.endOfDay(SwedishTime.date(of: Instant(milliseconds: lastRecorded))).milliseconds
    var later: [UInt32] = []
    var counts = MeasureSums()
    var sets = self.sets
    rows.withUnsafeBufferPointer { rows in
      for measure in measures {
        let own = UnsafeBufferPointer(rebasing: rows[Int(measure.first)..<Int(measure.first + measure.count)])
        let hasLater = own.contains { $0.step != .target && $0.effective >= horizon }
        if hasLater { later.append(measure.number) }
        // Targets before these lines are another index's to find: sums are made from the first line on only.
        counts.add(MeasureFold(own, entryRowCount: Int(measure.entryRowCount)).stand(before: horizon, sets: &sets))
      }
    }
    tables[MeasureTables.sums] = MeasureCounts(counts, sets).text
    tables[MeasureTables.horizon] = bytes(of: [horizon])
    tables[MeasureTables.later] = bytes(of: later)
    tables[MeasureTables.areaSets] = sets.text
  }
}

extension AreaSets {
  /// A line for each set in the order of numbers: `*` for the whole municipality or `-`, then the codes, each after a space.
  var text: [UInt8] {
    all.flatMap { set in
      Array((set.isWide ? "*" : "-").utf8) + set.codes.flatMap { [0x20] + Array($0.text.utf8) } + [0x0A]
    }
  }

  /// The sets as they were written; nil for anything else.
  init?(text: [UInt8]) {
    self.init()
    for (place, line) in text.split(separator: 0x0A).enumerated() {
      let parts = line.split(separator: 0x20)
      let codes = parts.dropFirst().compactMap { try? Code(text: String(decoding: $0, as: UTF8.self)) }
      guard let first = parts.first, codes.count == parts.count - 1,
        number(of: Areas(isWide: first.elementsEqual("*".utf8), codes: codes)) == UInt16(place + 1)
      else { return nil }
    }
  }
}
