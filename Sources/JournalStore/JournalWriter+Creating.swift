import DurableFiles
package import Integrity
import LedgerDomain
package import StrictJSON

extension JournalWriter {
  /// Creates a ledger in a folder, which is made if it is not there, and opens it for writing.
  ///
  /// `first` is the opening of the ledger. In this order: mkdir of the folder and of `events`, each with an fsync of the
  /// one above; the lock; `sealed/`; `ledger.json`, the segment and the checkpoint, each by `replaceAtomically`. The
  /// ledger is there from the moment the segment has its name: a crash before leaves a folder in which it can be
  /// created again, a crash after it one that opens. Sad path: the folder's own files of other names are not looked at.
  package static func create(
    _ path: String, first: Proposal, recordedBy: Text, sealings: [Sealing] = [], _ settings: WriterSettings
  ) throws(WriterFailure) -> JournalWriter {
    let folder = LedgerFolder(path)
    guard case .ledger(.opened(let opened)) = first.draft.fact, first.draft.subject == .ledger else {
      throw .notAnOpening(type: first.draft.fact.type)
    }
    guard let identity = try? LedgerIdentity(text: opened.identity.text) else {
      throw .identity(found: opened.identity.text)
    }
    let batch: Batch
    do throws(AppendFailure) {
      try SealingCheck.check(sealings, [first], memory: nil)
      batch = try Batch(
        [first], recorded: settings.clock(), recordedBy: recordedBy, source: identity, after: nil)
    } catch {
      throw .refused(error)
    }
    try fileFailures { () throws(FileError) in
      try settings.operations.createFolders(path)
    }
    let lock = try acquireLock(folder, settings)
    let isEmpty = try fileFailures { () throws(FileError) in
      try FolderContents.isWithoutJournal(folder, settings.operations)
    }
    guard isEmpty else { throw .alreadyThere(folder: path) }
    return try fileFailures { () throws(FileError) in
      var memory = WriterMemory(try write(batch, sealings, folder, identity, settings.operations))
      // A creation that was cut short may have left values and temporary files.
      let recovery = try Recovery(planning: memory, isThorough: true, settings.operations)
      try recovery.carryOut(on: &memory, isUnsettled: false, settings.operations)
      return try JournalWriter(
        memory: memory, recovery: recovery, settings: settings, lock: lock, isUnsettled: !sealings.isEmpty)
    }
  }

  private static func write(
    _ batch: Batch, _ sealings: [Sealing], _ folder: LedgerFolder, _ identity: LedgerIdentity,
    _ operations: FileOperations
  ) throws(FileError) -> Journal {
    try operations.createFolders(folder(LedgerFolder.events))
    try SealedFolder(of: folder, operations: operations).store(sealings)
    let file = LedgerFolder.segment(from: 1)
    let entry = batch.entries(in: file, afterLine: 0, from: 0)[0]
    try operations.replaceAtomically(
      folder(LedgerFolder.ledgerCopy), with: LedgerCopy.bytes(of: entry.event))
    try operations.replaceAtomically(folder(file), with: batch.bytes)
    var range = CompactRange()
    range.append(entry.leafHash)
    let checkpoint = try CheckpointFile(folder: folder, operations: operations).write(
      range, origin: identity.origin, replacing: nil)
    return Journal.created(folder, identity, entry, checkpoint)
  }
}
