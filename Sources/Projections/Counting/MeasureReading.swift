package import JournalStore
package import LedgerDomain

extension MeasureCounts {
  /// Counts by the tables of a journal that was opened with a `MeasureTally`: of what was known through a position, as
  /// of a moment. Throws where the journal cannot be read any more.
  package init(_ view: JournalView, through position: Int, asOf: Effective) throws(JournalError) {
    let end = asOf.endOfReading.milliseconds
    self = try view.lines.ask { indexes throws(CacheDamage) -> MeasureCounts in
      let reading = try MeasureReading(indexes) { view.event(at: $0).map { $0.id } }
      return position >= view.count && end >= reading.horizon
        ? try reading.countsNow(before: end) : try reading.counts(known: position, before: end)
    }
  }
}

/// The tables of measures in the indexes of a journal, the first from its first line on.
struct MeasureReading {
  private let indexes: [LineIndex]
  /// From when on the sums of the first index do not count everything.
  let horizon: Int64
  /// The id of the event at a position.
  private let id: (Int) -> EventID?

  init(_ indexes: [LineIndex], id: @escaping (Int) -> EventID?) throws(CacheDamage) {
    self.indexes = indexes
    self.id = id
    let first = indexes[0].sections
    let hasHorizon = first.byteCount(of: MeasureTables.horizon) > 0
    horizon = hasHorizon ? try first.load(MeasureTables.horizon, 0, as: Int64.self) : .max
  }

  /// The sets of the first index, then those that the others add; and how each index's numbers read among them.
  private func areaSets() throws(CacheDamage) -> (sets: AreaSets, numbers: [[UInt32]]) {
    var sets = AreaSets()
    var numbers: [[UInt32]] = []
    for index in indexes {
      let own = try Self.sets(of: index)
      numbers.append(own.numbers(in: &sets))
    }
    return (sets, numbers)
  }

  static func sets(of index: LineIndex) throws(CacheDamage) -> AreaSets {
    let size = index.sections.byteCount(of: MeasureTables.areaSets)
    if size == 0 { return AreaSets() }
    let text = try index.sections.withBytes(of: MeasureTables.areaSets, 0..<size) { Array($0) }
    guard let sets = AreaSets(text: text) else { throw CacheDamage() }
    return sets
  }

  /// Everything known, as of a moment not before the horizon: the sums, corrected for the measures that have changed.
  func countsNow(before end: Int64) throws(CacheDamage) -> MeasureCounts {
    let first = indexes[0].sections
    let size = first.byteCount(of: MeasureTables.sums)
    guard var counts = MeasureCounts(text: try first.withBytes(of: MeasureTables.sums, 0..<size) { Array($0) }) else {
      throw CacheDamage()
    }
    let later = try first.load(
      MeasureTables.later, 0..<first.count(MeasureTables.later, of: UInt32.self), as: UInt32.self)
    var changed = Set(later)
    for index in indexes.dropFirst() {
      for entry in try Self.entries(of: index) { changed.insert(entry.number) }
    }
    if changed.isEmpty { return counts }
    var (sets, numbers) = try areaSets()
    for number in changed {
      if let old = try Self.entry(number, in: indexes[0]) {
        let rows = try rows(of: old, in: 0, numbers)
        counts.add(rows.stand(entryRowCount: Int(old.entryRowCount), before: horizon, sets: &sets), sets, -1)
      }
      let (rows, entryRowCount) = try allRows(of: number, numbers)
      counts.add(rows.stand(entryRowCount: entryRowCount, before: end, sets: &sets), sets, 1)
    }
    return counts
  }

