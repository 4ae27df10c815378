import Integrity
import LedgerDomain

extension LineIndex {
  /// The index over these lines and those that follow, made from the tables of both: no line is read or hashed again.
  ///
  /// Table by table it is what a sweep over all the lines would make. `ids` are those of the events that follow, in order.
  /// Nil where the table of ids is full: its slots do not tell the whole id, so a larger one needs a sweep, at every
  /// doubling of the journal; and where an id may be used twice, which a sweep over all of them looks into. Requires that this index begins at the first line. Costs the reading and the copying of the
  /// tables, some 75 bytes a line.
  func merged(with next: LineIndex, ids: [EventID]) throws(CacheDamage) -> LineIndex? {
    precondition(start == 0 && next.start == count && ids.count == next.count, "an index goes on where the other ends")
    guard let slots = try slots(adding: ids) else { return nil }
    let lines = try lines(adding: next)
    var tables = try postingTables(adding: next)
    tables[Table.ids] = slots
    tables[Table.seals] = try seals(adding: next)
    let leaves = lines[(count / 256 * 256)...].map(\.leafHash)
    let tiles8 = try all(Table.tiles8, as: Digest.self) + IndexTally.roots(of: leaves)
    let known = try all(Table.tiles16, as: Digest.self)
    guard tiles8.count == lines.count / 256, known.count == count >> 16 else { throw CacheDamage() }
    let tiles16 = known + IndexTally.roots(of: Array(tiles8[(known.count * 256)...]))
    tables[Table.tiles8] = bytes(of: tiles8)
    tables[Table.tiles16] = bytes(of: tiles16)
    tables[Table.lines] = bytes(of: lines)
    return LineIndex(start: 0, count: lines.count, sections: MemorySections(tables))
  }

  private func all<T: BitwiseCopyable>(_ table: Int, as type: T.Type) throws(CacheDamage) -> [T] {
    try sections.load(table, 0..<sections.count(table, of: type), as: type)
  }

  private func lines(adding next: LineIndex) throws(CacheDamage) -> [Line] {
    var lines = try all(Table.lines, as: Line.self)
    let added = try next.all(Table.lines, as: Line.self)
    guard lines.count == count, added.count == next.count else { throw CacheDamage() }
    if let floor = added.first?.floor {
      // The floors do not fall, so those above a later line's are the last ones.
      for index in lines.indices.reversed() {
        if lines[index].floor <= floor { break }
        lines[index].floor = floor
      }
    }
    return lines + added
  }

  private func slots(adding ids: [EventID]) throws(CacheDamage) -> [UInt8]? {
    var slots = try all(Table.ids, as: UInt64.self)
    guard slots.count.nonzeroBitCount == 1, (count + ids.count) * 2 <= slots.count else { return nil }
    let isSure = slots.withUnsafeMutableBufferPointer { slots -> Bool in
      for (index, id) in ids.enumerated() {
        var slot = id.slot & (slots.count - 1)
        while slots[slot] != 0 {
          if slots[slot] >> 32 == UInt64(id.fingerprint) { return false }
          slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt64(id.fingerprint) << 32 | UInt64(count + index + 1)
      }
      return true
    }
    return isSure ? bytes(of: slots) : nil
  }

  private func seals(adding next: LineIndex) throws(CacheDamage) -> [UInt8] {
    let (kept, added) = (try all(Table.seals, as: Seal.self), try next.all(Table.seals, as: Seal.self))
    var merged: [Seal] = []
    merged.reserveCapacity(kept.count + added.count)
    var place = 0
    for seal in kept {
      while place < added.count, added[place].digest < seal.digest {
        merged.append(added[place])
        place += 1
      }
      var seal = seal
      if place < added.count, added[place].digest == seal.digest {
        if seal.position == 0 { seal.position = added[place].position }
        if seal.erased == 0 { seal.erased = added[place].erased }
        place += 1
      }
      merged.append(seal)
    }
    return bytes(of: merged + added[place...])
  }

  /// The tables of subjects, postings and their types.
  private func postingTables(adding next: LineIndex) throws(CacheDamage) -> [Int: [UInt8]] {
    let (kept, added) = (try Postings(self), try Postings(next))
    var merged = Postings(room: kept.positions.count + added.positions.count)
    var place = 0
    for subject in kept.subjects {
      while place < added.subjects.count, added.subjects[place].key < subject.key {
        try merged.append(added.subjects[place], of: added, nil, of: added)
        place += 1
      }
      var same: Subject?
      if place < added.subjects.count, added.subjects[place].key == subject.key {
        same = added.subjects[place]
        place += 1
      }
      try merged.append(subject, of: kept, same, of: added)
    }
    for subject in added.subjects[place...] { try merged.append(subject, of: added, nil, of: added) }
    return [
      Table.subjects: bytes(of: merged.subjects), Table.postings: bytes(of: merged.positions),
      Table.postingTypes: merged.types,
    ]
  }

  /// Subjects and their postings in memory.
  private struct Postings {
    var subjects: [Subject] = []
    var positions: [UInt32] = []
    var types: [UInt8] = []

    init(room: Int) {
      positions.reserveCapacity(room)
      types.reserveCapacity(room)
    }

    init(_ index: LineIndex) throws(CacheDamage) {
      subjects = try index.all(Table.subjects, as: Subject.self)
      positions = try index.all(Table.postings, as: UInt32.self)
      types = try index.all(Table.postingTypes, as: UInt8.self)
      guard types.count == positions.count else { throw CacheDamage() }
    }

    /// Adds a subject with its postings in one table and, where it has some, in the next.
    mutating func append(
      _ one: Subject, of kept: Postings, _ other: Subject?, of added: Postings
    ) throws(CacheDamage) {
      var subject = one
      subject.first = UInt32(truncatingIfNeeded: positions.count)
      subject.aboutCount += other?.aboutCount ?? 0
      subject.namingCount += other?.namingCount ?? 0
      for isAbout in [true, false] {
        try take(one, isAbout, of: kept)
        if let other { try take(other, isAbout, of: added) }
      }
      subjects.append(subject)
    }

    private mutating func take(_ subject: Subject, _ isAbout: Bool, of table: Postings) throws(CacheDamage) {
      let first = Int(subject.first) + (isAbout ? 0 : Int(subject.aboutCount))
      let end = first + Int(isAbout ? subject.aboutCount : subject.namingCount)
      guard end <= table.positions.count else { throw CacheDamage() }
      positions += table.positions[first..<end]
      types += table.types[first..<end]
    }
  }
}
