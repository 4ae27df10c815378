package import DurableFiles

extension EvidenceBundle {
  /// Writes the bundle into a new folder, or an empty one: all of it, or nothing (`FileOperations.createFolder`).
  package func write(toFolder path: String, operations: FileOperations = .system) throws(FileError) {
    try operations.createFolder(path, with: files)
  }

  /// Writes the bundle as a new file; one that is there fails with EEXIST and is untouched.
  package func write(toArchive path: String, operations: FileOperations = .system) throws(FileError) {
    try operations.createFolders(FileOperations.parent(of: path))
    try operations.createExclusively(path, with: zip)
  }
}
