import Integrity
import LedgerDomain
import StrictJSON

/// The rule that a line commits to nothing that was never stored, and that nothing is stored without a line.
enum SealingCheck {
  /// `memory` is that of the ledger; nil for one that is only being created.
  static func check(_ sealings: [Sealing], _ proposals: [Proposal], memory: WriterMemory?) throws(AppendFailure) {
    func holds(_ commitment: Integrity.Commitment) -> Bool { memory?.holds(commitment) ?? false }
    let given = Set(sealings.map(\.commitment))
    var needed: Set<Integrity.Commitment> = []
    for proposal in proposals {
      let draft = proposal.draft
      for sealed in sealedValues(in: draft.fact.data(with: draft.circumstances)) {
        guard let commitment = Integrity.Commitment(hex: sealed.text),
          given.contains(commitment) || holds(commitment)
        else { throw .sealingMissing(sealed) }
        needed.insert(commitment)
      }
    }
    for sealing in sealings where !needed.contains(sealing.commitment) || holds(sealing.commitment) {
      throw .sealingUnused(sealing.commitment)
    }
  }
}
