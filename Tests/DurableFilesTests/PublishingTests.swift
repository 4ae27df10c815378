import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Folders that are published whole")
struct PublishingTests {
  private let folder: ScratchFolder
  private let files = FileOperations.system

  init() throws {
    folder = try ScratchFolder()
  }

  private func make(_ name: String, _ text: String) throws {
    try files.createFolders(folder(name))
    try files.createUnsynced(folder("\(name)/a"), with: Array(text.utf8))
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try files.read(folder("\(name)/a")), as: UTF8.self)
  }

  @Test("a file of one is written without a sync, and never over another")
  func unsynced() throws {
    let plan = FaultPlan()
    try plan.operations.createUnsynced(folder("a"), with: [1, 2])
    #expect(plan.log(in: folder.path) == ["open a", "write a 2"])
    #expect(throws: FileError(operation: .open, path: folder("a"), errno: EEXIST)) {
      try files.createUnsynced(folder("a"), with: [3])
    }
    #expect(try files.read(folder("a")) == [1, 2])
  }

  @Test("a file that could not be written whole is gone again")
  func unwritten() {
    let plan = FaultPlan(.always(.write, errno: ENOSPC))
    #expect(throws: FileError(operation: .write, path: folder("a"), errno: ENOSPC)) {
      try plan.operations.createUnsynced(folder("a"), with: [1])
    }
    #expect(!FileManager.default.fileExists(atPath: folder("a")))
  }

  @Test("a folder takes another's place, and nothing of the old one is left")
  func replaced() throws {
    try make("webb", "gammal")
    try make("ny", "ny")
    try files.replaceFolder(folder("webb"), with: folder("ny"))
    #expect(try text("webb") == "ny")
    #expect(try files.names(in: folder.path) == ["webb"])
  }

  @Test("where a rename fails the old one is in its place, and the new one is still there", arguments: 0...1)
  func failing(_ rename: Int) throws {
    try make("webb", "gammal")
    try make("ny", "ny")
    let all = FaultPlan()
    let other = try ScratchFolder()
    for name in ["webb", "ny"] { try files.createFolders(other(name)) }
    try all.operations.replaceFolder(other("webb"), with: other("ny"))
    let renames = all.calls.indices.filter { all.calls[$0].operation == .rename }
    let plan = FaultPlan(.fail(call: renames[rename], errno: EIO))
    #expect(throws: FileError(operation: .rename, path: folder("webb"), errno: EIO)) {
      try plan.operations.replaceFolder(folder("webb"), with: folder("ny"))
    }
    #expect(try text("webb") == "gammal" && text("ny") == "ny")
    #expect(try files.names(in: folder.path) == ["ny", "webb"])
  }
}
