package import DurableFiles
import Integrity
package import LedgerDomain

/// A tally whose makings become further tables of an index, for a room above.
package protocol TableTally: LineTally {
  /// What tells its tables from those of other tallies, in a cache file's key: no blank.
  static var tablesName: String { get }
  /// The tables, by numbers from 16 on.
  consuming func tables() -> [Int: [UInt8]]
  /// The tables over the lines of two indexes, the second of which goes on where the first ends, made from theirs; nil
  /// where only a sweep can make them. `id` gives the id of the event at a position.
  static func merged(
    _ kept: LineIndex, _ next: LineIndex, id: (Int) -> EventID?
  ) throws(CacheDamage) -> [Int: [UInt8]]?
}

extension TableTally {
  package static func merged(
    _ kept: LineIndex, _ next: LineIndex, id: (Int) -> EventID?
  ) throws(CacheDamage) -> [Int: [UInt8]]? { nil }
}

extension NoTally: TableTally {
  package static var tablesName: String { "none" }
  package consuming func tables() -> [Int: [UInt8]] { [:] }
  package static func merged(
    _ kept: LineIndex, _ next: LineIndex, id: (Int) -> EventID?
  ) throws(CacheDamage) -> [Int: [UInt8]]? { [:] }
}

extension BothTallies: TableTally where One: TableTally, Other: TableTally {
  package static var tablesName: String { "\(One.tablesName)+\(Other.tablesName)" }

  package consuming func tables() -> [Int: [UInt8]] {
    one.tables().merging(other.tables()) { _, _ in preconditionFailure("two tables of one number") }
  }

