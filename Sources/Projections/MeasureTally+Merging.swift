package import JournalStore
import LedgerDomain

extension MeasureTally {
  /// The tables of measures over the lines of two indexes: rows are copied, and only the measures that have new ones, or
  /// that a later day touches, are folded again for the sums.
  package static func merged(
    _ kept: LineIndex, _ next: LineIndex, id: (Int) -> EventKey?
  ) throws(CacheDamage) -> [Int: [UInt8]]? {
    guard kept.sections.byteCount(of: MeasureTables.horizon) > 0, next.sections.byteCount(of: MeasureTables.horizon) > 0
    else { return nil }
    var merging = try MeasureMerging(kept, next)
    return try merging.tables(id)
  }
}

/// The merging of two indexes' tables of measures, the first of which begins with the first line.
private struct MeasureMerging {
  private let kept: Part
  private let next: Part
  private var sets: AreaSets
  /// How the area sets of the next index are numbered among all.
  private let numbers: [UInt16]
  private var targets: [EventKey]
  private var entries: [MeasureTables.Entry] = []
  private var rows: [MeasureRow] = []

  /// The tables of one index.
  private struct Part {
    let index: LineIndex
    let entries: [MeasureTables.Entry]
    let rows: [MeasureRow]
    let targets: [EventKey]
    let sets: AreaSets
    let horizon: Int64

    init(_ index: LineIndex) throws(CacheDamage) {
      func all<T: BitwiseCopyable>(_ table: Int, _ type: T.Type) throws(CacheDamage) -> [T] {
        try index.sections.load(table, 0..<index.sections.count(table, of: type), as: type)
      }
      let entries = try all(MeasureTables.measures, MeasureTables.Entry.self)
      let rows = try all(MeasureTables.rows, MeasureRow.self)
      guard let sets = AreaSets(text: try all(MeasureTables.areaSets, UInt8.self)),
        let horizon = try all(MeasureTables.horizon, Int64.self).first,
        entries.allSatisfy({ Int($0.first) + Int($0.count) <= rows.count && $0.entryRowCount <= $0.count })
      else { throw CacheDamage() }
      targets = try all(MeasureTables.targets, EventKey.self)
      (self.index, self.entries, self.rows, self.sets, self.horizon) = (index, entries, rows, sets, horizon)
    }

    func rows(of entry: MeasureTables.Entry) -> ArraySlice<MeasureRow> {
      rows[Int(entry.first)..<(Int(entry.first) + Int(entry.count))]
    }
  }

  init(_ kept: LineIndex, _ next: LineIndex) throws(CacheDamage) {
    let parts = (try Part(kept), try Part(next))
    (self.kept, self.next) = parts
    var sets = parts.0.sets
    numbers = [0] + parts.1.sets.all.map { sets.number(of: $0) }
    self.sets = sets
    targets = parts.0.targets
  }

  mutating func tables(_ id: (Int) -> EventKey?) throws(CacheDamage) -> [Int: [UInt8]] {
    let text = try kept.index.sections.load(
      MeasureTables.sums, 0..<kept.index.sections.byteCount(of: MeasureTables.sums), as: UInt8.self)
    guard var counts = MeasureCounts(text: text) else { throw CacheDamage() }
    // A clock that was set back does not take the horizon back: it is any moment up to which everything is counted.
    let horizon = max(kept.horizon, next.horizon)
    let later = try kept.index.sections.load(
      MeasureTables.later, 0..<kept.index.sections.count(MeasureTables.later, of: UInt32.self), as: UInt32.self)
    var isLater = Set(later)
    var stillLater: [UInt32] = []
    var place = 0
    rows.reserveCapacity(kept.rows.count + next.rows.count)
    func follows(_ number: UInt32?) -> Bool {
      place < next.entries.count && number.map { next.entries[place].number < $0 } ?? true
    }
    for old in kept.entries.map(Optional.some) + [nil] {
      while follows(old?.number) {
        let entry = next.entries[place]
        place += 1
        try append(nil, entry, id)
        refold(nil, horizon, &counts, &stillLater)
      }
      guard let old else { break }
      var entry: MeasureTables.Entry?
      if place < next.entries.count, next.entries[place].number == old.number {
        entry = next.entries[place]
        place += 1
      }
      try append(old, entry, id)
      if entry != nil || isLater.remove(old.number) != nil { refold(old, horizon, &counts, &stillLater) }
    }
    return [
      MeasureTables.measures: bytes(of: entries), MeasureTables.rows: bytes(of: rows),
      MeasureTables.areaSets: sets.text, MeasureTables.targets: bytes(of: targets), MeasureTables.sums: counts.text,
      MeasureTables.horizon: bytes(of: [horizon]), MeasureTables.later: bytes(of: stillLater),
    ]
  }

