/// A proof that a tree begins with all leaves of an earlier one, unchanged and in their order: hashes from which both
/// roots follow (RFC 6962 section 2.1.2, RFC 9162 section 2.1.4).
///
/// From 3 to 7 leaves, the proof has four hashes, here with their places in it. The earlier root follows from 0 and 2,
/// which are over leaves of both trees, the later one from all:
///
///                 root
///              /        \
///            .           .(3)
///          /   \       /   \
///        .(2)   .     .     6
///        / \   / \   / \
///       0   1 2   3 4   5
///            (0) (1)
///
/// At most 64 hashes, none where the sizes are the same. From the empty tree nothing can be proved.
package struct ConsistencyProof: Hashable, Sendable {
  /// The size of the earlier tree.
  package let from: Int
  /// The size of the later tree.
  package let to: Int
  /// The hashes, in the order of the RFCs.
  package let hashes: [Digest]

  /// A proof as it was received. Nothing about it is checked before `check`.
  package init(from: Int, to: Int, hashes: [Digest]) {
    self.from = from
    self.to = to
    self.hashes = hashes
  }

  /// Makes the proof from stored hashes: `hash` gives that of a full subtree that ends within `to`.
  ///
  /// Requires 0 < from ≤ to. At most 125 hashes are asked for, each subtree once, whatever the sizes.
  package static func make<Failure: Error>(
    from: Int, to: Int, _ hash: (Subtree) throws(Failure) -> Digest
  ) throws(Failure) -> ConsistencyProof {
    precondition(0 < from && from <= to, "no earlier tree of these sizes")
    var hashes: [Digest] = []
    var (start, end) = (0, to)
    // Down to the last subtree that both trees have whole.
    while end != from {
      let middle = start + MerkleTree.leftCount(of: end - start)
      if from <= middle {
        hashes.append(try MerkleTree.hash(middle, end, hash))
        end = middle
      } else {
        hashes.append(try MerkleTree.hash(start, middle, hash))
        start = middle
      }
    }
    // The earlier tree as a whole is known to whoever checks.
    if start > 0 { hashes.append(try MerkleTree.hash(start, end, hash)) }
    return ConsistencyProof(from: from, to: to, hashes: hashes.reversed())
  }

  /// Checks that the tree with the later root begins with the leaves of the one with the earlier root
  /// (RFC 9162 section 2.1.4.2).
  package func check(fromRoot: Digest, toRoot: Digest) throws(ProofError) {
    guard 0 <= from, from <= to else { throw .shrunk(from: from, to: to) }
    guard from > 0 else { throw .emptyTree }
    guard from < to else {
      guard hashes.isEmpty else { throw .wrongCount(expected: 0, found: hashes.count) }
      guard fromRoot == toRoot else { throw .wrongRoot(stated: toRoot, computed: fromRoot) }
      return
    }
    // The subtree where the earlier tree ends, seen from its level: its index in both trees.
    let level = from.trailingZeroBitCount
    let index = (from - 1) >> level
    let inner = Int.bitWidth - (index ^ ((to - 1) >> level)).leadingZeroBitCount
    let isWhole = from.nonzeroBitCount == 1
    let count = (isWhole ? 0 : 1) + inner + (index >> inner).nonzeroBitCount
    guard hashes.count == count else { throw .wrongCount(expected: count, found: hashes.count) }

    var rest = hashes[...]
    var earlier = isWhole ? fromRoot : rest.removeFirst()
    var later = earlier
    for (level, sibling) in rest.prefix(inner).enumerated() {
      if index >> level & 1 == 1 {
        // On the left: leaves of both trees.
        earlier = MerkleTree.nodeHash(sibling, earlier)
        later = MerkleTree.nodeHash(sibling, later)
      } else {
        later = MerkleTree.nodeHash(later, sibling)
      }
    }
    for sibling in rest.dropFirst(inner) {
      earlier = MerkleTree.nodeHash(sibling, earlier)
      later = MerkleTree.nodeHash(sibling, later)
    }
    guard earlier == fromRoot else { throw .wrongEarlierRoot(stated: fromRoot, computed: earlier) }
    guard later == toRoot else { throw .wrongRoot(stated: toRoot, computed: later) }
  }
}
