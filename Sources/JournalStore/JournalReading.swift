import DurableFiles
import Integrity
import LedgerDomain

/// One pass over everything in a ledger's folder: entries, damages, and what a crash left at the end.
///
/// What the checkpoint covers must be right. Beyond it, a batch at the end of the last segment that is incomplete or
/// unreadable is the tail: what one unfinished append leaves. A wrong line that was whole when it was written, or one
/// that a readable line of a later append follows, is damage there too. Where there is no checkpoint, nothing is beyond
/// it: only a creation that did not end leaves a journal without one, and then it has one line.
///
/// In full, for whoever writes another reader:
///
/// - A batch lies in one segment: one that a segment's end leaves unfinished is wrong at its first line.
/// - A segment whose name is not that of the next position is damage, covered or not. A last segment without lines is
///   an empty tail where the checkpoint covers all lines before it, and damage elsewhere.
/// - A tail begins with the first line of the batch that the wrong line is in, in the last segment. No line of that
///   batch is covered: a checkpoint need not end at a batch's edge, but what it covers in part is no tail.
/// - A line was whole when it was written if it ends with LF and can be read by itself.
/// - A line is of a later append if it was whole, its position is beyond that of the batch's first line, and its place
///   in a batch is not the one that this batch has there.
/// - A creation that did not end has `ledger.json`, and no sealed values but those that line 1 commits to.
struct JournalReading {
  /// The right lines; of a reading that keeps none only those of the last batch, as long as it is unfinished.
  private(set) var entries: [Entry] = []
  /// What the right lines add up to; of a reading that keeps them nothing.
  private(set) var totals = LineTotals()
  private(set) var damages: [Damage] = []
  private(set) var tail: TornTail?
  private(set) var checkpoint: Checkpoint?
  private(set) var range = CompactRange()
  /// The number of lines before the first damage, or before the tail, that belong to whole batches.
  private(set) var goodCount = 0
  /// The leaf of every line before the tail, right or wrong.
  private(set) var leaves: [Digest] = []
  private(set) var segmentCount = 0
  private(set) var byteCount = 0

  private var chain = Chain()
  private var coveredCount = Int.max
  private let stopsAtDamage: Bool
  private let keepsEntries: Bool
  /// Where the batch begins that the last line belongs to.
  private var batchStart: (place: LinePlace, count: Int)?
  private var isBroken = false

  /// Reads it all; stops at the first damage if asked to. Without the entries it needs memory for what lines have in common,
  /// some 200 bytes a line, and not for what they say.
  init(_ contents: FolderContents, stopAtDamage: Bool, keepsEntries: Bool = true) {
    stopsAtDamage = stopAtDamage
    self.keepsEntries = keepsEntries
    damages = contents.misplaced
    readCheckpoint(contents)
    for (index, segment) in contents.segments.enumerated() where !isOver {
      read(segment, isLast: index == contents.segments.count - 1)
    }
    settle()
    if !isBroken { goodCount = entryCount }
    if stopsAtDamage, !damages.isEmpty { return }
    checkLedgerCopy(contents)
    if damages.count < Self.damageLimit { compareRoots(hasLaterFiles: contents.hasLaterFiles) }
  }

  /// How many damages are listed at most: what has more of them is looked at no further.
  private static let damageLimit = 1000

  /// The source of the lines; nil where there are none.
  var identity: LedgerIdentity? { entryCount == 0 ? nil : chain.source }

  /// How many right lines there are.
  private var entryCount: Int { totals.lines.count + entries.count }

  /// Adds up what is not to be kept.
  private mutating func settle() {
    if keepsEntries { return }
    for entry in entries { totals.add(entry) }
    entries.removeAll(keepingCapacity: true)
  }

  private var isOver: Bool { tail != nil || damages.count >= (stopsAtDamage ? 1 : Self.damageLimit) }

  private mutating func readCheckpoint(_ contents: FolderContents) {
    guard let bytes = contents.checkpoint else { return }
    do throws(CheckpointError) {
      let checkpoint = try Checkpoint(parsing: bytes)
      self.checkpoint = checkpoint
      // No writer states that: the first checkpoint covers the opening. It would make all damage a tail.
      guard checkpoint.size > 0 else {
        return note(Damage(file: LedgerFolder.checkpoint, line: 2, kind: .checkpointEmpty))
      }
      coveredCount = checkpoint.size
    } catch {
      note(Damage(file: LedgerFolder.checkpoint, kind: .checkpointText(error)))
    }
  }

  private mutating func read(_ segment: Segment, isLast: Bool) {
    segmentCount += 1
    byteCount += segment.bytes.count
    guard segment.firstPosition == chain.count + 1 else {
      breakOff(Damage(file: segment.file, position: chain.count + 1, kind: .segmentName(expected: chain.count + 1)))
      if stopsAtDamage || segment.firstPosition == nil { return }
      return readLines(of: segment, isLast: false)
    }
    guard !segment.bytes.isEmpty else {
      let place = LinePlace(file: segment.file, lineNumber: 1, byteOffset: 0)
      return refuse(
        Damage(file: segment.file, position: chain.count + 1, kind: .emptySegment), at: place, in: segment, isLast)
    }
    readLines(of: segment, isLast: isLast)
  }

  private mutating func readLines(of segment: Segment, isLast: Bool) {
    for line in segment.walk() {
      if isOver { break }
      read(line, in: segment, isLast: isLast)
    }
    guard let expected = chain.nextPlace, let start = batchStart, !isOver else { return }
    let damage = Damage(
      file: segment.file, line: start.place.lineNumber, byte: start.place.byteOffset, position: start.count + 1,
      kind: .unfinishedBatch(missing: expected))
    refuse(damage, at: start.place, in: segment, isLast)
  }

