import LedgerDomain

/// The tables of subjects, of postings and of their types in the making, by counting: how many postings there are of each
/// subject, then where each goes. Memory while they are made: 4 bytes a line and 4 for each subject that a line names.
struct PostingTables {
  private var numbers = SubjectTable<Int32>(missing: -1)
  private var entries: [LineIndex.Subject] = []

  /// The three tables; what the columns hold of subjects is freed.
  static func make(_ columns: IndexColumns, after start: Int) -> [Int: [UInt8]] {
    var making = PostingTables()
    let about = columns.subjects.buffer.map { making.count($0, about: 1, naming: 0) }
    columns.subjects.removeLast(columns.subjects.count)
    let naming = columns.named.buffer.map { making.count($0, about: 0, naming: 1) }
    columns.named.removeLast(columns.named.count)
    let order = making.entries.indices.sorted { making.entries[$0].key < making.entries[$1].key }
    var first: UInt32 = 0
    for number in order {
      making.entries[number].first = first
      first += making.entries[number].aboutCount + making.entries[number].namingCount
    }
    let count = Int(first)
    var types: [UInt8] = []
    let postings = IndexTally.table(of: UInt32.self, count: count, allFilled: true) { postings in
      types = IndexTally.table(of: UInt8.self, count: count, allFilled: true) { types in
        making.put(columns, about, naming, after: start, postings, types)
      }
    }
    return [
      LineIndex.Table.subjects: bytes(of: order.map { making.entries[$0] }), LineIndex.Table.postings: postings,
      LineIndex.Table.postingTypes: types,
    ]
  }

  /// Counts a posting more of a subject, and gives the subject's number.
  @inline(__always)
  private mutating func count(_ word: UInt64, about: UInt32, naming: UInt32) -> Int32 {
    guard let subject = SubjectID(key: word) else { preconditionFailure("a key stands for a subject") }
    var number = numbers[subject]
    if number < 0 {
      number = Int32(entries.count)
      numbers[subject] = number
      entries.append(LineIndex.Subject(key: word, first: 0, aboutCount: 0, namingCount: 0))
    }
    entries[Int(number)].aboutCount += about
    entries[Int(number)].namingCount += naming
    return number
  }

  /// Puts each line's position and type where it belongs; the columns of types and of naming lines are freed.
  private func put(
    _ columns: IndexColumns, _ about: [Int32], _ naming: [Int32], after start: Int,
    _ postings: UnsafeMutableBufferPointer<UInt32>, _ types: UnsafeMutableBufferPointer<UInt8>
  ) {
    let (ownTypes, lines) = (columns.types.buffer, columns.namingLines.buffer)
    var next = entries.map(\.first)
    for (line, number) in about.enumerated() {
      let place = Int(next[Int(number)])
      next[Int(number)] += 1
      postings[place] = UInt32(start + line + 1)
      types[place] = ownTypes[line]
    }
    // Behind those about a subject now come those that name it.
    for (item, number) in naming.enumerated() {
      let place = Int(next[Int(number)])
      next[Int(number)] += 1
      postings[place] = UInt32(start + Int(lines[item]) + 1)
      types[place] = ownTypes[Int(lines[item])]
    }
    columns.types.removeLast(columns.types.count)
    columns.namingLines.removeLast(columns.namingLines.count)
  }
}
