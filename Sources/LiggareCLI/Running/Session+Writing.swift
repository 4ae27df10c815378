import DurableFiles

extension Session {
  /// Writes a file that is not there yet; with `replacing`, also one that is.
  func write(_ text: String, to path: String, replacing: Bool) throws(Failure) {
    let files = FileOperations.system
    do throws(FileError) {
      if replacing { return try files.replaceAtomically(path, with: Array(text.utf8)) }
      if try files.ownStatus(path) == nil { return try files.createExclusively(path, with: Array(text.utf8)) }
    } catch { throw .file(error) }
    throw .tracing(.taken(path))
  }
}
