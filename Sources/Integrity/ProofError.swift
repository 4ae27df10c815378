/// Why a proof does not prove what it was checked against.
package enum ProofError: Error, Equatable, Sendable {
  /// The index is not 0 ≤ index < size.
  case noSuchLeaf(index: Int, size: Int)
  /// The older tree has no leaves: any tree extends it, so nothing would be proved.
  case emptyTree
  /// The later tree is smaller than the earlier one, or a size is negative.
  case shrunk(from: Int, to: Int)
  /// A proof between these sizes has another number of hashes.
  case wrongCount(expected: Int, found: Int)
  /// The proof leads from the leaf, or from the earlier tree, to another root than the stated one.
  case wrongRoot(stated: Digest, computed: Digest)
  /// The proof is not about the earlier tree: it leads to another root than the stated one.
  case wrongEarlierRoot(stated: Digest, computed: Digest)
}
