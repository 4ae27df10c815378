import Integrity
import LedgerDomain

/// The rule that a line commits to nothing that was never stored, and that nothing is stored without a line.
enum SealingCheck {
  /// `memory` is that of the ledger; nil for one that is only being created.
  static func check(_ sealings: [Sealing], _ batch: Batch, memory: WriterMemory?) throws(AppendFailure) {
    if sealings.isEmpty, batch.commitments.isEmpty { return }
    let given = Set(sealings.map(\.commitment))
    var needed: Set<Integrity.Commitment> = []
    for commitment in batch.commitments where needed.insert(commitment).inserted {
      if given.contains(commitment) { continue }
      guard try holds(commitment, memory) else {
        guard let value = try? SealedValue(text: commitment.hex) else { continue }
        throw .sealingMissing(value)
      }
    }
    for commitment in sealings.map(\.commitment) {
      guard needed.contains(commitment) else { throw .sealingUnused(commitment) }
      if try holds(commitment, memory) { throw .sealingUnused(commitment) }
    }
  }

  private static func holds(
    _ commitment: Integrity.Commitment, _ memory: WriterMemory?
  ) throws(AppendFailure) -> Bool {
    do throws(JournalError) {
      return try memory?.holds(commitment) ?? false
    } catch {
      throw .unread(error)
    }
  }
}
