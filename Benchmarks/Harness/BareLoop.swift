import Glibc

/// The least that a durable append can be: write(2) of the bytes and fdatasync(2), again and again, on one file.
///
/// Preallocated, the file has its length from the start (posix_fallocate, then written over once and synced), so that no
/// sync has to write the file's length too.
struct BareLoop {
  let path: String
  let isPreallocated: Bool

  /// The wall time of `count` appends of so many bytes, in microseconds.
  func run(_ count: Int, byteCount: Int) throws(HarnessFailure) -> Int {
    let file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .systemCall("open", path: path, code: errno) }
    defer {
      close(file)
      unlink(path)
    }
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: byteCount)
    if isPreallocated {
      guard posix_fallocate(file, 0, count * byteCount) == 0 else {
        throw .systemCall("fallocate", path: path, code: errno)
      }
      for _ in 0..<count { try write(line, file) }
      lseek(file, 0, SEEK_SET)
    }
    guard fsync(file) == 0 else { throw .systemCall("fsync", path: path, code: errno) }
    let start = microseconds()
    for _ in 0..<count {
      try write(line, file)
      guard fdatasync(file) == 0 else { throw .systemCall("fdatasync", path: path, code: errno) }
    }
    return microseconds() - start
  }

  private func write(_ line: [UInt8], _ file: Int32) throws(HarnessFailure) {
    guard Glibc.write(file, line, line.count) == line.count else {
      throw .systemCall("write", path: path, code: errno)
    }
  }
}
