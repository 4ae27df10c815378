package import DurableFiles

extension EvidenceBundle {
  /// Writes the bundle into a new folder, or an empty one: all of it, or nothing.
  ///
  /// The folders above it that are missing are made; mkdir beside it, every file written and synced, the folder synced, rename, and
  /// the folder above synced. A folder that is not empty, or something else than a folder, fails with ENOTEMPTY or ENOTDIR.
  package func write(toFolder path: String, operations: FileOperations = .system) throws(FileError) {
    try operations.createFolders(FileOperations.parent(of: path))
    let temporary = try operations.makeTemporaryFolder(beside: path)
    do throws(FileError) {
      for file in files { try operations.createExclusively("\(temporary)/\(file.name)", with: file.bytes) }
      try operations.syncFolder(temporary)
      try operations.moveFolder(temporary, to: path)
    } catch {
      operations.discardFolder(temporary)
      throw error
    }
  }

  /// Writes the bundle as a new file; one that is there fails with EEXIST and is untouched.
  package func write(toArchive path: String, operations: FileOperations = .system) throws(FileError) {
    try operations.createFolders(FileOperations.parent(of: path))
    try operations.createExclusively(path, with: zip)
  }
}