  package static func merged(
    _ kept: LineIndex, _ next: LineIndex, id: (Int) -> EventID?
  ) throws(CacheDamage) -> [Int: [UInt8]]? {
    guard let one = try One.merged(kept, next, id: id), let other = try Other.merged(kept, next, id: id) else {
      return nil
    }
    return one.merging(other) { _, _ in preconditionFailure("two tables of one number") }
  }
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
    if let view = try swept(path, cache: cache, extra: extra, operations: operations, progress: progress) {
      return view
    }
    // What is wrong is nearly always damage, and said without keeping a journal's every event.
    try Journal.check(path, operations: operations)
    return try inOrder(try Journal.open(path, operations: operations), extra: extra, operations: operations)
  }

  /// Opens a journal by a sweep of what the cache does not know; nil where it is not sure that all is right.
  static func swept<Extra: TableTally>(
    _ path: String, cache: IndexCache?, extra: Extra = NoTally(), operations: FileOperations,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(JournalError) -> JournalView? {
    do throws(FileError) {
      guard
        let files = try LedgerFiles(
          LedgerFolder(path), cache: cache, tables: Extra.tablesName, operations: operations)
      else { return nil }
      let opening = Opening(files: files, extra: extra, progress: progress)
      if let cache, let snapshot = files.snapshot, snapshot.fits(files),
        let view = try opening.after(snapshot, keptIn: cache)
      {
        return view
      }
      return try opening.whole(keptIn: cache)
    } catch {
      throw .file(error)
    }
  }

  /// The journal as it stands in its folder now, where it is the same or has only grown since this view was opened; nil
  /// where that is not plain. Where nothing has changed it is this view, for the reading of the checkpoint and the names
  /// of the segments; else what is new is swept.
  func caughtUp(operations: FileOperations) throws(JournalError) -> JournalView? {
    do throws(FileError) {
      if try isCurrent(operations) { return self }
      guard let files = try LedgerFiles(folder, operations: operations), files.tornByteCount == 0,
        files.checkpoint.size >= count, follows(files)
      else { return nil }
      return try Opening(files: files, extra: NoTally(), progress: { _, _ in }).after(self)
    } catch {
      throw .file(error)
    }
  }

  /// The same journal after its last segment was written anew.
  func reopened(_ operations: FileOperations) throws(FileError) -> JournalView {
    JournalView(
      folder: folder, identity: identity, opening: opening, opened: opened, checkpoint: checkpoint, range: range,
      mark: mark, sweptCount: sweptCount, lines: try lines.reopened(folder, operations: operations))
  }

  private func isCurrent(_ operations: FileOperations) throws(FileError) -> Bool {
    guard tornByteCount == 0, let checkpoint, let last = lines.segments.last, let name = lines.names.last else {
      return false
    }
    let names = try operations.names(in: folder(LedgerFolder.events)).filter { $0.utf8.first != UInt8(ascii: ".") }
    guard names.count == lines.names.count, try operations.status(folder(name))?.byteCount == last.byteCount else {
      return false
    }
    return try operations.read(folder(LedgerFolder.checkpoint)) == Array(checkpoint.text.utf8)
  }

  /// Whether files can be this journal's, grown.
  private func follows(_ files: LedgerFiles) -> Bool {
    guard tornByteCount == 0, files.opening.source == identity, lines.segments.count <= files.segments.count else {
      return false
    }
    return lines.segments.indices.allSatisfy { index in
      let (before, now) = (lines.segments[index].byteCount, files.segments[index].byteCount)
      let isLast = index == lines.segments.count - 1
      return lines.names[index] == files.names[index] && (isLast ? before <= now : before == now)
    }
  }

  /// A journal that was read line after line.
  static func inOrder<Extra: TableTally>(
    _ journal: Journal, extra: Extra = NoTally(), operations: FileOperations
  ) throws(JournalError) -> JournalView {
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
  ///
  /// Where they are many, the two indexes are made one and kept; nil where only a sweep over everything can do that.
  func after(_ snapshot: Snapshot, keptIn cache: IndexCache) throws(FileError) -> JournalView? {
    let tally = BothTallies(IndexTally(), extra)
    guard
      let swept = try sweep.run(from: snapshot.start, cut: files.checkpoint.size, empty: tally, progress: progress),
      swept.rootAtCut == files.checkpoint.root
    else { return nil }
    let ids = swept.tally.one.ids
    let (range, mark) = (swept.range, swept.mark)
    let rest = swept.tally.index(after: snapshot.index.end)
    let both = view(
      Sweep.Outcome(tally: NoTally(), range: range, rootAtCut: nil, mark: mark), [snapshot.index, rest],
      sweptCount: rest.count)
    if rest.count < cache.writesFrom { return both }
    guard let merged = merged(snapshot.index, rest, ids, both) else { return nil }
    keep(merged, range, mark, in: cache)
    return view(
      Sweep.Outcome(tally: NoTally(), range: range, rootAtCut: nil, mark: mark), [merged], sweptCount: rest.count)
  }

  /// One index of two, with all tables; nil where that cannot be, or the cache turns out damaged.
  private func merged(
    _ kept: LineIndex, _ next: LineIndex, _ ids: [EventID], _ view: JournalView
  ) -> LineIndex? {
    let lookup = LineLookup(view)
    do throws(CacheDamage) {
      guard let index = try kept.merged(with: next, ids: ids),
        let extra = try Extra.merged(kept, next, id: { try? lookup.facts(at: $0).id }),
        let tables = index.sections as? MemorySections
      else { return nil }
      return LineIndex(start: 0, count: index.count, sections: tables.adding(extra))
    } catch {
      return nil
    }
  }

  /// Keeps an index over all lines in a cache, where a checkpoint covers them.
  private func keep(_ index: LineIndex, _ range: CompactRange, _ mark: ChainMark?, in cache: IndexCache) {
    guard range.end == files.checkpoint.size, let tables = index.sections as? MemorySections else { return }
    var start = Sweep.Start()
    start.range = range
    start.mark = mark
    let segments = zip(files.names, files.segments).map { (name: $0, byteCount: $1.byteCount) }
    cache.store(
      Snapshot(index: index, start: start, segments: segments), files.opening.source, tables, named: Extra.tablesName)
  }

  /// Sweeps the lines behind those of a view; nil where the whole does not reproduce the checkpoint's root.
  func after(_ view: JournalView) throws(FileError) -> JournalView? {
    var start = Sweep.Start()
    start.segment = view.lines.segments.count - 1
    start.byteOffset = view.lines.segments[start.segment].byteCount
    start.range = view.range
    start.mark = view.mark
    let tally = BothTallies(IndexTally(), extra)
    guard let swept = try sweep.run(from: start, cut: files.checkpoint.size, empty: tally, progress: progress),
      swept.rootAtCut == files.checkpoint.root
    else { return nil }
    let rest = swept.tally.index(after: view.count)
    return self.view(swept, sweptCount: view.sweptCount + rest.count) { rebuild in
      view.lines.continued(rest, segments: files.segments, names: files.names, rebuild: rebuild)
    }
  }

  /// Sweeps all lines, and keeps their index where there is a cache and they are many; nil where it is not sure of them.
  func whole(keptIn cache: IndexCache?) throws(FileError) -> JournalView? {
    let tally = BothTallies(ChainTally(), BothTallies(IndexTally(), extra))
    guard var swept = try sweep.run(cut: files.checkpoint.size, empty: tally, progress: progress),
      swept.tally.one.isSure, swept.rootAtCut == files.checkpoint.root
    else { return nil }
    let (range, mark) = (swept.range, swept.mark)
    // Nobody else holds on to what was gathered, so that it can be freed as it becomes the index.
    let gathered = swept.tally.other
    swept.tally = tally
    let index = (consume gathered).index(after: 0)
    if let cache, index.count >= cache.writesFrom { keep(index, range, mark, in: cache) }
    return view(
      Sweep.Outcome(tally: NoTally(), range: range, rootAtCut: nil, mark: mark), [index], sweptCount: index.count)
  }

  private func view<Tally>(_ swept: Sweep.Outcome<Tally>, _ indexes: [LineIndex], sweptCount: Int) -> JournalView {
    view(swept, sweptCount: sweptCount) { rebuild in
      LineFinder(indexes, segments: files.segments, names: files.names, rebuild: rebuild)
    }
  }

  private func view<Tally>(
    _ swept: Sweep.Outcome<Tally>, sweptCount: Int,
    _ finder: (@escaping @Sendable () throws(JournalError) -> LineIndex) -> LineFinder
  ) -> JournalView {
    guard case .ledger(.opened(let opened)) = files.opening.event.fact else {
      preconditionFailure("the files of a ledger begin with its opening")
    }
    let (files, extra, root) = (files, extra, swept.range.root)
    return JournalView(
      folder: files.folder, identity: files.opening.source, opening: files.opening.event, opened: opened,
      checkpoint: files.checkpoint,
      range: swept.range, mark: swept.mark, sweptCount: sweptCount, tornByteCount: files.tornByteCount,
      lines: finder { () throws(JournalError) in
        try Opening(files: files, extra: extra, progress: { _, _ in }).anew(root)
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
    let own = one
    one = IndexTally()
    let index = (consume own).index(after: start)
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
