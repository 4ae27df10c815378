import Integrity
import TestSupport
import Testing

@Suite("Compact ranges that begin anywhere")
struct CompactRangeJoinTests {
  private static let tree = SampleTree(size: 300)
  private var tree: SampleTree { Self.tree }

  private func range(_ start: Int, _ end: Int) -> CompactRange {
    var range = CompactRange(from: start)
    for leaf in tree.leafHashes[start..<end] { range.append(leaf) }
    return range
  }

  @Test("a cover has the fewest full subtrees, in order, without a gap")
  func cover() {
    for start in 0...70 {
      for end in start...140 {
        let subtrees = Subtree.cover(start, end)
        #expect(subtrees.reduce(start) { $1.start == $0 ? $0 + (1 << $1.level) : -1 } == end)
        for (left, right) in zip(subtrees, subtrees.dropFirst()) {
          #expect(left.level != right.level || left.index % 2 == 1, "two siblings in \(start)..<\(end)")
        }
      }
    }
    #expect(Subtree.cover(3, 13).map(\.level) == [0, 2, 2, 0])
    #expect(Subtree.cover(1, .max).count == 62 + 62)
    #expect(Subtree.cover(0, .max).count == 63)
  }

  @Test("a range over any leaves has the roots of its cover")
  func hashes() {
    for start in 0...40 {
      for end in start...90 {
        let expected = Subtree.cover(start, end).map(tree.hash)
        #expect(range(start, end).hashes == expected, "\(start)..<\(end)")
      }
    }
  }

  @Test("two ranges joined at any leaf are the range of the whole, wherever it begins")
  func joined() {
    for start in [0, 1, 5, 8, 63, 64] {
      for end in [start, start + 1, start + 17, start + 64, 130] where end >= start {
        let whole = range(start, end)
        for middle in start...end {
          var left = range(start, middle)
          left.append(range(middle, end))
          #expect(left == whole, "\(start)..<\(middle)..<\(end)")
        }
      }
    }
  }

  @Test("many ranges cut anywhere and joined in order give the root of the slow reference")
  func manyParts() {
    var generator = SeededGenerator(seed: 300)
    for _ in 0..<60 {
      let size = Int.random(in: 0...300, using: &generator)
      let cuts = [0] + (0..<6).map { _ in Int.random(in: 0...size, using: &generator) }.sorted() + [size]
      var whole = CompactRange()
      for (start, end) in zip(cuts, cuts.dropFirst()) { whole.append(range(start, end)) }
      #expect(whole.root == ReferenceTree.root(tree.leaves[..<size]), "\(cuts)")
    }
  }

  @Test("chunks of 2^k leaves, each given by its root, make the range of their leaves")
  func subtrees() {
    for level in 0...7 {
      var chunks = CompactRange()
      for index in 0..<(300 >> level) { chunks.append(tree.hash(Subtree(level: level, index: index)), level: level) }
      let end = (300 >> level) << level
      #expect(chunks == range(0, end))
      for leaf in tree.leafHashes[end...] { chunks.append(leaf) }
      #expect(chunks.root == tree.roots[300])
    }
  }

  @Test("leaves appended at once make the range of leaves appended one by one")
  func batches() {
    for start in [0, 1, 3, 4, 31] {
      for count in [0, 1, 2, 3, 7, 8, 64, 100, 255, 269] {
        for end in [start, start + count / 3] {
          var batch = range(start, end)
          batch.append(leaves: Array(tree.leafHashes[end..<start + count]))
          #expect(batch == range(start, start + count), "\(start), \(end), \(count)")
        }
      }
    }
  }

  @Test("ranges joined in the wrong order, with a leaf missing or twice, or changed, give another root")
  func tampered() {
    let root = tree.roots[96]
    var changed = range(0, 32)
    var other = CompactRange(from: 32)
    for leaf in tree.leafHashes[64..<96] + tree.leafHashes[32..<64] { other.append(leaf) }
    changed.append(other)
    #expect(changed.size == 96 && changed.root != root)
    var missing = range(0, 32)
    missing.append(leaves: Array(tree.leafHashes[33..<97]))
    #expect(missing.root != root)
  }

  #if os(Linux)
    @Test("what cannot be appended stops the program")
    func misuse() async {
      await #expect(processExitsWith: .failure) {
        var range = CompactRange(from: 1)
        range.append(MerkleTree.emptyRoot, level: 1)
      }
      await #expect(processExitsWith: .failure) {
        var range = CompactRange()
        range.append(CompactRange(from: 1))
      }
      await #expect(processExitsWith: .failure) { _ = CompactRange(from: 1).root }
    }
  #endif
}
