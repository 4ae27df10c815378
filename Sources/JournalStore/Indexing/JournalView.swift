import DurableFiles
package import Integrity
package import LedgerDomain
import Synchronization

/// A ledger's journal, open for questions: lines are found through an index, and only those asked for are read.
///
/// ```swift
/// let view = try JournalView.open("journal/katrineholm")
/// view.events(about: SubjectID(.measure, 7))
/// ```
///
/// Opening costs a sweep over the lines that no cache knows, which is all of them where there is none; a question costs
/// its answer. Every line is hashed when it is read and held against the leaf that the sweep found. All that the
/// checkpoint covers reproduced its root, in this sweep or in the one that made the cache.
///
/// Asking does not throw: a line that cannot be read any more is left out, and `failure` then says why. Whoever answers
/// with what was read looks at `failure` before the answer is given. May be asked from several threads.
package final class JournalView: Sendable {
  package let folder: LedgerFolder
  package let identity: LedgerIdentity
  package let opened: LedgerOpened
  /// Event 1.
  let opening: Event
  /// The checkpoint in the folder; nil only where the creation of the ledger did not end.
  package let checkpoint: Checkpoint?
  /// The border of the tree over all lines.
  package let range: CompactRange
  /// The mark of the last line.
  package let mark: ChainMark?
  /// How many lines were swept for this opening; the others were in the cache.
  package let sweptCount: Int
  /// How many bytes stand behind the last whole batch, as far as a sweep has looked: where there are some, whether they
  /// are damage is for `Journal.open` to say.
  let tornByteCount: Int
  package let lines: LineFinder
  private let kept: Mutex<Kept>

  private struct Kept {
    var events: [Int: Event] = [:]
    /// The leaves of the lines that these were read from, but for the opening.
    var leaves: [Int: Digest] = [:]
    var failure: JournalError?
  }

  init(
    folder: LedgerFolder, identity: LedgerIdentity, opening: Event, opened: LedgerOpened, checkpoint: Checkpoint?,
    range: CompactRange, mark: ChainMark?, sweptCount: Int, tornByteCount: Int = 0, lines: LineFinder
  ) {
    self.folder = folder
    self.identity = identity
    self.opened = opened
    self.opening = opening
    self.checkpoint = checkpoint
    self.range = range
    self.mark = mark
    self.sweptCount = sweptCount
    self.tornByteCount = tornByteCount
    self.lines = lines
    kept = Mutex(Kept(events: [1: opening]))
  }

  /// When the last line was recorded.
  package var lastRecorded: Instant? {
    asking(nil) { () throws(JournalError) -> Instant? in
      let floors = try lines.ask { indexes throws(CacheDamage) -> [Int64] in
        // No line is later than the last one, so its floor is its own time.
        guard let index = indexes.last(where: { $0.count > 0 }) else { return [] }
        return [try index.line(at: index.end).floor]
      }
      return floors.first.map { Instant(milliseconds: $0) }
    }
  }

  /// The last position.
  package var count: Int { lines.count }

  /// The first thing that went wrong after the opening; nil as long as every answer was whole.
  package var failure: JournalError? { kept.withLock { $0.failure } }

  /// What `body` gives, or `otherwise` after a failure, which is kept.
  func asking<Value>(_ otherwise: Value, _ body: () throws(JournalError) -> Value) -> Value {
    do throws(JournalError) {
      return try body()
    } catch {
      kept.withLock { kept in if kept.failure == nil { kept.failure = error } }
      return otherwise
    }
  }
}

extension JournalView {
  /// The event at a position; nil outside 1...count, or after a failure.
  package func event(at position: Int) -> Event? {
    guard (1...count).contains(position) else { return nil }
    if let known = kept.withLock({ $0.events[position] }) { return known }
    let read = asking(nil) { () throws(JournalError) -> (event: Event, leafHash: Digest)? in try self.read(position) }
    guard let read else { return nil }
    kept.withLock { kept in
      kept.events[position] = read.event
      kept.leaves[position] = read.leafHash
    }
    return read.event
  }

  /// The events at some positions, in their order, for whoever reads each once: none is kept. Requires positions in 1...count.
  package func eventsOnce(at positions: [Int]) -> [Event] {
    asking([]) { () throws(JournalError) -> [Event] in
      var events: [Event] = []
      events.reserveCapacity(positions.count)
      for position in positions { events.append(try read(position).event) }
      return events
    }
  }

