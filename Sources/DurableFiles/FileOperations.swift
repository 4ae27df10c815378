import Glibc

/// The way to the file system: every call on files in this room goes through one of these values.
///
/// `system` lets everything through. A test makes one that looks at each call before it is made and lets it pass, fails
/// it, or lets only part of a write through. The calls that pass are real ones, on real files: so what a crash at any
/// point leaves behind can be looked at with `system`. Only close(2) is never asked about.
package struct FileOperations: Sendable {
  /// A system call that is about to be made.
  package struct Call: Hashable, Sendable {
    package let operation: FileError.Operation
    package let path: String
    /// How many bytes a read or a write asks for; 0 for other operations.
    package let byteCount: Int
  }

  /// What becomes of a call.
  package enum Verdict: Hashable, Sendable {
    /// The call is made.
    case proceed
    /// The call is not made and fails with this errno. For a crash: fail this call and every later one.
    case fail(Int32)
    /// A read or write is made for at most so many bytes.
    case limit(byteCount: Int)
  }

  /// What a call that was made has changed, or what is known now of earlier changes.
  ///
  /// Everything by which a power failure can leave a folder in another state than it seemed to have; permissions are
  /// left out. A file is named by the path that it was opened under.
  package enum Effect: Hashable, Sendable {
    /// An empty file has a new name.
    case created(String)
    /// Bytes were put at the end of a file.
    case wrote(String, [UInt8])
    /// What was written to a file, or which names a folder has, is durable.
    case synced(String)
    /// The sync was tried and failed: what it was about may be lost although it can still be read.
    case notSynced(String)
    case renamed(from: String, to: String)
    case removed(String)
    case createdFolder(String)
    /// A file was given a time of change.
    case timed(String)
  }

  private let verdict: @Sendable (Call) -> Verdict
  private let witness: (@Sendable (Effect) -> Void)?

  /// The file system behind a judge that is asked before each call, and before a witness that is told of each effect
  /// after it; both on the caller's thread.
  package init(
    witness: (@Sendable (Effect) -> Void)? = nil, verdict: @escaping @Sendable (Call) -> Verdict
  ) {
    self.witness = witness
    self.verdict = verdict
  }

  /// The file system as it is.
  package static let system = FileOperations { _ in .proceed }

  /// Asks for a verdict, then makes the call with the number of bytes allowed. Returns the call's result, 0 or more.
  ///
  /// An interruption (EINTR) is reported as any other failure; whether to try again is the caller's knowledge.
  @discardableResult
  func perform(
    _ operation: FileError.Operation, _ path: String, byteCount: Int = 0, _ call: (Int) -> Int
  ) throws(FileError) -> Int {
    var allowed = byteCount
    switch verdict(Call(operation: operation, path: path, byteCount: byteCount)) {
    case .proceed: break
    case .fail(let number): throw FileError(operation: operation, path: path, errno: number)
    case .limit(let limit): allowed = min(limit, byteCount)
    }
    let result = call(allowed)
    guard result >= 0 else { throw FileError(operation: operation, path: path, errno: errno) }
    return result
  }

  /// As `perform`, but an interrupted call is made again.
  @discardableResult
  func performUninterrupted(
    _ operation: FileError.Operation, _ path: String, byteCount: Int = 0, _ call: (Int) -> Int
  ) throws(FileError) -> Int {
    while true {
      do throws(FileError) {
        return try perform(operation, path, byteCount: byteCount, call)
      } catch  where error.errno == EINTR {
        continue
      }
    }
  }

  /// Tells the witness, where there is one.
  func note(_ effect: @autoclosure () -> Effect) {
    witness?(effect())
  }

  /// open(path, flags | O_CLOEXEC, mode). The caller closes the descriptor.
  func openDescriptor(_ path: String, _ flags: Int32, mode: UInt32 = 0) throws(FileError) -> Int32 {
    let descriptor = Int32(try performUninterrupted(.open, path) { _ in Int(open(path, flags | O_CLOEXEC, mode)) })
    if flags & O_EXCL != 0 { note(.created(path)) }
    return descriptor
  }

  /// write(descriptor) until all bytes are written. On a failure, a part of them may be in the file.
  func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBytes { buffer in
      do throws(FileError) { try writeAll(buffer, to: descriptor, path: path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// As above, for bytes in memory that the caller owns.
  func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = try performUninterrupted(.write, path, byteCount: bytes.count - written) { allowed in
        write(descriptor, bytes.baseAddress.map { $0 + written }, allowed)
      }
      // A regular file never takes nothing; without this check a device that does would hold us here for ever.
      guard count > 0 else { throw FileError(operation: .write, path: path, errno: EIO) }
      note(.wrote(path, Array(bytes[written..<written + count])))
      written += count
    }
  }

  /// fsync(descriptor), or fdatasync for data only. Never tried again, not even after EINTR: the second answer could be
  /// a lie.
  func syncDescriptor(_ descriptor: Int32, path: String, dataOnly: Bool = false) throws(FileError) {
    do throws(FileError) {
      try perform(.sync, path) { _ in Int(dataOnly ? fdatasync(descriptor) : fsync(descriptor)) }
    } catch {
      note(.notSynced(path))
      throw error
    }
    note(.synced(path))
  }
}
