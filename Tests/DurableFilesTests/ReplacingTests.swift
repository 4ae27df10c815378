import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Replacing, creating and removing files")
struct ReplacingTests {
  private let folder: ScratchFolder
  private let files = FileOperations.system
  private let old: [UInt8] = Array("old bytes".utf8)
  private let new: [UInt8] = Array("the new bytes".utf8)

  init() throws {
    folder = try ScratchFolder()
  }

  @Test("a replaced file has the new bytes and the asked mode, and no other file is left")
  func replace() throws {
    try files.replaceAtomically(folder("a"), with: old, mode: 0o644)
    #expect(try files.read(folder("a")) == old)
    try files.replaceAtomically(folder("a"), with: new, mode: 0o600)
    #expect(try files.read(folder("a")) == new)
    #expect(try files.status(folder("a"))?.mode == 0o600)
    #expect(try files.names(in: folder.path) == ["a"])
  }

  @Test("replacing makes the calls that its comment lists, in that order")
  func replaceCalls() throws {
    let plan = FaultPlan()
    try plan.operations.replaceAtomically(folder("a"), with: new)
    let temporary = ".a.\(getpid()).0.tmp"
    #expect(
      plan.log(in: folder.path) == [
        "open \(temporary)", "write \(temporary) 13", "sync \(temporary)", "rename a", "open .", "sync .",
      ])
  }

  @Test("creating makes the calls that its comment lists, in that order")
  func createCalls() throws {
    let plan = FaultPlan()
    try plan.operations.createExclusively(folder("a"), with: new)
    #expect(plan.log(in: folder.path) == ["open a", "write a 13", "sync a", "open .", "sync ."])
  }

  @Test("removing takes the file and syncs the folder; removing it again is an error")
  func remove() throws {
    try files.createExclusively(folder("a"), with: old)
    let plan = FaultPlan()
    try plan.operations.remove(folder("a"))
    #expect(plan.log(in: folder.path) == ["remove a", "open .", "sync ."])
    #expect(try !files.exists(folder("a")))
    #expect(throws: FileError(operation: .remove, path: folder("a"), errno: ENOENT)) { try files.remove(folder("a")) }
  }

  @Test("the temporary file lies in the path's own folder", arguments: ["x", "./x", "a/x", "/x"])
  func parents(path: String) {
    let plan = FaultPlan(.crash(call: 0))
    #expect(throws: FileError.self) { try plan.operations.replaceAtomically(path, with: []) }
    let parent = FileOperations.parent(of: path)
    #expect(plan.calls.first?.path.hasPrefix("\(parent)/.x.") == true)
  }

  @Test("an existing file is not created again, and stays as it was")
  func exclusive() throws {
    try files.createExclusively(folder("a"), with: old)
    #expect(throws: FileError(operation: .open, path: folder("a"), errno: EEXIST)) {
      try files.createExclusively(folder("a"), with: new)
    }
    #expect(try files.read(folder("a")) == old)
  }

  @Test("a missing folder is an error")
  func missingFolder() {
    #expect(throws: FileError(operation: .open, path: folder("b/a"), errno: ENOENT)) {
      try files.createExclusively(folder("b/a"), with: new)
    }
    #expect(throws: FileError.self) { try files.replaceAtomically(folder("b/a"), with: new) }
  }

  @Test("short writes and interruptions do not change what is written")
  func shortWrites() throws {
    let slow = FaultPlan(.small(byteCount: 3)).operations
    try slow.replaceAtomically(folder("a"), with: new)
    try slow.createExclusively(folder("b"), with: new)
    #expect(try files.read(folder("a")) == new)
    #expect(try files.read(folder("b")) == new)
  }

  @Test("a device that takes no bytes is an error, not an endless loop")
  func stuck() {
    let stuck = FileOperations { $0.operation == .write ? .limit(byteCount: 0) : .proceed }
    #expect(throws: FileError(operation: .write, path: folder("a"), errno: EIO)) {
      try stuck.createExclusively(folder("a"), with: new)
    }
  }

  @Test(
    "whichever call of a replacement fails, it is reported; before the rename nothing has changed and nothing is left")
  func everyReplacementFailure() throws {
    for call in 0..<6 {
      try files.replaceAtomically(folder("a"), with: old)
      let plan = FaultPlan(.fail(call: call, errno: ENOSPC))
      let error = #expect(throws: FileError.self, "call \(call)") {
        try plan.operations.replaceAtomically(folder("a"), with: new)
      }
      #expect(error?.errno == ENOSPC)
      #expect(error?.operation == plan.calls[call].operation)
      #expect(error?.path == plan.calls[call].path)
      #expect(try files.read(folder("a")) == (call <= 3 ? old : new))
      #expect(try files.names(in: folder.path) == ["a"])
    }
  }

  @Test("whichever call of a creation fails, it is reported; before the folder's sync no file is left")
  func everyCreationFailure() throws {
    for call in 0..<5 {
      let plan = FaultPlan(.fail(call: call, errno: EIO))
      let error = #expect(throws: FileError.self, "call \(call)") {
        try plan.operations.createExclusively(folder("a"), with: new)
      }
      #expect(error?.operation == plan.calls[call].operation)
      #expect(try files.exists(folder("a")) == (call > 2))
      if call > 2 { try files.remove(folder("a")) }
    }
  }

  @Test("a crash at any call of a replacement, and within its write, leaves all of the old bytes or all of the new")
  func everyCrash() throws {
    var faults = (0...6).map { FaultPlan.Fault.crash(call: $0) }
    faults += (1..<new.count).map { FaultPlan.Fault.crashInWrite(call: 1, byteCount: $0) }
    for fault in faults {
      try files.replaceAtomically(folder("a"), with: old)
      let plan = FaultPlan(fault)
      let finished = (try? plan.operations.replaceAtomically(folder("a"), with: new)) != nil
      let found = try files.read(folder("a"))
      #expect(found == old || found == new)
      #expect(!finished || found == new)
      for name in try files.names(in: folder.path) where name != "a" {
        #expect(FileOperations.isTemporary(name: name), "\(name)")
        try files.remove(folder(name))
      }
    }
  }

  @Test("what a crash left under our own name does not stop the next replacement")
  func leftover() throws {
    let crash = FaultPlan(.crash(call: 2)).operations
    #expect(throws: FileError.self) { try crash.replaceAtomically(folder("a"), with: old) }
    #expect(try files.names(in: folder.path).count == 1)
    try files.replaceAtomically(folder("a"), with: new)
    #expect(try files.read(folder("a")) == new)
  }

  @Test("only names that a replacement gives are temporary")
  func temporaryNames() {
    for name in [".checkpoint.17.0.tmp", ".a.b.jsonl.1.999.tmp"] { #expect(FileOperations.isTemporary(name: name)) }
    for name in ["checkpoint", "a.1.0.tmp", ".a.tmp", ".a.x.0.tmp", ".a.1.tmp", ".a.1.0.tm", ".1.0.tmp", ""] {
      #expect(!FileOperations.isTemporary(name: name), "\(name)")
    }
  }
}
