import Glibc

/// A file that is written piece by piece beside its place, and takes it when it is whole: until then the path leads to what
/// was there before, or to nothing.
///
/// open(temporary, O_WRONLY | O_CREAT | O_EXCL), write for each piece, then with `finish` fsync where asked, close, rename. One
/// that is let go of unfinished removes its temporary file again. Its temporary name is one that `isTemporary` knows.
package final class FileInMaking {
  /// The path that it will have.
  package let path: String
  private let temporary: String
  private let descriptor: Int32
  private let operations: FileOperations
  private var isOpen = true

  package init(_ path: String, mode: UInt32 = 0o644, operations: FileOperations = .system) throws(FileError) {
    self.path = path
    self.operations = operations
    (temporary, descriptor) = try operations.openTemporary(beside: path, mode: mode)
  }

  deinit {
    if isOpen { discard() }
  }

  /// Writes the next bytes. A failure removes the file.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    precondition(isOpen, "the file is finished")
    do throws(FileError) {
      try operations.writeAll(bytes, to: descriptor, path: temporary)
    } catch {
      discard()
      throw error
    }
  }

  /// Gives the file its place, replacing what is there. Without the sync a power failure may leave anything under the path:
  /// for what can be made anew.
  package func finish(isSynced: Bool) throws(FileError) {
    precondition(isOpen, "the file is finished")
    do throws(FileError) {
      if isSynced { try operations.syncDescriptor(descriptor, path: temporary) }
      try operations.perform(.rename, path) { _ in Int(rename(temporary, path)) }
    } catch {
      discard()
      throw error
    }
    isOpen = false
    close(descriptor)
    operations.note(.renamed(from: temporary, to: path))
    if isSynced { try operations.syncFolder(FileOperations.parent(of: path)) }
  }

  private func discard() {
    isOpen = false
    close(descriptor)
    operations.discard(temporary)
  }
}
