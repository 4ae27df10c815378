import JournalStore
import LedgerDomain

/// The rows of one measure as they lie in the table: its own by moment and position, then those about other entries, by
/// position. Used again for measure after measure.
struct MeasureHistory {
  private(set) var rows: [MeasureRow] = []
  /// How many of the rows, the last ones, are about other entries.
  private(set) var entryRowCount = 0
  private var entries: [MeasureRow] = []
  /// The targets that are not among the rows gathered, of all measures so far.
  private(set) var far: [EventID] = []

  /// Gathers the rows at places, which are those of one measure.
  mutating func gather(_ places: ArraySlice<UInt32>, of all: MeasureRows) {
    rows.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for place in places {
      var row = all[place]
      if row.step == .target { row.effective = self.place(of: all.targets[Int(row.effective)], places, all) }
      if row.step.isAboutAnEntry { entries.append(row) } else { rows.append(row) }
    }
    rows.arrange()
    entryRowCount = entries.count
    if !entries.isEmpty { rows += entries }
  }

  /// The position of a target among a measure's rows; where it is not there, its place among the far ones, from -1 down.
  private mutating func place(of target: EventID, _ places: ArraySlice<UInt32>, _ all: MeasureRows) -> Int64 {
    if let found = places.last(where: { all.id(at: $0) == target && all[$0].step != .target }) {
      return Int64(all[found].position)
    }
    return note(far: target)
  }

  /// Gathers a measure's own rows in any order, and those about other entries, by position.
  mutating func gather(_ own: [MeasureRow], _ entries: [MeasureRow]) {
    rows = own
    rows.arrange()
    entryRowCount = entries.count
    rows += entries
  }

  /// Notes a target that is not among the rows, and gives its place from -1 down.
  mutating func note(far target: EventID) -> Int64 {
    far.append(target)
    return -Int64(far.count)
  }

  /// Whether the measure's state at any reading is that after its first so many rows: nothing corrects them, and what
  /// was true later was also recorded later.
  var isSteady: Bool { entryRowCount == 0 && zip(rows, rows.dropFirst()).allSatisfy { $0.position < $1.position } }
}
