package import DurableFiles
package import Integrity

/// Why a presented document could not be had.
package enum PresentedFailure: Error, Equatable {
  case file(FileError)
  /// The file's bytes have another digest than its name.
  case otherDigest(expected: Digest, found: Digest)
}

/// The folder `presented`: documents as they were presented, each under the SHA-256 of its bytes.
package struct PresentedFolder: Sendable {
  private let path: String
  private let operations: FileOperations

  package init(of ledger: LedgerFolder, operations: FileOperations = .system) {
    path = ledger(LedgerFolder.presented)
    self.operations = operations
  }

  /// Keeps a document, durably, and gives its digest: mkdir where needed, then the calls of `replaceAtomically`.
  ///
  /// The same bytes again write the same file again, which also heals one that was damaged.
  package func store(_ bytes: [UInt8]) throws(FileError) -> Digest {
    let digest = SHA256.hash(bytes)
    try operations.createFolders(path)
    try operations.replaceAtomically(file(digest), with: bytes)
    return digest
  }

  /// A document's bytes, which have this digest; nil where it is not there.
  package func read(_ digest: Digest) throws(PresentedFailure) -> [UInt8]? {
    let bytes: [UInt8]
    do throws(FileError) {
      guard try operations.exists(file(digest)) else { return nil }
      bytes = try operations.read(file(digest))
    } catch {
      throw .file(error)
    }
    let found = SHA256.hash(bytes)
    guard found == digest else { throw .otherDigest(expected: digest, found: found) }
    return bytes
  }

  private func file(_ digest: Digest) -> String { "\(path)/\(digest.hex)" }
}
