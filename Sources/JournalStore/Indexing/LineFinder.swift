import DurableFiles
package import Integrity
package import LedgerDomain
import Synchronization

/// Where the lines of a journal are: a cached index over the first of them, another in memory over the rest, and the
/// segments themselves.
///
/// A cache that turns out damaged is dropped: all lines are indexed anew, in memory, and the question is put again.
package final class LineFinder: Sendable {
  package let count: Int
  private let indexes: Mutex<[LineIndex]>
  let segments: [Sweep.Segment]
  /// The segments' files, relative to the ledger's folder.
  let names: [String]
  /// Indexes all lines anew.
  private let rebuild: @Sendable () throws(JournalError) -> LineIndex

  /// Requires indexes that follow on each other, the first from the first line on.
  init(
    _ indexes: [LineIndex], segments: [Sweep.Segment], names: [String],
    rebuild: @escaping @Sendable () throws(JournalError) -> LineIndex
  ) {
    count = indexes.last?.end ?? 0
    self.indexes = Mutex(indexes)
    self.segments = segments
    self.names = names
    self.rebuild = rebuild
  }

  /// The same lines with their last segment opened anew, after it was replaced.
  func reopened(_ folder: LedgerFolder, operations: FileOperations) throws(FileError) -> LineFinder {
    var segments = segments
    guard let last = segments.last, let name = names.last else { return self }
    segments[segments.count - 1] = Sweep.Segment(
      file: try ReadFile(folder(name), operations: operations), firstPosition: last.firstPosition,
      byteCount: last.byteCount)
    return LineFinder(indexes.withLock { $0 }, segments: segments, names: names, rebuild: rebuild)
  }

  /// The same lines and further ones, by another index, in segments of which these are the first.
  func continued(
    _ next: LineIndex, segments: [Sweep.Segment], names: [String],
    rebuild: @escaping @Sendable () throws(JournalError) -> LineIndex
  ) -> LineFinder {
    LineFinder(indexes.withLock { $0 } + [next], segments: segments, names: names, rebuild: rebuild)
  }

  /// Puts a question to the indexes; where one turns out damaged, to one that is made anew.
  package func ask<Value>(_ question: ([LineIndex]) throws(CacheDamage) -> Value) throws(JournalError) -> Value {
    do throws(CacheDamage) {
      return try question(indexes.withLock { $0 })
    } catch {
      let whole = try renew()
      do throws(CacheDamage) {
        return try question([whole])
      } catch {
        preconditionFailure("an index in memory is never damaged")
      }
    }
  }

  /// Indexes all lines anew, and gives that index.
  @discardableResult
  func renew() throws(JournalError) -> LineIndex {
    let whole = try rebuild()
    indexes.withLock { $0 = [whole] }
    return whole
  }

  /// What all indexes answer, the older one's first.
  package func all<Value>(_ question: (LineIndex) throws(CacheDamage) -> [Value]) throws(JournalError) -> [Value] {
    try ask { indexes throws(CacheDamage) in
      var found: [Value] = []
      for index in indexes { found += try question(index) }
      return found
    }
  }

  /// The subjects of a kind, or of all, that any line up to a position is about, in order.
  package func subjects(_ kind: SubjectKind?, through position: Int) throws(JournalError) -> [SubjectID] {
    let all = try all { index throws(CacheDamage) in try index.subjects(kind, through: position) }
    var known: Set<SubjectID> = []
    let isSorted = zip(all, all.dropFirst()).allSatisfy { $0 < $1 }
    return isSorted ? all : all.filter { known.insert($0).inserted }.sorted()
  }

  /// The leaf of a line. Requires a position in 1...count.
  package func leafHash(at position: Int) throws(JournalError) -> Digest {
    try entries(position..<(position + 1))[0].leafHash
  }

  /// A line's place, leaf and bytes; read, hashed, and held against the leaf that is known of it. Requires a position in
  /// 1...count.
  package func line(
    at position: Int
  ) throws(JournalError) -> (place: LinePlace, leafHash: Digest, bytes: [UInt8]) {
    let entries = try entries(position..<min(position + 2, count + 1))
    let line = entries[0]
    precondition(line.segment < segments.count, "an index in memory knows the segments, and a cached one was checked")
    let segment = segments[line.segment]
    let isLastOfSegment = entries.count == 1 || entries[1].segment != line.segment
    let end = isLastOfSegment ? segment.byteCount : entries[1].byteOffset
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try segment.file.read(at: line.byteOffset, byteCount: end - line.byteOffset - 1)
    } catch {
      throw .file(error)
    }
    let leafHash = MerkleTree.leafHash(bytes)
    let place = LinePlace(file: names[line.segment], lineNumber: 0, byteOffset: line.byteOffset)
    guard leafHash == line.leafHash else {
      throw .damage(
        Damage(
          file: place.file, byte: place.byteOffset, position: position,
          kind: .leaf(expected: line.leafHash, found: leafHash)))
    }
    return (place, leafHash, bytes)
  }

  private func entries(_ positions: Range<Int>) throws(JournalError) -> [LineIndex.Line] {
    try ask { indexes throws(CacheDamage) in
      var found: [LineIndex.Line] = []
      for position in positions {
        guard let index = indexes.first(where: { position <= $0.end }) else { continue }
        let line = try index.line(at: position)
        // The range of a cached number is no promise of the cache.
        guard line.segment < segments.count else { throw CacheDamage() }
        found.append(line)
      }
      return found
    }
  }
}
