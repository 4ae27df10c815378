package import DurableFiles
package import Integrity
package import LedgerDomain

/// The part of a ledger that its checkpoint covers, open and verified: what a backup copies and a restore puts back.
///
/// Every covered line is strict, in its place and hashed, and the root is the checkpoint's. Lines beyond it are not looked at:
/// another process may be writing them. Needs neither the lock nor permission to write.
package struct CoveredLedger: Sendable {
  /// The covered lines in one file.
  struct Segment: Sendable {
    /// The file, relative to the ledger's folder.
    let name: String
    let file: ReadFile
    let firstPosition: Int
    /// How many bytes are covered; they end with a line's LF.
    let byteCount: Int
  }

  package let folder: LedgerFolder
  package let identity: LedgerIdentity
  /// Event 1.
  let opening: Event
  package let opened: LedgerOpened
  package let checkpoint: Checkpoint
  let segments: [Segment]
  /// How many whole lines stood beyond the checkpoint when it was opened.
  package let beyondCount: Int
  /// What the covered lines commit to, erased values included.
  package let commitments: Set<Integrity.Commitment>
  /// What the covered lines erase, in order.
  package let erasures: [RecordedErasure]
  /// The digests of the presented documents that the covered lines name, in order, each once.
  package let presented: [Digest]
  /// The roots over the first lines, for each number of them that was asked and that is covered.
  let roots: [Int: Digest]

  /// The commitments whose values the covered lines erase.
  package var erased: Set<Integrity.Commitment> { Set(erasures.flatMap(\.commitments)) }

  /// The commitments whose values should be there, in order.
  var wanted: [Integrity.Commitment] { commitments.subtracting(erased).sorted { $0.digest < $1.digest } }

  var byteCount: Int { segments.reduce(0) { $0 + $1.byteCount } }

  /// The history that the covered lines tell, to be held against what was kept elsewhere at the sizes asked for.
  package var history: History {
    History(origin: identity.origin, lineCount: checkpoint.size, checkpoint: checkpoint, roots: roots)
  }
}

