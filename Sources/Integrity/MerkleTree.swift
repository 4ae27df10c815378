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

  /// The hash of a leaf whose bytes lie in memory that the caller owns: SHA-256(0x00 || data).
  package static func leafHash(_ data: UnsafeRawBufferPointer) -> Digest {
    var hasher = SHA256()
    withUnsafeBytes(of: UInt8(0x00)) { hasher.update($0) }
    hasher.update(data)
    return hasher.finalize()
  }

  /// The hash of an inner node: SHA-256(0x01 || left || right). Two blocks of work.
  package static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
    var hasher = SHA256()
    withUnsafeBytes(of: UInt8(0x01)) { hasher.update($0) }
    left.withBytes { hasher.update($0) }
    right.withBytes { hasher.update($0) }
    return hasher.finalize()
  }
}
