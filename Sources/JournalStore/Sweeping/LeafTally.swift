import Integrity

/// The leaves of a journal in their order, for roots over its first lines. 32 bytes a line; none where it keeps none.
struct LeafTally: LineTally {
  private let keeps: Bool
  private(set) var leaves: [Digest] = []

  init(keeps: Bool) {
    self.keeps = keeps
  }

  mutating func take(_ line: SweptLine) {
    if keeps { leaves.append(line.leafHash) }
  }

  mutating func join(_ next: LeafTally) {
    leaves += next.leaves
  }
}

extension MerkleTree {
  /// The root over the first leaves, for each number of them that is asked and that there is. One pass over the leaves.
  static func roots(of leaves: [Digest], at sizes: Set<Int>) -> [Int: Digest] {
    var roots: [Int: Digest] = [:]
    var range = CompactRange()
    for size in sizes.sorted() where (0...leaves.count).contains(size) {
      range.append(leaves: Array(leaves[range.end..<size]))
      roots[size] = range.root
    }
    return roots
  }
}
