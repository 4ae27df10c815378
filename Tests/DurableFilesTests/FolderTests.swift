import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Creating folders")
struct FolderTests {
  private let folder: ScratchFolder
  private let files = FileOperations.system

  init() throws {
    folder = try ScratchFolder()
  }

  @Test("missing folders are created from the top, and each one's parent is synced")
  func calls() throws {
    let plan = FaultPlan()
    try plan.operations.createFolders(folder("a/b"), mode: 0o700)
    #expect(
      plan.log(in: folder.path) == [
        "status a/b", "status a", "status .", "createFolder a", "open .", "sync .", "createFolder a/b", "open a",
        "sync a",
      ])
    #expect(try files.status(folder("a"))?.mode == 0o700)
    #expect(try files.status(folder("a/b"))?.mode == 0o700)
  }

  @Test("a folder that is there is left as it is, also with slashes after its name")
  func existing() throws {
    try files.createFolders(folder("a"), mode: 0o700)
    try files.createFolders(folder("a//"), mode: 0o755)
    try files.createFolders(folder("a//b//"), mode: 0o755)
    #expect(try files.status(folder("a"))?.mode == 0o700)
    #expect(try files.names(in: folder("a")) == ["b"])
  }

  @Test("a file in the way is an error")
  func fileInTheWay() throws {
    try files.createExclusively(folder("a"), with: [])
    #expect(throws: FileError(operation: .createFolder, path: folder("a"), errno: ENOTDIR)) {
      try files.createFolders(folder("a"))
    }
    #expect(throws: FileError.self) { try files.createFolders(folder("a/b")) }
  }

  @Test("a failed sync of the parent is reported")
  func failedSync() {
    let plan = FaultPlan(.always(.sync, errno: EIO))
    #expect(throws: FileError(operation: .sync, path: folder.path, errno: EIO)) {
      try plan.operations.createFolders(folder("a"))
    }
  }

  @Test(
    "the parent of a path",
    arguments: [
      ("a", "."), ("a/", "."), ("a/b", "a"), ("a/b/", "a"), ("a//b", "a"), ("/a", "/"), ("/", "/"), ("//", "/"),
      ("/a/b", "/a"),
      ("", "."), ("./a", "."), ("../a", ".."),
    ])
  func parent(path: String, parent: String) {
    #expect(FileOperations.parent(of: path) == parent)
  }
}
