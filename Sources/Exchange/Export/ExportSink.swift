package import DurableFiles

/// Where the bytes of an export go, in order: a file that takes its place when it is whole, or standard output.
///
/// A failure is kept, and everything after it is dropped; `check` and `finish` throw it. Not for two threads at a time: pieces are joined
/// under the lock of the work that brings them (`OrderedWork`).
package final class ExportSink: @unchecked Sendable {
  /// Whether what was written cannot be taken back.
  let isFinal: Bool
  /// How many bytes were written.
  package private(set) var byteCount = 0
  private let path: String
  private let operations: FileOperations
  private let say: (@Sendable ([UInt8]) -> Void)?
  private var file: FileInMaking?
  private var failure: FileError?

  /// A sink for a new file at a path, or for one that replaces what is there.
  package init(path: String, operations: FileOperations = .system) throws(FileError) {
    self.path = path
    self.operations = operations
    isFinal = false
    say = nil
    file = try FileInMaking(path, operations: operations)
  }

  /// A sink for standard output.
  package init(_ say: @escaping @Sendable ([UInt8]) -> Void) {
    path = "-"
    operations = .system
    isFinal = true
    self.say = say
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    guard failure == nil else { return }
    byteCount += bytes.count
    if let say { return say(bytes) }
    do throws(FileError) {
      var thrown: FileError?
      bytes.withUnsafeBytes { buffer in
        do throws(FileError) { try file?.append(buffer) } catch { thrown = error }
      }
      if let thrown { throw thrown }
    } catch { failure = error }
  }

  /// Writes all that a spool holds, a megabyte at a time.
  func append(_ spool: Spool) throws(FileError) {
    var place = 0
    repeat {
      let bytes = try spool.read(at: place, byteCount: min(1 << 20, spool.byteCount - place))
      write(bytes)
      place += bytes.count
    } while place < spool.byteCount
  }

  /// Begins anew with an empty file.
  func restart() throws(FileError) {
    precondition(!isFinal, "what was written cannot be taken back")
    byteCount = 0
    file = try FileInMaking(path, operations: operations)
  }

  /// Throws a failure to write, where there was one.
  func check() throws(FileError) {
    if let failure { throw failure }
  }

  /// Gives the file its place. Not synced: an export can be made again.
  package func finish() throws(FileError) {
    try check()
    try file?.finish(isSynced: false)
    file = nil
  }

  /// Removes the file from its place, where it cannot stand without another.
  func takeBack() {
    if !isFinal { operations.removeUnheard(path) }
  }
}
