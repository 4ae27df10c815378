package import DurableFiles
package import Integrity
package import LedgerDomain
package import StrictJSON

/// The one writer of a ledger: it holds the lock from its opening until `close`, and appends batches of events.
///
/// ```swift
/// let writer = try JournalWriter.open("journal/katrineholm", WriterSettings(holder: "anna, pid 4711"))
/// let events = try writer.append([Proposal(id: id, draft: draft)], recordedBy: "Anna Ek")
/// ```
///
/// What `append` has returned is on the disk: lines, then a checkpoint that covers them. Any failure of the file system
/// ends the writer, and only opening the ledger anew shows what was recorded. Not for use by two threads at a time.
package final class JournalWriter {
  /// The journal as it is now, with everything this writer has appended.
  package private(set) var journal: Journal
  /// What was found and done when the ledger was opened.
  package let recovery: Recovery
  /// The failure that ended the writer, if one did.
  package private(set) var failure: FileError?

  private let settings: WriterSettings
  private let lock: FileLock
  private var index: JournalIndex
  private var file: AppendFile
  private var segment: ActiveSegment

  init(
    journal: Journal, recovery: Recovery, settings: WriterSettings, lock: FileLock, segment: ActiveSegment
  ) throws(FileError) {
    self.journal = journal
    self.recovery = recovery
    self.settings = settings
    self.lock = lock
    self.segment = segment
    index = JournalIndex(journal.entries)
    file = try AppendFile(journal.folder(segment.file), operations: settings.operations)
  }

  /// Lets the lock go. Nothing can be appended afterwards.
  package func close() {
    lock.release()
    isClosed = true
  }

  private var isClosed = false

  /// Records proposals as one batch, all or none, and gives the events as recorded, in their order.
  ///
  /// Proposals that are recorded already, in the same batch and with the same content, give the recorded events, and
  /// nothing is written or asked. `sealings` are those of the values that the proposals commit to for the first time.
  /// No proposals are no batch: nothing happens.
  ///
  /// In this order: `sealed/` (as `SealedFolder.store`); one write of all lines, one fdatasync; the checkpoint, as
  /// `replaceAtomically`; unlink of what the events erase. Before a batch that begins a new segment, the file is made
  /// with the batch by `replaceAtomically` instead. Costs three syncs, of which the line's is one.
  package func append(
    _ proposals: [Proposal], recordedBy: Text, sealings: [Sealing] = [], condition: AppendCondition? = nil,
    confirmClockStep: Bool = false
  ) throws(AppendFailure) -> [Event] {
    precondition(!isClosed, "the writer is closed")
    if let failure { throw .ended(failure) }
    if let recorded = try recorded(proposals, recordedBy) { return recorded }
    try check(condition)
    let now = settings.clock()
    try check(now, confirmed: confirmClockStep)
    try check(sealings, of: proposals)
    let batch = try Batch(
      proposals, recorded: now, recordedBy: recordedBy, source: journal.identity, after: journal.entries.last,
      index: index)
    do throws(FileError) {
      try store(batch, sealings)
    } catch {
      failure = error
      throw .file(error)
    }
    for event in batch.events { index.add(event) }
    try erase(batch.events)
    return batch.events
  }
}

extension JournalWriter {
  /// The events that the proposals have become already; nil where none is recorded.
  private func recorded(_ proposals: [Proposal], _ recordedBy: Text) throws(AppendFailure) -> [Event]? {
    guard let first = proposals.first else { return [] }
    var ids: Set<EventID> = []
    for proposal in proposals where !ids.insert(proposal.id).inserted { throw .idTwice(proposal.id) }
    guard let start = index.positions[first.id] else {
      for proposal in proposals {
        if let position = index.positions[proposal.id] { throw .idReused(proposal.id, position: position) }
      }
      return nil
    }
    let entries = journal.entries[(start - 1)...].prefix(proposals.count)
    for (place, proposal) in proposals.enumerated() {
      let batch = proposals.count == 1 ? nil : BatchPlace(place: place + 1, count: proposals.count)
      guard place < entries.count else { throw .idReused(first.id, position: start) }
      let event = entries[start - 1 + place].event
      let same = proposal.event(
        recorded: event.recorded, recordedBy: recordedBy, position: event.position,
        subjectVersion: event.subjectVersion, batch: batch)
      guard same == event else {
        let position = index.positions[proposal.id]
        throw .idReused(position == nil ? first.id : proposal.id, position: position ?? start)
      }
    }
    return entries.map(\.event)
  }

  private func check(_ condition: AppendCondition?) throws(AppendFailure) {
    guard let condition else { return }
    for subject in condition.subjects.sorted() {
      if let position = index.lastConcerned[subject], position > condition.position {
        throw .changed(subject, position: position)
      }
    }
  }

  private func check(_ now: Instant, confirmed: Bool) throws(AppendFailure) {
    guard let last = journal.entries.last?.event.recorded, !confirmed else { return }
    if now.milliseconds < last.milliseconds - Self.clockToleranceMilliseconds {
      throw .clockBehind(last: last, now: now)
    }
  }

  /// How far behind the last line's time the clock may be without anyone confirming it: a minute.
  private static var clockToleranceMilliseconds: Int64 { 60_000 }

  private func check(_ sealings: [Sealing], of proposals: [Proposal]) throws(AppendFailure) {
    for (place, proposal) in proposals.enumerated() {
      if case .ledger(.opened) = proposal.draft.fact { throw .alreadyOpened(proposal: place) }
    }
    try SealingCheck.check(sealings, proposals, index: index)
  }

  private func store(_ batch: Batch, _ sealings: [Sealing]) throws(FileError) {
    try SealedFolder(of: journal.folder, operations: settings.operations).store(sealings)
    let bytes = batch.bytes
    if segment.byteCount + bytes.count > settings.segmentByteLimit {
      // A closed segment lies wholly before the checkpoint, since each append ends with one.
      segment = ActiveSegment(file: LedgerFolder.segment(from: batch.events[0].position))
      let path = journal.folder(segment.file)
      try settings.operations.replaceAtomically(path, with: bytes)
      file = try AppendFile(path, operations: settings.operations)
    } else {
      try file.append(bytes)
      try file.sync()
    }
    let entries = batch.entries(in: segment.file, afterLine: segment.lineCount, from: segment.byteCount)
    segment.grow(by: entries)
    var range = journal.range
    for entry in entries { range.append(entry.leafHash) }
    let checkpoint = Checkpoint(origin: journal.identity.origin, size: range.size, root: range.root)
    try settings.operations.replaceAtomically(
      journal.folder(LedgerFolder.checkpoint), with: Array(checkpoint.text.utf8))
    journal.append(entries, range: range, checkpoint: checkpoint)
  }

  private func erase(_ events: [Event]) throws(AppendFailure) {
    do throws(FileError) {
      try SealedFolder(of: journal.folder, operations: settings.operations).remove(events.flatMap(\.erasedCommitments))
    } catch {
      failure = error
      throw .notErased(error, recorded: events)
    }
  }
}
