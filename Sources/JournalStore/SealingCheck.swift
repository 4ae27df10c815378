import Integrity
import LedgerDomain
import StrictJSON

/// The rule that a line commits to nothing that was never stored, and that nothing is stored without a line.
enum SealingCheck {
  static func check(_ sealings: [Sealing], _ proposals: [Proposal], index: JournalIndex) throws(AppendFailure) {
    let given = Set(sealings.map(\.commitment))
    var needed: Set<Integrity.Commitment> = []
    for proposal in proposals {
      let draft = proposal.draft
      for sealed in sealedValues(in: draft.fact.data(with: draft.circumstances)) {
        guard let commitment = Integrity.Commitment(hex: sealed.text),
          given.contains(commitment) || index.holds(commitment)
        else { throw .sealingMissing(sealed) }
        needed.insert(commitment)
      }
    }
    for sealing in sealings where !needed.contains(sealing.commitment) || index.holds(sealing.commitment) {
      throw .sealingUnused(sealing.commitment)
    }
  }
}
