import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("A file in the making")
struct FileInMakingTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func write(_ text: String, to file: FileInMaking) throws {
    var failure: FileError?
    Array(text.utf8).withUnsafeBytes { bytes in
      do throws(FileError) { try file.append(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  @Test("it takes its place when it is finished, whole, in place of what was there")
  func finished() throws {
    try Data("old".utf8).write(to: URL(filePath: folder("a")))
    let file = try FileInMaking(folder("a"))
    try write("new ", to: file)
    try write("bytes", to: file)
    #expect(try FileOperations.system.read(folder("a")) == Array("old".utf8))
    try file.finish(isSynced: false)
    #expect(try FileOperations.system.read(folder("a")) == Array("new bytes".utf8))
    #expect(try FileOperations.system.names(in: folder.path) == ["a"])
  }

  @Test("one that is let go of leaves nothing")
  func abandoned() throws {
    do {
      let file = try FileInMaking(folder("a"))
      try write("x", to: file)
      #expect(try FileOperations.system.names(in: folder.path).allSatisfy(FileOperations.isTemporary))
    }
    #expect(try FileOperations.system.names(in: folder.path) == [])
  }

  @Test(
    "it makes the calls that its comment lists, in that order; the syncs only where asked", arguments: [true, false])
  func calls(isSynced: Bool) throws {
    let plan = FaultPlan()
    let file = try FileInMaking(folder("a"), operations: plan.operations)
    try write("xyz", to: file)
    try file.finish(isSynced: isSynced)
    let temporary = ".a.\(getpid()).0.tmp"
    #expect(
      plan.log(in: folder.path)
        == (isSynced
          ? ["open \(temporary)", "write \(temporary) 3", "sync \(temporary)", "rename a", "open .", "sync ."]
          : ["open \(temporary)", "write \(temporary) 3", "rename a"]))
  }

  @Test(
    "whichever call fails, the path has what it had, and no temporary file is left but where a crash left it",
    arguments: 0..<6)
  func failures(call: Int) throws {
    try Data("old".utf8).write(to: URL(filePath: folder("a")))
    let plan = FaultPlan(.fail(call: call, errno: EIO))
    do {
      let file = try FileInMaking(folder("a"), operations: plan.operations)
      try write("new", to: file)
      try file.finish(isSynced: true)
    } catch {}
    let bytes = try FileOperations.system.read(folder("a"))
    #expect(bytes == Array((call > 3 ? "new" : "old").utf8))
    #expect(try FileOperations.system.names(in: folder.path) == ["a"])
  }

  @Test("removing what is not there says nothing")
  func unheard() throws {
    FileOperations.system.removeUnheard(folder("a"))
    try Data().write(to: URL(filePath: folder("a")))
    FileOperations.system.removeUnheard(folder("a"))
    #expect(try FileOperations.system.names(in: folder.path) == [])
  }
}
