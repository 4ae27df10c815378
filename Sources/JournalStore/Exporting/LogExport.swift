package import DurableFiles
import Glibc
package import Integrity
import LedgerDomain

/// A journal as a static log that other tools check: C2SP tlog-tiles.
///
///     checkpoint             as it is in the ledger, signed or not; nothing here goes past it
///     tile/<level>/<index>   hashes (`Tile`)
///     tile/entries/<index>   the lines without LF, byte for byte (`EntryBundle`)
///
/// Nothing else of a ledger is in it: no sealed values, which the lines only commit to, and no documents.
package enum LogExport {
  /// What was written.
  package struct Outcome: Equatable, Sendable {
    /// The size of the export that was there and is now extended; 0 for a new one.
    package let from: Int
    package let checkpoint: Checkpoint
    package let tileCount: Int
    package let bundleCount: Int
  }

  /// Writes the log of a journal to a folder. Requires a journal of which all lines were just read.
  ///
  /// A new one is made beside `path` and renamed when it is whole and synced (`makeTemporaryFolder`, an fsync
  /// for each file and folder, `moveFolder`): who looks sees all of it or nothing. An earlier export of the same log is extended: new tiles and
  /// bundles first, synced, and then the checkpoint by `replaceAtomically`: who looks has all that the checkpoint that
  /// they have read needs. Partial tiles of before stay. Any other folder that is not empty is refused.
  package static func write(
    _ view: JournalView, to path: String, operations: FileOperations = .system
  ) throws(ExportFailure) -> Outcome {
    guard let checkpoint = view.checkpoint else {
      throw .journal(.damage(Damage(file: LedgerFolder.checkpoint, kind: .missing)))
    }
    let writer = LogWriter(view: view, checkpoint: checkpoint, operations: operations)
    guard let old = try earlier(path, operations) else { return try writer.create(path) }
    guard old.origin.utf8.elementsEqual(checkpoint.origin.utf8) else {
      throw .otherLog(expected: checkpoint.origin, found: old.origin)
    }
    guard old.size <= checkpoint.size else { throw .shrunk(from: old.size, to: checkpoint.size) }
    let root: Digest
    do throws(JournalError) { root = try view.root(size: old.size) } catch { throw .journal(error) }
    guard old.size > 0, root == old.root else { throw .forked(size: old.size) }
    return try writer.extend(path, from: old)
  }

  /// The checkpoint of the export that is there; nil where nothing is, or an empty folder.
  private static func earlier(
    _ path: String, _ operations: FileOperations
  ) throws(ExportFailure) -> Checkpoint? {
    let bytes: [UInt8]
    do throws(FileError) {
      guard let status = try operations.status(path) else { return nil }
      let names = status.kind == .folder ? try operations.names(in: path) : []
      if status.kind == .folder, names.isEmpty { return nil }
      // A ledger has a checkpoint too, and must not be taken for an export.
      guard Set(names).isSuperset(of: [LedgerFolder.checkpoint, "tile"]), !names.contains(LedgerFolder.events) else {
        throw FileError(operation: .createFolder, path: path, errno: EEXIST)
      }
      bytes = try operations.read("\(path)/\(LedgerFolder.checkpoint)")
    } catch {
      throw error.errno == EEXIST ? .taken(path) : .file(error)
    }
    do throws(CheckpointError) { return try Checkpoint(parsing: bytes) } catch { throw .checkpoint(error) }
  }
}

/// Why a log was not exported.
package enum ExportFailure: Error, Equatable {
  case journal(JournalError)
  case file(FileError)
  /// The folder holds something that is no export.
  case taken(String)
  /// The checkpoint of the export that is there cannot be read.
  case checkpoint(CheckpointError)
  /// The export that is there is of another log.
  case otherLog(expected: String, found: String)
  /// The export that is there is of another history: its lines are not the first ones here.
  case forked(size: Int)
  /// The export that is there has more lines than the checkpoint covers.
  case shrunk(from: Int, to: Int)
}

