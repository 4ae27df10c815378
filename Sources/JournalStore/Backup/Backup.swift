package import DurableFiles
package import Integrity
package import LedgerDomain

/// A copy of a ledger as its checkpoint covers it, made while others write: without the writer's lock, and without permission to write
/// in the ledger.
///
///     backup.json                  of which ledger it is a backup (`BackupMarker`)
///     ledger.json, events/, checkpoint, checkpoints/    as in the ledger, the lines up to the checkpoint
///     presented/                   the documents that those lines name
///
/// It is a ledger folder that every reader opens. Sealed values lie in another folder, if they are asked for, so that their retention
/// can be another (`SealedCopying`).
package enum Backup {
  /// What is asked for.
  package struct Request: Sendable {
    /// The ledger's folder.
    package var ledger: String
    /// The backup's folder.
    package var path: String
    /// The folder for sealed values; nil leaves them out.
    package var sealed: String?
    /// Who writes, for others who find the backup busy.
    package var holder: String
    /// Whether everything is only looked at.
    package var isDryRun: Bool

    package init(ledger: String, path: String, sealed: String? = nil, holder: String, isDryRun: Bool = false) {
      self.ledger = ledger
      self.path = path
      self.sealed = sealed
      self.holder = holder
      self.isDryRun = isDryRun
    }
  }

  /// What was done, or as a dry run what would be.
  package struct Outcome: Sendable {
    package let opened: LedgerOpened
    package let checkpoint: Checkpoint
    /// The size of the backup that was there; 0 for a new one.
    package let from: Int
    /// Whole lines beyond the checkpoint, which are not in the backup.
    package let beyondCount: Int
    package let segmentCount: Int
    package let keptSegmentCount: Int
    /// Files of the backup that were not as they must be, and were written anew. They are among `segmentCount`.
    package let mendedCount: Int
    package let documentCount: Int
    package let keptDocumentCount: Int
    /// Documents that lines name and that are nowhere.
    package let missingDocuments: [Digest]
    /// How many values the lines commit to that are not erased.
    package let valueCount: Int
    /// nil where sealed values were not asked for.
    package let sealed: Sealed?
  }

  /// What became of the sealed values.
  package struct Sealed: Equatable, Sendable {
    package internal(set) var copiedCount = 0
    package internal(set) var keptCount = 0
    /// Values that a line in the backup has erased: never copied.
    package internal(set) var erasedCount = 0
    /// Values that were erased while the backup was made, by a line that is not in it: not copied either.
    package internal(set) var erasedMeanwhileCount = 0
    /// Values that were removed from the folder, since they are erased.
    package internal(set) var removedCount = 0
  }

  /// Makes a backup, or brings one up to date.
  ///
  /// 1. The checkpoint is read, then the lines that it covers, all verified (`CoveredLedger`); what is there in the folder must be a
  ///    backup of the first of them.
  /// 2. Sealed values, where asked for, and synced.
  /// 3. The files that the backup does not have, in a folder beside their places; read again there, and held against the checkpoint. A new
  ///    backup takes its place whole, by one rename. In one that is there each file takes its place by a rename, lines in order, each
  ///    durable before the next; the checkpoint is the last. Until then the backup is the earlier one, with whole lines
  ///    beyond its checkpoint.
  /// 4. Values that were erased are removed from the folder for them.
  ///
  /// A failure before the end of 3 leaves the earlier backup, or none. `progress` is told how much of how much of a step is done.
  package static func write(
    _ request: Request, operations: FileOperations = .system,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(BackupFailure) -> Outcome {
    try refuseNested([request.ledger, request.path] + [request.sealed].compactMap(\.self), operations)
    let folder = BackupFolder(request.path, operations)
    let isThere = try folder.isThere()
    let lock = isThere && !request.isDryRun ? try folder.lock(request.holder) : nil
    defer { lock?.release() }
    let earlier = isThere ? try folder.checkpoint() : nil
    let ledger: CoveredLedger
    do throws(JournalError) {
      ledger = try CoveredLedger.open(
        request.ledger, rootsAt: earlier.map { [$0.size] } ?? [], operations: operations, progress: progress)
    } catch { throw .journal(error) }
    if let earlier { try folder.check(earlier, against: ledger) }
    var sealed = try request.sealed.map { path throws(BackupFailure) in
      try SealedCopying(of: ledger, to: path, operations)
    }
    let copying = try LedgerCopying(of: ledger, beside: isThere ? LedgerFolder(request.path) : nil, operations)
    do throws(BackupFailure) {
      try sealed?.copy(isDryRun: request.isDryRun, progress: progress)
      if !request.isDryRun { try folder.write(copying, after: earlier, progress: progress) }
    } catch {
      // Where the new backup has its place all the same, its values stay.
      let isWhole = isThere || (try? folder.isThere()) ?? true
      if let path = request.sealed, sealed?.isNew == true, !request.isDryRun, !isWhole {
        operations.discardFolder(path)
      }
      throw error
    }
    try sealed?.removeErased(isDryRun: request.isDryRun)
    return Outcome(
      opened: ledger.opened, checkpoint: ledger.checkpoint, from: earlier?.size ?? 0, beyondCount: ledger.beyondCount,
      segmentCount: copying.segments.count, keptSegmentCount: copying.keptSegmentCount,
      mendedCount: copying.mendedCount, documentCount: copying.documents.count,
      keptDocumentCount: copying.keptDocumentCount, missingDocuments: copying.missingDocuments,
      valueCount: ledger.wanted.count, sealed: sealed?.outcome)
  }

  /// Refuses folders of which one lies in another: a backup in the ledger would be a part of it, and values in the backup would share
  /// its retention.
  static func refuseNested(_ paths: [String], _ operations: FileOperations) throws(BackupFailure) {
    var resolved: [String] = []
    for path in paths {
      do throws(FileError) { resolved.append(try operations.resolved(path)) } catch { throw .file(error) }
    }
    for (index, one) in resolved.enumerated() {
      for (place, other) in resolved.enumerated() where place != index {
        if "\(other)/".utf8.starts(with: "\(one)/".utf8) { throw .nested(paths[place], paths[index]) }
      }
    }
  }
}
