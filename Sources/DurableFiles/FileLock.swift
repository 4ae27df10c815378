import Glibc

/// Why a lock was not acquired.
package enum LockError: Error, Hashable, Sendable {
  /// Someone else held it until the wait was over. `holder` is what they wrote about themselves, "" if nothing yet.
  case busy(holder: String)
  /// The lock file could not be used.
  case file(FileError)
}

/// An exclusive lock between processes, held from `acquire` until `release`, deinit, or the death of the process.
///
/// It is a flock(2) lock on the whole of a lock file. Of the kernel's two kinds that belong to an open file and not to
/// a process (the other is F_OFD_SETLK), this is the one that the flock(1) program takes: an operator can run a copy or
/// backup under it from a script. Both conflict between two openings in one process, and both are let go by the kernel
/// when the last copy of the descriptor is closed, however the process ends. So there is no stale lock, and a lock is
/// never stolen: the file's content only tells who holds it and is not looked at to decide.
///
/// The lock is advisory: readers never need it. The lock file must never be removed, since a second process would lock
/// a new one; nothing here removes it. On network file systems the kernel's promise is weaker (see `FileSystemKind`).
package final class FileLock {
  /// How many bytes of the holder's text are kept.
  package static let holderByteLimit = 1024

  private var descriptor: Int32?

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    release()
  }

  /// Whether it has not been let go.
  package var isHeld: Bool { descriptor != nil }

  /// Acquires the lock, trying again for so many milliseconds at least; 0 tries once.
  ///
  /// open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode), flock(LOCK_EX | LOCK_NB) every 1 to 50 ms, fstat and
  /// lstat to see that the path still leads to the locked file, ftruncate(0), write(holder). A symbolic link fails with
  /// ELOOP, a file with a second name with EMLINK, what is no regular file with EINVAL: emptied is the lock file only.
  /// Nothing is synced: the content means nothing after a
  /// power failure.
  ///
  /// `holder` names the process, user, command and time for those who find the lock busy, on one line.
  ///
  /// Sad paths: no queue, so a waiting process may lose to a later one; a busy answer just after another change of
  /// holders may name the one before, or no one.
  package static func acquire(
    _ path: String, holder: String, waitMilliseconds: Int, mode: UInt32 = 0o644,
    operations: FileOperations = .system
  ) throws(LockError) -> FileLock {
    let start = monotonicMilliseconds()
    var pause = 1
    while true {
      if let lock = try attempt(path, holder: holder, mode: mode, operations: operations) { return lock }
      let remaining = waitMilliseconds - (monotonicMilliseconds() - start)
      guard remaining > 0 else { throw .busy(holder: self.holder(path, operations: operations)) }
      usleep(UInt32(min(pause, remaining)) * 1000)
      pause = min(pause * 2, 50)
    }
  }

  /// Lets the lock go: flock(LOCK_UN), close. The lock file stays, with its content. Does nothing the second time.
  package func release() {
    guard let descriptor else { return }
    // Closing would do, but for a child process just being started, which has a copy of the descriptor until its exec.
    flock(descriptor, LOCK_UN)
    close(descriptor)
    self.descriptor = nil
  }

  /// Tries once; nil if someone else holds the lock.
  private static func attempt(
    _ path: String, holder: String, mode: UInt32, operations: FileOperations
  ) throws(LockError) -> FileLock? {
    do throws(FileError) {
      let descriptor = try operations.openDescriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode: mode)
      // From here on, whichever way this function is left, the descriptor is closed by the lock's deinit.
      let lock = FileLock(descriptor: descriptor)
      do throws(FileError) {
        try operations.performUninterrupted(.lock, path) { _ in Int(flock(descriptor, LOCK_EX | LOCK_NB)) }
      } catch  where error.errno == EWOULDBLOCK {
        return nil
      }
      guard try leads(path, to: descriptor, operations) else { return nil }
      try operations.perform(.truncate, path) { _ in Int(ftruncate(descriptor, 0)) }
      let line = holder.utf8.prefix(holderByteLimit - 1).filter { $0 >= 0x20 && $0 != 0x7f }
      try operations.writeAll(line + [UInt8(ascii: "\n")], to: descriptor, path: path)
      return lock
    } catch {
      throw .file(error)
    }
  }

  /// Whether the path still leads to the open file: another process could have put a new one in its place.
  private static func leads(
    _ path: String, to descriptor: Int32, _ operations: FileOperations
  ) throws(FileError) -> Bool {
    var opened = stat()
    var found = stat()
    try operations.perform(.status, path) { _ in Int(fstat(descriptor, &opened)) }
    guard opened.st_mode & S_IFMT == S_IFREG else { throw FileError(operation: .status, path: path, errno: EINVAL) }
    guard opened.st_nlink <= 1 else { throw FileError(operation: .status, path: path, errno: EMLINK) }
    do throws(FileError) {
      try operations.perform(.status, path) { _ in Int(lstat(path, &found)) }
    } catch  where error.errno == ENOENT {
      return false
    }
    return opened.st_dev == found.st_dev && opened.st_ino == found.st_ino
  }

  /// What the present holder wrote, on one line and without control characters; "" if it cannot be read.
  private static func holder(_ path: String, operations: FileOperations) -> String {
    guard let bytes = try? operations.read(path, from: 0, byteCount: holderByteLimit) else { return "" }
    return String(decoding: bytes.filter { $0 >= 0x20 && $0 != 0x7f }, as: UTF8.self)
  }

  private static func monotonicMilliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
