import Glibc

/// What a path leads to.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file
    case folder
    case other
  }

  package let kind: Kind
  /// The file's length in bytes; without meaning for a folder.
  package let byteCount: Int
  /// The permission bits, 0...0o7777.
  package let mode: UInt32
  /// When its content, or of a folder its names, last changed, by the system's clock.
  package let modified: FileTime
  /// Whether any name still leads to it; an open file may have lost them all.
  package let hasName: Bool
}

extension FileOperations {
  /// Reads a whole file: open(O_RDONLY | O_NONBLOCK), fstat, read until it returns 0, close.
  ///
  /// Only a regular file is read: a folder fails with EISDIR, a pipe or a device with EINVAL, and none is waited for.
  ///
  /// Sad path: a file that grows meanwhile is read as far as it had grown; one that is replaced meanwhile is read as it
  /// was.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = try openDescriptor(path, O_RDONLY | O_NONBLOCK)
    defer { close(descriptor) }
    let expected = try regularByteCount(ofDescriptor: descriptor, path: path)
    // One byte more than expected, so that the usual file needs no second round to find its end.
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: max(4096, filled)) }
      let count = try performUninterrupted(.read, path, byteCount: bytes.count - filled) { allowed in
        bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, allowed) }
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Reads up to `byteCount` bytes from `offset`: open(O_RDONLY | O_NONBLOCK), fstat, pread until enough or the end, close.
  ///
  /// Fewer bytes come back only where the file ends. Requires offset ≥ 0 and byteCount ≥ 0.
  ///
  /// Sad path: bytes that a writer is appending meanwhile may come in part.
  package func read(_ path: String, from offset: Int, byteCount: Int) throws(FileError) -> [UInt8] {
    precondition(offset >= 0 && byteCount >= 0, "a negative offset or count")
    let descriptor = try openDescriptor(path, O_RDONLY | O_NONBLOCK)
    defer { close(descriptor) }
    let available = max(0, try regularByteCount(ofDescriptor: descriptor, path: path) - offset)
    var bytes = [UInt8](repeating: 0, count: min(byteCount, available))
    var filled = 0
    while filled < bytes.count {
      let count = try performUninterrupted(.read, path, byteCount: bytes.count - filled) { allowed in
        bytes.withUnsafeMutableBytes {
          pread(descriptor, $0.baseAddress.map { $0 + filled }, allowed, off_t(offset + filled))
        }
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// What the path leads to, nil if nothing: stat, which follows symbolic links.
  ///
  /// Sad path: a folder that may not be searched is an error (EACCES), not an absence.
  package func status(_ path: String) throws(FileError) -> FileStatus? {
    var status = stat()
    do throws(FileError) {
      try perform(.status, path) { _ in Int(stat(path, &status)) }
    } catch  where error.errno == ENOENT || error.errno == ENOTDIR {
      return nil
    }
    return FileStatus(status)
  }

  /// What stands at the path itself, nil if nothing: lstat, for which a symbolic link is `other`.
  ///
  /// Sad path: as `status`.
  package func ownStatus(_ path: String) throws(FileError) -> FileStatus? {
    var status = stat()
    do throws(FileError) {
      try perform(.status, path) { _ in Int(lstat(path, &status)) }
    } catch  where error.errno == ENOENT || error.errno == ENOTDIR {
      return nil
    }
    return FileStatus(status)
  }

  /// Whether the path leads to something: as `status`.
  package func exists(_ path: String) throws(FileError) -> Bool {
    try status(path) != nil
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`: opendir, readdir until it is done, closedir.
  ///
  /// Temporary files that a crash left are among them (see `isTemporary`). A name that is not UTF-8 fails with EILSEQ.
  ///
  /// Sad path: names that appear or vanish meanwhile may or may not be listed.
  package func names(in folder: String) throws(FileError) -> [String] {
    var stream: OpaquePointer?
    try perform(.list, folder) { _ in
      stream = opendir(folder)
      return stream == nil ? -1 : 0
    }
    guard let stream else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(validatingCString: $0) }
      }
      guard let name else { throw FileError(operation: .list, path: folder, errno: EILSEQ) }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw FileError(operation: .list, path: folder, errno: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The length of an open file; refuses what is not a regular one.
  private func regularByteCount(ofDescriptor descriptor: Int32, path: String) throws(FileError) -> Int {
    let status = try status(ofDescriptor: descriptor, path: path)
    switch status.kind {
    case .file: return status.byteCount
    case .folder: throw FileError(operation: .read, path: path, errno: EISDIR)
    case .other: throw FileError(operation: .read, path: path, errno: EINVAL)
    }
  }

  /// fstat(descriptor).
  func status(ofDescriptor descriptor: Int32, path: String) throws(FileError) -> FileStatus {
    var status = stat()
    try perform(.status, path) { _ in Int(fstat(descriptor, &status)) }
    return FileStatus(status)
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    byteCount = Int(status.st_size)
    mode = status.st_mode & 0o7777
    modified = FileTime(status.st_mtim)
    hasName = status.st_nlink > 0
  }
}
