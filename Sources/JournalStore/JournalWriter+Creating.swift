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
    let opening: Event
    do throws(AppendFailure) {
      var maker = BatchMaker(source: identity)
      let made = try maker.make(
        [first], [first.id], recorded: settings.clock(), recordedBy: recordedBy, after: nil
      ) { _ in 0 }
      (batch, opening) = (made.batch, made.events[0])
      try SealingCheck.check(sealings, batch, memory: nil)
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
    let written = try fileFailures { () throws(FileError) in
      try write(batch, opening, sealings, folder, identity, settings.operations)
    }
    let memory: WriterMemory
    do throws(JournalError) {
      let view = try JournalView.inOrder(written, operations: settings.operations)
      memory = try WriterMemory(view, tail: nil, settings.operations)
    } catch {
      throw .journal(error)
    }
    // A creation that was cut short may have left values and temporary files.
    let recovery = try plan(for: memory, isThorough: true, settings)
    return try fileFailures { () throws(FileError) in
      try recovery.carryOut(on: memory, isUnsettled: false, settings.operations)
      return try JournalWriter(
        memory: memory, recovery: recovery, settings: settings, lock: lock, isUnsettled: !sealings.isEmpty)
    }
  }

  private static func write(
    _ batch: Batch, _ opening: Event, _ sealings: [Sealing], _ folder: LedgerFolder, _ identity: LedgerIdentity,
    _ operations: FileOperations
  ) throws(FileError) -> Journal {
    try operations.createFolders(folder(LedgerFolder.events))
    try SealedFolder(of: folder, operations: operations).store(sealings)
    let file = LedgerFolder.segment(from: 1)
    let line = batch.lines[0]
    try operations.replaceAtomically(folder(LedgerFolder.ledgerCopy), with: LedgerCopy.bytes(of: opening))
    try operations.replaceAtomically(folder(file), with: Array(batch.bytes))
    var range = CompactRange()
    range.append(line.leafHash)
    let checkpoint = try CheckpointFile(folder: folder, operations: operations).write(
      range, origin: identity.origin, replacing: nil)
    let entry = Entry(
      event: opening, line: Array(batch.bytes[line.range]), leafHash: line.leafHash,
      place: LinePlace(file: file, lineNumber: 1, byteOffset: 0), schemaVersion: opening.fact.version)
    return Journal.created(folder, identity, entry, checkpoint)
  }
}
