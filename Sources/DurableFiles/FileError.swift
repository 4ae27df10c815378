/// A system call on a file or folder that failed: what was tried, on which path, and the kernel's answer.
package struct FileError: Error, Hashable, Sendable {
  /// What was tried.
  package enum Operation: String, Hashable, Sendable, CaseIterable {
    /// open(2), for reading or for writing.
    case open
    /// read(2) or pread(2).
    case read
    /// write(2).
    case write
    /// fsync(2) or fdatasync(2), of a file or of a folder.
    case sync
    /// rename(2).
    case rename
    /// unlink(2).
    case remove
    /// mkdir(2).
    case createFolder
    /// opendir(3) and readdir(3).
    case list
    /// stat(2), lstat(2), fstat(2), statfs(2), fchmod(2) or utimensat(2).
    case status
    /// flock(2).
    case lock
    /// ftruncate(2), of a lock file only.
    case truncate
  }

  /// What was tried.
  package let operation: Operation
  /// The path as the caller gave it, or that of the temporary file or of the folder that the operation was about.
  package let path: String
  /// The kernel's number for what went wrong, above 0.
  package let errno: Int32

  package init(operation: Operation, path: String, errno: Int32) {
    self.operation = operation
    self.path = path
    self.errno = errno
  }
}
