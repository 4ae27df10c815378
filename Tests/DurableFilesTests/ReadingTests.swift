import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Reading files and folders")
struct ReadingTests {
  private let folder: ScratchFolder
  private let files = FileOperations.system

  init() throws {
    folder = try ScratchFolder()
  }

  @Test("bytes of any count come back", arguments: [0, 1, 4095, 4096, 4097, 100_000])
  func roundTrip(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try files.createExclusively(folder("a"), with: bytes)
    #expect(try files.read(folder("a")) == bytes)
  }

  @Test("reads of a few bytes each, with interruptions, give the same")
  func shortReads() throws {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    try files.createExclusively(folder("a"), with: bytes)
    let slow = FaultPlan(.small(byteCount: 7)).operations
    #expect(try slow.read(folder("a")) == bytes)
    #expect(try slow.read(folder("a"), from: 10, byteCount: 500) == Array(bytes[10..<510]))
  }

  @Test("a part of a file is what lies there, and ends where the file ends")
  func parts() throws {
    let bytes: [UInt8] = Array(0..<20)
    try files.createExclusively(folder("a"), with: bytes)
    for offset in 0...25 {
      for count in 0...25 {
        let expected = Array(bytes.dropFirst(offset).prefix(count))
        if try files.read(folder("a"), from: offset, byteCount: count) != expected {
          Issue.record("\(count) bytes from \(offset)")
        }
      }
    }
  }

  @Test("a pipe and a device are no files: they are refused at once, and looked at without following a link")
  func noFiles() throws {
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    #expect(symlink("pipe", folder("link")) == 0)
    for path in [folder("pipe"), folder("link"), "/dev/zero"] {
      let refusal = FileError(operation: .read, path: path, errno: EINVAL)
      #expect(throws: refusal) { try files.read(path) }
      #expect(throws: refusal) { try files.read(path, from: 0, byteCount: 1) }
    }
    try files.createExclusively(folder("a"), with: [1])
    #expect(symlink("a", folder("b")) == 0)
    #expect(try files.status(folder("b"))?.kind == .file && files.ownStatus(folder("b"))?.kind == .other)
    #expect(try files.ownStatus(folder("a"))?.kind == .file && files.ownStatus(folder("c")) == nil)
    #expect(throws: FileError(operation: .open, path: folder("pipe"), errno: ENXIO)) { try AppendFile(folder("pipe")) }
    #expect(throws: FileError(operation: .open, path: folder("b"), errno: ELOOP)) { try AppendFile(folder("b")) }
  }

  @Test("a file of which the kernel states no length is read to its end")
  func unstatedLength() throws {
    let bytes = try files.read("/proc/self/mountinfo")
    #expect(bytes.last == 0x0a)
  }

  @Test("a missing file is an error with operation, path and code; a folder is no file")
  func missing() throws {
    let missing = FileError(operation: .open, path: folder("a"), errno: ENOENT)
    #expect(throws: missing) { try files.read(folder("a")) }
    #expect(missing.code == "ENOENT")
    #expect(throws: FileError(operation: .read, path: folder.path, errno: EISDIR)) { try files.read(folder.path) }
  }

  @Test("an existing path has a kind, a length and a mode; a missing one has no status")
  func status() throws {
    try files.createExclusively(folder("a"), with: [1, 2, 3], mode: 0o600)
    try files.createFolders(folder("b"), mode: 0o700)
    let file = try #require(try files.status(folder("a")))
    #expect(file.kind == .file)
    #expect(file.byteCount == 3)
    #expect(file.mode == 0o600)
    #expect(try files.status(folder("b"))?.kind == .folder)
    #expect(try files.status("/dev/null")?.kind == .other)
    #expect(try files.status(folder("c")) == nil)
    #expect(try files.exists(folder("a")))
    #expect(try !files.exists(folder("c")))
    #expect(try !files.exists(folder("a/below")))
  }

  @Test("an unreadable status is an error, not an absence")
  func statusFails() {
    let files = FaultPlan(.always(.status, errno: EACCES)).operations
    #expect(throws: FileError(operation: .status, path: folder("a"), errno: EACCES)) { try files.exists(folder("a")) }
  }

  @Test("names come sorted by their bytes, hidden ones too")
  func names() throws {
    #expect(try files.names(in: folder.path) == [])
    for name in ["b", "a", "ö", "Z", "10", "9", ".x", "å"] { try files.createExclusively(folder(name), with: []) }
    #expect(try files.names(in: folder.path) == [".x", "10", "9", "Z", "a", "b", "å", "ö"])
  }

  @Test("the names of a missing folder, of a file, or of a name that is no UTF-8 are an error")
  func namesFail() throws {
    try files.createExclusively(folder("a"), with: [])
    #expect(throws: FileError(operation: .list, path: folder("b"), errno: ENOENT)) {
      try files.names(in: folder("b"))
    }
    #expect(throws: FileError(operation: .list, path: folder("a"), errno: ENOTDIR)) {
      try files.names(in: folder("a"))
    }
    let descriptor = (folder.path + "/x").withCString { path -> Int32 in
      var bytes = Array(UnsafeBufferPointer(start: path, count: strlen(path)))
      bytes[bytes.count - 1] = CChar(bitPattern: 0xff)
      return open(bytes + [0], O_CREAT | O_WRONLY, 0o600)
    }
    try #require(descriptor >= 0)
    close(descriptor)
    #expect(throws: FileError(operation: .list, path: folder.path, errno: EILSEQ)) {
      try files.names(in: folder.path)
    }
  }

  @Test(
    "an errno has the name that errno(3) gives it",
    arguments: [
      (ENOSPC, "ENOSPC"), (EIO, "EIO"), (EACCES, "EACCES"), (EROFS, "EROFS"), (EDQUOT, "EDQUOT"),
      (EWOULDBLOCK, "EAGAIN"),
      (99_999, "E99999"),
    ])
  func code(errno: Int32, name: String) {
    #expect(FileError(operation: .write, path: "x", errno: errno).code == name)
  }
}