  private mutating func read(_ line: Segment.Line, in segment: Segment, isLast: Bool) {
    if chain.nextPlace == nil {
      settle()
      batchStart = (line.place, entryCount)
    }
    let leafHash = MerkleTree.leafHash(line.bytes)
    leaves.append(leafHash)
    var decoded: DecodedLine?
    let problem = judge(line, leafHash, &decoded)
    guard let problem else {
      if let decoded {
        entries.append(
          Entry(
            event: decoded.event, line: line.bytes, leafHash: leafHash, place: line.place,
            schemaVersion: decoded.schemaVersion))
      }
      return
    }
    let damage = Damage(
      file: segment.file, line: line.place.lineNumber, byte: line.place.byteOffset + (problem.offset ?? 0),
      position: chain.count + 1, kind: problem.kind)
    let start = chain.nextPlace == nil ? line.place : batchStart?.place ?? line.place
    if line.isFinished, decoded != nil {
      // An unfinished append leaves no whole line that does not follow on the one before it.
      breakOff(damage)
    } else {
      refuse(damage, at: start, in: segment, isLast)
    }
    if !isOver { chain.skip(decoded, leafHash: leafHash) }
  }

  /// What is wrong with a line, by itself and after those before it.
  private mutating func judge(
    _ line: Segment.Line, _ leafHash: Digest, _ decoded: inout DecodedLine?
  ) -> (offset: Int?, kind: Damage.Kind)? {
    do throws(LineProblem) {
      let read = try LineFormat.decode(line.bytes)
      decoded = read
      // Whole but for its LF, it may have been cut where another one goes on.
      guard line.isFinished else { return (line.bytes.count, .unfinishedLine) }
      return chain.take(read, leafHash: leafHash).map { (nil, $0) }
    } catch {
      return line.isFinished ? (error.offset, .line(error.kind)) : (line.bytes.count, .unfinishedLine)
    }
  }

  /// Notes a damage, or takes it for the beginning of the tail where it is beyond the checkpoint.
  private mutating func refuse(_ damage: Damage, at start: LinePlace, in segment: Segment, _ isLast: Bool) {
    guard damages.isEmpty, isLast, wholeCount >= coveredCount, start.file == segment.file,
      !hasLaterAppend(in: segment, after: start)
    else { return breakOff(damage) }
    entries.removeLast(entryCount - wholeCount)
    leaves.removeLast(leaves.count - entryCount)
    tail = TornTail(
      place: start, position: wholeCount + 1, bytes: Array(segment.bytes[start.byteOffset...]), reason: damage)
  }

  /// Whether a whole line stands there that the batch which begins at `start` cannot have: one of a later append.
  private func hasLaterAppend(in segment: Segment, after start: LinePlace) -> Bool {
    let first = wholeCount + 1
    return segment.walk(from: start).contains { line in
      // Everything else is no line, and a tail may have millions of them.
      guard line.isFinished, line.bytes.starts(with: LineFormat.beginning),
        let event = try? LineFormat.decode(line.bytes).event, event.position > first
      else { return false }
      return event.batch.map { event.position - $0.place + 1 != first } ?? true
    }
  }

  /// The number of entries in whole batches.
  private var wholeCount: Int { chain.nextPlace == nil ? entryCount : batchStart?.count ?? entryCount }

  /// Notes a damage of the lines: the good prefix ends here.
  private mutating func breakOff(_ damage: Damage) {
    if !isBroken { goodCount = wholeCount }
    isBroken = true
    note(damage)
  }

  private mutating func note(_ damage: Damage) {
    damages.append(damage)
  }

  private mutating func checkLedgerCopy(_ contents: FolderContents) {
    guard let first = totals.first ?? entries.first?.event, case .ledger(.opened) = first.fact else { return }
    if contents.misplaced.contains(where: { $0.file == LedgerFolder.ledgerCopy }) { return }
    guard let found = contents.ledgerCopy else {
      return note(Damage(file: LedgerFolder.ledgerCopy, kind: .missing))
    }
    let expected = LedgerCopy.bytes(of: first)
    guard found != expected else { return }
    let byte = zip(found, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? min(found.count, expected.count)
    note(Damage(file: LedgerFolder.ledgerCopy, byte: byte, kind: .ledgerCopy))
  }

  /// Grows the tree over the lines and looks at its root where the checkpoint states one.
  private mutating func compareRoots(hasLaterFiles: Bool) {
    var root: Digest? = checkpoint?.size == 0 ? range.root : nil
    for leaf in leaves {
      range.append(leaf)
      if range.size == checkpoint?.size { root = range.root }
    }
    let file = LedgerFolder.checkpoint
    guard let checkpoint else {
      if damages.isEmpty, leaves.count > 1 || hasLaterFiles { note(Damage(file: file, kind: .missing)) }
      return
    }
    if let source = chain.source, !source.origin.utf8.elementsEqual(checkpoint.origin.utf8) {
      note(Damage(file: file, line: 1, kind: .checkpointOrigin(expected: source.origin, found: checkpoint.origin)))
    }
    guard let root else {
      let kind = Damage.Kind.checkpointSize(stated: checkpoint.size, found: leaves.count)
      return note(Damage(file: file, line: 2, position: leaves.count + 1, kind: kind))
    }
    if root != checkpoint.root {
      note(Damage(file: file, line: 3, kind: .checkpointRoot(stated: checkpoint.root, computed: root)))
    }
  }
}