/// The steps of an export.
private struct LogWriter {
  let view: JournalView
  let checkpoint: Checkpoint
  let operations: FileOperations

  func create(_ path: String) throws(ExportFailure) -> LogExport.Outcome {
    let temporary: String
    do throws(FileError) {
      try operations.createFolders(FileOperations.parent(of: path))
      temporary = try operations.makeTemporaryFolder(beside: path)
    } catch { throw .file(error) }
    do throws(ExportFailure) {
      let (tileCount, bundleCount) = try writeTiles(in: temporary, from: 0)
      do throws(FileError) {
        try write(Array(checkpoint.formatted.utf8), to: "\(temporary)/\(LedgerFolder.checkpoint)")
        try operations.syncFile("\(temporary)/\(LedgerFolder.checkpoint)")
        try operations.syncFolder(temporary)
        try operations.moveFolder(temporary, to: path)
      } catch { throw ExportFailure.file(error) }
      return LogExport.Outcome(from: 0, checkpoint: checkpoint, tileCount: tileCount, bundleCount: bundleCount)
    } catch {
      operations.discardFolder(temporary)
      throw error
    }
  }

  func extend(_ path: String, from old: Checkpoint) throws(ExportFailure) -> LogExport.Outcome {
    let (tileCount, bundleCount) = try writeTiles(in: path, from: old.size)
    // A signature under the same checkpoint is not taken away.
    let keepsOld = old == checkpoint && !old.signatureText.isEmpty && checkpoint.signatureText.isEmpty
    do throws(FileError) {
      if !keepsOld {
        try operations.replaceAtomically(
          "\(path)/\(LedgerFolder.checkpoint)", with: Array(checkpoint.formatted.utf8))
      }
    } catch { throw .file(error) }
    return LogExport.Outcome(
      from: old.size, checkpoint: checkpoint, tileCount: tileCount, bundleCount: bundleCount)
  }

  private func writeTiles(in folder: String, from size: Int) throws(ExportFailure) -> (tiles: Int, bundles: Int) {
    let tiles = Tile.added(from: size, to: checkpoint.size)
    var folders: Set<String> = []
    var paths: [String] = []
    var bundleCount = 0
    for tile in tiles {
      do throws(JournalError) {
        var files: [(path: String, bytes: [UInt8])] = []
        if tile.level == 0 {
          let lines = try lines(of: EntryBundle(of: tile))
          files.append((EntryBundle(of: tile).path, EntryBundle.encode(lines.map(\.bytes))))
          files.append((tile.path, lines.flatMap(\.leafHash.bytes)))
          bundleCount += 1
        } else {
          var bytes: [UInt8] = []
          for subtree in tile.subtrees { bytes += try view.subtree(subtree).bytes }
          files.append((tile.path, bytes))
        }
        do throws(FileError) {
          for file in files {
            let path = "\(folder)/\(file.path)"
            let parent = FileOperations.parent(of: path)
            if folders.insert(parent).inserted { try operations.createFolders(parent) }
            try write(file.bytes, to: path)
            paths.append(path)
          }
        } catch { throw JournalError.file(error) }
      } catch { throw .journal(error) }
    }
    // All are written before the first is waited for, so that the disk can take them in its own order.
    do throws(FileError) {
      for path in paths { try operations.syncFile(path) }
      for folder in folders.sorted() { try operations.syncFolder(folder) }
    } catch { throw .file(error) }
    return (tiles.count, bundleCount)
  }

  /// The lines of a bundle: read, and held against their leaves.
  private func lines(of bundle: EntryBundle) throws(JournalError) -> [(bytes: [UInt8], leafHash: Digest)] {
    var lines: [(bytes: [UInt8], leafHash: Digest)] = []
    for leaf in bundle.leaves {
      let line = try view.lines.line(at: leaf + 1)
      lines.append((line.bytes, line.leafHash))
    }
    return lines
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try operations.replaceUnsynced(path, with: [bytes], mode: 0o644)
  }
}
