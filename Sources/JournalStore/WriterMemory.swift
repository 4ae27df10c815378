import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON

/// What a writer asks about the past of its ledger: these questions and no others.
///
/// Answered from the indexes of the view that the ledger was opened as, and from what was appended since. An id, a
/// version or a commitment costs some lookups; lines are read only where they are compared with what is to be appended.
/// A class, so that no question copies what it asks.
final class WriterMemory {
  /// The journal as it stood when it was opened.
  private(set) var view: JournalView
  /// What stood after its last entry and does not count; nil where nothing did.
  let tail: TornTail?
  private(set) var checkpoint: Checkpoint?
  /// The border of the tree over all lines.
  private(set) var range: CompactRange
  private(set) var last: LastLine
  /// The segment that the last line stands in.
  private(set) var segment: ActiveSegment
  /// The values that the last events before the opening, those of one batch, have erased.
  let erasedByLastBatch: [Integrity.Commitment]
  private let delta: WriterDelta
  private let operations: FileOperations

  /// What the next line follows on.
  struct LastLine {
    let position: Int
    let mark: ChainMark
    let recorded: Instant
  }

  init(_ view: JournalView, tail: TornTail?, _ operations: FileOperations) throws(JournalError) {
    guard let mark = view.mark, let file = view.lines.names.last, let segment = view.lines.segments.last else {
      preconditionFailure("a journal has at least one entry")
    }
    self.view = view
    self.tail = tail
    self.operations = operations
    checkpoint = view.checkpoint
    range = view.range
    self.segment = ActiveSegment(file: file, byteCount: segment.byteCount)
    delta = WriterDelta(after: view.count)
    let lookup = LineLookup(view)
    let facts = try lookup.facts(at: view.count)
    last = LastLine(position: view.count, mark: mark, recorded: Instant(milliseconds: facts.recorded))
    var erased: [Integrity.Commitment] = []
    for position in (view.count - (facts.batch?.count ?? 1) + 1)...view.count {
      erased += try lookup.erased(at: position)
    }
    erasedByLastBatch = erased
  }

  var folder: LedgerFolder { view.folder }
  var identity: LedgerIdentity { view.identity }

  /// The position of the event with this id; nil where there is none.
  func position(of id: EventID) throws(JournalError) -> Int? { try firstRecorded([id])?.position }

  /// The first of these ids that an event has, and its position; nil where none of them is recorded.
  func firstRecorded(_ ids: ArraySlice<EventID>) throws(JournalError) -> (id: EventID, position: Int)? {
    for id in ids {
      if let position = delta.position(of: id) { return (id, position) }
    }
    let candidates = try view.lines.all { index throws(CacheDamage) in try index.candidates(for: ids) }
    if candidates.isEmpty { return nil }
    let lookup = LineLookup(view)
    for (place, position) in candidates.sorted(by: { $0.place < $1.place }) {
      if try lookup.facts(at: position).id == ids[place] { return (ids[place], position) }
    }
    return nil
  }

  /// How many events the subject has.
  func version(of subject: SubjectID) throws(JournalError) -> Int {
    if let version = delta.version(of: subject) { return version }
    return try view.lines.ask { indexes throws(CacheDamage) in
      var count = 0
      for index in indexes { count += try index.count(about: subject) }
      return count
    }
  }

  /// The last position, after a given one, of an event about the subject, as its own or among its refs; nil where there is
  /// none. Reads the lines after that position which name the subject, until one has it among its refs.
  func lastPosition(concerning subject: SubjectID, after position: Int) throws(JournalError) -> Int? {
    if let last = delta.lastPosition(concerning: subject) { return last > position ? last : nil }
    let own = try view.lines.ask { indexes throws(CacheDamage) in
      for index in indexes.reversed() {
        if let last = try index.lastPosition(about: subject) { return last }
      }
      return 0
    }
    let floor = max(own, position)
    let naming = try view.lines.ask { indexes throws(CacheDamage) in
      var found: [Int] = []
      for index in indexes.reversed() { found += try index.positions(naming: subject, after: floor) }
      return found
    }
    if !naming.isEmpty {
      let lookup = LineLookup(view)
      for position in naming where try lookup.refs(at: position).contains(subject) { return position }
    }
    return own > position ? own : nil
  }

  /// Whether a line commits to the value, erased or not.
  func holds(_ commitment: Integrity.Commitment) throws(JournalError) -> Bool {
    if delta.holds(commitment) { return true }
    return try seals(commitment).contains { _ in true }
  }

  /// Whether an event has erased the value.
  func hasErased(_ commitment: Integrity.Commitment) throws(JournalError) -> Bool {
    if delta.hasErased(commitment) { return true }
    return try seals(commitment).contains { $0.erased > 0 }
  }

  private func seals(_ commitment: Integrity.Commitment) throws(JournalError) -> [LineIndex.Seal] {
    try view.lines.all { index throws(CacheDamage) in try index.seal(commitment).map { [$0] } ?? [] }
  }

  /// A line with its bytes and its leaf. Requires a position of the journal.
  func line(
    at position: Int
  ) throws(JournalError) -> (place: LinePlace, leafHash: Digest, bytes: [UInt8]) {
    position > view.count
      ? try delta.line(at: position, in: folder, operations) : try view.lines.line(at: position)
  }

  /// The events from a position on, fewer than asked for at the journal's end. Requires a position of the journal.
  func events(from position: Int, count: Int) throws(JournalError) -> [Event] {
    var events: [Event] = []
    for position in position..<min(position + count, last.position + 1) {
      let (place, _, bytes) = try line(at: position)
      events.append(try LineLookup.decode(bytes, place, position).event)
    }
    return events
  }

  /// Takes in the lines that were appended to a segment, its present one or the next.
  func add(_ batch: Batch, in segment: ActiveSegment, range: CompactRange, checkpoint: Checkpoint?) {
    guard let line = batch.lines.last else { return }
    delta.add(batch, to: segment.file, from: segment.byteCount - batch.byteCount)
    last = LastLine(
      position: last.position + batch.lines.count, mark: ChainMark(of: line.leafHash), recorded: batch.recorded)
    self.segment = segment
    self.range = range
    self.checkpoint = checkpoint
  }

  /// Takes in that a checkpoint covers every line.
  func cover(by checkpoint: Checkpoint) {
    self.checkpoint = checkpoint
  }

  /// Takes in that the last segment was written anew, with the same lines.
  func reopenLastSegment() throws(FileError) {
    view = try view.reopened(operations)
  }
}
