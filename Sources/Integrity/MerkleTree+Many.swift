internal import CSHA256

extension MerkleTree {
  /// The leaf hashes of many leaves that lie in one buffer: the i-th at bytes `ranges[i]`.
  ///
  /// Two leaves are hashed side by side, in about 0.65 of the time that one after the other takes. Requires ranges
  /// within the buffer and a way that the machine has. One allocation: the answer.
  package static func leafHashes(
    of ranges: [Range<Int>], in buffer: UnsafeRawBufferPointer, way: SHA256.Way? = nil
  ) -> [Digest] {
    [Digest](unsafeUninitializedCapacity: ranges.count) { digests, count in
      ranges.withUnsafeBufferPointer { leafHashes(of: $0, in: buffer, into: digests, way: way) }
      count = ranges.count
    }
  }

  /// As above, without any allocation: writes to the first `ranges.count` places of `digests`, which may be
  /// uninitialised. Requires that there are so many.
  package static func leafHashes(
    of ranges: UnsafeBufferPointer<Range<Int>>, in buffer: UnsafeRawBufferPointer,
    into digests: UnsafeMutableBufferPointer<Digest>, way: SHA256.Way? = nil
  ) {
    precondition(digests.count >= ranges.count, "more leaves than places")
    precondition(
      ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= buffer.count }, "a leaf outside the buffer")
    let way = way?.code ?? csha256_best
    // A range is its two bounds, in this order; a digest is its four words. Both are what the C side declares.
    csha256_leaves(
      way, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), places(UnsafeRawBufferPointer(ranges)),
      ranges.count, words(UnsafeMutableRawBufferPointer(digests)))
  }

  /// The root over 2^k subtrees of one size, given by their roots from left to right: for leaf hashes, that of a tree of
  /// 2^k leaves. Requires a count that is a power of two. One node hash fewer than there are hashes, two side by side.
  package static func root(ofFull hashes: [Digest], way: SHA256.Way? = nil) -> Digest {
    var level = hashes
    return level.withUnsafeMutableBufferPointer { root(ofFull: $0, way: way) }
  }

  /// As above, without any allocation: the hashes are overwritten with those of the levels above them.
  package static func root(ofFull hashes: UnsafeMutableBufferPointer<Digest>, way: SHA256.Way? = nil) -> Digest {
    precondition(hashes.count.nonzeroBitCount == 1, "the count is no power of two")
    let way = way?.code ?? csha256_best
    let level = words(UnsafeMutableRawBufferPointer(hashes))
    var count = hashes.count
    while count > 1 {
      count /= 2
      csha256_nodes(way, level, count, level)
    }
    return hashes[0]
  }

  private static func places(_ bytes: UnsafeRawBufferPointer) -> UnsafePointer<Int>? {
    bytes.baseAddress?.assumingMemoryBound(to: Int.self)
  }

  private static func words(_ bytes: UnsafeMutableRawBufferPointer) -> UnsafeMutablePointer<csha256_digest>? {
    bytes.baseAddress?.assumingMemoryBound(to: csha256_digest.self)
  }
}
