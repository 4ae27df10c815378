package import JournalStore
package import LedgerDomain
import StrictJSON

/// How many measures stand where: by official status and by the areas that they are for, at two clock readings.
///
/// A measure for several areas counts in each of them, and once among all. The answer is that of a `Book`'s measures,
/// counted; it is made from rows of 16 bytes and not from events, so it costs some nanoseconds a row, and where nothing is
/// asked of the past only the measures that a cache does not know.
package struct MeasureCounts: Equatable, Sendable {
  /// Where measures are counted.
  package enum Place: Hashable, Comparable, Sendable {
    case area(Code)
    case wholeMunicipality
    /// Measures that state no area.
    case notStated
    /// Every measure once.
    case all
  }

  /// How many measures of each status there are in a place; none that is 0.
  package private(set) var counts: [Place: [MeasureStatus: Int]] = [:]

  /// The places, areas first in the order of their codes.
  package var places: [Place] { counts.keys.sorted() }

  /// How many measures there are in a place.
  package func total(_ place: Place) -> Int { counts[place, default: [:]].values.reduce(0, +) }

  /// Counts measures that were folded from their events: slow, and what the rows are held against.
  package init(_ measures: [Measure]) {
    for measure in measures {
      guard let plan = measure.plan, let status = measure.status else { continue }
      add(AreaSets.Areas(isWide: plan.municipalityWide, codes: plan.areas), status, 1)
    }
  }

  init(_ sums: MeasureSums, _ sets: AreaSets) {
    for sum in sums.all { add(sets[sum.areas], sum.status, sum.count) }
  }

  mutating func add(_ areas: AreaSets.Areas, _ status: MeasureStatus, _ count: Int) {
    for code in Set(areas.codes) { add(.area(code), status, count) }
    if areas.isWide { add(.wholeMunicipality, status, count) }
    if !areas.isWide, areas.codes.isEmpty { add(.notStated, status, count) }
    add(.all, status, count)
  }

  private mutating func add(_ place: Place, _ status: MeasureStatus, _ count: Int) {
    let sum = counts[place, default: [:]][status, default: 0] + count
    counts[place, default: [:]][status] = sum == 0 ? nil : sum
    if counts[place]?.isEmpty == true { counts[place] = nil }
  }
}

extension MeasureCounts {
  /// A line for each count, as the table keeps it: place, status and count, with spaces between. A place is a code, `*`
  /// for the whole municipality, `-` for none stated, or `=` for all.
  var text: [UInt8] {
    Array(
      places.flatMap { place in
        counts[place, default: [:]].sorted { $0.key.text < $1.key.text }.map {
          "\(place.sign) \($0.key.text) \($0.value)\n"
        }
      }.joined().utf8)
  }

  /// The counts as they were written; nil for anything else.
  init?(text: [UInt8]) {
    for line in text.split(separator: 0x0A) {
      let parts = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 3, let place = Place(sign: parts[0]), let status = MeasureStatus(rawValue: parts[1]),
        let count = Int(parts[2])
      else { return nil }
      counts[place, default: [:]][status] = count
    }
  }
}

extension MeasureCounts.Place {
  /// One text for each place.
  package var sign: String {
    switch self {
    case .area(let code): code.text
    case .wholeMunicipality: "*"
    case .notStated: "-"
    case .all: "="
    }
  }

  init?(sign: String) {
    switch sign {
    case "*": self = .wholeMunicipality
    case "-": self = .notStated
    case "=": self = .all
    default:
      guard let code = try? Code(text: sign) else { return nil }
      self = .area(code)
    }
  }
}

extension MeasureCounts {
  /// Counts by the tables of a journal that was opened with a `MeasureTally`: of what was known through a position, as
  /// of a moment. Throws where the journal cannot be read any more.
  package init(_ view: JournalView, through position: Int, asOf: Effective) throws(JournalError) {
    let end = asOf.endOfReading.milliseconds
    self = try view.lines.ask { indexes throws(CacheDamage) -> MeasureCounts in
      let reading = try MeasureReading(indexes) { view.event(at: $0).map { EventKey($0.id) } }
      return position >= view.count && end >= reading.horizon
        ? try reading.countsNow(before: end) : try reading.counts(known: position, before: end)
    }
  }

  /// Counts everything known by tables in memory, as of a moment.
  init(_ indexes: [LineIndex], before end: Int64) throws(CacheDamage) {
    let reading = try MeasureReading(indexes) { _ in nil }
    self = try end >= reading.horizon ? reading.countsNow(before: end) : reading.counts(known: .max, before: end)
  }
}

/// The tables of measures in the indexes of a journal, the first from its first line on.
private struct MeasureReading {
  private let indexes: [LineIndex]
  /// From when on the sums of the first index do not count everything.
  let horizon: Int64
  /// The id of the event at a position.
  private let id: (Int) -> EventKey?

  init(_ indexes: [LineIndex], id: @escaping (Int) -> EventKey?) throws(CacheDamage) {
    self.indexes = indexes
    self.id = id
    let first = indexes[0].sections
    let hasHorizon = first.byteCount(of: MeasureTables.horizon) > 0
    horizon = hasHorizon ? try first.load(MeasureTables.horizon, 0, as: Int64.self) : .max
  }

