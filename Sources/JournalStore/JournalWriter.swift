package import DurableFiles
package import Integrity
package import LedgerDomain
package import StrictJSON

/// The one writer of a ledger: it holds the lock from its opening until `close`, and appends batches of events.
///
/// ```swift
/// let writer = try JournalWriter.open("journal/katrineholm", WriterSettings(holder: "anna, pid 4711"))
/// let events = try writer.append([Proposal(id: id, draft: draft)], recordedBy: "Anna Ek")
/// writer.close()
/// ```
///
/// What `append` has returned is on the disk. When the checkpoint covers it, too, is for `WriterSettings.checkpointing`
/// to say. Any failure of the file system ends the writer, and only opening the ledger anew shows what was recorded.
/// Not for use by two threads at a time.
package final class JournalWriter {
  /// The journal as it is now, with everything this writer has appended.
  package var journal: Journal { memory.journal }
  /// What was found and done when the ledger was opened.
  package let recovery: Recovery
  /// The failure that ended the writer, if one did.
  package internal(set) var failure: FileError?

  let settings: WriterSettings
  let lock: FileLock
  var memory: WriterMemory
  var file: AppendFile
  /// When the last checkpoint was written, by the clock that is never set.
  var checkpointed: Int
  /// Whether values came or went that the checkpoint's time does not tell of yet.
  var isUnsettled: Bool
  /// Whether this writer has stored values.
  var hasStored = false
  var isClosed = false

  init(
    memory: WriterMemory, recovery: Recovery, settings: WriterSettings, lock: FileLock, isUnsettled: Bool
  ) throws(FileError) {
    self.memory = memory
    self.recovery = recovery
    self.settings = settings
    self.lock = lock
    self.isUnsettled = isUnsettled
    checkpointed = settings.monotonicMilliseconds()
    file = try AppendFile(memory.journal.folder(memory.segment.file), operations: settings.operations)
  }

  /// Records proposals as one batch, all or none, and gives the events as recorded, in their order.
  ///
  /// Proposals that are recorded already, in the same batch and with the same content, give the recorded events, and
  /// nothing is written or asked. `sealings` are those of the values that the proposals commit to for the first time.
  /// No proposals are no batch: nothing happens. The system calls are listed in `JournalWriter+Storing.swift`.
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
      proposals, recorded: now, recordedBy: recordedBy, source: journal.identity, after: memory)
    do throws(FileError) {
      try store(batch, sealings)
    } catch {
      failure = error
      throw .file(error)
    }
    try erase(batch.events)
    return batch.events
  }
}

extension JournalWriter {
  /// The events that the proposals have become already; nil where none is recorded.
  private func recorded(_ proposals: [Proposal], _ recordedBy: Text) throws(AppendFailure) -> [Event]? {
    guard let first = proposals.first else { return [] }
    if proposals.count > 1 {
      var ids: Set<EventID> = []
      for proposal in proposals where !ids.insert(proposal.id).inserted { throw .idTwice(proposal.id) }
    }
    guard let start = memory.position(of: first.id) else {
      for proposal in proposals {
        if let position = memory.position(of: proposal.id) { throw .idReused(proposal.id, position: position) }
      }
      return nil
    }
    let events = memory.events(from: start, count: proposals.count)
    for (place, proposal) in proposals.enumerated() {
      let batch = proposals.count == 1 ? nil : BatchPlace(place: place + 1, count: proposals.count)
      guard place < events.count else { throw .idReused(first.id, position: start) }
      let event = events[place]
      let same = proposal.event(
        recorded: event.recorded, recordedBy: recordedBy, position: event.position,
        subjectVersion: event.subjectVersion, batch: batch)
      guard same == event else {
        let position = memory.position(of: proposal.id)
        throw .idReused(position == nil ? first.id : proposal.id, position: position ?? start)
      }
    }
    return events
  }

  private func check(_ condition: AppendCondition?) throws(AppendFailure) {
    guard let condition else { return }
    for subject in condition.subjects.sorted() {
      if let position = memory.lastPosition(concerning: subject), position > condition.position {
        throw .changed(subject, position: position)
      }
    }
  }

  private func check(_ now: Instant, confirmed: Bool) throws(AppendFailure) {
    let last = memory.last.recorded
    if !confirmed, now.milliseconds < last.milliseconds - Self.clockToleranceMilliseconds {
      throw .clockBehind(last: last, now: now)
    }
  }

  /// How far behind the last line's time the clock may be without anyone confirming it: a minute.
  private static var clockToleranceMilliseconds: Int64 { 60_000 }

  private func check(_ sealings: [Sealing], of proposals: [Proposal]) throws(AppendFailure) {
    for (place, proposal) in proposals.enumerated() {
      if case .ledger(.opened) = proposal.draft.fact { throw .alreadyOpened(proposal: place) }
    }
    try SealingCheck.check(sealings, proposals, memory: memory)
  }
}
