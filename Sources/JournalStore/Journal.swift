package import DurableFiles
package import Integrity
package import LedgerDomain

/// A ledger's journal as it was read and checked: every line, its place and its leaf.
///
/// ```swift
/// let journal = try Journal.open("journal/katrineholm")
/// journal.entries[0].event.fact  // .ledger(.opened(…))
/// ```
///
/// At least one entry, positions 1, 2, 3 … without gaps: the entry at position p is `entries[p - 1]`. Everything that
/// the checkpoint covers reproduces its root. Entries beyond it are whole and right, but not acknowledged yet: proofs
/// and presentations never go past `checkpoint`.
package struct Journal: Sendable {
  package let folder: LedgerFolder
  package let identity: LedgerIdentity
  package let entries: [Entry]
  /// The checkpoint in the folder; nil only where the creation of the ledger did not end.
  package let checkpoint: Checkpoint?
  /// The border of the tree over all entries.
  package let range: CompactRange
  /// What stands after the last entry and does not count; nil where nothing does.
  package let tail: TornTail?

  private init(
    folder: LedgerFolder, identity: LedgerIdentity, entries: [Entry], checkpoint: Checkpoint?, range: CompactRange,
    tail: TornTail?
  ) {
    self.folder = folder
    self.identity = identity
    self.entries = entries
    self.checkpoint = checkpoint
    self.range = range
    self.tail = tail
  }

  /// The events in order of position.
  package var events: [Event] { entries.map(\.event) }

  /// Event 1.
  package var opened: LedgerOpened {
    guard case .ledger(.opened(let opened)) = entries[0].event.fact else {
      preconditionFailure("a journal begins with the opening of its ledger")
    }
    return opened
  }

  /// The journal after its creation by a writer.
  static func created(_ folder: LedgerFolder, _ identity: LedgerIdentity, _ first: Entry, _ checkpoint: Checkpoint)
    -> Journal
  {
    var range = CompactRange()
    range.append(first.leafHash)
    return Journal(
      folder: folder, identity: identity, entries: [first], checkpoint: checkpoint, range: range, tail: nil)
  }
}

extension Journal {
  /// Reads a ledger's folder, every byte of its lines, and refuses what is damaged at the first place found.
  ///
  /// Needs neither the lock nor permission to write; memory for every line. An incomplete or unreadable batch at the
  /// end, beyond the checkpoint, is no damage: see `tail`.
  package static func open(_ path: String, operations: FileOperations = .system) throws(JournalError) -> Journal {
    let folder = LedgerFolder(path)
    let contents = try contents(of: folder, operations)
    let reading = JournalReading(contents, stopAtDamage: true)
    if let damage = reading.damages.first { throw .damage(damage) }
    guard let identity = reading.identity else {
      throw .damage(reading.tail?.reason ?? Damage(file: LedgerFolder.segment(from: 1), kind: .missing))
    }
    return Journal(
      folder: folder, identity: identity, entries: reading.entries, checkpoint: reading.checkpoint,
      range: reading.range, tail: reading.tail)
  }

  /// Refuses what `open` refuses because it is damaged, in memory for what lines have in common only.
  static func check(_ path: String, operations: FileOperations) throws(JournalError) {
    let contents = try contents(of: LedgerFolder(path), operations)
    let reading = JournalReading(contents, stopAtDamage: true, keepsEntries: false)
    if let damage = reading.damages.first { throw .damage(damage) }
  }

  /// What lies in the folder; refuses one without a journal.
  static func contents(
    of folder: LedgerFolder, _ operations: FileOperations
  ) throws(JournalError) -> FolderContents {
    let contents: FolderContents
    do throws(FileError) {
      contents = try FolderContents(of: folder, operations: operations)
    } catch {
      throw .file(error)
    }
    if contents.isWithoutJournal { throw .notALedger(folder: folder.path) }
    if let format = LedgerFormat.newer(in: contents) { throw .newerFormat(format) }
    return contents
  }
}
