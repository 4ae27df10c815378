/// The right-hand border of the Merkle tree over the leaves [0, size): all that is needed to go on appending.
///
/// It holds the roots of the full subtrees that size's binary digits name, the largest and leftmost first. For size 13,
/// 1101 in binary:
///
///     leaves    0 1 2 3 4 5 6 7 | 8 9 10 11 | 12
///     hashes         [0]             [1]      [2]
///
/// So it has at most 63 hashes, whatever the journal's length. It reproduces the root and extends it, but it proves
/// nothing about earlier leaves by itself: it is as trustworthy as the place that it was read from, unless its root is
/// compared with a checkpoint's.
package struct CompactRange: Hashable, Sendable {
  /// How many leaves the tree has.
  package private(set) var size: Int
  /// The roots of the full subtrees from left to right, one for each binary digit 1 in `size`.
  package private(set) var hashes: [Digest]

  /// The border of the tree without leaves.
  package init() {
    size = 0
    hashes = []
  }

  /// The border as it was stored; nil for a negative size or where the number of hashes is not the number of binary
  /// digits 1 in the size. That the hashes are the right ones shows only in the root.
  package init?(size: Int, hashes: [Digest]) {
    guard size >= 0, hashes.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.hashes = hashes
  }

  /// Appends a leaf, given by its leaf hash. Requires size < Int.max. On average one node hash, at most 63.
  package mutating func append(_ leaf: Digest) {
    precondition(size < Int.max, "the tree is full")
    var hash = leaf
    // Each trailing 1 in the size is a full subtree as large as the one that the new leaf has just completed.
    for _ in 0..<(~size).trailingZeroBitCount {
      hash = MerkleTree.nodeHash(hashes.removeLast(), hash)
    }
    hashes.append(hash)
    size += 1
  }

  /// The root of the tree (RFC 6962 section 2.1). One node hash fewer than there are hashes, so at most 62.
  package var root: Digest {
    guard var root = hashes.last else { return MerkleTree.emptyRoot }
    for hash in hashes.dropLast().reversed() {
      root = MerkleTree.nodeHash(hash, root)
    }
    return root
  }
}
