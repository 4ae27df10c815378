import Glibc

// A folder of many files that is to be seen whole or not at all.

extension FileOperations {
  /// Makes a folder beside `path` that is to take its place: mkdir(0755) under a name that `isTemporary` knows.
  ///
  /// Sad path: a crash leaves it behind. Nothing reads it, and anyone may remove it.
  package func makeTemporaryFolder(beside path: String) throws(FileError) -> String {
    let (folder, name) = FileOperations.split(path)
    var count = 0
    while true {
      let temporary = "\(folder)/.\(name).\(getpid()).\(count).tmp"
      do throws(FileError) {
        try perform(.createFolder, temporary) { _ in Int(mkdir(temporary, 0o755)) }
        note(.createdFolder(temporary))
        return temporary
      } catch  where error.errno == EEXIST && count < 1000 {
        count += 1
      }
    }
  }

  /// Gives a folder its place: rename, then where asked fsync of the folder that it is in. What stands there must be an empty
  /// folder or nothing, else it fails with ENOTEMPTY or ENOTDIR and nothing has happened.
  package func moveFolder(_ temporary: String, to path: String, isSynced: Bool = true) throws(FileError) {
    try perform(.rename, path) { _ in Int(rename(temporary, path)) }
    note(.renamed(from: temporary, to: path))
    if isSynced { try syncFolder(FileOperations.parent(of: path)) }
  }

  /// Removes a folder with all that is in it: readdir, unlink and rmdir, as far as it goes; a failure is not heard.
  /// Symbolic links are removed, not followed.
  package func discardFolder(_ path: String) {
    for name in (try? names(in: path)) ?? [] {
      let inner = "\(path)/\(name)"
      if (try? ownStatus(inner))??.kind == .folder { discardFolder(inner) } else { discard(inner) }
    }
    _ = try? perform(.remove, path) { _ in Int(rmdir(path)) }
  }
}
