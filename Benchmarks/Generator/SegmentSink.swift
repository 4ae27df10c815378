import Glibc
import Integrity
import JournalStore
import LedgerDomain

/// What stops the generator.
enum GeneratorFailure: Error {
  case systemCall(String, path: String, code: Int32)
  case line(position: Int, text: String, problem: String)
  case argument(String)
}

/// The files of a ledger being generated: segments of at most `segmentByteLimit` bytes, and the tree over the lines.
///
/// A segment ends between batches only; one that is full is left read-only, as a journal leaves it. Memory: one buffer of
/// a mebibyte and the compact range.
struct SegmentSink {
  static let segmentByteLimit = 64 << 20

  private let folder: String
  private var buffer: [UInt8] = []
  private var file: Int32 = -1
  private var path = ""
  private var segmentByteCount = 0
  private(set) var range = CompactRange()
  private(set) var byteCount = 0
  private(set) var segmentCount = 0
  /// Of the line before: its hash's first 64 bits.
  private(set) var mark: UInt64 = 0

  init(folder: String) throws(GeneratorFailure) {
    self.folder = folder
    buffer.reserveCapacity(1 << 20 + 65_536)
    try SegmentSink.makeFolder(folder)
    try SegmentSink.makeFolder("\(folder)/events")
  }

  /// Writes a finished line, without its LF, as position `range.size + 1`.
  mutating func take(_ line: [UInt8], mayBeginSegment: Bool) throws(GeneratorFailure) {
    if file < 0 || (mayBeginSegment && segmentByteCount + line.count + 65_536 > SegmentSink.segmentByteLimit) {
      try beginSegment()
    }
    let hash = MerkleTree.leafHash(line)
    mark = hash.firstWord
    range.append(hash)
    buffer.append(contentsOf: line)
    buffer.append(UInt8(ascii: "\n"))
    byteCount += line.count + 1
    segmentByteCount += line.count + 1
    if buffer.count >= 1 << 20 { try flush() }
  }

  /// Ends the last segment and writes the checkpoint and the readable copy of the first event.
  mutating func finish(_ identity: LedgerIdentity, ledgerCopy: [UInt8]) throws(GeneratorFailure) {
    try flush()
    close(file)
    file = -1
    let checkpoint = Checkpoint(origin: identity.origin, size: range.size, root: range.root)
    try SegmentSink.write(Array(checkpoint.text.utf8), to: "\(folder)/checkpoint")
    try SegmentSink.write(ledgerCopy, to: "\(folder)/ledger.json")
  }

  private mutating func beginSegment() throws(GeneratorFailure) {
    if file >= 0 {
      try flush()
      fchmod(file, 0o444)
      close(file)
    }
    var name: [UInt8] = []
    LineBytes.write(range.size + 1, atLeast: 12, into: &name)
    path = "\(folder)/events/\(String(decoding: name, as: UTF8.self)).jsonl"
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .systemCall("open", path: path, code: errno) }
    segmentByteCount = 0
    segmentCount += 1
  }

  private mutating func flush() throws(GeneratorFailure) {
    try SegmentSink.writeAll(buffer, to: file, path)
    buffer.removeAll(keepingCapacity: true)
  }

  static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(GeneratorFailure) {
    guard mkdir(path, mode) == 0 || errno == EEXIST else {
      throw .systemCall("mkdir", path: path, code: errno)
    }
  }

  static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(GeneratorFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw .systemCall("open", path: path, code: errno) }
    defer { close(file) }
    try writeAll(bytes, to: file, path)
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32, _ path: String) throws(GeneratorFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + done }, bytes.count - done) }
      guard count > 0 else { throw .systemCall("write", path: path, code: errno) }
      done += count
    }
  }
}
