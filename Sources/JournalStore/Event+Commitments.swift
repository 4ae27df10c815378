import Integrity
import LedgerDomain
import StrictJSON

extension Event {
  /// The commitments in its data, in their order.
  var commitments: [Integrity.Commitment] {
    sealedValues(in: fact.data(with: circumstances)).compactMap { Integrity.Commitment(hex: $0.text) }
  }

  /// The commitments whose values it erases.
  var erasedCommitments: [Integrity.Commitment] {
    guard case .entry(.valueErased(let erasure)) = fact else { return [] }
    return erasure.commitments.compactMap { Integrity.Commitment(hex: $0.text) }
  }
}
