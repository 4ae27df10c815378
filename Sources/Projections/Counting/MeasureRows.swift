import JournalStore
import LedgerDomain

/// Rows as they come in a sweep, with whose they are and the ids of their events: 36 bytes each, in blocks of 590 kB, so
/// that what grows is never copied.
struct MeasureRows: Sendable {
  /// How many rows a block has: a power of two.
  private static let blockRowCount = 1 << 14

  private struct Block: Sendable {
    var numbers: [UInt32] = []
    var rows: [MeasureRow] = []
    var ids: [EventID] = []
  }

  /// All but the last are full.
  private var blocks = [Block()]
  /// Whom the `target` rows name, by their `effective`, from 0.
  private(set) var targets: [EventID] = []

  var count: Int { (blocks.count - 1) * Self.blockRowCount + blocks[blocks.count - 1].rows.count }

  /// Adds a row of the measure with a number.
  mutating func append(_ row: MeasureRow, of number: UInt32, id: EventID) {
    if blocks[blocks.count - 1].rows.count == Self.blockRowCount { addBlock() }
    let last = blocks.count - 1
    blocks[last].rows.append(row)
    blocks[last].numbers.append(number)
    blocks[last].ids.append(id)
  }

  /// Adds a row that names an event as the one that the row before is about.
  mutating func append(target: EventID, of number: UInt32, position: UInt32, id: EventID) {
    let row = MeasureRow(effective: Int64(targets.count), position: position, step: .target, areas: 0)
    append(row, of: number, id: id)
    targets.append(target)
  }

  /// Adds the rows that follow; `areas` are the numbers that their sets have here.
  mutating func append(_ next: MeasureRows, areas: [UInt32]) {
    let offset = Int64(targets.count)
    for block in next.blocks {
      for (index, row) in block.rows.enumerated() {
        var row = row
        if row.step == .target { row.effective += offset }
        if row.step.hasAreas || row.step == .areasCorrected { row.areas = areas[Int(row.areas)] }
        append(row, of: block.numbers[index], id: block.ids[index])
      }
    }
    targets += next.targets
  }

  private mutating func addBlock() {
    var block = Block()
    block.numbers.reserveCapacity(Self.blockRowCount)
    block.rows.reserveCapacity(Self.blockRowCount)
    block.ids.reserveCapacity(Self.blockRowCount)
    blocks.append(block)
  }

  /// A row by its place. Requires a place in 0..<count.
  @inline(__always) subscript(place: UInt32) -> MeasureRow {
    blocks[Int(place) / Self.blockRowCount].rows[Int(place) % Self.blockRowCount]
  }

  @inline(__always) func id(at place: UInt32) -> EventID {
    blocks[Int(place) / Self.blockRowCount].ids[Int(place) % Self.blockRowCount]
  }

  /// Calls `body` with the number of the measure of each row, in order.
  @inline(__always) func forEachNumber(_ body: (UInt32) -> Void) {
    for block in blocks { for number in block.numbers { body(number) } }
  }
}
