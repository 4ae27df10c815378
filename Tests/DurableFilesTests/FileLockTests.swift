import DurableFiles
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("File lock")
struct FileLockTests {
  private static let program = "/usr/bin/flock"
  static let hasProgram = FileManager.default.isExecutableFile(atPath: program)

  private let folder: ScratchFolder
  private let files = FileOperations.system
  private var path: String { folder("lock") }

  init() throws {
    folder = try ScratchFolder()
  }

  private func acquire(
    _ holder: String, wait: Int = 0, operations: FileOperations = .system
  ) throws(LockError) -> FileLock {
    try FileLock.acquire(path, holder: holder, waitMilliseconds: wait, operations: operations)
  }

  @Test("a second one finds it busy and learns who holds it, with and without waiting")
  func busy() throws {
    let lock = try acquire("17 anna liggare measure propose 2022-03-23T10:00:00Z")
    for wait in [0, 20] {
      #expect(throws: LockError.busy(holder: "17 anna liggare measure propose 2022-03-23T10:00:00Z")) {
        try acquire("second", wait: wait)
      }
    }
    lock.release()
  }

  @Test("a link, a second name, a pipe or a folder in the lock's place is refused, and no file is emptied")
  func foreign() throws {
    let other = folder("other")
    try files.createExclusively(other, with: [1, 2, 3])
    func refusal() -> FileError? {
      do throws(LockError) {
        try acquire("x").release()
        return nil
      } catch {
        guard case .file(let failure) = error else { return nil }
        return failure
      }
    }
    #expect(symlink(other, path) == 0)
    #expect(refusal() == FileError(operation: .open, path: path, errno: ELOOP))
    #expect(unlink(path) == 0 && Glibc.link(other, path) == 0)
    #expect(refusal() == FileError(operation: .status, path: path, errno: EMLINK))
    #expect(try files.read(other) == [1, 2, 3])
    #expect(unlink(path) == 0 && mkfifo(path, 0o600) == 0)
    #expect(refusal() == FileError(operation: .status, path: path, errno: EINVAL))
    #expect(unlink(path) == 0)
    #expect(refusal() == nil)
  }

  @Test("after release, or when the last reference goes, the next one gets it and takes over the name")
  func release() throws {
    let first = try acquire("the first one, with a long name")
    first.release()
    first.release()
    var second: FileLock? = try acquire("second")
    #expect(throws: LockError.busy(holder: "second")) { try acquire("third") }
    _ = second
    second = nil
    let third = try acquire("third")
    #expect(String(decoding: try files.read(path), as: UTF8.self) == "third\n")
    third.release()
  }

  @Test("a stale name in the file of a dead holder stops no one, and is replaced")
  func stale() throws {
    try files.createExclusively(path, with: Array("17 anna, who crashed\n".utf8))
    let lock = try acquire("next")
    #expect(throws: LockError.busy(holder: "next")) { try acquire("other") }
    lock.release()
  }

  @Test("one that waits gets the lock when the holder lets it go")
  func waits() throws {
    let path = path
    // Only ever touched by this thread, within calls that `acquire` makes.
    nonisolated(unsafe) let first = try acquire("first")
    nonisolated(unsafe) var attempts = 0
    let operations = FileOperations { call in
      guard call.operation == .lock else { return .proceed }
      attempts += 1
      if attempts == 3 { first.release() }
      return .proceed
    }
    let second = try FileLock.acquire(path, holder: "second", waitMilliseconds: 60_000, operations: operations)
    #expect(attempts == 3)
    #expect(throws: LockError.busy(holder: "second")) { try acquire("third") }
    second.release()
  }

  @Test("a holder's name is kept on one line, without control characters, and within its limit")
  func holderText() throws {
    let lock = try acquire("a\u{1b}[31m\nb\u{7f}" + String(repeating: "x", count: 2000))
    let expected = "a[31mb" + String(repeating: "x", count: FileLock.holderByteLimit - 1 - 9)
    #expect(throws: LockError.self) { try acquire("other") }
    let bytes = try files.read(path)
    #expect(bytes.count <= FileLock.holderByteLimit)
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
    lock.release()
  }

  @Test("control characters in the file do not reach the one who finds it busy")
  func foreignText() throws {
    let lock = try acquire("first")
    let file = try AppendFile(path)
    try file.append(Array("\u{1b}]0;x\u{7}\n".utf8))
    #expect(throws: LockError.busy(holder: "first]0;x")) { try acquire("other") }
    lock.release()
  }

  @Test("a missing folder, a refused open and a failed lock call are file errors")
  func fileErrors() {
    #expect(throws: LockError.file(FileError(operation: .open, path: folder("x/lock"), errno: ENOENT))) {
      try FileLock.acquire(folder("x/lock"), holder: "a", waitMilliseconds: 0)
    }
    for (operation, number) in [(.open, EROFS), (.lock, ENOLCK), (.write, ENOSPC)] as [(FileError.Operation, Int32)] {
      let plan = FaultPlan(.always(operation, errno: number))
      #expect(throws: LockError.file(FileError(operation: operation, path: path, errno: number))) {
        try acquire("a", operations: plan.operations)
      }
    }
  }

  @Test("an acquisition that failed half-way does not keep the lock")
  func failedHalfWay() throws {
    #expect(throws: LockError.self) {
      try acquire("a", operations: FaultPlan(.always(.write, errno: ENOSPC)).operations)
    }
    try acquire("b").release()
  }

  @Test("a lock file that was exchanged between opening and locking is not taken for the lock")
  func exchanged() throws {
    let path = path
    let exchanging = FileOperations { call in
      if call.operation == .lock { try? FileManager.default.removeItem(atPath: path) }
      return .proceed
    }
    #expect(throws: LockError.busy(holder: "")) { try acquire("a", operations: exchanging) }
  }

  @Test("another process that holds the lock keeps us out, and its death lets us in", .enabled(if: hasProgram))
  func otherProcess() throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = ["--no-fork", path, "sh", "-c", "echo held; exec cat"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    #expect(try output.fileHandleForReading.read(upToCount: 5) == Data("held\n".utf8))
    #expect(throws: LockError.busy(holder: "")) { try acquire("us", wait: 5) }

    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try acquire("us").release()
  }

  @Test("our lock keeps another process out until it is released", .enabled(if: hasProgram))
  func againstOtherProcess() throws {
    func exitCode() throws -> Int32 {
      let process = Process()
      process.executableURL = URL(filePath: Self.program)
      process.arguments = ["--nonblock", "--conflict-exit-code", "42", path, "true"]
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    let lock = try acquire("us")
    #expect(try exitCode() == 42)
    lock.release()
    #expect(try exitCode() == 0)
  }
}
