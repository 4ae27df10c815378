package import Integrity
package import LedgerDomain

/// Where to find what in a run of a journal's lines: derived, disposable, the same whether in memory or in a cache file.
///
/// It holds no values of the events, sealed or not: positions, places, leaf hashes, times, and which subjects a line is
/// about and names.
package struct LineIndex: Sendable {
  /// How many lines stand before the first one here.
  package let start: Int
  /// How many lines it is about.
  package let count: Int
  package let sections: any Sections

  /// The position of the last line here.
  package var end: Int { start + count }

  /// The numbers of its tables.
  package enum Table {
    /// `Line` for each line.
    package static let lines = 0
    /// `UInt64` slots, by a hash of the event's id: the line's number here from 1, and above it 32 further bits of the
    /// id; 0 for none. A power of two of them.
    package static let ids = 1
    /// `Subject` for each subject that a line is about or names, in order.
    package static let subjects = 2
    /// `UInt32` positions: for each subject those about it, then those of others that name it.
    package static let postings = 3
    /// For each posting the number of its event's type, one byte.
    package static let postingTypes = 7
    /// `Seal` for each commitment, in the order of digests.
    package static let seals = 4
    /// `Digest` of each full subtree of 2^8 leaves, then of 2^16; only where `start` is 0.
    package static let tiles8 = 5
    package static let tiles16 = 6
  }

  /// A line: where it is, and its leaf.
  package struct Line: BitwiseCopyable {
    /// The segment's place among all, and the byte in it: 24 and 40 bits.
    package var place: UInt64
    /// The earliest time at which this line or any later one here was recorded, in milliseconds.
    package var floor: Int64
    package var leafHash: Digest

    package var segment: Int { Int(place >> 40) }
    package var byteOffset: Int { Int(place & 0xFF_FFFF_FFFF) }
  }

  /// A subject and its positions among the postings.
  package struct Subject: BitwiseCopyable {
    package var key: UInt64
    package var first: UInt32
    package var aboutCount: UInt32
    package var namingCount: UInt32
    var unused: UInt32 = 0
  }

  /// A commitment that lines hold.
  package struct Seal: BitwiseCopyable {
    package var digest: Digest
    /// The position of the first line that holds it; 0 where only an erasure names it.
    package var position: UInt32
    /// The position of the erasure; 0 for none.
    package var erased: UInt32
  }

  package init(start: Int, count: Int, sections: any Sections) {
    self.start = start
    self.count = count
    self.sections = sections
  }

  /// An index of no lines.
  package static func empty(after start: Int) -> LineIndex {
    LineIndex(start: start, count: 0, sections: MemorySections())
  }
}

extension SubjectID {
  /// The subject in one word that orders as subjects do.
  package var key: UInt64 { UInt64(kind.letterByte) << 32 | UInt64(number) }

  /// The subject that a word stands for; nil for a word that none has.
  package init?(key: UInt64) {
    guard key >> 32 <= 0xFF, let kind = SubjectKind(letterByte: UInt8(key >> 32)), key & 0xFFFF_FFFF > 0 else {
      return nil
    }
    self.init(kind, Int(key & 0xFFFF_FFFF))
  }
}

extension LineIndex {
  /// The line at a position. Requires start < position ≤ end.
  package func line(at position: Int) throws(CacheDamage) -> Line {
    try sections.load(Table.lines, position - start - 1, as: Line.self)
  }

  /// The entry of a subject; nil where no line is about it or names it.
  package func subject(_ id: SubjectID) throws(CacheDamage) -> Subject? {
    let index = try sections.firstIndex(Table.subjects, as: Subject.self) { $0.key < id.key }
    guard index < sections.count(Table.subjects, of: Subject.self) else { return nil }
    let found = try sections.load(Table.subjects, index, as: Subject.self)
    return found.key == id.key ? found : nil
  }

  /// The positions of the lines about a subject, in order; of some types of events, where these are given by number.
  package func positions(about id: SubjectID, types: Set<Int>? = nil) throws(CacheDamage) -> [Int] {
    guard let entry = try subject(id) else { return [] }
    return try positions(Int(entry.first)..<(Int(entry.first) + Int(entry.aboutCount)), types)
  }

  /// How many lines are about a subject.
  package func count(about id: SubjectID) throws(CacheDamage) -> Int { Int(try subject(id)?.aboutCount ?? 0) }

