import Glibc

/// A file that only grows: bytes go to its end, and `sync` makes them durable.
///
/// There is no way to shorten or overwrite it here. After any failed write or sync the object is dead: every later call
/// throws that first error again and touches nothing. For a failed sync this is needed, since the kernel may have
/// marked the lost pages as clean, and a second sync would succeed without them; for a failed write it keeps a later
/// line from being put after half a line. The next writer opens the file anew and repairs its end.
///
/// One writer at a time is the caller's to ensure (`FileLock`): `byteCount` counts our own bytes only. Closed on
/// deinit.
package final class AppendFile {
  /// The file's path, as given.
  package let path: String
  /// The file's length in bytes: that at opening and what was appended since. After a failure, a lower bound.
  package private(set) var byteCount: Int
  /// The error that ended this object's use, if one did.
  package private(set) var failure: FileError?

  private let descriptor: Int32
  private let operations: FileOperations

  /// Opens an existing file: open(O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK), fstat. A symbolic link
  /// fails with ELOOP, a pipe that nobody reads with ENXIO.
  package init(_ path: String, operations: FileOperations = .system) throws(FileError) {
    let descriptor = try operations.openDescriptor(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK)
    do throws(FileError) {
      byteCount = try operations.status(ofDescriptor: descriptor, path: path).byteCount
    } catch {
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
    self.operations = operations
  }

  deinit {
    close(descriptor)
  }

  /// Appends the bytes: write until all are taken; short writes and interruptions are gone on from.
  ///
  /// Sad paths: not durable before `sync` returns; after a failure, any first part of the bytes may be in the file.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    try whileAlive { () throws(FileError) in
      try operations.writeAll(bytes, to: descriptor, path: path)
    }
    byteCount += bytes.count
  }

  /// As above, for bytes in memory that the caller owns.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    try whileAlive { () throws(FileError) in
      try operations.writeAll(bytes, to: descriptor, path: path)
    }
    byteCount += bytes.count
  }

  /// Makes everything appended so far durable: fdatasync, which includes the new length, tried once; then fstat, since a
  /// file that has lost its last name meanwhile keeps nothing: that fails with ENOENT.
  ///
  /// Sad paths: a disk that confirms what it has only cached. The file's name in its folder is not synced here, but
  /// where the file was created.
  package func sync() throws(FileError) {
    try whileAlive { () throws(FileError) in
      try operations.syncDescriptor(descriptor, path: path, dataOnly: true)
      guard try operations.status(ofDescriptor: descriptor, path: path).hasName else {
        throw FileError(operation: .sync, path: path, errno: ENOENT)
      }
    }
  }

  private func whileAlive(_ work: () throws(FileError) -> Void) throws(FileError) {
    if let failure { throw failure }
    do throws(FileError) {
      try work()
    } catch {
      failure = error
      throw error
    }
  }
}
