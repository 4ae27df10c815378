import Integrity
import LedgerDomain

/// The makings of a `LineIndex`, gathered in a sweep. Memory: some 90 bytes a line.
package struct IndexTally: LineTally {
  private var lines: [LineIndex.Line] = []
  /// The ids of the lines' events.
  private(set) var ids: [EventKey] = []
  private var subjects: [UInt64] = []
  private var types: [UInt8] = []
  /// Line numbers here, from 0, and the subjects that those lines name.
  private var naming: [(line: Int32, key: UInt64)] = []
  private var seals: [Digest: LineIndex.Seal] = [:]
  private var firstPosition = 0

  package init() {}

  package mutating func take(_ line: SweptLine) {
    let facts = line.facts
    if lines.isEmpty { firstPosition = facts.position }
    let number = Int32(truncatingIfNeeded: lines.count)
    lines.append(
      LineIndex.Line(
        place: UInt64(line.segment) << 40 | UInt64(line.byteOffset), floor: facts.recorded, leafHash: line.leafHash))
    ids.append(facts.id)
    types.append(UInt8(truncatingIfNeeded: facts.type))
    let own = facts.subject.key
    subjects.append(own)
    for (index, mention) in line.mentions.enumerated() where mention.key != own {
      // Lines name few subjects, most of them once.
      if index > 0, line.mentions[..<index].contains(mention) { continue }
      naming.append((number, mention.key))
    }
    guard !line.commitments.isEmpty else { return }
    let position = UInt32(truncatingIfNeeded: facts.position)
    for seal in line.seals {
      note(
        LineIndex.Seal(
          digest: seal.commitment.digest, position: seal.isErased ? 0 : position,
          erased: seal.isErased ? position : 0))
    }
  }

  package mutating func join(_ next: IndexTally) {
    guard !next.lines.isEmpty else { return }
    if lines.isEmpty { firstPosition = next.firstPosition }
    let offset = Int32(truncatingIfNeeded: lines.count)
    lines += next.lines
    ids += next.ids
    types += next.types
    subjects += next.subjects
    for item in next.naming { naming.append((item.line + offset, item.key)) }
    for seal in next.seals.values { note(seal) }
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
    guard !lines.isEmpty else { return .empty(after: start) }
    precondition(firstPosition == start + 1, "the lines of an index follow on those before")
    let count = lines.count
    var tables: [Int: [UInt8]] = [:]
    tables[LineIndex.Table.ids] = idTable
    let (subjects, postings) = postingTables(after: start)
    tables[LineIndex.Table.subjects] = bytes(of: subjects)
    tables[LineIndex.Table.postings] = bytes(of: postings)
    tables[LineIndex.Table.postingTypes] = postings.map { types[Int($0) - start - 1] }
    tables[LineIndex.Table.seals] = bytes(of: seals.values.sorted { $0.digest < $1.digest })
    if start == 0 {
      let tiles8 = Self.roots(of: lines.map(\.leafHash))
      tables[LineIndex.Table.tiles8] = bytes(of: tiles8)
      tables[LineIndex.Table.tiles16] = bytes(of: Self.roots(of: tiles8))
    }
    for index in (0..<(count - 1)).reversed() { lines[index].floor = min(lines[index].floor, lines[index + 1].floor) }
    tables[LineIndex.Table.lines] = bytes(of: lines)
    return LineIndex(start: start, count: count, sections: MemorySections(tables))
  }

  /// The roots over each 256 hashes in a row; what is left over has none.
  static func roots(of hashes: [Digest]) -> [Digest] {
    var hashes = hashes
    return hashes.withUnsafeMutableBufferPointer { hashes in
      (0..<(hashes.count / 256)).map { index in
        MerkleTree.root(ofFull: UnsafeMutableBufferPointer(rebasing: hashes[(index * 256)..<((index + 1) * 256)]))
      }
    }
  }

  private var idTable: [UInt8] {
    var slotCount = 2
    while slotCount < ids.count * 2 { slotCount *= 2 }
    var slots = [UInt64](repeating: 0, count: slotCount)
    slots.withUnsafeMutableBufferPointer { slots in
      for (index, id) in ids.enumerated() {
        var slot = id.slot & (slotCount - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] = UInt64(id.fingerprint) << 32 | UInt64(index + 1)
      }
    }
    return bytes(of: slots)
  }

  /// The tables of subjects and of postings, by counting: how many there are of each, then where each goes.
  private func postingTables(after start: Int) -> (subjects: [LineIndex.Subject], postings: [UInt32]) {
    var numbers = SubjectTable<Int32>(missing: -1)
    var entries: [LineIndex.Subject] = []
    func number(of key: UInt64) -> Int {
      guard let subject = SubjectID(key: key) else { preconditionFailure("a key stands for a subject") }
      let known = numbers[subject]
      if known >= 0 { return Int(known) }
      numbers[subject] = Int32(entries.count)
      entries.append(LineIndex.Subject(key: key, first: 0, aboutCount: 0, namingCount: 0))
      return entries.count - 1
    }
    let about = subjects.map { key in
      let number = number(of: key)
      entries[number].aboutCount += 1
      return Int32(number)
    }
    let named = naming.map { item in
      let number = number(of: item.key)
      entries[number].namingCount += 1
      return Int32(number)
    }
    let order = entries.indices.sorted { entries[$0].key < entries[$1].key }
    var first: UInt32 = 0
    for number in order {
      entries[number].first = first
      first += entries[number].aboutCount + entries[number].namingCount
    }
    var postings = [UInt32](repeating: 0, count: Int(first))
    var next = entries.map { $0.first }
    for (line, number) in about.enumerated() {
      postings[Int(next[Int(number)])] = UInt32(start + line + 1)
      next[Int(number)] += 1
    }
    for (index, number) in named.enumerated() {
      postings[Int(next[Int(number)])] = UInt32(start + Int(naming[index].line) + 1)
      next[Int(number)] += 1
    }
    return (order.map { entries[$0] }, postings)
  }
}
