import DurableFiles

extension JournalWriter {
  /// Opens a ledger for writing: takes the lock, reads and checks everything, and ends what an earlier writer did not:
  /// see `Recovery.carryOut`.
  ///
  /// A batch that is set aside was never acknowledged: whoever asked for it was told that it failed, or nothing.
  package static func open(_ path: String, _ settings: WriterSettings) throws(WriterFailure) -> JournalWriter {
    let folder = LedgerFolder(path)
    try refuseWithoutJournal(folder, settings)
    let lock = try acquireLock(folder, settings)
    var memory = try remember(folder, settings)
    return try fileFailures { () throws(FileError) in
      let recovery = try Recovery(planning: memory, isThorough: false, settings.operations)
      let sealed = SealedFolder(of: folder, operations: settings.operations)
      let erases = memory.lastBatch.contains { !$0.erasedCommitments.isEmpty }
      let isUnsettled = recovery.isUnclean || erases ? true : try sealed.mayDiffer()
      try recovery.carryOut(on: &memory, isUnsettled: isUnsettled, settings.operations)
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
    var memory = try remember(folder, settings)
    return try fileFailures { () throws(FileError) in
      let recovery = try Recovery(planning: memory, isThorough: true, settings.operations)
      if isDryRun { return recovery }
      try recovery.carryOut(on: &memory, isUnsettled: true, settings.operations)
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
    _ folder: LedgerFolder, _ settings: WriterSettings
  ) throws(WriterFailure) -> WriterMemory {
    do throws(JournalError) {
      if let damage = try WriterGround.damage(of: folder, settings.operations) { throw .damage(damage) }
      return WriterMemory(try Journal.open(folder.path, operations: settings.operations))
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