  /// What was known through a position, as of a moment: every step of a measure in the first index is looked at, and the
  /// rows of those that are not steady; then what the later ones have changed.
  func counts(known position: Int, before moment: Int64) throws(CacheDamage) -> MeasureCounts {
    var (sets, numbers) = try areaSets()
    var sums = MeasureSums()
    let steps = MeasureSteps(indexes[0])
    try steps.count(known: position, before: moment, into: &sums)
    try steps.countUnsteady(known: position, before: moment, into: &sums, &sets)
    var changed: Set<UInt32> = []
    for index in indexes.dropFirst() where index.start < position {
      for entry in try Self.entries(of: index) { changed.insert(entry.number) }
    }
    for number in changed {
      if let old = try Self.entry(number, in: indexes[0]) {
        let rows = try rows(of: old, in: 0, numbers)
        let stand = rows.stand(entryRowCount: Int(old.entryRowCount), known: position, before: moment, sets: &sets)
        sums.add(stand.counted, -1)
      }
      let (rows, entryRowCount) = try allRows(of: number, numbers)
      sums.add(rows.stand(entryRowCount: entryRowCount, known: position, before: moment, sets: &sets).counted)
    }
    return MeasureCounts(sums, sets)
  }

  /// All rows of one measure, from every index, as they would lie in one; and how many of them are about other entries.
  private func allRows(
    of number: UInt32, _ numbers: [[UInt32]]
  ) throws(CacheDamage) -> (rows: [MeasureRow], entryRowCount: Int) {
    var own: [MeasureRow] = []
    var entries: [MeasureRow] = []
    for place in indexes.indices {
      guard let entry = try Self.entry(number, in: indexes[place]) else { continue }
      let rows = try rows(of: entry, in: place, numbers)
      own += rows.dropLast(Int(entry.entryRowCount))
      entries += rows.suffix(Int(entry.entryRowCount))
    }
    own.arrange()
    return (own + entries, entries.count)
  }

  /// The rows of a measure in one index, with area sets and targets as all indexes know them.
  private func rows(
    of entry: MeasureTables.Entry, in place: Int, _ numbers: [[UInt32]]
  ) throws(CacheDamage) -> [MeasureRow] {
    let index = indexes[place]
    let range = Int(entry.first)..<(Int(entry.first) + Int(entry.count))
    guard entry.entryRowCount <= entry.count else { throw CacheDamage() }
    var rows = try index.sections.load(MeasureTables.rows, range, as: MeasureRow.self)
    if place == 0 { return rows }
    for row in rows.indices {
      if rows[row].step.hasAreas || rows[row].step == .areasCorrected {
        guard Int(rows[row].areas) < numbers[place].count else { throw CacheDamage() }
        rows[row].areas = numbers[place][Int(rows[row].areas)]
      }
      if rows[row].step == .target, rows[row].effective < 0 {
        let target = try index.sections.load(MeasureTables.targets, Int(-rows[row].effective) - 1, as: EventID.self)
        rows[row].effective = try position(of: target, before: place, measure: entry.number)
      }
    }
    return rows
  }

  /// The position of an event of a measure that an earlier index is about; 0 where there is none.
  private func position(of id: EventID, before place: Int, measure: UInt32) throws(CacheDamage) -> Int64 {
    for index in indexes[..<place] {
      let own = Set(try index.positions(about: SubjectID(.measure, Int(measure))))
      let found = try index.candidates(for: id).first { own.contains($0) && self.id($0) == id }
      if let found { return Int64(found) }
    }
    return 0
  }

  private static func entries(of index: LineIndex) throws(CacheDamage) -> [MeasureTables.Entry] {
    let count = index.sections.count(MeasureTables.measures, of: MeasureTables.Entry.self)
    return try index.sections.load(MeasureTables.measures, 0..<count, as: MeasureTables.Entry.self)
  }

  private static func entry(_ number: UInt32, in index: LineIndex) throws(CacheDamage) -> MeasureTables.Entry? {
    let place = try index.sections.firstIndex(MeasureTables.measures, as: MeasureTables.Entry.self) {
      $0.number < number
    }
    guard place < index.sections.count(MeasureTables.measures, of: MeasureTables.Entry.self) else { return nil }
    let found = try index.sections.load(MeasureTables.measures, place, as: MeasureTables.Entry.self)
    return found.number == number ? found : nil
  }
}
