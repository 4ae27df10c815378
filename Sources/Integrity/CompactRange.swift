/// The border of the Merkle tree over the leaves [start, end): all that is needed to go on appending, or to join it to
/// its neighbour.
///
/// It holds the roots of the full subtrees that the leaves fall into (`Subtree.cover`), from left to right. From 0 to
/// 13, 1101 in binary, they are those that the end's binary digits name:
///
///     leaves    0 1 2 3 4 5 6 7 | 8 9 10 11 | 12
///     hashes         [0]             [1]      [2]
///
/// So it has at most 63 hashes from 0, and 124 from anywhere else, whatever the journal's length. Workers that hash
/// neighbouring parts of a journal, cut anywhere, each make a range; joined in order, they are the range of the whole.
///
/// A range from 0 reproduces the root and extends it, but it proves nothing about earlier leaves by itself: it is as
/// trustworthy as the place that it was read from, unless its root is compared with a checkpoint's.
package struct CompactRange: Hashable, Sendable {
  /// The index of the first leaf.
  package let start: Int
  /// The index after that of the last leaf.
  package private(set) var end: Int
  /// The roots of the full subtrees, from left to right.
  package private(set) var hashes: [Digest]

  /// How many leaves the range has; from 0, the size of the tree.
  package var size: Int { end - start }

  /// The border of the tree without leaves.
  package init() {
    self.init(from: 0)
  }

  /// The range without leaves that begins at a leaf. Requires start ≥ 0.
  package init(from start: Int) {
    precondition(start >= 0, "no leaf has this index")
    self.start = start
    end = start
    hashes = []
  }

  /// The border of a tree as it was stored; nil for a negative size or where the number of hashes is not the number of
  /// binary digits 1 in the size. That the hashes are the right ones shows only in the root.
  package init?(size: Int, hashes: [Digest]) {
    guard size >= 0, hashes.count == size.nonzeroBitCount else { return nil }
    start = 0
    end = size
    self.hashes = hashes
  }

  /// Appends a leaf, given by its leaf hash. Requires end < Int.max. On average one node hash, at most 63.
  package mutating func append(_ leaf: Digest) {
    append(leaf, level: 0)
  }

  /// Appends 2^level leaves, given by the root over them. Requires an end that is a multiple of 2^level and leaves that
  /// end at Int.max at most. At most 63 node hashes.
  package mutating func append(_ root: Digest, level: Int) {
    precondition((0...62).contains(level) && end.trailingZeroBitCount >= level, "the subtree does not begin here")
    precondition(end <= Int.max - (1 << level), "the tree is full")
    var hash = root
    var step = level
    // A right child whose left sibling is in the range completes the subtree above both, as long as there is one.
    while end >> step & 1 == 1, ((end >> step) - 1) << step >= start {
      hash = MerkleTree.nodeHash(hashes.removeLast(), hash)
      step += 1
    }
    hashes.append(hash)
    end += 1 << level
  }

  /// Appends the leaves of the range that begins where this one ends. Requires that it does.
  package mutating func append(_ next: CompactRange) {
    precondition(next.start == end, "the ranges are no neighbours")
    for (subtree, hash) in zip(Subtree.cover(next.start, next.end), next.hashes) {
      append(hash, level: subtree.level)
    }
  }

  /// Appends leaves, given by their leaf hashes, which are overwritten: nodes are hashed two side by side, and nothing
  /// is allocated but the range's own hashes. Requires end + count ≤ Int.max.
  package mutating func append(leaves: UnsafeMutableBufferPointer<Digest>) {
    precondition(leaves.count <= Int.max - end, "the tree is full")
    var done = 0
    while done < leaves.count {
      let largest = Int.bitWidth - 1 - (leaves.count - done).leadingZeroBitCount
      let level = min(end.trailingZeroBitCount, largest)
      let part = UnsafeMutableBufferPointer(rebasing: leaves[done..<done + (1 << level)])
      append(MerkleTree.root(ofFull: part), level: level)
      done += 1 << level
    }
  }

  /// As above, for an array.
  package mutating func append(leaves: [Digest]) {
    var leaves = leaves
    leaves.withUnsafeMutableBufferPointer { append(leaves: $0) }
  }

  /// The root of the tree (RFC 6962 section 2.1). Requires start = 0. One node hash fewer than there are hashes.
  package var root: Digest {
    precondition(start == 0, "a part of a tree has no root")
    guard var root = hashes.last else { return MerkleTree.emptyRoot }
    for hash in hashes.dropLast().reversed() {
      root = MerkleTree.nodeHash(hash, root)
    }
    return root
  }
}
