import DurableFiles
package import Integrity

/// What is to be done about a ledger before anything can be appended to it, or what a writer has done.
///
/// A plan says nothing of what the checkpoint covers: damage there is never mended, and a ledger that has some is not
/// opened for writing at all.
package struct Recovery: Equatable, Sendable {
  /// The tail that is set aside, and the file that holds its bytes then, relative to the ledger's folder.
  package var setAside: SetAside?
  /// How many entries the checkpoint does not cover and then does: recorded whole by a writer that did not come to say
  /// so, or that had deferred its checkpoint.
  package var adoptedCount: Int
  /// Sealed values that are removed: no line commits to them, or an event has erased them.
  package var purged: [Commitment]
  /// Half-written files that are removed, relative to the ledger's folder.
  package var temporaries: [String]

  package struct SetAside: Equatable, Sendable {
    package var tail: TornTail
    package var file: String
  }

  package init(
    setAside: SetAside? = nil, adoptedCount: Int = 0, purged: [Commitment] = [], temporaries: [String] = []
  ) {
    self.setAside = setAside
    self.adoptedCount = adoptedCount
    self.purged = purged
    self.temporaries = temporaries
  }

  /// Whether there is nothing to do.
  package var isEmpty: Bool { setAside == nil && adoptedCount == 0 && purged.isEmpty && temporaries.isEmpty }
}

extension Recovery {
  /// What is to be done about a ledger as it was read. Changes nothing.
  ///
  /// The names in `sealed` are looked at where lines stand beyond the checkpoint, where `SealedFolder.mayDiffer` says so,
  /// or where it is `thorough`; else only those that the last batch erases.
  init(planning memory: WriterMemory, isThorough: Bool, _ operations: FileOperations) throws(FileError) {
    self.init()
    let journal = memory.journal
    if let tail = journal.tail {
      let mark = ChainMark(of: MerkleTree.leafHash(tail.bytes))
      setAside = SetAside(tail: tail, file: LedgerFolder.setAside(from: tail.position, mark: mark))
    }
    adoptedCount = journal.entries.count - (journal.checkpoint?.size ?? 0)
    let sealed = SealedFolder(of: journal.folder, operations: operations)
    let looksAtNames = isThorough || isUnclean ? true : try sealed.mayDiffer()
    if looksAtNames {
      var mentioned = try SetAsideFolder(of: journal.folder, operations: operations).mentions()
      mentioned.add(journal.tail?.bytes ?? [])
      purged = try sealed.commitments().filter { commitment in
        memory.hasErased(commitment) || !(memory.holds(commitment) || mentioned.includes(commitment))
      }
    } else {
      purged = try sealed.present(memory.lastBatch.flatMap(\.erasedCommitments))
    }
    temporaries = try Self.temporaries(in: journal.folder, withSealed: looksAtNames, operations)
  }

  /// Whether lines stand beyond the checkpoint.
  var isUnclean: Bool { setAside != nil || adoptedCount > 0 }

  private static func temporaries(
    in folder: LedgerFolder, withSealed: Bool, _ operations: FileOperations
  ) throws(FileError) -> [String] {
    var places = [
      "", LedgerFolder.events, LedgerFolder.setAside, LedgerFolder.presented, LedgerFolder.checkpoints,
    ]
    if withSealed { places.append(LedgerFolder.sealed) }
    var found: [String] = []
    for place in places {
      let path = place.isEmpty ? folder.path : folder(place)
      guard try operations.exists(path) else { continue }
      found += try operations.names(in: path).filter(FileOperations.isTemporary)
        .map { place.isEmpty ? $0 : "\(place)/\($0)" }
    }
    return found
  }
}

extension Recovery {
  /// Does what is planned. A crash at any point leaves a ledger that a new plan mends in the same way.
  ///
  /// 1. The tail's bytes go to `set-aside/<position>-<hash>.jsonl`: mkdir, fsync of the ledger's folder, then
  ///    `replaceAtomically`. The name is made from the bytes, so doing it again does no harm.
  /// 2. The last segment is written anew without the tail, by `replaceAtomically`, although its lines were just read:
  ///    after a failed sync, what a read gives may be in the page cache only. A segment with nothing but tail is removed:
  ///    unlink, fsync of `events`. Closed segments lose their permissions to write, where a crash came in between; the
  ///    last one, which was closed if it is what a removed one followed, has its own again.
  /// 3. Sealed values are removed: unlink for each, fsync of `sealed`. Before the checkpoint, whose time says that no
  ///    value is left over. Where `isUnsettled`, an fsync of `sealed` in any case: an earlier writer may have removed
  ///    one and died before that was durable.
  /// 4. The checkpoint is extended over the whole batches that stand beyond it: `CheckpointFile.write`.
  /// 5. Temporary files are removed: unlink, fsync of their folder. They are never read, so they may come back.
  func carryOut(
    on memory: inout WriterMemory, isUnsettled: Bool, _ operations: FileOperations
  ) throws(FileError) {
    let folder = memory.journal.folder
    let sealed = SealedFolder(of: folder, operations: operations)
    if let setAside {
      try operations.createFolders(folder(LedgerFolder.setAside))
      // An earlier recovery may have made it and died before its name was durable.
      try operations.syncFolder(folder.path)
      try operations.replaceAtomically(folder(setAside.file), with: setAside.tail.bytes)
    }
    if isUnclean { try rewriteLastSegment(memory, operations) }
    try sealed.remove(purged)
    if isUnsettled { try sealed.sync() }
    if adoptedCount > 0 {
      let journal = memory.journal
      let checkpoint = try CheckpointFile(folder: folder, operations: operations).write(
        journal.range, origin: journal.identity.origin, replacing: journal.checkpoint)
      memory.cover(by: checkpoint)
    }
    try sealed.narrowModes()
    for file in temporaries { try operations.remove(folder(file)) }
  }

  private func rewriteLastSegment(_ memory: WriterMemory, _ operations: FileOperations) throws(FileError) {
    let journal = memory.journal
    let file = memory.segment.file
    let lines = journal.entries.reversed().prefix { $0.place.file == file }.reversed()
    try operations.replaceAtomically(
      journal.folder(file), with: lines.flatMap { $0.line + [UInt8(ascii: "\n")] })
    if let tail = journal.tail, tail.place.file != file { try operations.remove(journal.folder(tail.place.file)) }
    for closed in Set(journal.entries.map(\.place.file)) where closed != file {
      _ = try? operations.narrowMode(of: journal.folder(closed), to: ActiveSegment.closedMode)
    }
  }
}
