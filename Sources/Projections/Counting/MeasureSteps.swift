import JournalStore

/// What the rows of steady measures change, one step after the other in the order of positions: counting them at two
/// clock readings needs no fold.
///
/// A measure is steady where nothing corrects it and what was true later was also recorded later. What is seen of it at
/// any reading are then its first so many rows, and a row is seen where it is known and effective. So a step that moves
/// the measure from one count to another moves it at every reading that sees the step, and at no other:
///
///     count(position, moment) = sum over the steps with step.position ≤ position and step.effective < moment
///
/// A step is a word of 4 bytes: the rank of its moment among all, and below it the number of its change, in as many bits
/// as there are changes for; of 8 bytes, each half one of them, where that is more than 32 bits. Some 1 ns a step.
struct MeasureSteps {
  /// What a step changes: where the measure was counted, and where it is from then on; status 0 for nowhere.
  struct Change: Hashable, BitwiseCopyable {
    var areasBefore: UInt32
    var statusBefore: UInt32
    var areas: UInt32
    var status: UInt32

    init(from before: MeasureStand.Counted?, to after: MeasureStand.Counted?) {
      (areasBefore, statusBefore) = (before?.areas ?? 0, before?.status ?? 0)
      (areas, status) = (after?.areas ?? 0, after?.status ?? 0)
    }

    var before: MeasureStand.Counted? {
      statusBefore == 0 ? nil : MeasureStand.Counted(areas: areasBefore, status: statusBefore)
    }

    var after: MeasureStand.Counted? { status == 0 ? nil : MeasureStand.Counted(areas: areas, status: status) }
  }

  let index: LineIndex

  /// How many steps are asked for at a time: what stays in the processor's cache.
  private static let windowCount = 16 << 10

  /// The steps of an index that was made with a `MeasureTally`.
  init(_ index: LineIndex) {
    self.index = index
  }

  /// How many bits the number of a change has in a word of 4 bytes.
  static func changeBitCount(_ changeCount: Int) -> Int { Int.bitWidth - max(0, changeCount - 1).leadingZeroBitCount }

  /// Counts the steady measures by what is known up to a position and effective before a moment.
  func count(known position: Int, before moment: Int64, into sums: inout MeasureSums) throws(CacheDamage) {
    let sections = index.sections
    let changeCount = sections.count(MeasureTables.changes, of: Change.self)
    let changes = try sections.load(MeasureTables.changes, 0..<changeCount, as: Change.self)
    let rank = try sections.firstIndex(MeasureTables.moments, as: Int64.self) { $0 < moment }
    let stepCount = sections.count(MeasureTables.stepPositions, of: UInt32.self)
    let end =
      position >= index.end
      ? stepCount
      : try sections.firstIndex(MeasureTables.stepPositions, as: UInt32.self) { $0 <= position }
    let counts =
      sections.byteCount(of: MeasureTables.steps) == 4 * stepCount
      ? try count(0..<end, before: rank, changeCount, Self.changeBitCount(changeCount), UInt32.self)
      : try count(0..<end, before: rank, changeCount, 32, UInt64.self)
    for (number, count) in counts.enumerated() where count > 0 {
      guard number < changeCount else { throw CacheDamage() }
      sums.add(changes[number].before, -count)
      sums.add(changes[number].after, count)
    }
  }

  /// How many steps of each change there are among those in a range, with moments below a rank.
  private func count<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    _ range: Range<Int>, before rank: Int, _ changeCount: Int, _ bitCount: Int, _ type: Word.Type
  ) throws(CacheDamage) -> [Int] {
    // One place more than there are changes stands for all numbers that none has.
    var counts = [Int](repeating: 0, count: changeCount + 1)
    let size = MemoryLayout<Word>.stride
    let mask: Word = (1 << bitCount) - 1
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + Self.windowCount, range.upperBound)
      try index.sections.withBytes(of: MeasureTables.steps, (start * size)..<(end * size)) { bytes in
        for place in 0..<(end - start) {
          let word = bytes.loadUnaligned(fromByteOffset: place * size, as: Word.self)
          counts[min(Int(truncatingIfNeeded: word & mask), changeCount)] += Int(word >> bitCount) < rank ? 1 : 0
        }
      }
      start = end
    }
    return counts
  }
}
