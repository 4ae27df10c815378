internal import CSHA256

/// The hashing rules of a Merkle tree over an ordered list of leaves (RFC 6962 section 2.1).
///
/// A leaf and a node are hashed under different first bytes, so no node can be passed off as a leaf, and the last leaf
/// of an odd level is never doubled. The tree of n > 1 leaves has a left subtree of k leaves, k the largest power of
/// two smaller than n, and a right subtree of the other n - k.
package enum MerkleTree {
  /// The root of the tree without leaves: SHA-256 of nothing.
  package static let emptyRoot = SHA256.hash([])

  /// The hash of a leaf: SHA-256(0x00 || data). In a journal the data is a line without its line end.
  package static func leafHash(_ data: [UInt8]) -> Digest {
    data.withUnsafeBytes { leafHash($0) }
  }

  /// The hash of a leaf whose bytes lie in memory that the caller owns: SHA-256(0x00 || data). Nothing is allocated.
  package static func leafHash(_ data: UnsafeRawBufferPointer) -> Digest {
    Digest(csha256_leaf(csha256_best, data.baseAddress?.assumingMemoryBound(to: UInt8.self), data.count))
  }

  /// The hash of an inner node: SHA-256(0x01 || left || right). Two blocks of work.
  package static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
    Digest(csha256_node(csha256_best, left.words, right.words))
  }
}

extension Digest {
  init(_ digest: csha256_digest) {
    self.init(digest.words.0, digest.words.1, digest.words.2, digest.words.3)
  }

  fileprivate var words: csha256_digest {
    withUnsafeBytes(of: self) { $0.load(as: csha256_digest.self) }
  }
}