  /// The sets of the first index, then those that the others add; and how each index's numbers read among them.
  private func areaSets() throws(CacheDamage) -> (sets: AreaSets, numbers: [[UInt16]]) {
    var sets = AreaSets()
    var numbers: [[UInt16]] = []
    for index in indexes {
      let own = try Self.sets(of: index)
      numbers.append([0] + own.all.map { sets.number(of: $0) })
    }
    return (sets, numbers)
  }

  private static func sets(of index: LineIndex) throws(CacheDamage) -> AreaSets {
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

  /// What was known through a position, as of a moment: every row is looked at.
  func counts(known position: Int, before moment: Int64) throws(CacheDamage) -> MeasureCounts {
    var (sets, numbers) = try areaSets()
    var sums = MeasureSums()
    var changed: Set<UInt32> = []
    for index in indexes.dropFirst() where index.start < position {
      for entry in try Self.entries(of: index) { changed.insert(entry.number) }
    }
    let entries = try Self.entries(of: indexes[0])
    var next = 0
    while next < entries.count {
      // So many measures at a time that their rows stay in the processor's cache.
      let start = Int(entries[next].first)
      var end = next
      while end < entries.count, Int(entries[end].first) - start < Self.windowRowCount { end += 1 }
      let window = entries[next..<end].filter { changed.isEmpty || !changed.contains($0.number) }
      try sum(window, known: position, before: moment, into: &sums, &sets)
      next = end
    }
    for number in changed {
      let (rows, entryRowCount) = try allRows(of: number, numbers)
      sums.add(rows.stand(entryRowCount: entryRowCount, known: position, before: moment, sets: &sets))
    }
    return MeasureCounts(sums, sets)
  }

  private static let windowRowCount = 16 << 10

  /// Adds measures of the first index that lie in a row.
  private func sum(
    _ entries: [MeasureTables.Entry], known position: Int, before moment: Int64, into sums: inout MeasureSums,
    _ sets: inout AreaSets
  ) throws(CacheDamage) {
    guard let first = entries.first, let last = entries.last else { return }
    let stride = MemoryLayout<MeasureRow>.stride
    let range = Int(first.first)..<(Int(last.first) + Int(last.count))
    var (ownSums, ownSets) = (sums, sets)
    let isRight = try indexes[0].sections.withBytes(
      of: MeasureTables.rows, (range.lowerBound * stride)..<(range.upperBound * stride)
    ) { bytes -> Bool in
      bytes.withMemoryRebound(to: MeasureRow.self) { rows in
        for entry in entries {
          let start = Int(entry.first) - range.lowerBound
          guard start >= 0, start + Int(entry.count) <= rows.count, entry.entryRowCount <= entry.count else {
            return false
          }
          let own = UnsafeBufferPointer(rebasing: rows[start..<(start + Int(entry.count))])
          let fold = MeasureFold(own, entryRowCount: Int(entry.entryRowCount))
          ownSums.add(fold.stand(known: position, before: moment, sets: &ownSets))
        }
        return true
      }
    }
    guard isRight else { throw CacheDamage() }
    (sums, sets) = (ownSums, ownSets)
  }

  /// All rows of one measure, from every index, as they would lie in one; and how many of them are about other entries.
  private func allRows(
    of number: UInt32, _ numbers: [[UInt16]]
  ) throws(CacheDamage) -> (rows: [MeasureRow], entryRowCount: Int) {
    var own: [MeasureRow] = []
    var entries: [MeasureRow] = []
    for place in indexes.indices {
      guard let entry = try Self.entry(number, in: indexes[place]) else { continue }
      let rows = try rows(of: entry, in: place, numbers)
      own += rows.dropLast(Int(entry.entryRowCount))
      entries += rows.suffix(Int(entry.entryRowCount))
    }
    own.sort(by: MeasureRow.inOrder)
    return (own + entries, entries.count)
  }

  /// The rows of a measure in one index, with area sets and targets as all indexes know them.
  private func rows(
    of entry: MeasureTables.Entry, in place: Int, _ numbers: [[UInt16]]
  ) throws(CacheDamage) -> [MeasureRow] {
    let index = indexes[place]
    let range = Int(entry.first)..<(Int(entry.first) + Int(entry.count))
    var rows = try index.sections.load(MeasureTables.rows, range, as: MeasureRow.self)
    if place == 0 { return rows }
    for row in rows.indices {
      if rows[row].step.hasAreas || rows[row].step == .areasCorrected {
        guard Int(rows[row].areas) < numbers[place].count else { throw CacheDamage() }
        rows[row].areas = numbers[place][Int(rows[row].areas)]
      }
      if rows[row].step == .target, rows[row].effective < 0 {
        let target = try index.sections.load(MeasureTables.targets, Int(-rows[row].effective) - 1, as: EventKey.self)
        rows[row].effective = try position(of: target, before: place, measure: entry.number)
      }
    }
    return rows
  }

  /// The position of an event of a measure that an earlier index is about; 0 where there is none.
  private func position(of id: EventKey, before place: Int, measure: UInt32) throws(CacheDamage) -> Int64 {
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
