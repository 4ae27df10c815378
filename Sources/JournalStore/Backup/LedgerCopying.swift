import DurableFiles
import Glibc
import Integrity
import StrictJSON

/// What is to be copied of a ledger that its checkpoint covers, but for sealed values: what the target does not have yet.
///
/// Making it reads; nothing is written. Every document is held against the digest that its line names.
struct LedgerCopying {
  let ledger: CoveredLedger
  let operations: FileOperations
  private(set) var segments: [CoveredLedger.Segment] = []
  private(set) var keptSegmentCount = 0
  /// Files whose covered bytes the target has otherwise than they must be: they are written anew.
  private(set) var mendedCount = 0
  private(set) var documents: [Digest] = []
  private(set) var keptDocumentCount = 0
  /// Documents that a line names, and that neither the ledger nor the target has.
  private(set) var missingDocuments: [Digest] = []
  private var keptCheckpoints: [String] = []
  private var writesCopy = true
  /// The target; nil for a new one.
  private let target: LedgerFolder?

  init(of ledger: CoveredLedger, beside target: LedgerFolder?, _ operations: FileOperations) throws(BackupFailure) {
    self.ledger = ledger
    self.operations = operations
    self.target = target
    do throws(FileError) {
      for segment in ledger.segments {
        switch try standing(of: segment) {
        case .same: keptSegmentCount += 1
        case .other:
          mendedCount += 1
          segments.append(segment)
        case .missing, .beginning: segments.append(segment)
        }
      }
      try planSmallFiles()
    } catch { throw .file(error) }
    try planDocuments()
  }

  private enum SegmentStanding {
    case missing, same, beginning, other
  }

  /// How the target's file stands to a segment.
  private func standing(of segment: CoveredLedger.Segment) throws(FileError) -> SegmentStanding {
    guard let path = target?(segment.name), let status = try operations.status(path) else { return .missing }
    guard status.kind == .file else { throw FileError(operation: .open, path: path, errno: EISDIR) }
    let own = try ReadFile(path, operations: operations)
    if own.byteCount > segment.byteCount { return .other }
    var place = 0
    var isSame = true
    _ = try segment.walk { bytes throws(FileError) in
      let found = try own.read(at: place, byteCount: min(bytes.count, own.byteCount - place))
      isSame = bytes.starts(with: found) && (found.count == bytes.count || place + found.count == own.byteCount)
      place += found.count
      return isSame && place < own.byteCount
    }
    guard isSame else { return .other }
    return place == segment.byteCount ? .same : .beginning
  }

  private mutating func planSmallFiles() throws(FileError) {
    writesCopy = try targetBytes(LedgerFolder.ledgerCopy) != LedgerCopy.bytes(of: ledger.opening)
    guard try operations.exists(ledger.folder(LedgerFolder.checkpoints)) else { return }
    for name in try operations.names(in: ledger.folder(LedgerFolder.checkpoints)) where name.utf8.first != 0x2E {
      let file = "\(LedgerFolder.checkpoints)/\(name)"
      guard try operations.status(ledger.folder(file))?.kind == .file else { continue }
      if try targetBytes(file) != operations.read(ledger.folder(file)) { keptCheckpoints.append(file) }
    }
  }

  private func targetBytes(_ name: String) throws(FileError) -> [UInt8]? {
    guard let path = target?(name), try operations.exists(path) else { return nil }
    return try operations.read(path)
  }

  private mutating func planDocuments() throws(BackupFailure) {
    let own = PresentedFolder(of: ledger.folder, operations: operations)
    let there = target.map { PresentedFolder(of: $0, operations: operations) }
    for digest in ledger.presented {
      if let there, (try? there.read(digest)) ?? nil != nil {
        keptDocumentCount += 1
        continue
      }
      do throws(PresentedFailure) {
        if try own.read(digest) == nil { missingDocuments.append(digest) } else { documents.append(digest) }
      } catch { throw .presented(error) }
    }
  }
}

