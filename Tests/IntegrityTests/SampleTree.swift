import Integrity

/// A tree of made-up leaves, with the hashes that proofs are made of.
struct SampleTree {
  let leaves: [[UInt8]]
  /// The roots at the sizes 0, 1, 2 …
  let roots: [Digest]
  let leafHashes: [Digest]

  init(size: Int) {
    leaves = (0..<size).map {
      [UInt8](repeating: UInt8($0 & 0xff), count: $0 % 5) + [UInt8($0 & 0xff), UInt8($0 >> 8)]
    }
    leafHashes = leaves.map { MerkleTree.leafHash($0) }
    var range = CompactRange()
    roots =
      [range.root]
      + leafHashes.map { leaf in
        range.append(leaf)
        return range.root
      }
  }

  /// The hash of a full subtree, as something that stores them would give it.
  func hash(_ subtree: Subtree) -> Digest {
    MerkleTree.root(ofFull: Array(leafHashes[subtree.start..<subtree.start + (1 << subtree.level)]))
  }
}

extension Digest {
  /// The digest with one bit changed, 0...255.
  func flipping(_ bit: Int) -> Digest {
    var bytes = self.bytes
    bytes[bit / 8] ^= 1 << (bit % 8)
    return Digest(bytes: bytes) ?? self
  }
}
