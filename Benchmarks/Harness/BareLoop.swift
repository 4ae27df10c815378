import Glibc

/// The least that a durable append can be: write(2) of the bytes and fdatasync(2), again and again, on one file.
///
/// Preallocated, the file has its length from the start (posix_fallocate, then written over once and synced), so that no
/// sync has to write the file's length too.
final class BareLoop {
  private let path: String
  private let file: Int32
  private let line: [UInt8]

  /// Makes the file, ready for `count` appends of so many bytes.
  init(_ path: String, byteCount: Int, preallocatedFor count: Int? = nil) throws(HarnessFailure) {
    self.path = path
    line = [UInt8](repeating: UInt8(ascii: "x"), count: byteCount)
    file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .systemCall("open", path: path, code: errno) }
    if let count {
      let result = posix_fallocate(file, 0, count * byteCount)
      guard result == 0 else { throw .systemCall("fallocate", path: path, code: result) }
      for _ in 0..<count { try write() }
      lseek(file, 0, SEEK_SET)
    }
    guard fsync(file) == 0 else { throw .systemCall("fsync", path: path, code: errno) }
  }

  deinit {
    close(file)
    unlink(path)
  }

  /// Appends so many times.
  func append(_ count: Int) throws(HarnessFailure) {
    for _ in 0..<count {
      try write()
      guard fdatasync(file) == 0 else { throw .systemCall("fdatasync", path: path, code: errno) }
    }
  }

  private func write() throws(HarnessFailure) {
    guard Glibc.write(file, line, line.count) == line.count else {
      throw .systemCall("write", path: path, code: errno)
    }
  }
}