extension LedgerCopying {
  /// Writes the files into a folder that is being made, syncs them, and holds the lines as they were written against the
  /// checkpoint. Gives the files' names in the order in which they are to take their places: lines last.
  ///
  /// mkdir for each folder, then for each file open(O_EXCL), write, close; when all are written, fsync for each file and folder.
  func stage(in staging: String, progress: (Int, Int) -> Void) throws(BackupFailure) -> [String] {
    var names: [String] = []
    var folders: Set<String> = []
    let total = max(1, segments.reduce(0) { $0 + $1.byteCount })
    var done = 0
    do throws(FileError) {
      func make(_ name: String) throws(FileError) -> String {
        let parent = FileOperations.parent(of: "\(staging)/\(name)")
        if folders.insert(parent).inserted, parent != staging { try operations.createFolders(parent) }
        names.append(name)
        return "\(staging)/\(name)"
      }
      if writesCopy {
        try operations.createUnsynced(try make(LedgerFolder.ledgerCopy), with: LedgerCopy.bytes(of: ledger.opening))
      }
      for file in keptCheckpoints {
        try operations.createUnsynced(try make(file), with: try operations.read(ledger.folder(file)))
      }
    } catch { throw .file(error) }
    for digest in documents {
      let bytes = try document(digest)
      do throws(FileError) {
        let name = "\(LedgerFolder.presented)/\(digest.hex)"
        let parent = "\(staging)/\(LedgerFolder.presented)"
        if folders.insert(parent).inserted { try operations.createFolders(parent) }
        names.append(name)
        try operations.createUnsynced("\(staging)/\(name)", with: bytes)
      } catch { throw .file(error) }
    }
    do throws(FileError) {
      if !segments.isEmpty { try operations.createFolders("\(staging)/\(LedgerFolder.events)") }
      for segment in segments {
        names.append(segment.name)
        let file = try FileInMaking("\(staging)/\(segment.name)", operations: operations)
        _ = try segment.walk { bytes throws(FileError) in
          var failure: FileError?
          bytes.withUnsafeBytes { buffer in
            do throws(FileError) { try file.append(buffer) } catch { failure = error }
          }
          if let failure { throw failure }
          done += bytes.count
          progress(done, total)
          return true
        }
        try file.finish(isSynced: false)
      }
      for name in names { try operations.syncFile("\(staging)/\(name)") }
      if !segments.isEmpty { folders.insert("\(staging)/\(LedgerFolder.events)") }
      for folder in folders.union([staging]).sorted(by: >) { try operations.syncFolder(folder) }
    } catch { throw .file(error) }
    try check(staging)
    return names
  }

  private func document(_ digest: Digest) throws(BackupFailure) -> [UInt8] {
    do throws(PresentedFailure) {
      if let bytes = try PresentedFolder(of: ledger.folder, operations: operations).read(digest) { return bytes }
    } catch { throw .presented(error) }
    // It was there a moment ago.
    throw .file(
      FileError(operation: .read, path: ledger.folder("\(LedgerFolder.presented)/\(digest.hex)"), errno: ENOENT))
  }

  /// Reads every covered line as the target will have it, and refuses another root than the checkpoint's.
  private func check(_ staging: String) throws(BackupFailure) {
    let written = Set(segments.map(\.name))
    var copies: [Sweep.Segment] = []
    var root: Digest?
    do throws(FileError) {
      for segment in ledger.segments {
        guard let path = written.contains(segment.name) ? "\(staging)/\(segment.name)" : target?(segment.name) else {
          preconditionFailure("a segment is neither written nor there")
        }
        let file = try ReadFile(path, operations: operations)
        copies.append(
          Sweep.Segment(file: file, firstPosition: segment.firstPosition, byteCount: segment.byteCount))
      }
      let swept = try Sweep(copies, source: ledger.identity).run(empty: NoTally())
      root = swept?.range.end == ledger.checkpoint.size ? swept?.range.root : nil
    } catch { throw .file(error) }
    guard root == ledger.checkpoint.root else {
      throw .journal(.damage(Damage(file: LedgerFolder.events, kind: .changedWhileRead)))
    }
  }
}

extension CoveredLedger {
  /// Takes the permissions to write from the segments of a copy that no writer appends to: a courtesy, whose failure is not
  /// heard.
  func closeSegments(in folder: LedgerFolder, _ operations: FileOperations) {
    for segment in segments.dropLast() {
      _ = try? operations.narrowMode(of: folder(segment.name), to: ActiveSegment.closedMode)
    }
  }
}
