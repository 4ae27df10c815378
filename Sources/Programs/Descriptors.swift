import Glibc

/// The descriptors that one run of a program needs; all of them are 100 or more and close on exec.
struct Descriptors {
  private var open: Set<Int32> = []
  private static let lowest: Int32 = 100

  /// Shared memory without a name that holds the bytes, to be read from its beginning: shm_open(O_RDWR | O_CREAT |
  /// O_EXCL, 0600), shm_unlink, write, lseek.
  mutating func memory(holding bytes: [UInt8]) throws(ProgramError) -> Int32 {
    var generator = SystemRandomNumberGenerator()
    let name = "/liggare.\(getpid()).\(String(generator.next(), radix: 16))"
    let made = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard made >= 0 else { throw .system(call: "shm_open", errno: errno) }
    shm_unlink(name)
    let descriptor = try keep(made)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .system(call: "write", errno: count < 0 ? errno : EIO) }
      written += count
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .system(call: "lseek", errno: errno) }
    return descriptor
  }

  mutating func pipe() throws(ProgramError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .system(call: "pipe", errno: errno) }
    // Both before any error: an end that is not kept would stay open.
    open.formUnion(ends)
    return (try keep(ends[0]), try keep(ends[1]))
  }

  /// Moves a descriptor above those that a program is given.
  private mutating func keep(_ descriptor: Int32) throws(ProgramError) -> Int32 {
    let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, Descriptors.lowest)
    let number = errno
    self.close(descriptor)
    guard moved >= 0 else { throw .system(call: "fcntl", errno: number) }
    open.insert(moved)
    return moved
  }

  mutating func close(_ descriptor: Int32) {
    open.remove(descriptor)
    Glibc.close(descriptor)
  }

  mutating func closeAll() {
    for descriptor in open { Glibc.close(descriptor) }
    open = []
  }
}
