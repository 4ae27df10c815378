package import DurableFiles
package import Integrity
package import LedgerDomain

/// A place in a ledger's folder that is not as it must be.
package struct Damage: Error, Equatable {
  /// The file, relative to the ledger's folder.
  package var file: String
  /// The line in the file, from 1; nil where the file as a whole is meant.
  package var line: Int?
  /// The place in the file, 0-based, in bytes.
  package var byte: Int?
  /// The position that the line has, or should have, in the journal.
  package var position: Int?
  package var kind: Kind

  package init(file: String, line: Int? = nil, byte: Int? = nil, position: Int? = nil, kind: Kind) {
    self.file = file
    self.line = line
    self.byte = byte
    self.position = position
    self.kind = kind
  }

  package enum Kind: Equatable, Sendable {
    /// The file must be there and is not.
    case missing
    /// In the file's place stands something else: a folder, a pipe, a device.
    case notAFile
    /// In the folder's place stands something else.
    case notAFolder
    /// In its place stands a symbolic link, which a writer does not follow.
    case symbolicLink
    /// The line by itself is wrong.
    case line(LineProblem.Kind)
    /// The file ends before the line's LF.
    case unfinishedLine
    case position(expected: Int, found: Int)
    case subjectVersion(SubjectID, expected: Int, found: Int)
    /// The line does not follow on the one before it; nil stands for an absent `prev`.
    case prev(expected: ChainMark?, found: ChainMark?)
    /// A line is not of the batch that it stands in: the place that should come, nil for none or a first one, and the
    /// one that does, nil for none.
    case batch(expected: BatchPlace?, found: BatchPlace?)
    /// The segment ends before this place of the batch; stated at the batch's first line.
    case unfinishedBatch(missing: BatchPlace)
    /// An event's id stands at an earlier position already.
    case repeatedID(EventID, first: Int)
    /// The line was another one when the journal was last read whole.
    case leaf(expected: Digest, found: Digest)
    /// The segments changed while they were read.
    case changedWhileRead
    case source(expected: LedgerIdentity, found: LedgerIdentity)
    /// Line 1 is another event than `ledger.opened`, or a later line is that event.
    case opening(position: Int, type: String)
    /// `ledger.opened` is about another subject than L-0001.
    case openingSubject(SubjectID)
    /// `ledger.opened` states a format that there never was; a newer one is `JournalError.newerFormat`.
    case format(found: Int)
    /// `ledger.opened` states another identity than its line's `source`.
    case identity(stated: String, source: LedgerIdentity)
    /// A file in `events` with a name that no segment has there: the next one begins with position `expected`.
    case segmentName(expected: Int)
    /// A segment without lines, where lines must be.
    case emptySegment
    /// `ledger.json` differs from event 1 from its byte on.
    case ledgerCopy
    case checkpointText(CheckpointError)
    /// The checkpoint covers no line at all, which none that was written does.
    case checkpointEmpty
    case checkpointOrigin(expected: String, found: String)
    /// The checkpoint covers more lines than there are.
    case checkpointSize(stated: Int, found: Int)
    /// The lines that the checkpoint covers have another root.
    case checkpointRoot(stated: Digest, computed: Digest)
    /// The file of a sealed value is no sealing.
    case sealedText(SealingError)
    /// The file of a sealed value opens another commitment than its name says.
    case sealedCommitment(found: Integrity.Commitment)
    /// A sealed value is missing without an event that erased it, where others are there.
    case sealedMissing
    /// A sealed value is there although an event has erased it.
    case sealedLingering
  }
}

/// Why a ledger could not be read.
package enum JournalError: Error, Equatable {
  /// The folder holds no journal.
  case notALedger(folder: String)
  /// The ledger's format is newer than this program.
  case newerFormat(Int)
  case damage(Damage)
  case file(FileError)
}
