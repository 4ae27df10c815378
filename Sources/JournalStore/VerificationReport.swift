package import Integrity
package import LedgerDomain
package import StrictJSON

/// What a verification of a ledger's folder has looked at, what it found, and what it did not look at.
///
/// The counts are of what could be read; where there are damages, of the right lines only.
package struct VerificationReport: Equatable, Sendable {
  package let folder: String
  /// The ledger's identity; nil where line 1 could not be read.
  package let identity: LedgerIdentity?
  /// Everything wrong that was found, in the order in which it was met. After the first one, a line is compared only
  /// with what the lines before it still tell. After a thousand of them, no further line is looked at.
  package let damages: [Damage]
  /// How many lines from the first are right among themselves, in whole batches.
  package let goodLineCount: Int
  package let lines: Lines
  package let sealed: Sealed
  package let checkpoint: Checkpoint?
  /// The size and root of the tree over all lines before the tail, as they stand.
  package let computedSize: Int
  package let computedRoot: Digest
  /// The roots over the first lines, as they stand, for each number of them that was asked and that there is.
  package let roots: [Int: Digest]
  /// What was never acknowledged at the end, if anything.
  package let tail: TornTail?
  /// What this verification does not tell.
  package let notChecked: [NotChecked]

  /// Whether nothing is wrong.
  package var isSound: Bool { damages.isEmpty }

  /// What the lines are.
  package struct Lines: Equatable, Sendable {
    /// Right lines.
    package var count = 0
    /// Bytes of all segments, LFs and tail included.
    package var byteCount = 0
    package var segmentCount = 0
    package var subjectCount = 0
    /// Batches of two events or more.
    package var batchCount = 0
    /// How many lines there are of each type, by its name.
    package var types: [TypeCount] = []
    package var firstRecorded: Instant?
    package var lastRecorded: Instant?
    /// The positions whose recorded time is before that of the line above.
    package var clockSteps: [Int] = []
  }

  package struct TypeCount: Equatable, Sendable {
    package let type: Text
    package let count: Int
  }

  /// What became of the values that lines commit to.
  package struct Sealed: Equatable, Sendable {
    /// Different commitments in lines.
    package var count = 0
    /// With a file that opens it, and not erased.
    package var openableCount = 0
    /// Erased by a `liggare.entry.value-erased` whose `commitments` name it, and without a file, as far as this user may look.
    package var erasedCount = 0
    /// With a file although an event has erased the value: a writer died before it was removed, or it came back from a copy. The next
    /// writer removes it.
    package var lingering: [Integrity.Commitment] = []
    /// Without a file and without such an event; a copy of the ledger need not carry any. Damage where a file is there
    /// for another commitment of the lines; files that no line commits to do not count.
    package var missing: [Integrity.Commitment] = []
    /// With a file that does not open it, or that could not be read, and not erased.
    package var unopenable: [Unopenable] = []

    /// With a file that this user may not read, or that the disk does not give: nothing is said of it.
    package var unreadable: [Unopenable] { unopenable.filter { $0.failure.damage == nil } }
    /// With a file that is there and is not what the line commits to: damage.
    package var mismatching: [Unopenable] { unopenable.filter { $0.failure.damage != nil } }
  }

  package struct Unopenable: Equatable, Sendable {
    package let commitment: Integrity.Commitment
    package let failure: SealedFailure
  }

  /// A question that the folder alone does not answer, or that was not asked.
  package enum NotChecked: Equatable, Sendable {
    /// Whether the journal was changed together with its checkpoint, or cut at a batch's edge and given the checkpoint
    /// that it had then: only a checkpoint that is kept elsewhere shows it.
    case checkpointsElsewhere
    /// The signatures under the checkpoint.
    case signatures
    /// Lines beyond the checkpoint are right, but no root covers them.
    case beyondCheckpoint(lineCount: Int)
    /// There is no checkpoint that could be read.
    case noCheckpoint
    /// Files set aside by a writer, which count for nothing.
    case setAside(files: [String])
    /// Documents under `presented`: whoever names their digests checks them.
    case presented
    /// A checkpoint kept elsewhere bears out the first lines, and says nothing of those after this position.
    case afterKept(position: Int)
    /// The first lines were read by an earlier run and are in the cache; now only those after them were.
    case readEarlier(lineCount: Int)
    /// Whether an id is used twice and whether versions of subjects have gaps, from the first lines to the last.
    case idsAndVersions
    /// The sealed values.
    case sealedValues
  }
}
