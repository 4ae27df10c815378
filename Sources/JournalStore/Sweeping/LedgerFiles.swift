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
  /// What a cache knows of the ledger, whether it fits the files or not.
  let snapshot: Snapshot?
  /// How many bytes stand behind the last whole batch: half an append, seen while it happens or left by a crash.
  let tornByteCount: Int

  /// Opens the files: the checkpoint first, so that what it covers is in the files that are opened after it. Nil where
  /// something is not as usual.
  init?(
    _ folder: LedgerFolder, cache: IndexCache? = nil, tables: String = "", operations: FileOperations
  ) throws(FileError) {
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
    snapshot = cache?.load(opening.source, tables: tables)
    // Where a snapshot ends with the last segment, a batch did.
    let known = snapshot?.segments.last.flatMap { $0.name == names.last ? $0.byteCount : nil }
    let isKnown = known == last.file.byteCount
    guard let whole = isKnown ? known : try Self.wholeByteCount(of: last.file, source: opening.source) else {
      return nil
    }
    tornByteCount = last.file.byteCount - whole
    segments[segments.count - 1] = Sweep.Segment(file: last.file, firstPosition: last.firstPosition, byteCount: whole)
    self.opening = opening
    self.segments = segments
    self.names = names
  }

  /// The first line, where it opens a ledger.
  private static func opening(_ file: ReadFile) throws(FileError) -> DecodedLine? {
    var head = try file.read(at: 0, byteCount: 4096)
    // Hardly any is longer.
    if !head.contains(UInt8(ascii: "\n")) { head = try file.read(at: 0, byteCount: LineFormat.byteLimit + 1) }
    guard let end = head.firstIndex(of: UInt8(ascii: "\n")),
      let line = try? LineFormat.decode(Array(head[..<end])), case .ledger(.opened(let opened)) = line.event.fact,
      opened.identity.text.utf8.elementsEqual(line.source.text.utf8), line.event.subject == .ledger,
      opened.format == LedgerFormat.newest
    else { return nil }
    return line
  }

  /// The end of the last whole batch of a segment: how many bytes stand before it, and the line that it is in.
  private struct WholeEnd {
    var byteCount: Int
    var position: Int
    var mark: ChainMark
  }

  /// How many bytes of the last segment end with a whole batch; nil where no line of it does, and where what stands
  /// behind is not what one unfinished append leaves.
  ///
  /// Reads back from the end, four times as far each time. Of the lines before it only a sweep tells that they are right, and
  /// of those behind it nothing is told of ids and subject versions.
  private static func wholeByteCount(of file: ReadFile, source: LedgerIdentity) throws(FileError) -> Int? {
    var scanner = LineScanner(source: source)
    var window = 4096
    while true {
      let start = max(0, file.byteCount - window)
      let bytes = try file.read(at: start, byteCount: file.byteCount - start)
      guard bytes.count == file.byteCount - start else { return nil }
      let found = bytes.withUnsafeBufferPointer { bytes -> Int?? in
        guard let end = wholeEnd(bytes, atStart: start == 0, &scanner) else { return nil }
        let rest = UnsafeBufferPointer(rebasing: bytes[end.byteCount...])
        return .some(isUnfinished(rest, after: end, &scanner) ? start + end.byteCount : nil)
      }
      if let found { return found }
      if start == 0 { return nil }
      window *= 4
    }
  }

  /// The last line in a buffer that ends a batch; nil where there is none.
  private static func wholeEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, atStart: Bool, _ scanner: inout LineScanner
  ) -> WholeEnd? {
    var end = bytes.count
    while let lf = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) {
      let before = bytes[..<lf].lastIndex(of: UInt8(ascii: "\n"))
      guard before != nil || atStart else { return nil }
      let line = UnsafeBufferPointer(rebasing: bytes[((before ?? -1) + 1)..<lf])
      if let facts = scanner.scan(line) ?? scanner.scanSlowly(line), facts.batch.map({ $0.place == $0.count }) ?? true {
        let mark = ChainMark(of: MerkleTree.leafHash(Array(line)))
        return WholeEnd(byteCount: lf + 1, position: facts.position, mark: mark)
      }
      end = lf
    }
    return nil
  }

  /// Whether lines are what one append leaves that did not end: the first lines of a batch, and then no whole line.
  private static func isUnfinished(
    _ bytes: UnsafeBufferPointer<UInt8>, after end: WholeEnd, _ scanner: inout LineScanner
  ) -> Bool {
    var (position, mark) = (end.position, end.mark)
    var next: BatchPlace?
    var isBroken = false
    var start = 0
    while let lf = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = UnsafeBufferPointer(rebasing: bytes[start..<lf])
      start = lf + 1
      if let facts = scanner.scan(line) ?? scanner.scanSlowly(line), let batch = facts.batch, !isBroken {
        let follows = next.map { $0 == batch } ?? (batch.place == 1)
        guard follows, facts.position == position + 1, facts.prev == mark, facts.type != FactTypes.opening else {
          return false
        }
        next = BatchPlace(place: batch.place + 1, count: batch.count)
        position = facts.position
        mark = ChainMark(of: MerkleTree.leafHash(Array(line)))
      } else if line.starts(with: LineFormat.beginning), (try? LineFormat.decode(Array(line))) != nil {
        return false
      } else {
        isBroken = true
      }
    }
    return true
  }
}
