import DurableFiles

/// What a writer asks of a ledger's folder before it changes anything: folders are folders, files are files, and none is
/// a symbolic link, which would lead its writing and removing elsewhere.
enum WriterGround {
  /// The first name that is something else; nil where all are right. A missing name is right here. One lstat for each.
  static func damage(of folder: LedgerFolder, _ operations: FileOperations) throws(JournalError) -> Damage? {
    do throws(FileError) {
      for name in [
        LedgerFolder.events, LedgerFolder.sealed, LedgerFolder.presented, LedgerFolder.setAside,
        LedgerFolder.checkpoints,
      ] {
        if let damage = try damage(name, .folder, folder, operations) { return damage }
      }
      var files = [LedgerFolder.checkpoint, LedgerFolder.ledgerCopy]
      if try operations.exists(folder(LedgerFolder.events)) {
        files += try operations.names(in: folder(LedgerFolder.events))
          .filter { $0.utf8.first != UInt8(ascii: ".") }.map { "\(LedgerFolder.events)/\($0)" }
      }
      for name in files {
        if let damage = try damage(name, .file, folder, operations) { return damage }
      }
      return nil
    } catch {
      throw .file(error)
    }
  }

  private static func damage(
    _ name: String, _ kind: FileStatus.Kind, _ folder: LedgerFolder, _ operations: FileOperations
  ) throws(FileError) -> Damage? {
    guard let own = try operations.ownStatus(folder(name)), own.kind != kind else { return nil }
    // A link leads to something of another kind, or to nothing.
    let found = try operations.status(folder(name))?.kind
    let isLink = own.kind == .other && found != .other
    return Damage(file: name, kind: isLink ? .symbolicLink : kind == .file ? .notAFile : .notAFolder)
  }
}
