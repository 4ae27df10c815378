import Glibc

/// A folder of files that can be made anew, written beside its place and given it when it is whole: until then the path leads to
/// what was there before, or to nothing.
///
/// Where there is nothing yet, the folders above are made, and the folder is renamed as a whole. Where there is a folder, which may hold
/// other files, it is written inside and its files are renamed one by one, each in place of one of the same name. Nothing is synced. One
/// that is let go of unfinished takes all away that it has made, the folders above too.
///
/// Sad path: a failure between two of the renames in a folder that is there leaves some old files and some new; that no name leads to a
/// folder is looked at before.
package final class FolderInMaking {
  /// The path that it will have.
  package let path: String
  /// Where its files are to be written.
  package let temporary: String
  private let isThere: Bool
  /// The folders above that were made, the lowest first.
  private let made: [String]
  private let operations: FileOperations
  private var isOpen = true

  package init(_ path: String, operations: FileOperations = .system) throws(FileError) {
    self.path = path
    self.operations = operations
    isThere = try operations.status(path)?.kind == .folder
    var missing: [String] = []
    var above = FileOperations.parent(of: path)
    while try operations.status(above) == nil, missing.last != above {
      missing.append(above)
      above = FileOperations.parent(of: above)
    }
    made = missing
    do throws(FileError) {
      if !missing.isEmpty { try operations.createFolders(missing[0]) }
      temporary = try operations.makeTemporaryFolder(beside: isThere ? "\(path)/export" : path)
    } catch {
      operations.discardEmpty(missing)
      throw error
    }
  }

  deinit {
    guard isOpen else { return }
    operations.discardFolder(temporary)
    operations.discardEmpty(made)
  }

  /// Gives the folder, or its files, their place.
  package func finish() throws(FileError) {
    precondition(isOpen, "the folder is finished")
    guard isThere else {
      try operations.moveFolder(temporary, to: path, isSynced: false)
      return isOpen = false
    }
    let names = try operations.names(in: temporary)
    var added: [String] = []
    for name in names {
      switch try operations.status("\(path)/\(name)")?.kind {
      case .folder?: throw FileError(operation: .rename, path: "\(path)/\(name)", errno: EISDIR)
      case nil: added.append(name)
      case .file?, .other?: break
      }
    }
    do throws(FileError) {
      for name in names {
        try operations.perform(.rename, "\(path)/\(name)") { _ in Int(rename("\(temporary)/\(name)", "\(path)/\(name)"))
        }
        operations.note(.renamed(from: "\(temporary)/\(name)", to: "\(path)/\(name)"))
      }
    } catch {
      for name in added { operations.discard("\(path)/\(name)") }
      throw error
    }
    operations.discardFolder(temporary)
    isOpen = false
  }
}

extension FileOperations {
  /// Removes folders that nobody needs any more, as far as they are empty; a failure is not heard.
  fileprivate func discardEmpty(_ folders: [String]) {
    for folder in folders { _ = try? perform(.remove, folder) { _ in Int(rmdir(folder)) } }
  }
}
