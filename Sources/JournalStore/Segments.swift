import DurableFiles
import Integrity

/// The lines of a journal in one file, as bytes.
struct Segment {
  /// The file, relative to the ledger's folder.
  let file: String
  /// The position of its first line, by its name; nil for a name that no segment has.
  let firstPosition: Int?
  let bytes: [UInt8]

  /// One line of the file as it stands there.
  struct Line {
    let place: LinePlace
    /// The bytes without the LF.
    let bytes: [UInt8]
    /// Whether an LF follows.
    let isFinished: Bool
  }

  /// The lines from a place on, one at a time; a piece after the last LF is one too.
  func walk(from start: LinePlace? = nil) -> LineWalk {
    LineWalk(file: file, bytes: bytes, lineNumber: start?.lineNumber ?? 1, offset: start?.byteOffset ?? 0)
  }

  /// A walk over lines, of which only one is copied at a time.
  struct LineWalk: Sequence, IteratorProtocol {
    let file: String
    let bytes: [UInt8]
    var lineNumber: Int
    var offset: Int

    mutating func next() -> Line? {
      guard offset < bytes.count else { return nil }
      let start = offset
      let end = bytes.withUnsafeBufferPointer { $0[start...].firstIndex(of: UInt8(ascii: "\n")) }
      let place = LinePlace(file: file, lineNumber: lineNumber, byteOffset: start)
      lineNumber += 1
      offset = (end ?? bytes.count) + 1
      return Line(place: place, bytes: Array(bytes[start..<(end ?? bytes.count)]), isFinished: end != nil)
    }
  }
}

/// What lies in a ledger's folder when it is read, before any of it is judged.
struct FolderContents {
  /// The checkpoint's bytes; nil where the file is missing.
  let checkpoint: [UInt8]?
  /// The bytes of `ledger.json`; nil where the file is missing.
  let ledgerCopy: [UInt8]?
  /// The segments in the order of their names.
  let segments: [Segment]

  /// What stands in the place of a file or folder and is none.
  let misplaced: [Damage]
  /// Whether sealed values, documents or lines set aside are there, which a creation does not leave; only looked at
  /// where the checkpoint is missing.
  let hasLaterFiles: Bool

  /// Contents that were read or made elsewhere.
  init(checkpoint: [UInt8]?, ledgerCopy: [UInt8]?, segments: [Segment]) {
    misplaced = []
    hasLaterFiles = false
    self.checkpoint = checkpoint
    self.ledgerCopy = ledgerCopy
    self.segments = segments
  }

  /// Reads the checkpoint, then everything else.
  ///
  /// In this order, since a journal grows: what a checkpoint covers is in the files that are read after it. A reader
  /// needs no lock. Hidden names in `events` are left alone: an editor's, or a temporary file's.
  init(of folder: LedgerFolder, operations: FileOperations) throws(FileError) {
    var misplaced: [Damage] = []
    let checkpoint = try Self.read(LedgerFolder.checkpoint, in: folder, operations, &misplaced)
    self.checkpoint = checkpoint
    ledgerCopy = try Self.read(LedgerFolder.ledgerCopy, in: folder, operations, &misplaced)
    var segments: [Segment] = []
    let events = try operations.status(folder(LedgerFolder.events))
    if events?.kind == .folder {
      for name in try operations.names(in: folder(LedgerFolder.events)) where name.utf8.first != UInt8(ascii: ".") {
        let file = "\(LedgerFolder.events)/\(name)"
        guard let bytes = try Self.read(file, in: folder, operations, &misplaced) else { continue }
        segments.append(Segment(file: file, firstPosition: LedgerFolder.firstPosition(ofSegment: name), bytes: bytes))
      }
    } else if events != nil {
      misplaced.append(Damage(file: LedgerFolder.events, kind: .notAFolder))
    }
    self.segments = segments
    self.misplaced = misplaced
    hasLaterFiles = checkpoint == nil ? try Self.hasLaterFiles(folder, segments, operations) : false
  }

  /// Whether nothing of a journal is there: neither lines nor a checkpoint of them.
  var isWithoutJournal: Bool { segments.isEmpty && checkpoint == nil && misplaced.isEmpty }

  /// The same of a folder whose files are not read.
  static func isWithoutJournal(_ folder: LedgerFolder, _ operations: FileOperations) throws(FileError) -> Bool {
    guard try !operations.exists(folder(LedgerFolder.checkpoint)) else { return false }
    guard let events = try operations.status(folder(LedgerFolder.events)) else { return true }
    guard events.kind == .folder else { return false }
    return try operations.names(in: folder(LedgerFolder.events)).allSatisfy { $0.utf8.first == UInt8(ascii: ".") }
  }

  private static func read(
    _ name: String, in folder: LedgerFolder, _ operations: FileOperations, _ misplaced: inout [Damage]
  ) throws(FileError) -> [UInt8]? {
    guard let status = try operations.status(folder(name)) else { return nil }
    guard status.kind == .file else {
      misplaced.append(Damage(file: name, kind: .notAFile))
      return nil
    }
    return try operations.read(folder(name))
  }

  /// Whether there is more than a creation leaves: the values that the first line commits to it may have stored.
  private static func hasLaterFiles(
    _ folder: LedgerFolder, _ segments: [Segment], _ operations: FileOperations
  ) throws(FileError) -> Bool {
    let first = SetAsideFolder.commitments(in: segments.first.flatMap { $0.walk().first { _ in true } }?.bytes ?? [])
    for place in [LedgerFolder.sealed, LedgerFolder.presented, LedgerFolder.setAside] {
      guard try operations.status(folder(place))?.kind == .folder else { continue }
      let names = try operations.names(in: folder(place)).filter { name in
        !FileOperations.isTemporary(name: name) && Commitment(hex: name).map { !first.contains($0) } ?? true
      }
      if !names.isEmpty { return true }
    }
    return false
  }
}
