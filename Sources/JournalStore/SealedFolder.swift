package import DurableFiles
import Glibc
package import Integrity

/// The folder `sealed`: one file for each commitment, with the salt and the value that open it (`Sealing`).
///
/// The folder has mode 0700 and its files 0600. Nothing in it is ever published, cached or logged. A file that is not
/// there is an erased value or one that this copy of the ledger does not carry: both look the same.
package struct SealedFolder: Sendable {
  let path: String
  let checkpoint: String
  let operations: FileOperations

  package init(of ledger: LedgerFolder, operations: FileOperations = .system) {
    path = ledger(LedgerFolder.sealed)
    checkpoint = ledger(LedgerFolder.checkpoint)
    self.operations = operations
  }

  /// The sealing that opens a commitment; nil where no file is there.
  package func open(_ commitment: Commitment) throws(SealedFailure) -> Sealing? {
    let bytes: [UInt8]
    do throws(FileError) {
      guard let status = try operations.ownStatus(file(commitment)) else { return nil }
      guard status.kind == .file else {
        throw FileError(operation: .read, path: file(commitment), errno: status.kind == .folder ? EISDIR : EINVAL)
      }
      bytes = try operations.read(file(commitment))
    } catch {
      throw .file(error)
    }
    let sealing: Sealing
    do throws(SealingError) {
      sealing = try Sealing(parsing: bytes)
    } catch {
      throw .malformed(error)
    }
    guard sealing.commitment == commitment else { throw .otherCommitment(found: sealing.commitment) }
    return sealing
  }

  /// Whether a file is there for a commitment, whatever is in it. One lstat.
  package func holds(_ commitment: Commitment) throws(SealedFailure) -> Bool {
    do throws(FileError) { return try operations.ownStatus(file(commitment)) != nil } catch { throw .file(error) }
  }

  /// Stores sealings so that they survive a power failure: files, then the folder that names them.
  ///
  /// For the folder mkdir(0700) and an fsync of the ledger's, where it is missing; the checkpoint's time, as `mayDiffer`
  /// needs it; for each sealing the calls of `replaceUnnamed`, and then one fsync of the folder for them all: no line
  /// commits to any of them before that, so it need not be known which of them a crash left. A file of the same name has
  /// the same content, so one that a crash left is replaced.
  func store(_ sealings: [Sealing]) throws(FileError) {
    guard !sealings.isEmpty else { return }
    try refuseLink()
    try operations.createFolders(path, mode: 0o700)
    try ageCheckpoint()
    for sealing in sealings {
      try operations.replaceUnnamed(file(sealing.commitment), with: sealing.formatted, mode: 0o600)
    }
    try operations.syncFolder(path)
  }

  /// Takes from the folder the permission bits that others than the owner have on it. Where there were some, and only
  /// there, others could come to its files: then from these too.
  func narrowModes() throws(FileError) {
    try refuseLink()
    guard try operations.narrowMode(of: path, to: 0o700) else { return }
    for name in try operations.names(in: path) where Commitment(hex: name) != nil {
      _ = try operations.narrowMode(of: "\(path)/\(name)", to: 0o600)
    }
  }

  /// Removes the values of these commitments; one that is not there is as it should be. An unlink for each, and one fsync
  /// of the folder: after a crash in between some are gone and some are not, and the next writer removes the rest
  /// (`Recovery`), as long as the event that erases them is the last batch.
  ///
  /// The disk's blocks are not overwritten, and backups keep what they have: see `FileOperations.remove`.
  func remove(_ commitments: some Collection<Commitment>) throws(FileError) {
    if commitments.isEmpty { return }
    try refuseLink()
    var removedAny = false
    for commitment in commitments where try operations.ownStatus(file(commitment)) != nil {
      try operations.removeUnnamed(file(commitment))
      removedAny = true
    }
    if removedAny { try sync() }
  }

  /// Makes durable which values are there, and which are not: fsync of the folder, if there is one.
  func sync() throws(FileError) {
    if try operations.exists(path) { try operations.syncFolder(path) }
  }

  /// The commitments whose values are there, by the folder's names. One listing, of all of them.
  func commitments() throws(FileError) -> [Commitment] {
    try refuseLink()
    guard try operations.exists(path) else { return [] }
    return try operations.names(in: path).compactMap(Commitment.init(hex:))
  }

  /// The commitments whose values are there, by the folder's names; nil where there is no such folder, as in a published copy.
  package func kept() throws(FileError) -> [Commitment]? {
    try operations.exists(path) ? try commitments() : nil
  }

  /// Those of the commitments whose values are there. One lstat for each.
  func present(_ commitments: [Commitment]) throws(FileError) -> [Commitment] {
    var present: [Commitment] = []
    for commitment in commitments where try operations.ownStatus(file(commitment)) != nil { present.append(commitment) }
    return present
  }

  /// Refuses a folder that is a symbolic link: what it leads to is not the ledger's to change.
  private func refuseLink() throws(FileError) {
    guard try operations.ownStatus(path)?.kind != .other else {
      throw FileError(operation: .status, path: path, errno: ELOOP)
    }
  }

  private func file(_ commitment: Commitment) -> String { "\(path)/\(commitment.hex)" }
}