extension CoveredLedger {
  /// Opens a ledger's folder and verifies what its checkpoint covers; refuses damage at the first place found.
  ///
  /// By a sweep, on all processors; where that is not sure, in order, which says what is wrong. `sizes` are numbers of lines
  /// whose roots are wanted; with any, it takes 32 bytes a line more.
  package static func open(
    _ path: String, rootsAt sizes: Set<Int> = [], operations: FileOperations = .system,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(JournalError) -> CoveredLedger {
    let folder = LedgerFolder(path)
    do throws(FileError) {
      if let swept = try swept(folder, sizes, operations, progress) { return swept }
    } catch {
      throw .file(error)
    }
    return try inOrder(folder, sizes, operations)
  }

  /// The ledger where everything covered is plainly right; nil where that is not sure.
  private static func swept(
    _ folder: LedgerFolder, _ sizes: Set<Int>, _ operations: FileOperations,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(FileError) -> CoveredLedger? {
    guard let files = try LedgerFiles(folder, operations: operations),
      case .ledger(.opened(let opened)) = files.opening.event.fact
    else { return nil }
    let all = zip(files.names, files.segments).map { name, segment in
      Segment(name: name, file: segment.file, firstPosition: segment.firstPosition, byteCount: segment.byteCount)
    }
    guard let (segments, beyond) = try cut(all, at: files.checkpoint.size) else { return nil }
    let empty = BothTallies(ChainTally(), BothTallies(CoveredTally(), LeafTally(keeps: !sizes.isEmpty)))
    guard
      let swept = try Sweep(segments.map(\.swept), source: files.opening.source).run(empty: empty, progress: progress),
      swept.range.end == files.checkpoint.size, swept.range.root == files.checkpoint.root, swept.tally.one.isSure
    else { return nil }
    let (chain, covered) = (swept.tally.one, swept.tally.other.one)
    return CoveredLedger(
      folder: folder, identity: files.opening.source, opening: files.opening.event, opened: opened,
      checkpoint: files.checkpoint, segments: segments, beyondCount: beyond,
      commitments: chain.commitments.union(chain.erased), erasures: covered.erasures, presented: covered.documents,
      roots: MerkleTree.roots(of: swept.tally.other.other.leaves, at: sizes))
  }

  /// The same by reading line after line: what a sweep is held against, and what says where the damage is.
  static func inOrder(
    _ folder: LedgerFolder, _ sizes: Set<Int> = [], _ operations: FileOperations = .system
  ) throws(JournalError) -> CoveredLedger {
    let contents = try Journal.contents(of: folder, operations)
    if let damage = contents.misplaced.first { throw .damage(damage) }
    let (covered, beyond) = contents.covered
    let reading = JournalReading(covered, stopAtDamage: true)
    if let damage = reading.damages.first ?? reading.tail?.reason { throw .damage(damage) }
    guard let checkpoint = reading.checkpoint else {
      throw .damage(Damage(file: LedgerFolder.checkpoint, kind: .missing))
    }
    guard let identity = reading.identity, let opening = reading.entries.first?.event,
      case .ledger(.opened(let opened)) = opening.fact
    else { throw .damage(Damage(file: LedgerFolder.segment(from: 1), kind: .missing)) }
    var segments: [Segment] = []
    do throws(FileError) {
      for segment in covered.segments {
        let file = try ReadFile(folder(segment.file), operations: operations)
        segments.append(
          Segment(
            name: segment.file, file: file, firstPosition: segment.firstPosition ?? 0, byteCount: segment.bytes.count))
      }
    } catch { throw .file(error) }
    var tally = CoveredTally()
    for entry in reading.entries { tally.take(entry.event, entry.leafHash) }
    let events = reading.entries.map(\.event)
    return CoveredLedger(
      folder: folder, identity: identity, opening: opening, opened: opened, checkpoint: checkpoint, segments: segments,
      beyondCount: beyond, commitments: Set(events.flatMap { $0.commitments + $0.erasedCommitments }),
      erasures: tally.erasures, presented: tally.documents, roots: MerkleTree.roots(of: reading.leaves, at: sizes))
  }

  /// The segments up to the line of a position, and how many lines stand behind it; nil where there are not so many.
  private static func cut(_ segments: [Segment], at size: Int) throws(FileError) -> ([Segment], beyond: Int)? {
    guard let last = segments.lastIndex(where: { $0.firstPosition <= size }) else { return nil }
    let segment = segments[last]
    guard let end = try segment.end(ofLine: size - segment.firstPosition + 1) else { return nil }
    var covered = Array(segments[...last])
    covered[last] = Segment(
      name: segment.name, file: segment.file, firstPosition: segment.firstPosition, byteCount: end)
    var beyond = try segment.lineCount(from: end)
    for later in segments[(last + 1)...] { beyond += try later.lineCount(from: 0) }
    return (covered, beyond)
  }
}

extension CoveredLedger.Segment {
  /// The segment for a sweep.
  var swept: Sweep.Segment { Sweep.Segment(file: file, firstPosition: firstPosition, byteCount: byteCount) }

  /// Hands over the bytes from a place to `byteCount`, a megabyte at a time, until `take` says that it is enough. Gives whether
  /// all were there.
  func walk(
    from start: Int = 0, _ take: ([UInt8]) throws(FileError) -> Bool
  ) throws(FileError) -> Bool {
    var place = start
    while place < byteCount {
      let bytes = try file.read(at: place, byteCount: min(1 << 20, byteCount - place))
      if bytes.isEmpty { return false }
      place += bytes.count
      if try !take(bytes) { return true }
    }
    return true
  }

  /// How many bytes the first lines have, LFs included; nil where there are not so many. Requires number ≥ 1.
  fileprivate func end(ofLine number: Int) throws(FileError) -> Int? {
    var (found, seen) = (0, 0)
    var end: Int?
    _ = try walk { bytes throws(FileError) in
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        found += 1
        if found == number {
          end = seen + index + 1
          return false
        }
      }
      seen += bytes.count
      return true
    }
    return end
  }

  fileprivate func lineCount(from start: Int) throws(FileError) -> Int {
    var count = 0
    _ = try walk(from: start) { bytes throws(FileError) in
      for byte in bytes where byte == UInt8(ascii: "\n") { count += 1 }
      return true
    }
    return count
  }
}

extension FolderContents {
  /// The contents with no line beyond those that the checkpoint covers, and how many whole lines were beyond. Where the checkpoint
  /// cannot be read, or there are not so many lines, the contents as they are.
  fileprivate var covered: (FolderContents, beyond: Int) {
    guard let bytes = checkpoint, let size = try? Checkpoint(parsing: bytes).size, size > 0 else { return (self, 0) }
    var cut: [Segment] = []
    var (count, beyond) = (0, 0)
    for segment in segments {
      var end = 0
      let isCovered = count < size
      for line in segment.walk() where line.isFinished {
        if count < size {
          count += 1
          end = line.place.byteOffset + line.bytes.count + 1
        } else {
          beyond += 1
        }
      }
      guard isCovered else { continue }
      let isCut = count == size
      cut.append(
        Segment(
          file: segment.file, firstPosition: segment.firstPosition,
          bytes: isCut ? Array(segment.bytes[..<end]) : segment.bytes))
    }
    guard count == size else { return (self, 0) }
    return (FolderContents(checkpoint: checkpoint, ledgerCopy: ledgerCopy, segments: cut), beyond)
  }
}
