import Glibc

/// Bytes that wait to be read again: in memory while they are few, and then in a file without a name, which nobody else finds
/// and which is gone when it is let go of or the process ends, however it ends.
///
/// The file: open(temporary, O_RDWR | O_CREAT | O_EXCL, 0600) in the folder, unlink at once; then write at its end, and pread. A
/// failure to write is kept, and what comes after it is dropped; reading throws it, and `check`. One thread at a time while it grows; when
/// it grows no more any number may read.
package final class Spool: @unchecked Sendable {
  package private(set) var byteCount = 0
  private let folder: String?
  private let memoryByteLimit: Int
  private let operations: FileOperations
  private var bytes: [UInt8] = []
  private var file: NamelessFile?
  private var failure: FileError?

  /// An empty spool. `folder` is where its file will lie; nil keeps everything in memory.
  package init(in folder: String?, memoryByteLimit: Int = 1 << 16, operations: FileOperations = .system) {
    self.folder = folder
    self.memoryByteLimit = memoryByteLimit
    self.operations = operations
  }

  package func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }

  package func append(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    do throws(FileError) {
      if file == nil, let folder, byteCount + bytes.count > memoryByteLimit {
        let file = try NamelessFile(in: folder, operations)
        try file.write(self.bytes)
        self.file = file
        self.bytes = []
      }
      if let file { try file.write(bytes) } else { self.bytes.append(contentsOf: bytes) }
      byteCount += bytes.count
    } catch { failure = error }
  }

  /// Throws a failure to write, where there was one.
  package func check() throws(FileError) {
    if let failure { throw failure }
  }

  /// Fills a buffer with the bytes from a place on. Requires that they are there.
  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) {
    try check()
    precondition(0 <= offset && offset + buffer.count <= byteCount, "only what was written can be read")
    if let file { return try file.read(at: offset, into: buffer) }
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset...].prefix(buffer.count)))
    }
  }

  /// The same as an array.
  package func read(at offset: Int, byteCount: Int) throws(FileError) -> [UInt8] {
    var thrown: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      do throws(FileError) {
        try read(
          at: offset, into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<byteCount])
        )
        count = byteCount
      } catch { thrown = error }
    }
    if let thrown { throw thrown }
    return bytes
  }

  /// Forgets everything, a failure too.
  package func removeAll() {
    (byteCount, bytes, file, failure) = (0, [], nil, nil)
  }
}

/// A file that has lost its name already.
private final class NamelessFile {
  /// The name that it had.
  private let path: String
  private let descriptor: Int32
  private let operations: FileOperations

  init(in folder: String, _ operations: FileOperations) throws(FileError) {
    (path, descriptor) = try operations.openTemporary(beside: "\(folder)/liggare", mode: 0o600, access: O_RDWR)
    self.operations = operations
    do throws(FileError) {
      try operations.perform(.remove, path) { _ in Int(unlink(path)) }
    } catch {
      operations.discard(path)
      close(descriptor)
      throw error
    }
    operations.note(.removed(path))
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws(FileError) { try operations.writeAll(bytes, to: descriptor, path: path) }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    try operations.writeAll(bytes, to: descriptor, path: path)
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) {
    var filled = 0
    while filled < buffer.count {
      let count = try operations.performUninterrupted(.read, path, byteCount: buffer.count - filled) { allowed in
        pread(descriptor, buffer.baseAddress.map { $0 + filled }, allowed, off_t(offset + filled))
      }
      // What was written and is not there any more is a disk's failure.
      guard count > 0 else { throw FileError(operation: .read, path: path, errno: EIO) }
      filled += count
    }
  }
}
