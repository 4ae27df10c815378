import Glibc

/// A file that is open for reading, at any place, by any number of threads at a time.
///
/// Every read is a pread(2): nothing is mapped, so a disk that fails gives an error and not a signal, and a file that is
/// cut meanwhile gives fewer bytes. Closed on deinit.
package final class ReadFile: Sendable {
  package let path: String
  /// The file's length when it was opened.
  package let byteCount: Int

  private let descriptor: Int32
  private let operations: FileOperations

  /// Opens an existing regular file: open(O_RDONLY | O_NONBLOCK), fstat. A folder fails with EISDIR, a pipe or a device
  /// with EINVAL.
  package init(_ path: String, operations: FileOperations = .system) throws(FileError) {
    let descriptor = try operations.openDescriptor(path, O_RDONLY | O_NONBLOCK)
    do throws(FileError) {
      let status = try operations.status(ofDescriptor: descriptor, path: path)
      guard status.kind == .file else {
        throw FileError(operation: .read, path: path, errno: status.kind == .folder ? EISDIR : EINVAL)
      }
      byteCount = status.byteCount
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

  /// Fills a buffer from a place in the file: pread until it is full or the file ends. Gives how many bytes were read.
  /// Requires offset ≥ 0.
  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    precondition(offset >= 0, "a negative offset")
    var filled = 0
    while filled < buffer.count {
      let count = try operations.performUninterrupted(.read, path, byteCount: buffer.count - filled) { allowed in
        pread(descriptor, buffer.baseAddress.map { $0 + filled }, allowed, off_t(offset + filled))
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Bytes from a place in the file; fewer only where it ends. Requires offset ≥ 0 and byteCount ≥ 0.
  package func read(at offset: Int, byteCount: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      do throws(FileError) {
        count = try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
