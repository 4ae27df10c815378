import Glibc

extension FileOperations {
  /// Replaces a file that can be made anew, or creates it, without any sync: open(temporary, O_WRONLY | O_CREAT | O_EXCL),
  /// write until done, close, rename.
  ///
  /// Its folder is made if it is not there, with mode 0700. After a power failure the file may hold anything, so what it
  /// holds must be checked when it is read.
  package func replaceUnsynced(
    _ path: String, with pieces: some Sequence<[UInt8]>, mode: UInt32 = 0o600
  ) throws(FileError) {
    try makeFolders(FileOperations.parent(of: path))
    let (temporary, descriptor) = try openTemporary(beside: path, mode: mode)
    do throws(FileError) {
      defer { close(descriptor) }
      for piece in pieces { try writeAll(piece, to: descriptor, path: temporary) }
    } catch {
      discard(temporary)
      throw error
    }
    do throws(FileError) {
      try perform(.rename, path) { _ in Int(rename(temporary, path)) }
    } catch {
      discard(temporary)
      throw error
    }
  }

  /// Removes what processes that were killed have left of `replaceUnsynced` for the same path: temporary files that were
  /// last changed before a moment. Says nothing of a failure, since nothing depends on it.
  package func discardTemporaries(of path: String, before moment: FileTime) {
    let (folder, name) = FileOperations.split(path)
    for found in (try? names(in: folder)) ?? [] where found.hasPrefix(".\(name).") {
      let temporary = "\(folder)/\(found)"
      guard FileOperations.isTemporary(name: found), let status = try? ownStatus(temporary), status.kind == .file,
        status.modified < moment
      else { continue }
      discard(temporary)
    }
  }

  private func makeFolders(_ path: String) throws(FileError) {
    guard try !exists(path) else { return }
    try makeFolders(FileOperations.parent(of: path))
    do throws(FileError) {
      try perform(.createFolder, path) { _ in Int(mkdir(path, 0o700)) }
    } catch  where error.errno == EEXIST {
      // Another process was faster.
    }
  }

  /// What tells one build of the running program from another: its file's device, inode, length and time of change;
  /// empty where the system does not say.
  package static let programIdentity: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    let changed = status.st_mtim
    return "\(status.st_dev).\(status.st_ino).\(status.st_size).\(changed.tv_sec).\(changed.tv_nsec)"
  }()
}
