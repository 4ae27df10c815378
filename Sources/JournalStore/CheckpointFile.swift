import DurableFiles
import Integrity
import LedgerDomain

/// The file `checkpoint`, as its writer replaces it.
struct CheckpointFile {
  let folder: LedgerFolder
  let operations: FileOperations

  /// Writes the checkpoint of a range, in the place of `old`, and gives it.
  ///
  /// `replaceAtomically`: two syncs, of the new file and of the ledger's folder. A checkpoint that says more than its
  /// three lines, which is one that someone signed, is first kept in `checkpoints/`, byte for byte: mkdir where it is
  /// missing, fsync of the ledger's folder, then `replaceAtomically`. The name is made from the bytes, so doing it
  /// again after a crash does no harm, and two that were signed at one size both stay.
  ///
  /// Sad path: where only the last sync fails, the file is the new one, but a power failure may bring the old one back.
  /// That loses nothing: the lines were durable before it was written.
  func write(_ range: CompactRange, origin: String, replacing old: Checkpoint?) throws(FileError) -> Checkpoint {
    let checkpoint = Checkpoint(origin: origin, size: range.size, root: range.root)
    try write(checkpoint, replacing: old)
    return checkpoint
  }

  /// As above, for a checkpoint that may be signed. One that holds all that the old one says replaces it without a copy.
  func write(_ checkpoint: Checkpoint, replacing old: Checkpoint?) throws(FileError) {
    let path = folder(LedgerFolder.checkpoint)
    if let old, !old.isKept(by: checkpoint) {
      let bytes = try operations.read(path)
      let kept = LedgerFolder.keptCheckpoint(size: old.size, mark: ChainMark(of: MerkleTree.leafHash(bytes)))
      try operations.createFolders(folder(LedgerFolder.checkpoints))
      try operations.syncFolder(folder.path)
      try operations.replaceAtomically(folder(kept), with: bytes)
    }
    try operations.replaceAtomically(path, with: Array(checkpoint.formatted.utf8))
  }
}

extension Checkpoint {
  /// Whether nothing that someone signed is lost where the other checkpoint takes the place of this one.
  fileprivate func isKept(by other: Checkpoint) -> Bool {
    if signatureText.isEmpty && extensionText.isEmpty { return true }
    guard self == other, extensionText.utf8.elementsEqual(other.extensionText.utf8) else { return false }
    let lines = other.signatureText.utf8.split(separator: UInt8(ascii: "\n"))
    return signatureText.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
      lines.contains { $0.elementsEqual(line) }
    }
  }
}
