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
  /// What was found and done when the ledger was opened.
  package let recovery: Recovery
  /// The failure that ended the writer, if one did.
  package internal(set) var failure: FileError?

  let settings: WriterSettings
  let lock: FileLock
  let memory: WriterMemory
  var maker: BatchMaker
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
    maker = BatchMaker(source: memory.identity)
    checkpointed = settings.monotonicMilliseconds()
    file = try AppendFile(memory.folder(memory.segment.file), operations: settings.operations)
  }

  deinit {
    // Only under the lock: who has let it go has given up the ledger.
    if !isClosed, lock.isHeld { close() }
  }

  package var folder: LedgerFolder { memory.folder }

  /// The journal as it stood when the ledger was opened, without what this writer has appended.
  package var view: JournalView { memory.view }

  /// The last position, with everything this writer has appended.
  package var position: Int { memory.last.position }

  /// What the last checkpoint covers; nil only where the creation of the ledger did not end.
  package var covered: Checkpoint? { memory.checkpoint }

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
    let ids = proposals.map(\.id)
    if let position = try recordedPosition(ids) { return try recorded(proposals, ids, recordedBy, at: position) }
    if proposals.isEmpty { return [] }
    try check(condition)
    let now = settings.clock()
    try check(now, confirmed: confirmClockStep)
    for (place, proposal) in proposals.enumerated() {
      if case .ledger(.opened) = proposal.draft.fact { throw .alreadyOpened(proposal: place) }
    }
    let (batch, events) = try maker.make(
      proposals, ids, recorded: now, recordedBy: recordedBy, after: memory.last
    ) { subject throws(JournalError) in try memory.version(of: subject) }
    try record(batch, sealings)
    return events
  }

  /// Records proposals whose data is canonical JSON already, as one batch, all or none, and gives their positions.
  ///
  /// As `append`, and with the same lines as outcome; no Swift value is made of any of it. So it costs some 0.8 µs an event
  /// besides the write and the sync, and memory for the batch: a thousand events at a time is a good measure. Nothing is
  /// recorded that a reader would refuse.
  package func append(
    raw proposals: [RawProposal], recordedBy: Text, sealings: [Sealing] = [], condition: AppendCondition? = nil,
    confirmClockStep: Bool = false
  ) throws(AppendFailure) -> Range<Int> {
    precondition(!isClosed, "the writer is closed")
    if let failure { throw .ended(failure) }
    let ids = proposals.map(\.id)
    if let position = try recordedPosition(ids) { return try recorded(proposals, recordedBy, at: position) }
    let start = position + 1
    if proposals.isEmpty { return start..<start }
    try check(condition)
    let now = settings.clock()
    try check(now, confirmed: confirmClockStep)
    if let place = proposals.firstIndex(where: { $0.type == FactTypes.opening }) {
      throw .alreadyOpened(proposal: place)
    }
    let batch = try maker.make(
      proposals, recorded: now, recordedBy: recordedBy, after: memory.last
    ) { subject throws(JournalError) in try memory.version(of: subject) }
    try record(batch, sealings)
    return start..<(start + proposals.count)
  }

  private func record(_ batch: Batch, _ sealings: [Sealing]) throws(AppendFailure) {
    try SealingCheck.check(sealings, batch, memory: memory)
    let start = position + 1
    do throws(FileError) {
      try store(batch, sealings)
    } catch {
      failure = error
      throw .file(error)
    }
    if !batch.erased.isEmpty { try erase(batch.erased, from: start) }
  }
}

extension JournalWriter {
  private func check(_ condition: AppendCondition?) throws(AppendFailure) {
    guard let condition else { return }
    for subject in condition.subjects.sorted() {
      let last = try reading { () throws(JournalError) in
        try memory.lastPosition(concerning: subject, after: condition.position)
      }
      if let last { throw .changed(subject, position: last) }
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

  func reading<Value>(_ question: () throws(JournalError) -> Value) throws(AppendFailure) -> Value {
    do throws(JournalError) {
      return try question()
    } catch {
      throw .unread(error)
    }
  }
}
