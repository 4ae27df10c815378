import DurableFiles
package import Integrity

/// What a writer found when it opened a ledger, and what it did about it.
package struct Recovery: Equatable, Sendable {
  /// The tail that was set aside, and the file that holds its bytes now, relative to the ledger's folder.
  package var setAside: SetAside?
  /// How many entries the checkpoint did not cover and now does: recorded whole, but not acknowledged by their writer.
  package var adoptedCount: Int
  /// Sealed values that were removed: no line commits to them, or an event has erased them.
  package var purged: [Commitment]

  package struct SetAside: Equatable, Sendable {
    package var tail: TornTail
    package var file: String
  }

  package init(setAside: SetAside? = nil, adoptedCount: Int = 0, purged: [Commitment] = []) {
    self.setAside = setAside
    self.adoptedCount = adoptedCount
    self.purged = purged
  }
}

extension JournalWriter {
  /// Opens a ledger for writing: takes the lock, reads and checks everything, and ends what an earlier writer did not.
  ///
  /// After an unclean end, that is, where lines stand beyond the checkpoint, in this order:
  ///
  /// 1. the tail's bytes go to `set-aside/<position>-<hash>.jsonl`: mkdir, fsync of the ledger's folder, then
  ///    `replaceAtomically`. The name is made from the bytes, so doing it again after a crash does no harm.
  /// 2. the last segment is written anew without the tail, by `replaceAtomically`, although its lines were just read:
  ///    after a failed sync, what a read gives may be in the page cache only. A segment with nothing but tail is
  ///    removed.
  /// 3. the checkpoint is extended over the whole batches that stand beyond it, by `replaceAtomically`.
  ///
  /// A crash in between leaves a ledger that the same steps mend. At last, sealed values are removed that an event has
  /// erased, or that no line commits to, neither in the journal nor in a file set aside; and so are temporary files. An
  /// opening that sets a tail aside removes the erased ones only, since an unreadable tail does not tell what it
  /// commits to. A batch that is set aside was never acknowledged: whoever asked for it was told that it failed, or
  /// nothing.
  package static func open(_ path: String, _ settings: WriterSettings) throws(WriterFailure) -> JournalWriter {
    let folder = LedgerFolder(path)
    // Before the lock file is made: a folder without a ledger is left as it is.
    let isEmpty = try fileFailures { () throws(FileError) in
      try FolderContents.isWithoutJournal(folder, settings.operations)
    }
    if isEmpty { throw .journal(.notALedger(folder: path)) }
    let lock = try acquireLock(folder, settings)
    var journal: Journal
    do throws(JournalError) {
      if let damage = try WriterGround.damage(of: folder, settings.operations) { throw .damage(damage) }
      journal = try Journal.open(path, operations: settings.operations)
    } catch {
      throw .journal(error)
    }
    return try fileFailures { () throws(FileError) in
      let recovery = try recover(&journal, settings)
      return try JournalWriter(
        journal: journal, recovery: recovery, settings: settings, lock: lock,
        segment: ActiveSegment(of: journal.entries))
    }
  }

  static func acquireLock(_ folder: LedgerFolder, _ settings: WriterSettings) throws(WriterFailure) -> FileLock {
    let kind = try fileFailures { () throws(FileError) in
      try FileSystemKind.of(folder.path, operations: settings.operations)
    }
    if case .network(let name) = kind, !settings.allowsNetworkFileSystem { throw .networkFileSystem(name: name) }
    do throws(LockError) {
      return try FileLock.acquire(
        folder(LedgerFolder.lock), holder: settings.holder, waitMilliseconds: settings.waitMilliseconds,
        operations: settings.operations)
    } catch {
      switch error {
      case .busy(let holder): throw .busy(holder: holder)
      case .file(let error): throw .journal(.file(error))
      }
    }
  }

  static func fileFailures<Value>(_ work: () throws(FileError) -> Value) throws(WriterFailure) -> Value {
    do throws(FileError) {
      return try work()
    } catch {
      throw .journal(.file(error))
    }
  }

  private static func recover(_ journal: inout Journal, _ settings: WriterSettings) throws(FileError) -> Recovery {
    var recovery = Recovery()
    let folder = journal.folder
    if let tail = journal.tail {
      let mark = ChainMark(of: MerkleTree.leafHash(tail.bytes))
      let file = LedgerFolder.setAside(from: tail.position, mark: mark)
      try settings.operations.createFolders(folder(LedgerFolder.setAside))
      try settings.operations.replaceAtomically(folder(file), with: tail.bytes)
      recovery.setAside = Recovery.SetAside(tail: tail, file: file)
    }
    recovery.adoptedCount = journal.entries.count - (journal.checkpoint?.size ?? 0)
    if recovery.setAside != nil || recovery.adoptedCount > 0 { try rewriteLastSegment(of: journal, settings) }
    if recovery.adoptedCount > 0 {
      let range = journal.range
      let checkpoint = Checkpoint(origin: journal.identity.origin, size: range.size, root: range.root)
      try settings.operations.replaceAtomically(
        folder(LedgerFolder.checkpoint), with: Array(checkpoint.text.utf8))
      journal.append([], range: range, checkpoint: checkpoint)
    }
    recovery.purged = try purge(of: journal, keepsAll: recovery.setAside != nil, settings.operations)
    try SealedFolder(of: folder, operations: settings.operations).narrowModes()
    try removeTemporaries(in: folder, settings.operations)
    return recovery
  }

  private static func purge(
    of journal: Journal, keepsAll: Bool, _ operations: FileOperations
  ) throws(FileError) -> [Commitment] {
    let index = JournalIndex(journal.entries)
    let kept = try index.commitments.union(SetAsideFolder(of: journal.folder, operations: operations).commitments())
    return try SealedFolder(of: journal.folder, operations: operations).purge { commitment in
      index.erased.contains(commitment) || !(keepsAll || kept.contains(commitment))
    }
  }

  private static func rewriteLastSegment(of journal: Journal, _ settings: WriterSettings) throws(FileError) {
    let folder = journal.folder
    let file = ActiveSegment(of: journal.entries).file
    let lines = journal.entries.reversed().prefix { $0.place.file == file }.reversed()
    try settings.operations.replaceAtomically(
      folder(file), with: lines.flatMap { $0.line + [UInt8(ascii: "\n")] })
    if let tail = journal.tail, tail.place.file != file { try settings.operations.remove(folder(tail.place.file)) }
  }

  private static func removeTemporaries(
    in folder: LedgerFolder, _ operations: FileOperations
  ) throws(FileError) {
    for place in [".", LedgerFolder.events, LedgerFolder.setAside, LedgerFolder.presented] {
      let path = folder(place)
      guard try operations.exists(path) else { continue }
      for name in try operations.names(in: path) where FileOperations.isTemporary(name: name) {
        try operations.remove("\(path)/\(name)")
      }
    }
  }
}
