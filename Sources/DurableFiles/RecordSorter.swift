/// Records put in order, however many there are: so many at a time are sorted in memory, each such run is put behind the others in
/// a spool, and at the end the runs are merged.
///
/// Memory: one run, 2 MiB, and 16 KiB for each run while they are merged; of a million records, in a file, some 2.3 MiB. Cost:
/// some 0.2 µs a record. The records are of four words, and not of a kind that the caller chooses: what is generic over rooms is not
/// compiled for its kind, and sorting would take ten times as long. Failures are kept as `Spool` keeps them.
package final class RecordSorter: @unchecked Sendable {
  /// Four words, in the order of the first, then of the second, then of the third.
  package struct Record: BitwiseCopyable, Comparable, Sendable {
    package let first: UInt64
    package let second: UInt64
    package let third: UInt64
    package let fourth: UInt64

    package init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
      (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
    }

    package static func < (one: Record, other: Record) -> Bool {
      if one.first != other.first { return one.first < other.first }
      return one.second != other.second ? one.second < other.second : one.third < other.third
    }

    package static let byteCount = 32
  }

  /// Of each run where it ends, in records.
  private var ends: [Int] = []
  private var open: [Record] = []
  private let spool: Spool
  private let recordsInRun: Int

  /// `folder` is where runs wait; nil keeps them in memory.
  package init(in folder: String?, recordsInRun: Int = 1 << 16, operations: FileOperations = .system) {
    spool = Spool(in: folder, operations: operations)
    self.recordsInRun = recordsInRun
  }

  package func append(_ records: [Record]) {
    open += records
    if open.count >= recordsInRun { closeRun() }
  }

  private func closeRun() {
    guard !open.isEmpty else { return }
    open.sort()
    open.withUnsafeBytes { spool.append($0) }
    ends.append((ends.last ?? 0) + open.count)
    open.removeAll(keepingCapacity: true)
  }

  /// Hands all records over in order, some hundreds at a time, and forgets them.
  package func drain(_ body: ([Record]) throws(FileError) -> Void) throws(FileError) {
    if ends.isEmpty {
      open.sort()
      if !open.isEmpty { try body(open) }
    } else {
      closeRun()
      open = []
      try merge(body)
    }
    removeAll()
  }

  /// Forgets all records.
  package func removeAll() {
    open = []
    ends = []
    spool.removeAll()
  }

  private static let recordsInBlock = 512

  private func merge(_ body: ([Record]) throws(FileError) -> Void) throws(FileError) {
    var runs: [Run] = []
    for (index, end) in ends.enumerated() {
      var run = Run(next: index == 0 ? 0 : ends[index - 1], end: end)
      try run.fill(from: spool)
      runs.append(run)
    }
    // A heap of the runs by their first records.
    for place in runs.indices.reversed() { runs.sink(place) }
    var block: [Record] = []
    block.reserveCapacity(Self.recordsInBlock)
    while !runs.isEmpty {
      block.append(runs[0].head)
      if block.count == Self.recordsInBlock {
        try body(block)
        block.removeAll(keepingCapacity: true)
      }
      if try !runs[0].advance(in: spool) {
        runs.swapAt(0, runs.count - 1)
        runs.removeLast()
      }
      runs.sink(0)
    }
    if !block.isEmpty { try body(block) }
  }

  /// A run that is being read.
  fileprivate struct Run {
    private var block: [Record] = []
    private var place = 0
    private var next: Int
    private let end: Int

    init(next: Int, end: Int) {
      self.next = next
      self.end = end
    }

    var head: Record { block[place] }

    /// Goes to the next record; false where there is none.
    mutating func advance(in spool: Spool) throws(FileError) -> Bool {
      place += 1
      if place < block.count { return true }
      guard next < end else { return false }
      try fill(from: spool)
      return true
    }

    mutating func fill(from spool: Spool) throws(FileError) {
      let count = min(RecordSorter.recordsInBlock, end - next)
      block = try spool.records(next..<(next + count))
      next += count
      place = 0
    }
  }
}

extension [RecordSorter.Run] {
  /// Lets a run sink to where its first record belongs.
  fileprivate mutating func sink(_ place: Int) {
    var place = place
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < count && self[child].head < self[least].head {
        least = child
      }
      if least == place { return }
      swapAt(least, place)
      place = least
    }
  }
}

extension Spool {
  /// Puts records behind what is there.
  package func append(_ records: [RecordSorter.Record]) { records.withUnsafeBytes { append($0) } }

  /// Some of the records, counted from 0, of a spool that holds nothing else.
  package func records(_ range: Range<Int>) throws(FileError) -> [RecordSorter.Record] {
    let byteCount = RecordSorter.Record.byteCount
    var thrown: FileError?
    let records = [RecordSorter.Record](unsafeUninitializedCapacity: range.count) { buffer, count in
      do throws(FileError) {
        let room = UnsafeMutableRawBufferPointer(buffer)[..<(range.count * byteCount)]
        try read(at: range.lowerBound * byteCount, into: UnsafeMutableRawBufferPointer(rebasing: room))
        count = range.count
      } catch { thrown = error }
    }
    if let thrown { throw thrown }
    return records
  }
}
