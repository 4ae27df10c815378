import Glibc

// Files that are written beside their places, and take them when all are there.

extension FileOperations {
  /// Gives a file its place, replacing the one that is there: rename. Not durable before the folder is synced.
  package func moveFile(_ temporary: String, to path: String) throws(FileError) {
    try perform(.rename, path) { _ in Int(rename(temporary, path)) }
    note(.renamed(from: temporary, to: path))
  }

  /// Creates a folder that only its owner may look into, in one that is there: mkdir(0700). One that is there already is left as
  /// it is.
  package func createPrivateFolder(_ path: String) throws(FileError) {
    do throws(FileError) {
      try perform(.createFolder, path) { _ in Int(mkdir(path, 0o700)) }
      note(.createdFolder(path))
    } catch  where error.errno == EEXIST {
      guard try status(path)?.kind == .folder else { throw error }
    }
  }

  /// Removes what processes that ended too early have left of `makeTemporaryFolder` for the same path, with all that is in it.
  ///
  /// Of a process that is still running, by its number, nothing is removed, unless `evenOfRunning`: for whoever holds a lock that
  /// the others would need. Says nothing of a failure.
  ///
  /// Sad path: a number may have been given to another process since; then the folder stays.
  package func discardTemporaryFolders(of path: String, evenOfRunning: Bool = false) {
    let (folder, name) = FileOperations.split(path)
    for found in (try? names(in: folder)) ?? [] where found.hasPrefix(".\(name).") {
      guard FileOperations.isTemporary(name: found), (try? ownStatus("\(folder)/\(found)"))??.kind == .folder,
        let process = found.split(separator: ".").suffix(3).first.flatMap({ Int32($0) })
      else { continue }
      if evenOfRunning || (process > 0 && kill(process, 0) != 0 && errno == ESRCH) {
        discardFolder("\(folder)/\(found)")
      }
    }
  }

  /// The path without symbolic links, `.` and `..`: realpath of the part of it that is there, and the names that are not there
  /// yet behind it.
  package func resolved(_ path: String) throws(FileError) -> String {
    if try status(path) == nil {
      let (folder, name) = FileOperations.split(path)
      let above = try resolved(folder)
      return above == "/" ? "/\(name)" : "\(above)/\(name)"
    }
    var text = ""
    try perform(.status, path) { _ in
      guard let pointer = realpath(path, nil) else { return -1 }
      text = String(cString: pointer)
      free(pointer)
      return 0
    }
    return text
  }
}
