import DurableFiles
import Integrity

/// The folder `set-aside`: what writers took from the journal's end, byte for byte. It counts for nothing, but someone
/// may still want to know what it said.
struct SetAsideFolder {
  private let path: String
  private let operations: FileOperations

  init(of ledger: LedgerFolder, operations: FileOperations) {
    path = ledger(LedgerFolder.setAside)
    self.operations = operations
  }

  /// The commitments in the files' text, of lines whole or broken: 64 hexadecimal digits after `{"sealed":"`. Reads
  /// every file.
  func commitments() throws(FileError) -> Set<Commitment> {
    guard try operations.exists(path) else { return [] }
    var found: Set<Commitment> = []
    for name in try operations.names(in: path) {
      guard try operations.status("\(path)/\(name)")?.kind == .file else { continue }
      found.formUnion(Self.commitments(in: try operations.read("\(path)/\(name)")))
    }
    return found
  }

  static func commitments(in bytes: [UInt8]) -> Set<Commitment> {
    Set(
      LineFindings.commitments(in: bytes).compactMap { place in
        Commitment(hex: String(decoding: bytes[place..<(place + 64)], as: UTF8.self))
      })
  }
}
