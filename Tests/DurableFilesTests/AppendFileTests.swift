import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Append file")
struct AppendFileTests {
  private let folder: ScratchFolder
  private let files = FileOperations.system
  private var path: String { folder("events") }

  init() throws {
    folder = try ScratchFolder()
    try files.createExclusively(folder("events"), with: Array("one\n".utf8))
  }

  private func text() throws -> String {
    String(decoding: try files.read(path), as: UTF8.self)
  }

  @Test("bytes are put at the end and counted, also after the file is opened again")
  func append() throws {
    let file = try AppendFile(path)
    #expect(file.byteCount == 4)
    try file.append(Array("two\n".utf8))
    try file.append([])
    try file.sync()
    #expect(file.byteCount == 8)
    let again = try AppendFile(path)
    try again.append(Array("three\n".utf8))
    #expect(again.byteCount == 14)
    #expect(try text() == "one\ntwo\nthree\n")
  }

  @Test("it opens, asks the length, writes, syncs and asks whether the file still has a name, and makes no other call")
  func calls() throws {
    let plan = FaultPlan()
    let file = try AppendFile(path, operations: plan.operations)
    try file.append(Array("two\n".utf8))
    try file.append([])
    try file.sync()
    #expect(
      plan.log(in: folder.path) == [
        "open events", "status events", "write events 4", "sync events", "status events",
      ])
  }

  @Test("short writes and interruptions do not change what is written")
  func shortWrites() throws {
    let file = try AppendFile(path, operations: FaultPlan(.small(byteCount: 5)).operations)
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    try file.append(bytes)
    #expect(try files.read(path) == Array("one\n".utf8) + bytes)
    #expect(file.byteCount == 1004)
  }

  @Test("a missing file is not created")
  func missing() {
    #expect(throws: FileError(operation: .open, path: folder("x"), errno: ENOENT)) { try AppendFile(folder("x")) }
  }

  @Test("a failed sync ends the object: nothing is written or synced after it, and every call gives the first error")
  func failedSync() throws {
    let plan = FaultPlan(.fail(call: 3, errno: EIO))
    let file = try AppendFile(path, operations: plan.operations)
    try file.append(Array("two\n".utf8))
    let expected = FileError(operation: .sync, path: path, errno: EIO)
    #expect(file.failure == nil)
    #expect(throws: expected) { try file.sync() }
    #expect(throws: expected) { try file.sync() }
    #expect(throws: expected) { try file.append(Array("three\n".utf8)) }
    #expect(throws: expected) { try file.append([]) }
    #expect(file.failure == expected)
    #expect(plan.calls.count == 4)
    #expect(try text() == "one\ntwo\n")
  }

  @Test("an interrupted sync counts as failed")
  func interruptedSync() throws {
    let plan = FaultPlan(.fail(call: 2, errno: EINTR))
    let file = try AppendFile(path, operations: plan.operations)
    #expect(throws: FileError(operation: .sync, path: path, errno: EINTR)) { try file.sync() }
    #expect(throws: FileError.self) { try file.sync() }
    #expect(plan.calls.count == 3)
  }

  @Test("a disk that is full after any number of bytes ends the object, with the first part of the bytes in the file")
  func diskFull() throws {
    for room in 0..<4 {
      try files.replaceAtomically(path, with: Array("one\n".utf8))
      let full = FileOperations { call in
        guard call.operation == .write else { return .proceed }
        return call.byteCount == 4 && room > 0 ? .limit(byteCount: room) : .fail(ENOSPC)
      }
      let file = try AppendFile(path, operations: full)
      let expected = FileError(operation: .write, path: path, errno: ENOSPC)
      #expect(throws: expected) { try file.append(Array("two\n".utf8)) }
      #expect(throws: expected) { try file.sync() }
      #expect(throws: expected) { try file.append(Array("3\n".utf8)) }
      #expect(try text() == "one\n" + "two\n".prefix(room))
      #expect(file.byteCount == 4)
    }
  }

  @Test("a real full device is reported as such", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDevice() throws {
    let file = try AppendFile("/dev/full")
    let expected = FileError(operation: .write, path: "/dev/full", errno: ENOSPC)
    #expect(throws: expected) { try file.append([1]) }
    #expect(expected.code == "ENOSPC")
  }
}
