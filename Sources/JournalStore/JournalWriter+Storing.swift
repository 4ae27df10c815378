package import DurableFiles
import Integrity
import LedgerDomain

/// The system calls of an append, in their order. Each step is durable before the next begins, and a failure at any of
/// them ends the writer.
///
/// 1. Values, where there are any: `SealedFolder.store`, a sync for each and one for them all; with `.deferred` and for the writer's first
///    ones, an fsync of the ledger's folder, which is step 3's otherwise. A crash from here on leaves values that no
///    line commits to: the next writer removes them (see `SealedFolder.mayDiffer`).
/// 2. Lines: one write of them all, one fdatasync. A crash before the sync returns leaves nothing of them, a part, or
///    all: the next writer sets an incomplete batch aside and adopts a whole one. From here on they survive. After a
///    failed sync the next writer finds lines beyond the checkpoint, and writes the segment anew.
/// 3. With `.everyAppend`, a deferred one that is due, or an erasure, the checkpoint: `CheckpointFile.write`, two syncs.
///    A failure here loses nothing. The lines are durable, and either the old checkpoint stands and the next writer
///    adopts them, or the new one stands and says what is so.
/// 4. What the events erase: unlink for each value, and one fsync of `sealed`. A crash before it, or half-way through,
///    leaves values that the next writer removes; until then readers mask them, by the event (`JournalView.hasErased`),
///    and `journal verify` names them.
///
/// So a batch costs one sync, and with its checkpoint three.
///
/// A batch that would make the segment too long begins the next one instead of step 2: first the checkpoint, if it is
/// behind, so that a closed segment always lies before it; then the new file with the batch in it by
/// `replaceAtomically` (its fsync, and one of `events`); then the closed one loses its permissions to write: open, fchmod,
/// close. That is a courtesy to people: if it fails, nobody hears of it.
///
/// A sync of the segment is followed by fstat: a file that has lost its last name keeps nothing.
///
/// The active segment is not preallocated: with fallocate(FALLOC_FL_KEEP_SIZE) a small append and its fdatasync took as
/// long on ext4 as without, since each one still has a new length to write.
extension JournalWriter {
  func store(_ batch: Batch, _ sealings: [Sealing]) throws(FileError) {
    if !sealings.isEmpty {
      isUnsettled = true
      try SealedFolder(of: folder, operations: settings.operations).store(sealings)
      if settings.checkpointing == .deferred, !hasStored {
        // An earlier writer may have made `sealed` and died before its name was durable.
        try settings.operations.syncFolder(folder.path)
      }
      hasStored = true
    }
    var segment = memory.segment
    if segment.byteCount + batch.byteCount > settings.segmentByteLimit {
      segment = try beginSegment(with: batch)
    } else {
      try file.append(UnsafeRawBufferPointer(batch.bytes))
      try file.sync()
    }
    segment.grow(by: batch.byteCount)
    var range = memory.range
    if batch.lines.count == 1 {
      range.append(batch.lines[0].leafHash)
    } else {
      range.append(leaves: batch.lines.map(\.leafHash))
    }
    var checkpoint = memory.checkpoint
    if isCheckpointDue(batch) { checkpoint = try writeCheckpoint(of: range) }
    memory.add(batch, in: segment, range: range, checkpoint: checkpoint)
  }

  private func isCheckpointDue(_ batch: Batch) -> Bool {
    switch settings.checkpointing {
    case .everyAppend: true
    case .deferred:
      !batch.erased.isEmpty || settings.monotonicMilliseconds() - checkpointed >= Self.checkpointMilliseconds
    }
  }

  /// How long a loop of appends may go on without a checkpoint: a second.
  private static var checkpointMilliseconds: Int { 1000 }

  private func writeCheckpoint(of range: CompactRange) throws(FileError) -> Checkpoint {
    let checkpoint = try CheckpointFile(folder: folder, operations: settings.operations).write(
      range, origin: memory.identity.origin, replacing: memory.checkpoint)
    checkpointed = settings.monotonicMilliseconds()
    return checkpoint
  }

  private func writeDeferredCheckpoint() throws(FileError) {
    guard memory.checkpoint?.size != memory.range.size else { return }
    memory.cover(by: try writeCheckpoint(of: memory.range))
  }

  private func beginSegment(with batch: Batch) throws(FileError) -> ActiveSegment {
    try writeDeferredCheckpoint()
    let closed = folder(memory.segment.file)
    let segment = ActiveSegment(file: LedgerFolder.segment(from: position + 1))
    let path = folder(segment.file)
    try settings.operations.replaceAtomically(path, with: Array(batch.bytes))
    file = try AppendFile(path, operations: settings.operations)
    _ = try? settings.operations.narrowMode(of: closed, to: ActiveSegment.closedMode)
    return segment
  }

  /// Removes the values that the events recorded from a position on have erased.
  func erase(_ commitments: [Integrity.Commitment], from start: Int) throws(AppendFailure) {
    isUnsettled = true
    do throws(FileError) {
      try SealedFolder(of: folder, operations: settings.operations).remove(commitments)
    } catch {
      failure = error
      let events = try? memory.events(from: start, count: position - start + 1)
      throw .notErased(error, recorded: events ?? [])
    }
  }
}

extension JournalWriter {
  /// Writes the checkpoint over everything appended, if it is behind: `CheckpointFile.write`. What it covers, proofs and
  /// presentations may use.
  package func checkpoint() throws(AppendFailure) {
    precondition(!isClosed, "the writer is closed")
    if let failure { throw .ended(failure) }
    do throws(FileError) {
      try writeDeferredCheckpoint()
    } catch {
      failure = error
      throw .file(error)
    }
  }

  /// Writes the checkpoint if it is behind, and lets the lock go. Nothing can be appended afterwards.
  ///
  /// Gives the failure that ended the writer, now or earlier. One that befalls the checkpoint here loses nothing: the
  /// lines are durable, and the next writer covers them. A writer that is let go of without being closed does the same,
  /// but nobody hears of a failure; a process that ends by itself or is killed does nothing, and leaves the checkpoint
  /// behind in the same way.
  @discardableResult
  package func close() -> FileError? {
    if isClosed { return failure }
    isClosed = true
    if failure == nil {
      do throws(FileError) {
        try writeDeferredCheckpoint()
        let sealed = SealedFolder(of: folder, operations: settings.operations)
        // Only a hint to the next writer: without it, that one looks for itself.
        if isUnsettled { try? sealed.settle() }
      } catch {
        failure = error
      }
    }
    lock.release()
    return failure
  }
}
