package import DurableFiles
import Glibc
package import LedgerDomain

/// When a writer states anew, in the file `checkpoint`, what the journal holds.
///
/// Either way an append is acknowledged when its lines are synced, and then they survive any crash. The difference is
/// what the folder proves after one: lines beyond the checkpoint are whole, and the next writer adopts them, but no
/// root covers them, so of a line there that was damaged meanwhile nobody can say whether it had been acknowledged.
/// `JournalWriter.covered` tells which acknowledged appends a root covers.
package enum Checkpointing: Hashable, Sendable {
  /// Before each append is acknowledged: for a command that records once. Three syncs for an append.
  case everyAppend
  /// By the first append a second or more after the last checkpoint, before a segment is closed, with an erasure, and
  /// at `checkpoint()`, `close()` and the writer's deinit: for a loop of appends. One sync for an append. While no append
  /// comes, nothing is written: who pauses calls `checkpoint()`.
  case deferred
}

/// How a ledger is opened for writing.
package struct WriterSettings: Sendable {
  /// Who writes, for others who find the lock taken: process, user, command.
  package var holder: String
  /// How long to wait for another writer to end, in milliseconds; 0 tries once.
  package var waitMilliseconds: Int
  /// Whether a file system that several machines share is good enough.
  package var allowsNetworkFileSystem: Bool
  /// A segment that an append would make longer than so many bytes is closed, and the next one begun.
  package var segmentByteLimit: Int
  /// When the checkpoint is written.
  package var checkpointing: Checkpointing
  /// What time it is: what the lines say they were recorded at.
  package var clock: @Sendable () -> Instant
  package var operations: FileOperations
  /// Where an index of the ledger may be kept, which spares the reading of most lines; nil reads them all.
  package var cache: IndexCache?
  /// Milliseconds of a clock that is never set, from any beginning: when a checkpoint is due.
  package var monotonicMilliseconds: @Sendable () -> Int = WriterSettings.systemMilliseconds

  package init(
    holder: String, waitMilliseconds: Int = 5000, allowsNetworkFileSystem: Bool = false,
    segmentByteLimit: Int = 64 << 20, checkpointing: Checkpointing = .everyAppend,
    operations: FileOperations = .system, clock: @escaping @Sendable () -> Instant
  ) {
    self.holder = holder
    self.waitMilliseconds = waitMilliseconds
    self.allowsNetworkFileSystem = allowsNetworkFileSystem
    self.segmentByteLimit = segmentByteLimit
    self.checkpointing = checkpointing
    self.operations = operations
    self.clock = clock
  }

  /// clock_gettime(CLOCK_MONOTONIC).
  @Sendable private static func systemMilliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
