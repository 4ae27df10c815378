import DurableFiles
import Glibc
import Integrity

/// The folder of a backup: what is there, and how what is new takes its place in it.
struct BackupFolder {
  private let folder: LedgerFolder
  private let operations: FileOperations
  private var path: String { folder.path }

  init(_ path: String, _ operations: FileOperations) {
    folder = LedgerFolder(path)
    self.operations = operations
  }

  /// Whether a backup is there; false where nothing is, or an empty folder. Anything else is refused.
  func isThere() throws(BackupFailure) -> Bool {
    do throws(FileError) {
      guard let status = try operations.status(path) else { return false }
      guard status.kind == .folder else { throw FileError(operation: .createFolder, path: path, errno: EEXIST) }
      if try operations.names(in: path).isEmpty { return false }
      guard try operations.status(folder(BackupMarker.file))?.kind == .file,
        BackupMarker(try operations.read(folder(BackupMarker.file))) != nil
      else { throw FileError(operation: .createFolder, path: path, errno: EEXIST) }
      return true
    } catch {
      throw error.errno == EEXIST ? .taken(path) : .file(error)
    }
  }

  /// Takes the lock of the backup: another run, or someone who writes in it as in a ledger, has it.
  func lock(_ holder: String) throws(BackupFailure) -> FileLock {
    do throws(LockError) {
      return try FileLock.acquire(
        folder(LedgerFolder.lock), holder: holder, waitMilliseconds: 0, operations: operations)
    } catch {
      switch error {
      case .busy(let holder): throw .busy(holder: holder)
      case .file(let error): throw .file(error)
      }
    }
  }

  /// The checkpoint of the backup that is there.
  func checkpoint() throws(BackupFailure) -> Checkpoint {
    var damage = Damage(file: LedgerFolder.checkpoint, kind: .missing)
    do throws(FileError) {
      if try operations.exists(folder(LedgerFolder.checkpoint)) {
        let bytes = try operations.read(folder(LedgerFolder.checkpoint))
        do throws(CheckpointError) {
          let checkpoint = try Checkpoint(parsing: bytes)
          if checkpoint.size > 0 { return checkpoint }
          damage.kind = .checkpointEmpty
        } catch { damage.kind = .checkpointText(error) }
      }
    } catch { throw .file(error) }
    throw .damagedBackup(path, damage)
  }

