/// Which rows are whose: the places of each measure's rows among all, in order. Made by counting, linear in the rows; 4
/// bytes a row and 8 a measure.
struct MeasureGroups {
  /// The measures that have rows, in order.
  private(set) var numbers: [UInt32] = []
  /// For each of them where its places begin, and where those of the last one end.
  private var starts: [UInt32] = []
  private var places: [UInt32]

  init(_ rows: MeasureRows) {
    var limit = 0
    rows.forEachNumber { limit = max(limit, Int($0) + 1) }
    places = [UInt32](repeating: 0, count: rows.count)
    // Numbers are given in order, so nearly every one up to the greatest is there; if not, sorting is better.
    if limit < 16 * rows.count + 1024 { count(rows, limit) } else { sort(rows) }
  }

  /// How many measures there are.
  var count: Int { numbers.count }

  /// The places of a measure's rows, by its place among the measures.
  subscript(index: Int) -> ArraySlice<UInt32> { places[Int(starts[index])..<Int(starts[index + 1])] }

  private mutating func count(_ rows: MeasureRows, _ limit: Int) {
    // Of each number how many rows there are; then where the next one of them goes.
    var next = [UInt32](repeating: 0, count: limit)
    rows.forEachNumber { next[Int($0)] += 1 }
    var start: UInt32 = 0
    for number in next.indices where next[number] > 0 {
      numbers.append(UInt32(number))
      starts.append(start)
      let count = next[number]
      next[number] = start
      start += count
    }
    starts.append(start)
    var place: UInt32 = 0
    rows.forEachNumber { number in
      places[Int(next[Int(number)])] = place
      next[Int(number)] += 1
      place += 1
    }
  }

  private mutating func sort(_ rows: MeasureRows) {
    var keys: [UInt64] = []
    keys.reserveCapacity(rows.count)
    rows.forEachNumber { keys.append(UInt64($0) << 32 | UInt64(keys.count)) }
    keys.sort()
    for (index, key) in keys.enumerated() {
      let number = UInt32(key >> 32)
      if numbers.last != number {
        numbers.append(number)
        starts.append(UInt32(index))
      }
      places[index] = UInt32(truncatingIfNeeded: key)
    }
    starts.append(UInt32(keys.count))
  }
}
