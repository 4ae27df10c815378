/// A proof that a leaf is the one at its index in a tree: the hashes beside the way from the leaf to the root
/// (RFC 6962 section 2.1.1, RFC 9162 section 2.1.3).
///
/// In the tree of 7 leaves, the proof for leaf 3 has the hashes marked with a star, the lowest first:
///
///                 root
///              /        \
///            .           *
///          /   \       /   \
///         *     .     .     6
///        / \   / \   / \
///       0   1 2*  3 4   5
///
/// At most 63 hashes. Whoever checks it needs the leaf and a root that they trust, nothing else.
package struct InclusionProof: Hashable, Sendable {
  /// The leaf's index, from 0; a journal's position is one more.
  package let index: Int
  /// The tree's size.
  package let size: Int
  /// The hashes, from the leaf's sibling upwards.
  package let hashes: [Digest]

  /// A proof as it was received. Nothing about it is checked before `check`.
  package init(index: Int, size: Int, hashes: [Digest]) {
    self.index = index
    self.size = size
    self.hashes = hashes
  }

  /// Makes the proof from stored hashes: `hash` gives that of a full subtree that ends within the size.
  ///
  /// Requires 0 ≤ index < size. At most 125 hashes are asked for, each subtree once, whatever the size.
  package static func make<Failure: Error>(
    index: Int, size: Int, _ hash: (Subtree) throws(Failure) -> Digest
  ) throws(Failure) -> InclusionProof {
    precondition(0 <= index && index < size, "no leaf has this index")
    var hashes: [Digest] = []
    var (start, end) = (0, size)
    while end - start > 1 {
      let middle = start + MerkleTree.leftCount(of: end - start)
      if index < middle {
        hashes.append(try MerkleTree.hash(middle, end, hash))
        end = middle
      } else {
        hashes.append(try MerkleTree.hash(start, middle, hash))
        start = middle
      }
    }
    return InclusionProof(index: index, size: size, hashes: hashes.reversed())
  }

  /// Checks that the leaf with this hash is the one at `index` in the tree of `size` leaves with this root.
  package func check(leafHash: Digest, root: Digest) throws(ProofError) {
    let computed = try self.root(leafHash: leafHash)
    guard computed == root else { throw .wrongRoot(stated: root, computed: computed) }
  }

  /// The root of the tree that has the leaf with this hash at `index`, as the proof has it (RFC 9162 section 2.1.3.2).
  package func root(leafHash: Digest) throws(ProofError) -> Digest {
    guard 0 <= index, index < size else { throw .noSuchLeaf(index: index, size: size) }
    // Below the level where the ways to the leaf and to the last leaf meet, each level has a sibling. Above it, the
    // leaf is on the right-hand border, which has siblings on the left only.
    let inner = Int.bitWidth - (index ^ (size - 1)).leadingZeroBitCount
    let count = inner + (index >> inner).nonzeroBitCount
    guard hashes.count == count else { throw .wrongCount(expected: count, found: hashes.count) }
    var hash = leafHash
    for (level, sibling) in hashes.prefix(inner).enumerated() {
      hash = index >> level & 1 == 0 ? MerkleTree.nodeHash(hash, sibling) : MerkleTree.nodeHash(sibling, hash)
    }
    for sibling in hashes.dropFirst(inner) { hash = MerkleTree.nodeHash(sibling, hash) }
    return hash
  }
}

extension MerkleTree {
  /// How many leaves the left subtree of a tree of n leaves has: the largest power of two below n. Requires n > 1.
  static func leftCount(of size: Int) -> Int {
    1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount)
  }

  /// The hash over leaves [start, end), where start is a multiple of a power of two that is not below the count; that
  /// of a whole tree where start is 0. Requires start < end.
  static func hash<Failure: Error>(
    _ start: Int, _ end: Int, _ hash: (Subtree) throws(Failure) -> Digest
  ) throws(Failure) -> Digest {
    var hashes: [Digest] = []
    for subtree in Subtree.cover(start, end) { hashes.append(try hash(subtree)) }
    var whole = hashes.removeLast()
    for left in hashes.reversed() { whole = nodeHash(left, whole) }
    return whole
  }

  /// The root of the tree of `size` leaves, from stored hashes: `hash` gives that of a full subtree. Requires size ≥ 0.
  package static func root<Failure: Error>(
    size: Int, _ hash: (Subtree) throws(Failure) -> Digest
  ) throws(Failure) -> Digest {
    size == 0 ? emptyRoot : try self.hash(0, size, hash)
  }
}
