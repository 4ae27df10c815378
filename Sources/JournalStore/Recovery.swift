import DurableFiles
import Glibc
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
  init(planning memory: WriterMemory, isThorough: Bool, _ operations: FileOperations) throws(JournalError) {
    self.init()
    if let tail = memory.tail {
      let mark = ChainMark(of: MerkleTree.leafHash(tail.bytes))
      setAside = SetAside(tail: tail, file: LedgerFolder.setAside(from: tail.position, mark: mark))
    }
    adoptedCount = memory.range.size - (memory.checkpoint?.size ?? 0)
    let sealed = SealedFolder(of: memory.folder, operations: operations)
    let looksAtNames = try Self.filing { () throws(FileError) in
      isThorough || isUnclean ? true : try sealed.mayDiffer()
    }
    if looksAtNames {
      var mentioned = try Self.filing { () throws(FileError) in
        try SetAsideFolder(of: memory.folder, operations: operations).mentions()
      }
      mentioned.add(memory.tail?.bytes ?? [])
      for commitment in try Self.filing({ () throws(FileError) in try sealed.commitments() }) {
        let isHeld = try memory.holds(commitment)
        let isErased = try memory.hasErased(commitment)
        if isErased || !(isHeld || mentioned.includes(commitment)) { purged.append(commitment) }
      }
    } else {
      purged = try Self.filing { () throws(FileError) in try sealed.present(memory.erasedByLastBatch) }
    }
    temporaries = try Self.filing { () throws(FileError) in
      try Self.temporaries(in: memory.folder, withSealed: looksAtNames, operations)
    }
  }

  private static func filing<Value>(_ work: () throws(FileError) -> Value) throws(JournalError) -> Value {
    do throws(FileError) {
      return try work()
    } catch {
      throw .file(error)
    }
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
    on memory: WriterMemory, isUnsettled: Bool, _ operations: FileOperations
  ) throws(FileError) {
    let folder = memory.folder
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
      let checkpoint = try CheckpointFile(folder: folder, operations: operations).write(
        memory.range, origin: memory.identity.origin, replacing: memory.checkpoint)
      memory.cover(by: checkpoint)
    }
    try sealed.narrowModes()
    for file in temporaries { try operations.remove(folder(file)) }
  }

  private func rewriteLastSegment(_ memory: WriterMemory, _ operations: FileOperations) throws(FileError) {
    let folder = memory.folder
    let file = memory.segment.file
    let names = memory.view.lines.names
    try operations.replaceAtomically(folder(file), with: try memory.view.bytesOfLastSegment())
    if let tail = memory.tail, tail.place.file != file { try operations.remove(folder(tail.place.file)) }
    for closed in names where closed != file {
      _ = try? operations.narrowMode(of: folder(closed), to: ActiveSegment.closedMode)
    }
    try memory.reopenLastSegment()
  }
}

extension JournalView {
  /// The lines of the last segment, with their LFs; read again, and held against their leaves.
  ///
  /// Sad path: bytes that are others now than a moment ago fail with EIO: the disk or its cache is not to be trusted.
  fileprivate func bytesOfLastSegment() throws(FileError) -> [UInt8] {
    guard let segment = lines.segments.last else { return [] }
    let bytes = try segment.file.read(at: 0, byteCount: segment.byteCount)
    var ranges: [Range<Int>] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      ranges.append(start..<end)
      start = end + 1
    }
    let leaves = bytes.withUnsafeBytes { MerkleTree.leafHashes(of: ranges, in: $0) }
    let isTheSame =
      start == segment.byteCount && segment.firstPosition + leaves.count - 1 == count
      && leaves.enumerated().allSatisfy { index, leaf in
        (try? lines.leafHash(at: segment.firstPosition + index)) == leaf
      }
    guard isTheSame else { throw FileError(operation: .read, path: segment.file.path, errno: EIO) }
    return bytes
  }
}
