import Glibc
import Integrity

/// Hashing in this process: one long message, and leaves with their tree, on the bytes of the first segment.
func measureHashing(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  guard let path = setting.segments().first else { throw .argument("\(setting.ledger) has no segments") }
  let bytes = try prefix(of: path, byteCount: 32 << 20)
  var message = Row(subject: "hashing", name: "SHA-256 of one long message", how: "SHA256.hash")
  var leaves = Row(
    subject: "hashing", name: "leaf hashes and the root", how: "MerkleTree.leafHash, CompactRange.append")
  var leafCount = 0
  for _ in 0..<setting.runs {
    var start = microseconds()
    let digest = SHA256.hash(bytes)
    message.wallMicroseconds.append(microseconds() - start)
    start = microseconds()
    var range = CompactRange()
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        range.append(MerkleTree.leafHash(UnsafeRawBufferPointer(rebasing: rest[rest.startIndex..<end])))
        rest = rest[(end + 1)...]
      }
    }
    leaves.wallMicroseconds.append(microseconds() - start)
    leafCount = range.size
    precondition(digest != range.root, "the work must not be thrown away")
  }
  message.count("bytes", bytes.count)
  leaves.count("bytes", bytes.count)
  leaves.count("hashes", leafCount * 2 - 1)
  report(message)
  report(leaves)
}

/// The first bytes of a file.
private func prefix(of path: String, byteCount: Int) throws(HarnessFailure) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw .systemCall("open", path: path, code: errno) }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: byteCount)
  var done = 0
  while done < byteCount {
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress.map { $0 + done }, byteCount - done) }
    guard count >= 0 else { throw .systemCall("read", path: path, code: errno) }
    if count == 0 { break }
    done += count
  }
  return Array(bytes[..<done])
}
