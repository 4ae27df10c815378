package import DurableFiles
import Integrity
import LedgerDomain

/// A tally whose makings become further tables of an index, for a room above.
package protocol TableTally: LineTally {
  /// What tells its tables from those of other tallies, in a cache file's key: no blank.
  static var tablesName: String { get }
  /// The tables, by numbers from 16 on.
  consuming func tables() -> [Int: [UInt8]]
}

extension NoTally: TableTally {
  package static var tablesName: String { "none" }
  package consuming func tables() -> [Int: [UInt8]] { [:] }
}

extension JournalView {
  /// Opens a ledger's journal: what a cache knows of it is taken from there, everything else is swept; refuses what is
  /// damaged at the first place found.
  ///
  /// Needs neither the lock nor permission to write in the ledger's folder. An incomplete or unreadable batch at the end,
  /// beyond the checkpoint, is no damage and does not count. What is swept is strict, and the whole reproduces the
  /// checkpoint's root; ids used twice, and versions of subjects after a cached part, are left to `Journal.verify`.
  /// `progress` is told how many bytes of how many are swept.
  package static func open<Extra: TableTally>(
    _ path: String, cache: IndexCache? = nil, extra: Extra = NoTally(), operations: FileOperations = .system,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(JournalError) -> JournalView {
    let folder = LedgerFolder(path)
    do throws(FileError) {
      if let files = try LedgerFiles(folder, cache: cache, tables: Extra.tablesName, operations: operations) {
        let opening = Opening(files: files, extra: extra, progress: progress)
        if let cache, let snapshot = files.snapshot, snapshot.fits(files), let view = try opening.after(snapshot) {
          if view.sweptCount < cache.writesFrom { return view }
        }
        if let view = try opening.whole(keptIn: cache) { return view }
      }
    } catch {
      throw .file(error)
    }
    return try inOrder(path, extra: extra, operations: operations)
  }

  /// Opens a journal by reading it line after line: where a sweep was not sure, this says what is damaged, or that
  /// nothing is.
  private static func inOrder<Extra: TableTally>(
    _ path: String, extra: Extra, operations: FileOperations
  ) throws(JournalError) -> JournalView {
    let journal = try Journal.open(path, operations: operations)
    var tally = BothTallies(IndexTally(), extra)
    var names: [String] = []
    var segments: [Sweep.Segment] = []
    for (place, entry) in journal.entries.enumerated() {
      if names.last != entry.place.file {
        names.append(entry.place.file)
        do throws(FileError) {
          let file = try ReadFile(journal.folder(entry.place.file), operations: operations)
          segments.append(Sweep.Segment(file: file, firstPosition: entry.event.position, byteCount: file.byteCount))
        } catch {
          throw .file(error)
        }
      }
      let prev = place == 0 ? nil : ChainMark(of: journal.entries[place - 1].leafHash)
      tally.take(entry, prev: prev, segment: names.count - 1)
    }
    if let last = journal.entries.last, let segment = segments.last {
      segments[segments.count - 1] = Sweep.Segment(
        file: segment.file, firstPosition: segment.firstPosition,
        byteCount: last.place.byteOffset + last.line.count + 1)
    }
    let index = tally.index(after: 0)
    return JournalView(
      folder: journal.folder, identity: journal.identity, opening: journal.entries[0].event, opened: journal.opened,
      checkpoint: journal.checkpoint,
      range: journal.range, mark: journal.entries.last.map { ChainMark(of: $0.leafHash) },
      sweptCount: journal.entries.count,
      lines: LineFinder([index], segments: segments, names: names) { () throws(JournalError) in index })
  }
}

/// An opening of a journal's files, with or without what a cache knows of them.
private struct Opening<Extra: TableTally> {
  let files: LedgerFiles
  let extra: Extra
  let progress: @Sendable (Int, Int) -> Void

  private var sweep: Sweep { Sweep(files.segments, source: files.opening.source) }