  /// Refuses a backup whose lines are not the first ones of the ledger.
  func check(_ earlier: Checkpoint, against ledger: CoveredLedger) throws(BackupFailure) {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try operations.read(folder(BackupMarker.file)) } catch { throw .file(error) }
    let identity = BackupMarker(bytes)?.identity ?? ""
    guard identity.utf8.elementsEqual(ledger.identity.text.utf8) else {
      throw .otherLedger(expected: ledger.identity.text, found: identity)
    }
    guard earlier.size <= ledger.checkpoint.size else {
      throw .shrunk(from: earlier.size, to: ledger.checkpoint.size)
    }
    guard ledger.roots[earlier.size] == earlier.root, earlier.origin.utf8.elementsEqual(ledger.checkpoint.origin.utf8)
    else { throw .forked(size: earlier.size) }
  }

  /// Writes what is new. `earlier` is the checkpoint of the backup that is there; nil for a new one.
  func write(
    _ copying: LedgerCopying, after earlier: Checkpoint?, progress: (Int, Int) -> Void
  ) throws(BackupFailure) {
    if let earlier { try extend(copying, earlier, progress) } else { try create(copying, progress) }
  }

  private func create(_ copying: LedgerCopying, _ progress: (Int, Int) -> Void) throws(BackupFailure) {
    let staging = try BackupFailure.filing { () throws(FileError) in
      let place = try operations.resolved(path)
      try operations.createFolders(FileOperations.parent(of: place))
      operations.discardTemporaryFolders(of: place)
      return try operations.makeTemporaryFolder(beside: place)
    }
    do throws(BackupFailure) {
      _ = try copying.stage(in: staging, progress: progress)
      let marker = BackupMarker(identity: copying.ledger.identity.text)
      let checkpoint = Array(copying.ledger.checkpoint.formatted.utf8)
      copying.ledger.closeSegments(in: LedgerFolder(staging), operations)
      try BackupFailure.filing { () throws(FileError) in
        for (name, bytes) in [(BackupMarker.file, marker.bytes), (LedgerFolder.checkpoint, checkpoint)] {
          try operations.createUnsynced("\(staging)/\(name)", with: bytes)
          try operations.syncFile("\(staging)/\(name)")
        }
        try operations.syncFolder(staging)
      }
      try BackupFailure.move(staging, to: path, operations)
    } catch {
      operations.discardFolder(staging)
      // Someone else was faster.
      if case .notEmpty(let path) = error { throw .taken(path) }
      throw error
    }
  }

  private func extend(
    _ copying: LedgerCopying, _ earlier: Checkpoint, _ progress: (Int, Int) -> Void
  ) throws(BackupFailure) {
    try BackupFailure.filing { () throws(FileError) in try removeTemporaries() }
    let stale = try staleSegments(copying.ledger, earlier)
    let staging = try BackupFailure.filing { () throws(FileError) in
      try operations.makeTemporaryFolder(beside: folder(Self.staging))
    }
    defer { operations.discardFolder(staging) }
    let names = try copying.stage(in: staging, progress: progress)
    try BackupFailure.filing { () throws(FileError) in
      for name in stale { try operations.remove(folder(name)) }
      let isSegment = Dictionary(uniqueKeysWithValues: copying.segments.map { ($0.name, true) })
      var folders: Set<String> = []
      for name in names where isSegment[name] == nil {
        let parent = FileOperations.parent(of: folder(name))
        if folders.insert(parent).inserted { try operations.createFolders(parent) }
        try operations.moveFile("\(staging)/\(name)", to: folder(name))
      }
      for parent in folders.union([path]).sorted(by: >) { try operations.syncFolder(parent) }
      for name in names where isSegment[name] != nil {
        try operations.moveFile("\(staging)/\(name)", to: folder(name))
        // Without it a power failure could leave a later segment there and an earlier one as it was.
        try operations.syncFolder(folder(LedgerFolder.events))
      }
      let checkpoint = copying.ledger.checkpoint
      if try operations.read(folder(LedgerFolder.checkpoint)) != Array(checkpoint.formatted.utf8) {
        try CheckpointFile(folder: folder, operations: operations).write(checkpoint, replacing: earlier)
      }
    }
    copying.ledger.closeSegments(in: folder, operations)
  }

  /// The name that the folder of what is new is made from, in the backup.
  private static let staging = "backup"

  /// Removes what a run that was killed has left.
  private func removeTemporaries() throws(FileError) {
    operations.discardTemporaryFolders(of: folder(Self.staging), evenOfRunning: true)
    for place in [path, folder(LedgerFolder.checkpoints)] where try operations.exists(place) {
      for name in try operations.names(in: place) where FileOperations.isTemporary(name: name) {
        operations.removeUnheard("\(place)/\(name)")
      }
    }
  }

  /// Segments that a killed run has put behind the backup's checkpoint, and that the ledger no longer has, the last first: what was
  /// recorded in them was never acknowledged there. Any other name is refused.
  private func staleSegments(_ ledger: CoveredLedger, _ earlier: Checkpoint) throws(BackupFailure) -> [String] {
    let known = Set(ledger.segments.map(\.name))
    var stale: [String] = []
    let names = try BackupFailure.filing { () throws(FileError) in try operations.names(in: folder(LedgerFolder.events))
    }
    for name in names where name.utf8.first != UInt8(ascii: ".") {
      let file = "\(LedgerFolder.events)/\(name)"
      if known.contains(file) { continue }
      guard let first = LedgerFolder.firstPosition(ofSegment: name), first > earlier.size else {
        throw .damagedBackup(path, Damage(file: file, kind: .segmentName(expected: earlier.size + 1)))
      }
      stale.append(file)
    }
    return stale.reversed()
  }
}
