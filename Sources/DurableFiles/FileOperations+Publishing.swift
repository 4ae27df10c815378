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

  /// Writes files into a new folder, or an empty one: all of them, or nothing.
  ///
  /// The folders above it that are missing are made; mkdir beside it, every file written and synced, the folder synced, rename, and
  /// the folder above synced. A folder that is not empty, or something else than a folder, fails with ENOTEMPTY or ENOTDIR.
  package func createFolder(_ path: String, with files: [(name: String, bytes: [UInt8])]) throws(FileError) {
    try createFolders(Self.parent(of: path))
    let temporary = try makeTemporaryFolder(beside: path)
    do throws(FileError) {
      for file in files { try createExclusively("\(temporary)/\(file.name)", with: file.bytes) }
      try syncFolder(temporary)
      try moveFolder(temporary, to: path)
    } catch {
      discardFolder(temporary)
      throw error
    }
  }

  /// Gives a folder its place: rename, then where asked fsync of the folder that it is in. What stands there must be an empty
  /// folder or nothing, else it fails with ENOTEMPTY or ENOTDIR and nothing has happened.
  package func moveFolder(_ temporary: String, to path: String, isSynced: Bool = true) throws(FileError) {
    try perform(.rename, path) { _ in Int(rename(temporary, path)) }
    note(.renamed(from: temporary, to: path))
    if isSynced { try syncFolder(FileOperations.parent(of: path)) }
  }

  /// Creates a file in a folder that is being made, without any sync: open(O_WRONLY | O_CREAT | O_EXCL, mode), write until
  /// done, close. For what can be made anew, where a sync for each of ten thousand files would take minutes.
  ///
  /// Sad path: after a power failure the file may hold anything.
  package func createUnsynced(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError) {
    let descriptor = try openDescriptor(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    do throws(FileError) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, path: path)
    } catch {
      discard(path)
      throw error
    }
  }

  /// Lets a folder take the place of another: rename of the old one to an empty folder beside it, rename of the new one, then
  /// fsync of the folder that they are in, and the old one removed. Where the second rename fails, the first is undone.
  ///
  /// Sad paths: for a moment between the two renames nothing is under the path, and a crash there leaves the old one beside it
  /// under a temporary name (`renameat2`, which could exchange them, is none of what Swift sees of the C library).
  package func replaceFolder(_ path: String, with temporary: String) throws(FileError) {
    let old = try makeTemporaryFolder(beside: path)
    do throws(FileError) {
      try perform(.rename, path) { _ in Int(rename(path, old)) }
    } catch {
      discardFolder(old)
      throw error
    }
    do throws(FileError) {
      try perform(.rename, path) { _ in Int(rename(temporary, path)) }
    } catch {
      _ = try? perform(.rename, path) { _ in Int(rename(old, path)) }
      throw error
    }
    note(.renamed(from: temporary, to: path))
    try syncFolder(FileOperations.parent(of: path))
    discardFolder(old)
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
