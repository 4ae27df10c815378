import DurableFiles
import Integrity
import LedgerDomain

extension CoveredLedger {
  /// What lines beyond the covered ones erase, as the folder is now: read anew, up to the first line that cannot be read.
  ///
  /// A writer removes a value only after the line that erases it is durable, so whoever finds a value gone finds the line here.
  func newerErasures(_ operations: FileOperations) throws(FileError) -> [RecordedErasure] {
    guard let last = segments.last else { return [] }
    var found: [RecordedErasure] = []
    for name in try operations.names(in: folder(LedgerFolder.events)) where name.utf8.first != UInt8(ascii: ".") {
      let file = "\(LedgerFolder.events)/\(name)"
      guard let first = LedgerFolder.firstPosition(ofSegment: name), first >= last.firstPosition else { continue }
      let start = file == last.name ? last.byteCount : 0
      let bytes = try operations.read(folder(file), from: start, byteCount: Int.max / 2)
      let lines = DurableLines(bytes)
      for line in lines {
        guard let event = try? LineFormat.decode(line).event else { break }
        if let erasure = RecordedErasure(event, MerkleTree.leafHash(line)) { found.append(erasure) }
      }
    }
    return found
  }
}

/// The lines in some bytes that an LF ends.
private struct DurableLines: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func next() -> [UInt8]? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return Array(rest[..<end])
  }
}
