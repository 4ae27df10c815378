import Integrity
import LedgerDomain
import StrictJSON

/// What a writer asks about the past of its ledger: these questions and no others.
///
/// Each is answered in constant time, but for `events`, which costs the events asked for. Filled from the entries of a
/// journal that was read whole.
struct WriterMemory {
  /// The journal as it is now.
  private(set) var journal: Journal
  /// The segment that the last line stands in.
  private(set) var segment: ActiveSegment
  private var index: JournalIndex

  init(_ journal: Journal) {
    self.journal = journal
    index = JournalIndex(journal.entries)
    segment = ActiveSegment(of: journal.entries)
  }

  /// What the next line follows on.
  struct LastLine {
    let position: Int
    let mark: ChainMark
    let recorded: Instant
  }

  var last: LastLine {
    guard let last = journal.entries.last else { preconditionFailure("a journal has at least one entry") }
    return LastLine(
      position: last.event.position, mark: ChainMark(of: last.leafHash), recorded: last.event.recorded)
  }

  /// The events that were recorded together with the last line, that one among them.
  var lastBatch: [Event] {
    let count = journal.entries.last?.event.batch?.count ?? 1
    return events(from: last.position - count + 1, count: count)
  }

  /// The position of the event with this id; nil where there is none.
  func position(of id: EventID) -> Int? { index.positions[id] }

  /// How many events the subject has.
  func version(of subject: SubjectID) -> Int { index.versions[subject] ?? 0 }

  /// The last position of an event about the subject, as its own or among its refs.
  func lastPosition(concerning subject: SubjectID) -> Int? { index.lastConcerned[subject] }

  /// Whether a line commits to the value, erased or not.
  func holds(_ commitment: Integrity.Commitment) -> Bool { index.holds(commitment) }

  /// Whether an event has erased the value.
  func hasErased(_ commitment: Integrity.Commitment) -> Bool { index.erased.contains(commitment) }

  /// The events from a position on, fewer than asked for at the journal's end. Requires a position of the journal.
  func events(from position: Int, count: Int) -> [Event] {
    journal.entries[(position - 1)...].prefix(count).map(\.event)
  }

  /// Takes in the lines that were appended to a segment, its present one or the next.
  mutating func add(_ entries: [Entry], in segment: ActiveSegment, range: CompactRange, checkpoint: Checkpoint?) {
    for entry in entries { index.add(entry.event) }
    self.segment = segment
    journal.append(entries, range: range, checkpoint: checkpoint)
  }

  /// Takes in that a checkpoint covers every line.
  mutating func cover(by checkpoint: Checkpoint) {
    journal.append([], range: journal.range, checkpoint: checkpoint)
  }
}