  /// Sweeps the lines that a cached index does not know; nil where the whole does not reproduce the checkpoint's root.
  func after(_ snapshot: Snapshot) throws(FileError) -> JournalView? {
    let tally = BothTallies(IndexTally(), extra)
    guard
      let swept = try sweep.run(from: snapshot.start, cut: files.checkpoint.size, empty: tally, progress: progress),
      swept.rootAtCut == files.checkpoint.root
    else { return nil }
    let rest = swept.tally.index(after: snapshot.index.end)
    return view(swept, [snapshot.index, rest], sweptCount: rest.count)
  }

  /// Sweeps all lines, and keeps their index where there is a cache and they are many; nil where it is not sure of them.
  func whole(keptIn cache: IndexCache?) throws(FileError) -> JournalView? {
    let tally = BothTallies(ChainTally(), BothTallies(IndexTally(), extra))
    guard let swept = try sweep.run(cut: files.checkpoint.size, empty: tally, progress: progress),
      swept.tally.one.isSure, swept.rootAtCut == files.checkpoint.root
    else { return nil }
    let (range, mark) = (swept.range, swept.mark)
    let index = swept.tally.other.index(after: 0)
    if let cache, index.count >= cache.writesFrom, range.end == files.checkpoint.size,
      let tables = index.sections as? MemorySections
    {
      var start = Sweep.Start()
      start.range = range
      start.mark = mark
      let segments = zip(files.names, files.segments).map { (name: $0, byteCount: $1.byteCount) }
      cache.store(
        Snapshot(index: index, start: start, segments: segments), files.opening.source, tables,
        named: Extra.tablesName)
    }
    return view(
      Sweep.Outcome(tally: NoTally(), range: range, rootAtCut: nil, mark: mark), [index], sweptCount: index.count)
  }

  private func view<Tally>(_ swept: Sweep.Outcome<Tally>, _ indexes: [LineIndex], sweptCount: Int) -> JournalView {
    guard case .ledger(.opened(let opened)) = files.opening.event.fact else {
      preconditionFailure("the files of a ledger begin with its opening")
    }
    let (files, extra) = (files, extra)
    return JournalView(
      folder: files.folder, identity: files.opening.source, opening: files.opening.event, opened: opened,
      checkpoint: files.checkpoint,
      range: swept.range, mark: swept.mark, sweptCount: sweptCount,
      lines: LineFinder(indexes, segments: files.segments, names: files.names) { () throws(JournalError) in
        try Opening(files: files, extra: extra, progress: { _, _ in }).anew(swept.range.root)
      })
  }

  /// The index over all lines again, where a cached one has turned out damaged.
  private func anew(_ root: Digest) throws(JournalError) -> LineIndex {
    do throws(FileError) {
      let tally = BothTallies(IndexTally(), extra)
      if let swept = try sweep.run(empty: tally), swept.range.root == root { return swept.tally.index(after: 0) }
    } catch {
      throw .file(error)
    }
    // The files have changed since they were opened.
    throw .damage(Damage(file: LedgerFolder.events, kind: .changedWhileRead))
  }
}

extension BothTallies where One == IndexTally, Other: TableTally {
  /// The index with all its tables.
  consuming func index(after start: Int) -> LineIndex {
    let extra = other.tables()
    let index = one.index(after: start)
    guard let tables = index.sections as? MemorySections, !extra.isEmpty else { return index }
    return LineIndex(start: start, count: index.count, sections: tables.adding(extra))
  }

  /// Takes a line that was read in order.
  mutating func take(_ entry: Entry, prev: ChainMark?, segment: Int) {
    entry.line.withUnsafeBufferPointer { bytes in
      let event = entry.event
      let facts = LineFacts(event, prev: prev, data: LineFormat.dataRange(in: entry.line))
      take(
        SweptLine(
          facts: facts, bytes: bytes, leafHash: entry.leafHash, segment: segment, byteOffset: entry.place.byteOffset,
          mentions: event.mentions, commitments: LineFindings.commitments(in: entry.line, of: event)))
    }
  }
}
