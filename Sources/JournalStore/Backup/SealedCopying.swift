import DurableFiles
import Glibc
import Integrity

/// The sealed values of a ledger on their way into a folder of their own, which has the form of `sealed/`: mode 0700, one file of mode
/// 0600 for each commitment.
///
/// Values come first and are synced before the copy of the lines that commit to them; what was erased goes last, after the copy of the
/// lines that erase it. So a crash leaves no line without its value, and an erased value only where the next run removes it.
struct SealedCopying {
  private let ledger: CoveredLedger
  private let path: String
  private let operations: FileOperations
  private let source: SealedFolder
  private let target: SealedFolder
  /// Whether nothing is there yet.
  let isNew: Bool
  private(set) var outcome = Backup.Sealed()

  /// Looks at the folder that is there; refuses one that holds anything but values that the ledger's lines commit to.
  init(of ledger: CoveredLedger, to path: String, _ operations: FileOperations) throws(BackupFailure) {
    self.ledger = ledger
    self.path = path
    self.operations = operations
    source = SealedFolder(of: ledger.folder, operations: operations)
    target = SealedFolder(keptIn: path, operations: operations)
    outcome.erasedCount = ledger.erased.count
    var foreignCount = 0
    do throws(FileError) {
      let status = try operations.ownStatus(path)
      isNew = status == nil
      guard let status else { return }
      guard status.kind == .folder else { throw FileError(operation: .status, path: path, errno: ENOTDIR) }
      for name in try operations.names(in: path) where !FileOperations.isTemporary(name: name) {
        guard let commitment = Commitment(hex: name) else {
          throw FileError(operation: .status, path: path, errno: EEXIST)
        }
        if !ledger.commitments.contains(commitment) { foreignCount += 1 }
      }
    } catch {
      throw error.path == path && (error.errno == EEXIST || error.errno == ENOTDIR) ? .sealedTaken(path) : .file(error)
    }
    if foreignCount > 0 { throw .sealedOfOther(path, count: foreignCount) }
  }

  /// Copies the values that are not there yet, each opened; as a dry run only opens them.
  ///
  /// A value that is gone was erased by a line beyond the covered ones, or its loss is damage. mkdir(0700) where needed; for each value
  /// open(temporary, 0600), write, close, rename; when all are written, fsync for each, and for the folder.
  mutating func copy(isDryRun: Bool, progress: (Int, Int) -> Void) throws(BackupFailure) {
    let wanted = ledger.wanted
    var written: [String] = []
    var newer: Set<Commitment>?
    if !isDryRun { try BackupFailure.filing { () throws(FileError) in try prepare() } }
    for (index, commitment) in wanted.enumerated() {
      progress(index, wanted.count)
      if (try? target.open(commitment)) ?? nil != nil {
        outcome.keptCount += 1
        continue
      }
      guard let sealing = try open(commitment) else {
        if newer == nil { newer = try BackupFailure.filing { () throws(FileError) in try erasedSince() } }
        if newer?.contains(commitment) == true {
          outcome.erasedMeanwhileCount += 1
          continue
        }
        throw try missing(commitment)
      }
      outcome.copiedCount += 1
      if isDryRun { continue }
      let file = "\(path)/\(commitment.hex)"
      try BackupFailure.filing { () throws(FileError) in
        let making = try FileInMaking(file, mode: 0o600, operations: operations)
        var failure: FileError?
        sealing.formatted.withUnsafeBytes { buffer in
          do throws(FileError) { try making.append(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        try making.finish(isSynced: false)
      }
      written.append(file)
    }
    if isDryRun { return }
    try BackupFailure.filing { () throws(FileError) in
      for file in written { try operations.syncFile(file) }
      try operations.syncFolder(path)
    }
  }

  /// Removes the values that the covered lines, or those that came since, have erased, and what a killed run has left half-written.
  mutating func removeErased(isDryRun: Bool) throws(BackupFailure) {
    try BackupFailure.filing { () throws(FileError) in
      guard try operations.exists(path) else { return }
      let newer = try erasedSince()
      let erased = ledger.erased.union(newer)
      for name in try operations.names(in: path) {
        if let commitment = Commitment(hex: name), erased.contains(commitment) {
          outcome.removedCount += 1
          if !isDryRun { try operations.remove("\(path)/\(name)") }
        } else if FileOperations.isTemporary(name: name), !isDryRun {
          try operations.remove("\(path)/\(name)")
        }
      }
    }
  }

  private func prepare() throws(FileError) {
    try operations.createFolders(FileOperations.parent(of: path))
    try operations.createPrivateFolder(path)
    try operations.syncFolder(FileOperations.parent(of: path))
    try target.narrowModes()
  }

  private func erasedSince() throws(FileError) -> Set<Commitment> {
    Set(try ledger.newerErasures(operations).flatMap(\.commitments))
  }

  /// The value in the ledger's folder; nil where it is gone.
  private func open(_ commitment: Commitment) throws(BackupFailure) -> Sealing? {
    do throws(SealedFailure) {
      return try source.open(commitment)
    } catch {
      switch error {
      case .file(let error) where error.errno == ENOENT: return nil
      case .file(let error) where error.errno == EACCES || error.errno == EPERM: throw .unreadableSealed(error)
      default: throw .journal(error.journalError(of: commitment))
      }
    }
  }

  /// Why a value is missing that nothing has erased.
  private func missing(_ commitment: Commitment) throws(BackupFailure) -> BackupFailure {
    let isThere = try BackupFailure.filing { () throws(FileError) in
      try operations.exists(ledger.folder(LedgerFolder.sealed))
    }
    guard isThere else { return .noSealed(ledger.folder.path) }
    return .journal(.damage(Damage(of: commitment, .sealedMissing)))
  }
}

extension SealedFolder {
  /// A folder of values that lies by itself, without a ledger around it.
  init(keptIn path: String, operations: FileOperations) {
    self.path = path
    checkpoint = ""
    self.operations = operations
  }
}

extension SealedFailure {
  /// The failure of a value in a folder, as damage where it is some.
  func journalError(_ folder: String, _ commitment: Commitment) -> JournalError {
    if case .file(let error) = self, damage == nil { return .file(error) }
    return .damage(Damage(file: "\(folder)/\(commitment.hex)", kind: damage ?? .notAFile))
  }
}
