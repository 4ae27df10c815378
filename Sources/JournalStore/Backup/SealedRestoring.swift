import DurableFiles
import Glibc
import Integrity

/// The sealed values of a backup on their way back: which of them are wanted, and which must not come back.
struct SealedRestoring: Sendable {
  private let path: String
  private let operations: FileOperations
  private let folder: SealedFolder
  /// The values that are restored, in order; each has been opened.
  let restored: [Commitment]
  let outcome: Restore.Sealed

  /// Looks at every name in the folder, and opens every value that is wanted. `erasedAgain` are those that the receipts erase.
  init(
    in path: String, of ledger: CoveredLedger, erasedAgain: Set<Commitment>, _ operations: FileOperations,
    progress: (Int, Int) -> Void
  ) throws(BackupFailure) {
    self.path = path
    self.operations = operations
    folder = SealedFolder(keptIn: path, operations: operations)
    let there: Set<Commitment>
    do throws(FileError) {
      guard let status = try operations.status(path) else {
        throw FileError(operation: .list, path: path, errno: ENOENT)
      }
      guard status.kind == .folder else { throw FileError(operation: .list, path: path, errno: ENOTDIR) }
      there = Set(try operations.names(in: path).compactMap(Commitment.init(hex:)))
    } catch {
      switch error.errno {
      case ENOENT, ENOTDIR: throw .noValues(path)
      case EACCES, EPERM: throw .unreadableSealed(error)
      default: throw .file(error)
      }
    }
    var outcome = Restore.Sealed()
    outcome.foreignCount = there.subtracting(ledger.commitments).count
    // A value that stands in entries about several subjects is erased of each.
    var left = there
    outcome.heldBack = DecisionCount.list(
      ledger.erasures.map { erasure in
        (erasure.decision, erasure.commitments.filter { left.remove($0) != nil }.count)
      })
    let wanted = ledger.wanted.filter { !erasedAgain.contains($0) }
    var restored: [Commitment] = []
    for (index, commitment) in wanted.enumerated() {
      progress(index, wanted.count)
      if !there.contains(commitment) {
        outcome.missingCount += 1
        continue
      }
      _ = try Self.open(commitment, folder, path)
      restored.append(commitment)
    }
    outcome.restoredCount = restored.count
    self.restored = restored
    self.outcome = outcome
  }

  /// Writes the values into a new ledger's folder: mkdir(0700), for each value open(O_EXCL, 0600), write, close; then an fsync for each
  /// and for the folder.
  func write(to ledger: LedgerFolder) throws(BackupFailure) {
    if restored.isEmpty { return }
    let target = ledger(LedgerFolder.sealed)
    try BackupFailure.filing { () throws(FileError) in try operations.createPrivateFolder(target) }
    for commitment in restored {
      let sealing = try Self.open(commitment, folder, path)
      try BackupFailure.filing { () throws(FileError) in
        try operations.createUnsynced("\(target)/\(commitment.hex)", with: sealing.formatted, mode: 0o600)
      }
    }
    try BackupFailure.filing { () throws(FileError) in
      for commitment in restored { try operations.syncFile("\(target)/\(commitment.hex)") }
      try operations.syncFolder(target)
    }
  }

  private static func open(
    _ commitment: Commitment, _ folder: SealedFolder, _ path: String
  ) throws(BackupFailure) -> Sealing {
    do throws(SealedFailure) {
      if let sealing = try folder.open(commitment) { return sealing }
    } catch {
      if case .file(let error) = error, error.errno == EACCES || error.errno == EPERM { throw .unreadableSealed(error) }
      throw .journal(error.journalError(path, commitment))
    }
    // It was there a moment ago.
    throw .file(FileError(operation: .read, path: "\(path)/\(commitment.hex)", errno: ENOENT))
  }
}

/// How many values were erased under one decision.
package struct DecisionCount: Equatable, Sendable {
  package let decision: DisposalDecision
  package internal(set) var count: Int

  /// Counts added up by decision, in the order in which the decisions come; none of nought.
  static func list(_ counts: [(decision: DisposalDecision, count: Int)]) -> [DecisionCount] {
    var list: [DecisionCount] = []
    for (decision, count) in counts where count > 0 {
      if let place = list.firstIndex(where: { $0.decision == decision }) {
        list[place].count += count
      } else {
        list.append(DecisionCount(decision: decision, count: count))
      }
    }
    return list
  }
}
