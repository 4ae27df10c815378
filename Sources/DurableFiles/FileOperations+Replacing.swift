import Glibc

extension FileOperations {
  /// Replaces a file, or creates it, so that at every moment its path leads to all of the old bytes or all of the new.
  ///
  /// In the same folder: open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode), write until done, fsync, close,
  /// rename(temporary, path), then for the folder open(O_RDONLY | O_DIRECTORY), fsync, close. Until the rename, a
  /// failure removes the temporary file again (unlink, its own failure unheard) and the path is untouched. The
  /// process's umask takes its bits from the mode; the old file's mode is not looked at. A symbolic link is itself
  /// replaced.
  ///
  /// Sad paths: if only the folder's sync fails, the new bytes are there, but which ones a power failure leaves is
  /// open. A crash can leave a temporary file behind (`isTemporary`); it is never read, and whoever holds the folder's
  /// lock may remove it.
  package func replaceAtomically(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError) {
    try replaceUnnamed(path, with: bytes, mode: mode)
    try syncFolder(FileOperations.parent(of: path))
  }

  /// The calls of `replaceAtomically` but for the folder's sync: the bytes are durable, the name is so only after the
  /// caller's `syncFolder`. For many files of one folder, which need one such sync.
  package func replaceUnnamed(_ path: String, with bytes: [UInt8], mode: UInt32) throws(FileError) {
    let (temporary, descriptor) = try openTemporary(beside: path, mode: mode)
    do throws(FileError) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, path: temporary)
      try syncDescriptor(descriptor, path: temporary)
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
    note(.renamed(from: temporary, to: path))
  }

  /// Creates a file that is not there yet: open(O_WRONLY | O_CREAT | O_EXCL, mode), write until done, fsync, close,
  /// then for the folder open(O_RDONLY | O_DIRECTORY), fsync, close. An existing file fails with EEXIST and is
  /// untouched.
  ///
  /// If writing or syncing fails, the file is removed again (unlink, its own failure unheard).
  ///
  /// Sad paths: a crash can leave the file with a part of its bytes, so the format must tell; if only the folder's sync
  /// fails, the file is there, but may be gone after a power failure.
  package func createExclusively(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError) {
    let descriptor = try openDescriptor(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    do throws(FileError) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, path: path)
      try syncDescriptor(descriptor, path: path)
    } catch {
      discard(path)
      throw error
    }
    try syncFolder(FileOperations.parent(of: path))
  }

  /// Removes a file: unlink, then for its folder open(O_RDONLY | O_DIRECTORY), fsync, close. A missing file fails with
  /// ENOENT.
  ///
  /// Sad paths: if only the folder's sync fails, the file may come back after a power failure. The disk's blocks are
  /// not overwritten, and backups and snapshots of the file system keep what they have.
  package func remove(_ path: String) throws(FileError) {
    try removeUnnamed(path)
    try syncFolder(FileOperations.parent(of: path))
  }

  /// The unlink of `remove` alone: that the file is gone is durable only after the caller's `syncFolder`.
  package func removeUnnamed(_ path: String) throws(FileError) {
    try perform(.remove, path) { _ in Int(unlink(path)) }
    note(.removed(path))
  }

  /// Fails as the making of a file at a path would where its folder is missing or takes none: open(temporary, O_CREAT | O_EXCL),
  /// close, unlink. What is irreversible and ends with a file asks this first.
  package func probe(_ path: String) throws(FileError) {
    do throws(FileError) {
      let (temporary, descriptor) = try openTemporary(beside: path, mode: 0o600)
      close(descriptor)
      discard(temporary)
    } catch {
      // Nobody knows the temporary name.
      throw FileError(operation: error.operation, path: path, errno: error.errno)
    }
  }

  /// Removes a file that nobody needs any more: unlink. A failure, that it is not there, say, is not heard.
  package func removeUnheard(_ path: String) { discard(path) }

  /// Whether a name is one that `replaceAtomically` gives to its temporary files: `.NAME.PID.COUNT.tmp`.
  package static func isTemporary(name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count >= 5 && parts[0].isEmpty && parts.last?.elementsEqual("tmp".utf8) == true
      && parts.suffix(3).prefix(2).allSatisfy { Int(String(decoding: Array($0), as: UTF8.self)) != nil }
  }

  /// Creates an empty file beside `path`, under a name that nothing else has.
  func openTemporary(
    beside path: String, mode: UInt32, access: Int32 = O_WRONLY
  ) throws(FileError) -> (String, Int32) {
    let (folder, name) = FileOperations.split(path)
    var count = 0
    while true {
      let temporary = "\(folder)/.\(name).\(getpid()).\(count).tmp"
      do throws(FileError) {
        return (temporary, try openDescriptor(temporary, access | O_CREAT | O_EXCL, mode: mode))
      } catch  where error.errno == EEXIST && count < 1000 {
        // Another thread's, or left by a crashed process that had our number.
        count += 1
      }
    }
  }

  func discard(_ path: String) {
    if (try? perform(.remove, path) { _ in Int(unlink(path)) }) != nil { note(.removed(path)) }
  }
}
