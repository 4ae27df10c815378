/// A full subtree of a Merkle tree: the 2^level leaves that begin at leaf index × 2^level.
///
/// Its hash never changes while the tree grows, so it can be stored. A leaf is the subtree of level 0.
package struct Subtree: Hashable, Sendable {
  /// 0...62.
  package let level: Int
  /// Its place among the subtrees of its level, from the left, 0 or more.
  package let index: Int

  /// Requires 0 ≤ level ≤ 62, index ≥ 0, and leaves whose indexes are all below Int.max.
  package init(level: Int, index: Int) {
    precondition((0...62).contains(level) && index >= 0 && index <= Int.max >> level, "no subtree of any tree")
    self.level = level
    self.index = index
  }

  /// The first leaf's index.
  package var start: Int { index << level }

  /// The full subtrees that leaves [start, end) fall into, as few as possible, from left to right; at most 124.
  ///
  /// For [3, 13):
  ///
  ///     leaves     3 | 4 5 6 7 | 8 9 10 11 | 12
  ///     level      0      2          2       0
  ///
  /// Requires 0 ≤ start ≤ end.
  package static func cover(_ start: Int, _ end: Int) -> [Subtree] {
    precondition(0 <= start && start <= end, "no range of leaves")
    var subtrees: [Subtree] = []
    var start = start
    while start < end {
      let largest = Int.bitWidth - 1 - (end - start).leadingZeroBitCount
      let level = min(start.trailingZeroBitCount, largest)
      subtrees.append(Subtree(level: level, index: start >> level))
      start += 1 << level
    }
    return subtrees
  }
}