  /// The event of a line, and its leaf. The leaf says that it is the line that was swept, and so canonical.
  private func read(_ position: Int) throws(JournalError) -> (event: Event, leafHash: Digest) {
    let (place, leafHash, bytes) = try lines.line(at: position)
    // The cursor wants an LF behind the line.
    let event = (bytes + [UInt8(ascii: "\n")]).withUnsafeBufferPointer {
      CanonicalLine(UnsafeBufferPointer(rebasing: $0.dropLast()), position: position)?.event
    }
    if let event { return (event, leafHash) }
    return (try LineLookup.decode(bytes, place, position).event, leafHash)
  }

  /// The leaf of the very line that the event at a position was read from; where none was, the line is read now. Requires a
  /// position in 1...count.
  func leafHash(asRead position: Int) throws(JournalError) -> Digest {
    let (event, leafHash) = kept.withLock { ($0.events[position], $0.leaves[position]) }
    if let leafHash { return leafHash }
    let entry = try entry(at: position)
    guard event == nil || event == entry.event else {
      throw .damage(Damage(file: entry.place.file, position: position, kind: .changedWhileRead))
    }
    return entry.leafHash
  }

  /// A line with its bytes, its leaf and its event. Requires a position in 1...count.
  package func entry(at position: Int) throws(JournalError) -> Entry {
    let (place, leafHash, bytes) = try lines.line(at: position)
    let decoded = try LineLookup.decode(bytes, place, position)
    return Entry(
      event: decoded.event, line: bytes, leafHash: leafHash, place: place, schemaVersion: decoded.schemaVersion)
  }

  /// The first line that commits to a sealed value; nil where none does.
  package func position(committingTo commitment: Integrity.Commitment) throws(JournalError) -> Int? {
    try lines.all { index throws(CacheDamage) in try index.seal(commitment).map { [$0] } ?? [] }
      .map { Int($0.position) }.filter { $0 > 0 }.min()
  }

  /// Whether any line has erased a sealed value, whenever: what is erased is masked in every reading, also while its file is
  /// still there because a writer died before it was removed.
  package func hasErased(_ commitment: Integrity.Commitment) throws(JournalError) -> Bool {
    try lines.all { index throws(CacheDamage) in try index.seal(commitment).map { [$0] } ?? [] }
      .contains { $0.erased > 0 }
  }

  /// How many sealed values the lines up to a position commit to and no line has erased.
  package func sealedCount(through position: Int) throws(JournalError) -> Int {
    let seals = try lines.all { index throws(CacheDamage) in try index.seals() }
    let erased = Set(seals.filter { $0.erased > 0 }.map(\.digest))
    return seals.filter { $0.position > 0 && $0.position <= position && !erased.contains($0.digest) }.count
  }

  /// The positions of the events about a subject, in order; of some types of events, where these are given by number
  /// (`FactTypes`).
  package func positions(about subject: SubjectID, types: Set<Int>? = nil) -> [Int] {
    asking([]) { () throws(JournalError) in
      try lines.all { index throws(CacheDamage) in try index.positions(about: subject, types: types) }
    }
  }

  /// The positions of the events of other subjects that name a subject, in order; of some types of events, where these are
  /// given by number (`FactTypes`).
  package func positions(naming subject: SubjectID, types: Set<Int>? = nil) -> [Int] {
    asking([]) { () throws(JournalError) in
      try lines.all { index throws(CacheDamage) in try index.positions(naming: subject, types: types) }
    }
  }

  /// The subjects of a kind, or of all, that any event up to a position is about, in order.
  package func subjects(_ kind: SubjectKind?, through position: Int) -> [SubjectID] {
    asking([]) { () throws(JournalError) in try lines.subjects(kind, through: position) }
  }

  /// The position of the event with an id; nil where there is none.
  package func position(of id: EventID) -> Int? {
    asking(nil) { () throws(JournalError) -> Int? in
      let candidates = try lines.all { index throws(CacheDamage) in try index.candidates(for: id) }
      return candidates.first { event(at: $0)?.id == id }
    }
  }

  /// The last position whose event was recorded no later than a moment; 0 where there is none.
  package func position(knownAt moment: Instant) -> Int {
    asking(0) { () throws(JournalError) in
      try lines.all { index throws(CacheDamage) in
        try index.position(knownAt: moment.milliseconds).map { [$0] } ?? []
      }.last ?? 0
    }
  }
}