  /// The last position of a line about a subject; nil where there is none.
  package func lastPosition(about id: SubjectID) throws(CacheDamage) -> Int? {
    guard let entry = try subject(id), entry.aboutCount > 0 else { return nil }
    return Int(try sections.load(Table.postings, Int(entry.first + entry.aboutCount) - 1, as: UInt32.self))
  }

  /// The positions after a given one of the lines about other subjects that name this one, the last one first. Its cost is
  /// that of the answer.
  package func positions(naming id: SubjectID, after position: Int) throws(CacheDamage) -> [Int] {
    guard let entry = try subject(id) else { return [] }
    var found: [Int] = []
    let first = Int(entry.first + entry.aboutCount)
    for index in (first..<(first + Int(entry.namingCount))).reversed() {
      let line = Int(try sections.load(Table.postings, index, as: UInt32.self))
      if line <= position { break }
      found.append(line)
    }
    return found
  }

  /// The positions of the lines about other subjects that name this one, in order; of some types of events, where these
  /// are given by number.
  package func positions(naming id: SubjectID, types: Set<Int>? = nil) throws(CacheDamage) -> [Int] {
    guard let entry = try subject(id) else { return [] }
    let first = Int(entry.first + entry.aboutCount)
    return try positions(first..<(first + Int(entry.namingCount)), types)
  }

  private func positions(_ range: Range<Int>, _ types: Set<Int>?) throws(CacheDamage) -> [Int] {
    let positions = try sections.load(Table.postings, range, as: UInt32.self).map { Int($0) }
    guard let types else { return positions }
    let found = try sections.load(Table.postingTypes, range, as: UInt8.self)
    return zip(positions, found).filter { types.contains(Int($1)) }.map(\.0)
  }

  /// The subjects of a kind, or of every kind, that any line here up to a position is about, in order.
  package func subjects(_ kind: SubjectKind?, through position: Int) throws(CacheDamage) -> [SubjectID] {
    let range = try kind.map(range(of:)) ?? 0..<sections.count(Table.subjects, of: Subject.self)
    var found: [SubjectID] = []
    for entry in try sections.load(Table.subjects, range, as: Subject.self) where entry.aboutCount > 0 {
      if position < end, try sections.load(Table.postings, Int(entry.first), as: UInt32.self) > position { continue }
      if let subject = SubjectID(key: entry.key) { found.append(subject) }
    }
    return found
  }

  /// The positions whose event may have an id, to be looked at: hardly ever another one than the right one.
  package func candidates(for id: EventID) throws(CacheDamage) -> [Int] {
    let count = sections.count(Table.ids, of: UInt64.self)
    guard count > 0 else { return [] }
    var found: [Int] = []
    var slot = id.slot & (count - 1)
    while true {
      let entry = try sections.load(Table.ids, slot, as: UInt64.self)
      if entry == 0 { return found }
      if entry >> 32 == UInt64(id.fingerprint) { found.append(start + Int(entry & 0xFFFF_FFFF)) }
      slot = (slot + 1) & (count - 1)
    }
  }

  /// The last position here whose time is not later than a moment; nil where there is none.
  package func position(knownAt milliseconds: Int64) throws(CacheDamage) -> Int? {
    // The floors do not fall: the last one not later than the moment is that of a line which itself is not later.
    let index = try sections.firstIndex(Table.lines, as: Line.self) { $0.floor <= milliseconds }
    return index == 0 ? nil : start + index
  }

  /// What lines hold of all commitments, in the order of these.
  package func seals() throws(CacheDamage) -> [Seal] {
    try sections.load(Table.seals, 0..<sections.count(Table.seals, of: Seal.self), as: Seal.self)
  }

  /// What lines hold of a commitment; nil where none does.
  package func seal(_ commitment: Integrity.Commitment) throws(CacheDamage) -> Seal? {
    let index = try sections.firstIndex(Table.seals, as: Seal.self) { $0.digest < commitment.digest }
    guard index < sections.count(Table.seals, of: Seal.self) else { return nil }
    let found = try sections.load(Table.seals, index, as: Seal.self)
    return found.digest == commitment.digest ? found : nil
  }
}

extension EventID {
  /// Where to begin to look among slots.
  var slot: Int { Int(truncatingIfNeeded: (high &* 0x9E37_79B9_7F4A_7C15 ^ low) >> 16) }

  /// Bits that tell ids apart whose slots are near each other.
  var fingerprint: UInt32 { UInt32(truncatingIfNeeded: (low &* 0x9E37_79B9_7F4A_7C15 ^ high &* 31) >> 32) }
}
