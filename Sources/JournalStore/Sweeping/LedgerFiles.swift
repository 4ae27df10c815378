import DurableFiles
import Glibc
import Integrity
import LedgerDomain
import StrictJSON

/// A ledger's files as they were opened for a sweep: the checkpoint, event 1, and the segments up to the last whole batch.
///
/// Only for a folder in which all is as usual; everything else is `FolderContents`' and `JournalReading`'s to look at.
struct LedgerFiles {
  let folder: LedgerFolder
  let checkpoint: Checkpoint
  /// Event 1, read strictly.
  let opening: DecodedLine
  let segments: [Sweep.Segment]
  /// The segments' files, relative to the folder.
  let names: [String]
  /// How many bytes stand behind the last whole batch: half an append, seen while it happens or left by a crash.
  let tornByteCount: Int

  /// Opens the files: the checkpoint first, so that what it covers is in the files that are opened after it. Nil where
  /// something is not as usual.
  init?(_ folder: LedgerFolder, operations: FileOperations) throws(FileError) {
    self.folder = folder
    guard try operations.status(folder(LedgerFolder.checkpoint))?.kind == .file,
      try operations.status(folder(LedgerFolder.ledgerCopy))?.kind == .file,
      try operations.status(folder(LedgerFolder.events))?.kind == .folder,
      let checkpoint = try? Checkpoint(parsing: operations.read(folder(LedgerFolder.checkpoint))),
      checkpoint.size > 0
    else { return nil }
    self.checkpoint = checkpoint
    let copy = try operations.read(folder(LedgerFolder.ledgerCopy))
    var segments: [Sweep.Segment] = []
    var names: [String] = []
    let files = try operations.names(in: folder(LedgerFolder.events)).filter { $0.utf8.first != UInt8(ascii: ".") }
    for name in files {
      guard let first = LedgerFolder.firstPosition(ofSegment: name),
        try operations.status(folder("\(LedgerFolder.events)/\(name)"))?.kind == .file
      else { return nil }
      let file = try ReadFile(folder("\(LedgerFolder.events)/\(name)"), operations: operations)
      segments.append(Sweep.Segment(file: file, firstPosition: first, byteCount: file.byteCount))
      names.append("\(LedgerFolder.events)/\(name)")
    }
    guard let first = segments.first, let last = segments.last, first.firstPosition == 1,
      let opening = try Self.opening(first.file), LedgerCopy.bytes(of: opening.event) == copy,
      opening.source.origin.utf8.elementsEqual(checkpoint.origin.utf8)
    else { return nil }
    guard let whole = try Self.wholeByteCount(of: last.file, source: opening.source) else { return nil }
    tornByteCount = last.file.byteCount - whole
    segments[segments.count - 1] = Sweep.Segment(file: last.file, firstPosition: last.firstPosition, byteCount: whole)
    self.opening = opening
    self.segments = segments
    self.names = names
  }

  /// The first line, where it opens a ledger.
  private static func opening(_ file: ReadFile) throws(FileError) -> DecodedLine? {
    let head = try file.read(at: 0, byteCount: LineFormat.byteLimit + 1)
    guard let end = head.firstIndex(of: UInt8(ascii: "\n")),
      let line = try? LineFormat.decode(Array(head[..<end])), case .ledger(.opened(let opened)) = line.event.fact,
      opened.identity.text.utf8.elementsEqual(line.source.text.utf8), opened.format <= LedgerFormat.newest
    else { return nil }
    return line
  }

  /// How many bytes of the last segment end with a whole batch; nil where no line of it does.
  ///
  /// Reads back from the end, twice as far each time. Of the lines before it only a sweep tells that they are right.
  private static func wholeByteCount(of file: ReadFile, source: LedgerIdentity) throws(FileError) -> Int? {
    var scanner = LineScanner(source: source)
    var window = 2 * (LineFormat.byteLimit + 1)
    while true {
      let start = max(0, file.byteCount - window)
      let bytes = try file.read(at: start, byteCount: file.byteCount - start)
      guard bytes.count == file.byteCount - start else { return nil }
      if let end = bytes.withUnsafeBufferPointer({ wholeEnd($0, atStart: start == 0, &scanner) }) { return start + end }
      if start == 0 { return nil }
      window *= 2
    }
  }

  /// Behind the last line in a buffer that ends a batch; nil where there is none.
  private static func wholeEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, atStart: Bool, _ scanner: inout LineScanner
  ) -> Int? {
    var end = bytes.count
    while let lf = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) {
      let before = bytes[..<lf].lastIndex(of: UInt8(ascii: "\n"))
      guard before != nil || atStart else { return nil }
      let line = UnsafeBufferPointer(rebasing: bytes[((before ?? -1) + 1)..<lf])
      if let facts = scanner.scan(line) ?? scanner.scanSlowly(line), facts.batch.map({ $0.place == $0.count }) ?? true {
        return lf + 1
      }
      end = lf
    }
    return nil
  }
}
