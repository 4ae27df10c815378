package import DurableFiles
import Glibc
package import Integrity
package import LedgerDomain
package import StrictJSON

/// A backup that is to become a ledger again: opened and verified as a whole before anything is written.
///
/// What a line of the backup has erased never comes back. For a backup from before an erasure, `receipts` are the lost newer book's own lines
/// that erased (`ErasureReceipts`): their values are not restored, and the restored book records the erasures anew.
package struct Restore: Sendable {
  /// What is asked for.
  package struct Request: Sendable {
    /// The backup's folder; any ledger folder will do.
    package var backup: String
    /// The ledger's folder: not there yet, or empty.
    package var path: String
    /// The folder of sealed values; nil restores none.
    package var sealed: String?
    /// The bytes of a file of erasures.
    package var receipts: [UInt8]?

    package init(backup: String, path: String, sealed: String? = nil, receipts: [UInt8]? = nil) {
      self.backup = backup
      self.path = path
      self.sealed = sealed
      self.receipts = receipts
    }
  }

  /// What becomes of the sealed values.
  package struct Sealed: Equatable, Sendable {
    package internal(set) var restoredCount = 0
    /// Values that are there although a line of the backup has erased them: not restored.
    package internal(set) var heldBack: [DecisionCount] = []
    /// Values that are neither there nor erased: damage, or a shorter retention.
    package internal(set) var missingCount = 0
    /// Values that no line of the backup commits to: not restored.
    package internal(set) var foreignCount = 0
  }

  private let request: Request
  private let operations: FileOperations
  private let ledger: CoveredLedger
  private let copying: LedgerCopying
  private let values: SealedRestoring?
  private let receipts: ErasureReceipts
  private let drafts: [Draft]

  /// Opens a backup and verifies everything in it; refuses a place that is taken. `sizes` are those of what was kept elsewhere, for
  /// `history`.
  package init(
    _ request: Request, rootsAt sizes: Set<Int> = [], operations: FileOperations = .system,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(BackupFailure) {
    self.request = request
    self.operations = operations
    try Backup.refuseNested([request.backup, request.path], operations)
    if let sealed = request.sealed { try Backup.refuseNested([sealed, request.path], operations) }
    try Self.refuseTaken(request.path, operations)
    do throws(JournalError) {
      ledger = try CoveredLedger.open(request.backup, rootsAt: sizes, operations: operations, progress: progress)
    } catch { throw .journal(error) }
    copying = try LedgerCopying(of: ledger, beside: nil, operations)
    var drafts: [Draft] = []
    if let bytes = request.receipts {
      receipts = try ErasureReceipts(bytes, against: ledger)
      if !receipts.erasures.isEmpty {
        let view: JournalView
        do throws(JournalError) {
          view = try JournalView.open(request.backup, operations: operations)
        } catch { throw .journal(error) }
        drafts = try receipts.drafts(in: view, through: ledger.checkpoint.size)
      }
    } else {
      receipts = ErasureReceipts()
    }
    self.drafts = drafts
    let erasedAgain = Set(receipts.erasures.flatMap(\.commitments))
    if let path = request.sealed {
      values = try SealedRestoring(in: path, of: ledger, erasedAgain: erasedAgain, operations, progress: progress)
    } else {
      values = nil
    }
  }

  private static func refuseTaken(_ path: String, _ operations: FileOperations) throws(BackupFailure) {
    let isFree = try BackupFailure.filing { () throws(FileError) in
      guard let status = try operations.status(path) else { return true }
      return status.kind == .folder ? try operations.names(in: path).isEmpty : false
    }
    if !isFree { throw .notEmpty(path) }
  }

  package var opened: LedgerOpened { ledger.opened }
  /// The checkpoint of the backup.
  package var checkpoint: Checkpoint { ledger.checkpoint }
  /// The history that the backup tells, to be held against what was kept elsewhere.
  package var history: History { ledger.history }
  /// Whole lines beyond the checkpoint, which are not restored.
  package var beyondCount: Int { ledger.beyondCount }
  package var documentCount: Int { copying.documents.count }
  package var missingDocuments: [Digest] { copying.missingDocuments }
  /// How many values the lines commit to that no line erases.
  package var valueCount: Int { ledger.wanted.count }
  /// nil where sealed values were not asked for.
  package var sealed: Sealed? { values?.outcome }
  /// The values that are erased again, by decision.
  package var erasedAgain: [DecisionCount] {
    DecisionCount.list(receipts.erasures.map { ($0.decision, $0.freshCount) })
  }
  /// How many events record that.
  package var erasureCount: Int { drafts.count }
  /// How many values of the receipts were recorded after the backup, so that this book does not have them.
  package var newerCount: Int { receipts.foreignCount }
}

extension Restore {
  /// Makes the ledger, and gives its checkpoint: that of the backup, or one over the erasures that were recorded anew.
  ///
  /// Everything in a folder beside the place: the files of the copy, read again and held against the checkpoint; the sealed values; the
  /// checkpoint; the erasures, by a `JournalWriter`, as one batch. When all is synced, one rename. A crash before it leaves a folder with a
  /// temporary name beside the place, which the next restore to it removes; after it, the ledger.
  ///
  /// `newID` gives each new event its id; `confirmClockStep` is as at `JournalWriter.append`. Sad path: a folder that a crash has left holds personal values until it is removed.
  package func write(
    _ settings: WriterSettings, recordedBy: Text, confirmClockStep: Bool = false, newID: () -> EventID,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(BackupFailure) -> Checkpoint {
    let staging = try BackupFailure.filing { () throws(FileError) in
      let place = try operations.resolved(request.path)
      try operations.createFolders(FileOperations.parent(of: place))
      operations.discardTemporaryFolders(of: place)
      return try operations.makeTemporaryFolder(beside: place)
    }
    do throws(BackupFailure) {
      let folder = LedgerFolder(staging)
      _ = try copying.stage(in: staging, progress: progress)
      try values?.write(to: folder)
      ledger.closeSegments(in: folder, operations)
      var checkpoint = ledger.checkpoint
      try BackupFailure.filing { () throws(FileError) in
        let file = folder(LedgerFolder.checkpoint)
        try operations.createUnsynced(file, with: Array(checkpoint.formatted.utf8))
        try operations.syncFile(file)
        try operations.syncFolder(staging)
      }
      if !drafts.isEmpty { checkpoint = try erase(in: staging, settings, recordedBy, confirmClockStep, newID) }
      try BackupFailure.filing { () throws(FileError) in try operations.syncFolder(staging) }
      try BackupFailure.move(staging, to: request.path, operations)
      return checkpoint
    } catch {
      operations.discardFolder(staging)
      throw error
    }
  }

  /// Records the erasures anew, as one batch.
  private func erase(
    in staging: String, _ settings: WriterSettings, _ recordedBy: Text, _ confirmClockStep: Bool,
    _ newID: () -> EventID
  ) throws(BackupFailure) -> Checkpoint {
    var settings = settings
    settings.cache = nil
    settings.operations = operations
    let writer: JournalWriter
    do throws(WriterFailure) { writer = try JournalWriter.open(staging, settings) } catch { throw .unopened(error) }
    do throws(AppendFailure) {
      _ = try writer.append(
        drafts.map { Proposal(id: newID(), draft: $0) }, recordedBy: recordedBy, confirmClockStep: confirmClockStep)
    } catch { throw .unappended(error) }
    if let failure = writer.close() { throw .file(failure) }
    guard let checkpoint = writer.covered else { preconditionFailure("a writer that has appended has a checkpoint") }
    return checkpoint
  }
}
