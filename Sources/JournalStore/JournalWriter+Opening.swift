import DurableFiles
import Integrity

extension JournalWriter {
  /// Opens a ledger for writing: takes the lock, reads what the cache does not know of it, and ends what an earlier writer
  /// did not: see `Recovery.carryOut`.
  ///
  /// `known` is a view of the same folder, where the caller has opened one before it had the lock: what has not changed
  /// since is not read again. What the lines and the indexes are held against is said at `JournalView.open`; lines beyond
  /// the checkpoint are looked at more closely (`AdoptedLines`). Where anything is not plainly right, the whole journal
  /// is read line after line, in some 50 µs a line.
  ///
  /// A batch that is set aside was never acknowledged: whoever asked for it was told that it failed, or nothing.
  package static func open(
    _ path: String, _ settings: WriterSettings, known: JournalView? = nil
  ) throws(WriterFailure) -> JournalWriter {
    let folder = LedgerFolder(path)
    try refuseWithoutJournal(folder, settings)
    let lock = try acquireLock(folder, settings)
    let memory = try remember(folder, settings, known)
    let recovery = try plan(for: memory, isThorough: false, settings)
    return try fileFailures { () throws(FileError) in
      let sealed = SealedFolder(of: folder, operations: settings.operations)
      let isUnsettled = recovery.isUnclean || !memory.erasedByLastBatch.isEmpty ? true : try sealed.mayDiffer()
      try recovery.carryOut(on: memory, isUnsettled: isUnsettled, settings.operations)
      return try JournalWriter(
        memory: memory, recovery: recovery, settings: settings, lock: lock, isUnsettled: isUnsettled)
    }
  }

  /// Does what the next writer would do before it appends, and looks at every name in `sealed` for it; gives what was
  /// done. As a dry run gives what would be done: it changes nothing, the lock file included, so while another process
  /// is writing, what that one has begun may look like something to mend.
  ///
  /// Damage that the checkpoint covers is not mended: it is thrown, and nothing is changed.
  package static func repair(
    _ path: String, _ settings: WriterSettings, isDryRun: Bool
  ) throws(WriterFailure) -> Recovery {
    let folder = LedgerFolder(path)
    try refuseWithoutJournal(folder, settings)
    let lock = isDryRun ? nil : try acquireLock(folder, settings)
    defer { lock?.release() }
    let memory = try remember(folder, settings, nil)
    let recovery = try plan(for: memory, isThorough: true, settings)
    if isDryRun { return recovery }
    return try fileFailures { () throws(FileError) in
      try recovery.carryOut(on: memory, isUnsettled: true, settings.operations)
      try? SealedFolder(of: folder, operations: settings.operations).settle()
      return recovery
    }
  }

  /// Before the lock file is made: a folder without a ledger is left as it is.
  private static func refuseWithoutJournal(_ folder: LedgerFolder, _ settings: WriterSettings) throws(WriterFailure) {
    let isEmpty = try fileFailures { () throws(FileError) in
      try FolderContents.isWithoutJournal(folder, settings.operations)
    }
    if isEmpty { throw .journal(.notALedger(folder: folder.path)) }
  }

  private static func remember(
    _ folder: LedgerFolder, _ settings: WriterSettings, _ known: JournalView?
  ) throws(WriterFailure) -> WriterMemory {
    let operations = settings.operations
    do throws(JournalError) {
      if let damage = try WriterGround.damage(of: folder, operations) { throw .damage(damage) }
      if let view = try plainView(folder, settings, known) { return try WriterMemory(view, tail: nil, operations) }
      let journal = try Journal.open(folder.path, operations: operations)
      return try WriterMemory(
        try JournalView.inOrder(journal, operations: operations), tail: journal.tail, operations)
    } catch {
      throw .journal(error)
    }
  }

  /// The journal where nothing in it wants a closer look: no tail, and lines beyond the checkpoint that are sure to be
  /// right; else nil.
  private static func plainView(
    _ folder: LedgerFolder, _ settings: WriterSettings, _ known: JournalView?
  ) throws(JournalError) -> JournalView? {
    // Only the caller's own opening knows all tables of the cache file, so it is not replaced here.
    let view =
      if known?.folder == folder, let current = try known?.caughtUp(operations: settings.operations) {
        current
      } else {
        try JournalView.swept(folder.path, cache: settings.cache?.readOnly, operations: settings.operations)
      }
    guard let view, view.tornByteCount == 0, let checkpoint = view.checkpoint else { return nil }
    return try AdoptedLines.areSure(in: view, after: checkpoint.size) ? view : nil
  }

  static func plan(
    for memory: WriterMemory, isThorough: Bool, _ settings: WriterSettings
  ) throws(WriterFailure) -> Recovery {
    do throws(JournalError) {
      return try Recovery(planning: memory, isThorough: isThorough, settings.operations)
    } catch {
      throw .journal(error)
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
}