  /// Adds a measure with its rows from either index.
  private mutating func append(
    _ old: MeasureTables.Entry?, _ new: MeasureTables.Entry?, _ id: (Int) -> EventKey?
  ) throws(CacheDamage) {
    var entry = MeasureTables.Entry(
      number: old?.number ?? new?.number ?? 0, first: UInt32(rows.count), count: 0, entryRowCount: 0)
    guard let new else {
      guard let old else { return }
      entry.count = old.count
      entry.entryRowCount = old.entryRowCount
      rows += kept.rows(of: old)
      return entries.append(entry)
    }
    var own: [MeasureRow] = []
    var others: [MeasureRow] = []
    if let old {
      own += kept.rows(of: old).dropLast(Int(old.entryRowCount))
      for var row in kept.rows(of: old).suffix(Int(old.entryRowCount)) {
        try resolve(&row, in: kept, new.number, id)
        others.append(row)
      }
    }
    for (index, var row) in next.rows(of: new).enumerated() {
      if row.step.hasAreas || row.step == .areasCorrected {
        guard Int(row.areas) < numbers.count else { throw CacheDamage() }
        row.areas = numbers[Int(row.areas)]
      }
      if index < Int(new.count - new.entryRowCount) {
        own.append(row)
      } else {
        try resolve(&row, in: next, new.number, id)
        others.append(row)
      }
    }
    own.sort(by: MeasureRow.inOrder)
    entry.count = UInt32(own.count + others.count)
    entry.entryRowCount = UInt32(others.count)
    rows += own + others
    entries.append(entry)
  }

  /// Gives a target that lies in the other index its position; one that lies in neither is kept as it is known.
  private mutating func resolve(
    _ row: inout MeasureRow, in part: Part, _ measure: UInt32, _ id: (Int) -> EventKey?
  ) throws(CacheDamage) {
    guard row.step == .target, row.effective < 0 else { return }
    let isKept = part.index.start == 0
    guard -row.effective <= part.targets.count else { throw CacheDamage() }
    let target = part.targets[Int(-row.effective) - 1]
    let other = isKept ? next.index : kept.index
    let own = Set(try other.positions(about: SubjectID(.measure, Int(measure))))
    if let found = try other.candidates(for: target).first(where: { own.contains($0) && id($0) == target }) {
      row.effective = Int64(found)
    } else if !isKept {
      targets.append(target)
      row.effective = -Int64(targets.count)
    }
  }

  /// Counts the measure that was added last where it stands now, instead of where it stood.
  private mutating func refold(
    _ old: MeasureTables.Entry?, _ horizon: Int64, _ counts: inout MeasureCounts, _ later: inout [UInt32]
  ) {
    guard let entry = entries.last else { return }
    if let old {
      let before = Array(kept.rows(of: old))
      let stand = before.stand(entryRowCount: Int(old.entryRowCount), before: kept.horizon, sets: &sets)
      counts.add(stand, sets, -1)
    }
    let now = Array(rows[Int(entry.first)...])
    counts.add(now.stand(entryRowCount: Int(entry.entryRowCount), before: horizon, sets: &sets), sets, 1)
    if now.contains(where: { $0.step != .target && $0.effective >= horizon }) { later.append(entry.number) }
  }
}
