import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Files that are written beside their places")
struct StagingTests {
  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
  }

  @Test("a file takes its place over the one that is there")
  func move() throws {
    try FileOperations.system.createUnsynced(scratch("ny"), with: [1], mode: 0o600)
    try FileOperations.system.createUnsynced(scratch("gammal"), with: [2])
    try FileOperations.system.moveFile(scratch("ny"), to: scratch("gammal"))
    #expect(try FileOperations.system.read(scratch("gammal")) == [1])
    #expect(try FileOperations.system.names(in: scratch.path) == ["gammal"])
    #expect(try FileOperations.system.status(scratch("gammal"))?.mode == 0o600)
    #expect(throws: FileError(operation: .rename, path: scratch("x"), errno: ENOENT)) {
      try FileOperations.system.moveFile(scratch("ny"), to: scratch("x"))
    }
  }

  @Test("a private folder is its owner's, and one that is there is left as it is")
  func privateFolder() throws {
    try FileOperations.system.createPrivateFolder(scratch("a"))
    #expect(try FileOperations.system.status(scratch("a"))?.mode == 0o700)
    try FileOperations.system.createPrivateFolder(scratch("a"))
    try FileOperations.system.createUnsynced(scratch("b"), with: [])
    #expect(throws: FileError(operation: .createFolder, path: scratch("b"), errno: EEXIST)) {
      try FileOperations.system.createPrivateFolder(scratch("b"))
    }
  }

  @Test("a path is resolved as far as it is there, and the rest stays behind it")
  func resolved() throws {
    try FileManager.default.createDirectory(atPath: scratch("a"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: scratch("l"), withDestinationPath: scratch("a"))
    #expect(try FileOperations.system.resolved(scratch("l/x/y")) == scratch("a/x/y"))
    #expect(try FileOperations.system.resolved(scratch("a/../l/")) == scratch("a"))
    #expect(try FileOperations.system.resolved("/") == "/")
    #expect(try FileOperations.system.resolved("/finns-inte") == "/finns-inte")
    let here = FileManager.default.currentDirectoryPath
    #expect(
      try FileOperations.system.resolved("finns-inte").hasPrefix(URL(filePath: here).resolvingSymlinksInPath().path))
  }

  @Test("temporary folders of ended processes are removed, of running ones only when asked, and nothing else is")
  func leftovers() throws {
    let names = [".ny.2147483647.0.tmp", ".ny.\(getpid()).0.tmp", ".annan.2147483647.0.tmp", ".ny.fil", "ny"]
    for name in names {
      try FileManager.default.createDirectory(atPath: scratch(name) + "/inre", withIntermediateDirectories: true)
    }
    try FileOperations.system.createUnsynced(scratch(".ny.2147483647.1.tmp"), with: [])
    FileOperations.system.discardTemporaryFolders(of: scratch("ny"))
    #expect(Set(try FileOperations.system.names(in: scratch.path)) == Set(names.dropFirst() + [".ny.2147483647.1.tmp"]))
    FileOperations.system.discardTemporaryFolders(of: scratch("ny"), evenOfRunning: true)
    #expect(
      Set(try FileOperations.system.names(in: scratch.path)) == Set(names.dropFirst(2) + [".ny.2147483647.1.tmp"]))
  }
}
