package import Integrity
package import JournalStore

/// The inclusion proofs of every line that a trace shows, against the journal's checkpoint; each was checked when it was made.
///
/// They never go past the checkpoint: a line beyond it has none. Whether the checkpoint can be trusted, by its signatures or
/// because it is the one that was kept, is another question.
package struct TraceProofs {
  /// What the proofs lead to.
  package let checkpoint: Checkpoint
  private let proofs: [Int: InclusionProof]

  /// Makes and checks the proofs. Requires a checkpoint of the journal that the trace was read from.
  ///
  /// Cost: some lookups in the index a proof, log n hashes each; none of the other lines is read. A proof that does not lead to
  /// the checkpoint's root is damage.
  package init(of trace: Trace, in journal: JournalView, to checkpoint: Checkpoint) throws(JournalError) {
    try self.init(at: trace.positions, in: journal, to: checkpoint)
  }

  /// The same for the lines at some positions.
  package init(at positions: [Int], in journal: JournalView, to checkpoint: Checkpoint) throws(JournalError) {
    self.checkpoint = checkpoint
    proofs = try journal.inclusionProofs(at: positions.filter { $0 <= checkpoint.size }, in: checkpoint)
  }

  /// The proof of the line at a position that the trace shows; nil where it is beyond the checkpoint.
  package subscript(position: Int) -> InclusionProof? { proofs[position] }
}
