package import JournalStore
package import LedgerDomain

extension MeasureTally {
  /// The tables of measures over the lines of two indexes, made from their rows as a sweep over all lines would make them:
  /// no line is read but those that an entry of the one names in the other. Linear in the rows.
  package static func merged(
    _ kept: LineIndex, _ next: LineIndex, id: (Int) -> EventID?
  ) throws(CacheDamage) -> [Int: [UInt8]]? {
    let (old, new) = (try MeasurePart(kept), try MeasurePart(next))
    guard let old, let new else { return nil }
    var sets = old.sets
    let areas = new.sets.numbers(in: &sets)
    var making = MeasureTableMaking(
      measureCount: old.entries.count + new.entries.count, rowCount: old.rows.count + new.rows.count,
      horizon: new.horizon)
    var (place, newPlace) = (0, 0)
    while place < old.entries.count || newPlace < new.entries.count {
      let number = min(
        place < old.entries.count ? old.entries[place].number : .max,
        newPlace < new.entries.count ? new.entries[newPlace].number : .max)
      let entry = place < old.entries.count && old.entries[place].number == number ? old.entries[place] : nil
      let newEntry =
        newPlace < new.entries.count && new.entries[newPlace].number == number ? new.entries[newPlace] : nil
      let (before, after) = (entry.map(old.rows) ?? [], newEntry.map(new.rows) ?? [])
      var own = Array(before.dropLast(Int(entry?.entryRowCount ?? 0)))
      var entryRows: [MeasureRow] = []
      for var row in before.dropFirst(own.count) {
        try old.resolve(&row, among: after, in: new, id, &making)
        entryRows.append(row)
      }
      let newOwnCount = after.count - Int(newEntry?.entryRowCount ?? 0)
      for (index, var row) in after.enumerated() {
        if row.step.hasAreas || row.step == .areasCorrected {
          guard Int(row.areas) < areas.count else { throw CacheDamage() }
          row.areas = areas[Int(row.areas)]
        }
        if index < newOwnCount {
          own.append(row)
        } else {
          try new.resolve(&row, among: before, in: old, id, &making)
          entryRows.append(row)
        }
      }
      if entry != nil { place += 1 }
      if newEntry != nil { newPlace += 1 }
      making.take(number, own, entryRows, &sets)
    }
    return making.tables(sets)
  }
}

/// The tables of measures in one index.
private struct MeasurePart {
  let index: LineIndex
  let entries: [MeasureTables.Entry]
  let rows: [MeasureRow]
  let targets: [EventID]
  let sets: AreaSets
  let horizon: Int64

  /// Nil where the index has none.
  init?(_ index: LineIndex) throws(CacheDamage) {
    func all<T: BitwiseCopyable>(_ table: Int, _ type: T.Type) throws(CacheDamage) -> [T] {
      try index.sections.load(table, 0..<index.sections.count(table, of: type), as: type)
    }
    guard let horizon = try all(MeasureTables.horizon, Int64.self).first else { return nil }
    let entries = try all(MeasureTables.measures, MeasureTables.Entry.self)
    let rows = try all(MeasureTables.rows, MeasureRow.self)
    guard let sets = AreaSets(text: try all(MeasureTables.areaSets, UInt8.self)),
      entries.allSatisfy({ Int($0.first) + Int($0.count) <= rows.count && $0.entryRowCount <= $0.count })
    else { throw CacheDamage() }
    targets = try all(MeasureTables.targets, EventID.self)
    (self.index, self.entries, self.rows, self.sets, self.horizon) = (index, entries, rows, sets, horizon)
  }

  func rows(of entry: MeasureTables.Entry) -> ArraySlice<MeasureRow> {
    rows[Int(entry.first)..<(Int(entry.first) + Int(entry.count))]
  }

  /// Gives a target that is among the measure's rows in the other index its position; one that is nowhere stays a far one.
  func resolve(
    _ row: inout MeasureRow, among rows: ArraySlice<MeasureRow>, in other: MeasurePart, _ id: (Int) -> EventID?,
    _ making: inout MeasureTableMaking
  ) throws(CacheDamage) {
    guard row.step == .target, row.effective < 0 else { return }
    guard -row.effective <= targets.count else { throw CacheDamage() }
    let target = targets[Int(-row.effective) - 1]
    let positions = Set(rows.filter { $0.step != .target }.map { Int($0.position) })
    let found = try other.index.candidates(for: target).first { positions.contains($0) && id($0) == target }
    row.effective = found.map { Int64($0) } ?? making.far(target)
  }
}
