import Integrity
import TestSupport
import Testing

func range(of leaves: some Sequence<[UInt8]>) -> CompactRange {
  var range = CompactRange()
  for leaf in leaves { range.append(MerkleTree.leafHash(leaf)) }
  return range
}

@Suite("RFC 6962 tree")
struct MerkleTreeTests {
  /// The shell functions that recompute the answers below:
  ///
  ///     leaf() { (printf '\0'; printf "$1") | sha256sum | cut -c-64; }
  ///     node() { (printf '\001'; printf "$1$2" | xxd -r -p) | sha256sum | cut -c-64; }
  private let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array("PQRSTUVW".utf8),
  ]

  /// `printf '' | sha256sum`
  @Test("the empty tree has the hash of nothing")
  func emptyRoot() {
    #expect(MerkleTree.emptyRoot.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(CompactRange().root == MerkleTree.emptyRoot)
  }

  /// `leaf ''` and `leaf abc`
  @Test("a leaf is hashed after a zero byte")
  func leafHash() {
    #expect(
      MerkleTree.leafHash([]).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    #expect(
      MerkleTree.leafHash(Array("abc".utf8)).hex
        == "609f6e36d2405585188d5cfd761f407c7cc46a7d3f314c88270469dde315fcd1")
  }

  /// `node $(leaf '') $(leaf '\0')`
  @Test("a node is hashed after a one byte")
  func nodeHash() {
    let node = MerkleTree.nodeHash(MerkleTree.leafHash([]), MerkleTree.leafHash([0]))
    #expect(node.hex == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")
  }

  /// Three: `node $(node $(leaf '') $(leaf '\0')) $(leaf '\020')`; seven:
  ///
  ///     node $(node $(node $(leaf '') $(leaf '\0')) $(node $(leaf '\020') $(leaf '\040\041'))) \
  ///       $(node $(node $(leaf '\060\061') $(leaf '\100\101\102\103')) $(leaf PQRSTUVW))
  @Test("trees of three and of seven leaves have the roots that a shell computes")
  func knownRoots() {
    #expect(
      range(of: leaves.prefix(3)).root.hex == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")
    #expect(range(of: leaves).root.hex == "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")
  }

  @Test("a leaf made of two hashes is not the node above them")
  func secondPreimage() {
    let left = MerkleTree.leafHash([1])
    let right = MerkleTree.leafHash([2])
    let node = MerkleTree.nodeHash(left, right)
    #expect(MerkleTree.leafHash(left.bytes + right.bytes) != node)
    #expect(MerkleTree.leafHash([0x01] + left.bytes + right.bytes) != node)
    #expect(MerkleTree.nodeHash(right, left) != node)
  }

  @Test("an odd last leaf given twice makes another tree")
  func doubledLeaf() {
    for size in 1...20 {
      let leaves = (0..<size).map { [UInt8($0)] }
      #expect(range(of: leaves).root != range(of: leaves + [leaves[size - 1]]).root)
    }
  }
}

@Suite("Compact range")
struct CompactRangeTests {
  private let leaves = (0..<130).map { index in [UInt8](repeating: UInt8(index), count: index % 5) + [UInt8(index)] }

  @Test("at every size 0...130 the root is that of the slow reference, and size and hashes agree")
  func againstReference() {
    var range = CompactRange()
    for size in 0...leaves.count {
      #expect(range.size == size)
      #expect(range.hashes.count == size.nonzeroBitCount)
      #expect(range.root == ReferenceTree.root(leaves[..<size]), "size \(size)")
      if size < leaves.count { range.append(MerkleTree.leafHash(leaves[size])) }
    }
  }

  @Test("each hash is the root of the full subtree that the comment draws, at every size 0...130")
  func hashesAreSubtrees() {
    for size in 0...leaves.count {
      var start = 0
      var expected: [Digest] = []
      for bit in (0..<8).reversed() where size & (1 << bit) != 0 {
        expected.append(ReferenceTree.root(leaves[start..<start + (1 << bit)]))
        start += 1 << bit
      }
      #expect(range(of: leaves[..<size]).hashes == expected)
    }
  }

  @Test("a range that was stored at any size goes on as the one that was not")
  func stored() throws {
    let whole = range(of: leaves)
    for size in 0...leaves.count {
      let before = range(of: leaves[..<size])
      var again = try #require(CompactRange(size: before.size, hashes: before.hashes))
      #expect(again == before)
      for leaf in leaves[size...] { again.append(MerkleTree.leafHash(leaf)) }
      #expect(again == whole)
    }
  }

  @Test("a size with another number of hashes than its binary digits name is refused")
  func wrongCount() {
    let hash = MerkleTree.emptyRoot
    for size in 0...130 {
      for count in 0...9 {
        let range = CompactRange(size: size, hashes: [Digest](repeating: hash, count: count))
        #expect((range != nil) == (count == size.nonzeroBitCount))
      }
    }
    #expect(CompactRange(size: -1, hashes: [Digest](repeating: hash, count: 64)) == nil)
  }

  @Test("the largest size can be stored, and its root computed")
  func largest() throws {
    let hashes = [Digest](repeating: MerkleTree.emptyRoot, count: 63)
    let range = try #require(CompactRange(size: .max, hashes: hashes))
    var expected = MerkleTree.emptyRoot
    for _ in 1..<63 { expected = MerkleTree.nodeHash(MerkleTree.emptyRoot, expected) }
    #expect(range.root == expected)
  }

  @Test("one changed bit in any stored hash, or two hashes swapped, shows in the root")
  func tampered() throws {
    for size in [1, 2, 3, 7, 13, 64, 127, 130] {
      let good = range(of: leaves[..<size])
      for index in good.hashes.indices {
        for bit in 0..<256 {
          var bytes = good.hashes[index].bytes
          bytes[bit / 8] ^= 1 << (bit % 8)
          var hashes = good.hashes
          hashes[index] = try #require(Digest(bytes: bytes))
          let bad = try #require(CompactRange(size: size, hashes: hashes))
          if bad.root == good.root { Issue.record("size \(size), hash \(index), bit \(bit)") }
        }
        if index > 0 {
          var hashes = good.hashes
          hashes.swapAt(index, index - 1)
          #expect(CompactRange(size: size, hashes: hashes)?.root != good.root)
        }
      }
    }
  }

  @Test("a changed, missing, doubled or moved leaf gives another root, at every place in a tree of 20")
  func tamperedLeaves() {
    let leaves = Array(leaves.prefix(20))
    let good = range(of: leaves).root
    for index in leaves.indices {
      var changed = leaves
      changed[index][0] ^= 1
      #expect(range(of: changed).root != good)
      var missing = leaves
      missing.remove(at: index)
      #expect(range(of: missing).root != good)
      var doubled = leaves
      doubled.insert(leaves[index], at: index)
      #expect(range(of: doubled).root != good)
      if index > 0 {
        var moved = leaves
        moved.swapAt(index, index - 1)
        #expect(range(of: moved).root != good)
      }
    }
  }
}
