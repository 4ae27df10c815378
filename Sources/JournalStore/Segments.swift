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

  /// Contents that were read or made elsewhere.
  init(checkpoint: [UInt8]?, ledgerCopy: [UInt8]?, segments: [Segment]) {
    self.checkpoint = checkpoint
    self.ledgerCopy = ledgerCopy
    self.segments = segments
  }

  /// Reads the checkpoint, then everything else.
  ///
  /// In this order, since a journal grows: what a checkpoint covers is in the files that are read after it. A reader
  /// needs no lock. Hidden names in `events` are left alone: an editor's, or a temporary file's.
  init(of folder: LedgerFolder, operations: FileOperations) throws(FileError) {
    checkpoint = try Self.read(folder(LedgerFolder.checkpoint), operations)
    ledgerCopy = try Self.read(folder(LedgerFolder.ledgerCopy), operations)
    guard try operations.exists(folder(LedgerFolder.events)) else {
      segments = []
      return
    }
    var segments: [Segment] = []
    for name in try operations.names(in: folder(LedgerFolder.events)) where name.utf8.first != UInt8(ascii: ".") {
      let file = "\(LedgerFolder.events)/\(name)"
      let bytes = try operations.read(folder(file))
      segments.append(Segment(file: file, firstPosition: LedgerFolder.firstPosition(ofSegment: name), bytes: bytes))
    }
    self.segments = segments
  }

  /// Whether nothing of a journal is there: neither lines nor a checkpoint of them.
  var isWithoutJournal: Bool { segments.isEmpty && checkpoint == nil }

  /// The same of a folder whose files are not read.
  static func isWithoutJournal(_ folder: LedgerFolder, _ operations: FileOperations) throws(FileError) -> Bool {
    guard try !operations.exists(folder(LedgerFolder.checkpoint)) else { return false }
    guard try operations.exists(folder(LedgerFolder.events)) else { return true }
    return try operations.names(in: folder(LedgerFolder.events)).allSatisfy { $0.utf8.first == UInt8(ascii: ".") }
  }

  private static func read(_ path: String, _ operations: FileOperations) throws(FileError) -> [UInt8]? {
    guard try operations.exists(path) else { return nil }
    return try operations.read(path)
  }
}
