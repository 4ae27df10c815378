import Integrity
import LedgerDomain

/// The makings of a `LineIndex`, gathered in a sweep. Memory: some 90 bytes a line, and while the tables are made those as
/// well, as far as the makings of them are not freed yet.
package struct IndexTally: LineTally {
  /// What is taken, and not joined to the columns yet.
  private var part = IndexPart()
  private var columns: IndexColumns?
  private var seals: [Digest: LineIndex.Seal] = [:]
  private var firstPosition = 0

  package init() {}

  package mutating func take(_ line: SweptLine) {
    if part.lines.isEmpty, columns == nil { firstPosition = line.facts.position }
    part.take(line)
    guard !line.commitments.isEmpty else { return }
    let position = UInt32(truncatingIfNeeded: line.facts.position)
    for seal in line.seals {
      note(
        LineIndex.Seal(
          digest: seal.commitment.digest, position: seal.isErased ? 0 : position,
          erased: seal.isErased ? position : 0))
    }
  }

  package mutating func join(_ next: IndexTally) {
    guard next.columns != nil || !next.part.lines.isEmpty else { return }
    if columns == nil, part.lines.isEmpty { firstPosition = next.firstPosition }
    let columns = gathered()
    // Parts of a sweep are taken only; none has joined others before.
    precondition(next.columns == nil, "the part that follows is one part")
    columns.append(next.part)
    for seal in next.seals.values { note(seal) }
  }

  /// The ids of the events of the lines taken, in order.
  var ids: [EventID] { (columns.map { Array($0.ids.buffer) } ?? []) + part.ids }

  /// The columns, nobody else's, with all that was taken.
  private mutating func gathered() -> IndexColumns {
    var own = columns ?? IndexColumns()
    columns = nil
    if !isKnownUniquelyReferenced(&own) { own = IndexColumns(copying: own) }
    own.append(part)
    part = IndexPart()
    columns = own
    return own
  }

  /// Keeps the first line that holds a commitment, and the erasure of it.
  private mutating func note(_ seal: LineIndex.Seal) {
    guard var known = seals[seal.digest] else { return seals[seal.digest] = seal }
    if known.position == 0 || seal.position != 0 && seal.position < known.position { known.position = seal.position }
    if known.erased == 0 { known.erased = seal.erased }
    seals[seal.digest] = known
  }

  /// The index of the lines taken, after `start` others.
  package consuming func index(after start: Int) -> LineIndex {
    let columns = gathered()
    let count = columns.lines.count
    guard count > 0 else { return .empty(after: start) }
    precondition(firstPosition == start + 1, "the lines of an index follow on those before")
    var tables: [Int: [UInt8]] = [:]
    tables[LineIndex.Table.seals] = bytes(of: seals.values.sorted { $0.digest < $1.digest })
    tables[LineIndex.Table.ids] = Self.idTable(columns.ids)
    tables.merge(PostingTables.make(columns, after: start)) { $1 }
    let lines = Self.lineTable(columns.lines)
    if start == 0 {
      let tiles8 = lines.withUnsafeBytes { Self.roots(ofLines: $0.bindMemory(to: LineIndex.Line.self)) }
      tables[LineIndex.Table.tiles8] = bytes(of: tiles8)
      tables[LineIndex.Table.tiles16] = bytes(of: Self.roots(of: tiles8))
    }
    tables[LineIndex.Table.lines] = lines
    return LineIndex(start: start, count: count, sections: MemorySections(tables))
  }

  /// The lines with their floors; the column is freed from its end on while the table grows from its own.
  private static func lineTable(_ column: Column<LineIndex.Line>) -> [UInt8] {
    table(of: LineIndex.Line.self, count: column.count, allFilled: true) { lines in
      var floor = Int64.max
      while column.count > 0 {
        let some = min(column.count, 64 << 10)
        let taken = column.buffer
        for place in ((taken.count - some)..<taken.count).reversed() {
          floor = min(floor, taken[place].floor)
          lines[place] = taken[place]
          lines[place].floor = floor
        }
        column.removeLast(some)
      }
    }
  }

  /// The roots over each 256 lines in a row; what is left over has none.
  private static func roots(ofLines lines: UnsafeBufferPointer<LineIndex.Line>) -> [Digest] {
    (0..<(lines.count / 256)).map { index in
      MerkleTree.root(ofFull: lines[(index * 256)..<((index + 1) * 256)].map(\.leafHash))
    }
  }

  /// The roots over each 256 hashes in a row; what is left over has none.
  static func roots(of hashes: [Digest]) -> [Digest] {
    (0..<(hashes.count / 256)).map { index in
      MerkleTree.root(ofFull: Array(hashes[(index * 256)..<((index + 1) * 256)]))
    }
  }

  /// The slots of ids; the column is freed.
  private static func idTable(_ column: Column<EventID>) -> [UInt8] {
    var slotCount = 2
    while slotCount < column.count * 2 { slotCount *= 2 }
    return table(of: UInt64.self, count: slotCount) { slots in
      for (index, id) in column.buffer.enumerated() {
        var slot = id.slot & (slotCount - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] = UInt64(id.fingerprint) << 32 | UInt64(index + 1)
      }
      column.removeLast(column.count)
    }
  }

  /// A table of so many records that are filled in where they are to lie; each is 0 at first, unless all are filled.
  static func table<T: BitwiseCopyable>(
    of type: T.Type, count: Int, allFilled: Bool = false, _ fill: (UnsafeMutableBufferPointer<T>) -> Void
  ) -> [UInt8] {
    let byteCount = count * MemoryLayout<T>.stride
    // An array's elements begin at a multiple of 16 bytes, which is as much as any record asks for.
    return [UInt8](unsafeUninitializedCapacity: byteCount) { bytes, filled in
      if !allFilled { bytes.initialize(repeating: 0) }
      UnsafeMutableRawBufferPointer(bytes).withMemoryRebound(to: type) { fill($0) }
      filled = byteCount
    }
  }
}
