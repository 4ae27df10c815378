package import DurableFiles
package import LedgerDomain

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
  /// What time it is: what the lines say they were recorded at.
  package var clock: @Sendable () -> Instant
  package var operations: FileOperations

  package init(
    holder: String, waitMilliseconds: Int = 5000, allowsNetworkFileSystem: Bool = false,
    segmentByteLimit: Int = 64 << 20, operations: FileOperations = .system, clock: @escaping @Sendable () -> Instant
  ) {
    self.holder = holder
    self.waitMilliseconds = waitMilliseconds
    self.allowsNetworkFileSystem = allowsNetworkFileSystem
    self.segmentByteLimit = segmentByteLimit
    self.operations = operations
    self.clock = clock
  }
}
