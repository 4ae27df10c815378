import Glibc

extension FileOperations {
  /// Creates a folder and those above it that are missing. For each one, from the top: mkdir(mode), then for its parent
  /// open(O_RDONLY | O_DIRECTORY), fsync, close. A folder that is there already is left as it is.
  ///
  /// The process's umask takes its bits from the mode. A path that leads to something else than a folder fails with
  /// ENOTDIR.
  ///
  /// Sad path: a folder that another process has just created, and not yet synced, is not synced here.
  package func createFolders(_ path: String, mode: UInt32 = 0o755, isSynced: Bool = true) throws(FileError) {
    if let status = try status(path) {
      guard status.kind == .folder else { throw FileError(operation: .createFolder, path: path, errno: ENOTDIR) }
      return
    }
    let parent = FileOperations.parent(of: path)
    if parent != path { try createFolders(parent, mode: mode, isSynced: isSynced) }
    do throws(FileError) {
      try perform(.createFolder, path) { _ in Int(mkdir(path, mode)) }
      note(.createdFolder(path))
    } catch  where error.errno == EEXIST {
      guard try status(path)?.kind == .folder else { throw error }
    }
    if isSynced { try syncFolder(parent) }
  }

  /// Makes durable which names a folder has and what they lead to: open(O_RDONLY | O_DIRECTORY), fsync, close.
  ///
  /// Sad path: a disk that confirms what it has only cached.
  package func syncFolder(_ path: String) throws(FileError) {
    let descriptor = try openDescriptor(path, O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    try syncDescriptor(descriptor, path: path)
  }

  /// Makes durable what a file says of itself, its time among it: open(O_RDONLY | O_NOFOLLOW | O_NONBLOCK), fsync, close.
  package func syncFile(_ path: String) throws(FileError) {
    let descriptor = try openDescriptor(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    defer { close(descriptor) }
    try syncDescriptor(descriptor, path: path)
  }

  /// Says when a file was last changed: utimensat(path, AT_SYMLINK_NOFOLLOW). Not durable before `syncFile`; a file
  /// system may round it down.
  package func setModified(of path: String, to time: FileTime) throws(FileError) {
    var times = [timespec(tv_sec: 0, tv_nsec: Self.unchangedTime), timespec(time)]
    try perform(.status, path) { _ in Int(utimensat(AT_FDCWD, path, &times, AT_SYMLINK_NOFOLLOW)) }
    note(.timed(path))
  }

  /// Takes permission bits from a file or folder that has more than `mode`: lstat, and where needed open(O_RDONLY |
  /// O_NOFOLLOW | O_NONBLOCK), fchmod, close. Gives whether it did. A symbolic link, a missing path, and one that
  /// belongs to another user are left as they are.
  package func narrowMode(of path: String, to mode: UInt32) throws(FileError) -> Bool {
    guard let status = try ownStatus(path), status.kind != .other, status.mode & ~mode != 0 else { return false }
    let descriptor = try openDescriptor(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    defer { close(descriptor) }
    do throws(FileError) {
      try perform(.status, path) { _ in Int(fchmod(descriptor, status.mode & mode)) }
    } catch  where error.errno == EPERM {
      return false
    }
    return true
  }

  /// UTIME_OMIT of utimensat(2), whose macro Swift does not read.
  private static let unchangedTime = (1 << 30) - 2

  /// The folder that a path's last name lies in: "a/b" gives "a", "a" gives ".", "/a" gives "/", "/" gives "/".
  package static func parent(of path: String) -> String {
    let (folder, _) = split(path)
    return folder
  }

  /// A path as the folder and the last name in it; slashes at the end do not count. "/" is its own folder, without a
  /// name.
  static func split(_ path: String) -> (folder: String, name: String) {
    let slash = UInt8(ascii: "/")
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
    guard let last = bytes.lastIndex(of: slash) else { return (".", String(decoding: bytes, as: UTF8.self)) }
    let name = String(decoding: bytes[(last + 1)...], as: UTF8.self)
    var folder = bytes[...last]
    while folder.count > 1, folder.last == slash { folder.removeLast() }
    return (String(decoding: folder, as: UTF8.self), name)
  }
}
