package import JournalStore
import LedgerDomain

extension MeasureTally {
  /// The tables of measures over the lines of two indexes, made from their rows as a sweep over all lines would make them:
  /// no line is read but those that an entry of the one names in the other. Linear in the rows.
  package static func merged(
    _ kept: LineIndex, _ next: LineIndex, id: (Int) -> EventKey?
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
      var own: [MeasureRow] = []
      var entryRows: [MeasureRow] = []
      if place < old.entries.count, old.entries[place].number == number {
        let entry = old.entries[place]
        place += 1
        own += old.rows(of: entry).dropLast(Int(entry.entryRowCount))
        for var row in old.rows(of: entry).suffix(Int(entry.entryRowCount)) {
          try old.resolve(&row, of: number, in: new, id, &making)
          entryRows.append(row)
        }
      }
      if newPlace < new.entries.count, new.entries[newPlace].number == number {
        let entry = new.entries[newPlace]
        newPlace += 1
        for (index, var row) in new.rows(of: entry).enumerated() {
          if row.step.hasAreas || row.step == .areasCorrected {
            guard Int(row.areas) < areas.count else { throw CacheDamage() }
            row.areas = areas[Int(row.areas)]
          }
          if index < Int(entry.count - entry.entryRowCount) {
            own.append(row)
          } else {
            try new.resolve(&row, of: number, in: old, id, &making)
            entryRows.append(row)
          }
        }
      }
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
  let targets: [EventKey]
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
    targets = try all(MeasureTables.targets, EventKey.self)
    (self.index, self.entries, self.rows, self.sets, self.horizon) = (index, entries, rows, sets, horizon)
  }

  func rows(of entry: MeasureTables.Entry) -> ArraySlice<MeasureRow> {
    rows[Int(entry.first)..<(Int(entry.first) + Int(entry.count))]
  }

  /// Gives a target that lies in the other index its position; one that lies in neither stays a far one.
  func resolve(
    _ row: inout MeasureRow, of measure: UInt32, in other: MeasurePart, _ id: (Int) -> EventKey?,
    _ making: inout MeasureTableMaking
  ) throws(CacheDamage) {
    guard row.step == .target, row.effective < 0 else { return }
    guard -row.effective <= targets.count else { throw CacheDamage() }
    let target = targets[Int(-row.effective) - 1]
    let own = Set(try other.index.positions(about: SubjectID(.measure, Int(measure))))
    let found = try other.index.candidates(for: target).first { own.contains($0) && id($0) == target }
    row.effective = found.map { Int64($0) } ?? making.far(target)
  }
}
