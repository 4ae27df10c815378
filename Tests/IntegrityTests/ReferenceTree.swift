import Integrity

/// RFC 6962 sections 2.1, 2.1.1 and 2.1.2 written down as they stand there: slow, and obviously right.
enum ReferenceTree {
  /// MTH(D).
  static func root(_ leaves: ArraySlice<[UInt8]>) -> Digest {
    if leaves.isEmpty { return SHA256.hash([]) }
    if leaves.count == 1 { return SHA256.hash([0x00] + leaves[leaves.startIndex]) }
    let k = split(leaves.count)
    return SHA256.hash([0x01] + root(leaves.prefix(k)).bytes + root(leaves.dropFirst(k)).bytes)
  }

  /// PATH(m, D): the proof for the leaf m places after the first.
  static func path(_ m: Int, _ leaves: ArraySlice<[UInt8]>) -> [Digest] {
    if leaves.count == 1 { return [] }
    let k = split(leaves.count)
    return m < k
      ? path(m, leaves.prefix(k)) + [root(leaves.dropFirst(k))]
      : path(m - k, leaves.dropFirst(k)) + [root(leaves.prefix(k))]
  }

  /// PROOF(m, D).
  static func proof(_ m: Int, _ leaves: ArraySlice<[UInt8]>) -> [Digest] {
    subproof(m, leaves, true)
  }

  private static func subproof(_ m: Int, _ leaves: ArraySlice<[UInt8]>, _ isKnown: Bool) -> [Digest] {
    if m == leaves.count { return isKnown ? [] : [root(leaves)] }
    let k = split(leaves.count)
    return m <= k
      ? subproof(m, leaves.prefix(k), isKnown) + [root(leaves.dropFirst(k))]
      : subproof(m - k, leaves.dropFirst(k), false) + [root(leaves.prefix(k))]
  }

  /// The largest power of two smaller than n.
  private static func split(_ n: Int) -> Int {
    var k = 1
    while k * 2 < n { k *= 2 }
    return k
  }
}

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
