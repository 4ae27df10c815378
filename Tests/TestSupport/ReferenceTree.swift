package import Integrity

/// RFC 6962 sections 2.1, 2.1.1 and 2.1.2 written down as they stand there: slow, and obviously right.
package enum ReferenceTree {
  /// MTH(D).
  package static func root(_ leaves: ArraySlice<[UInt8]>) -> Digest {
    if leaves.isEmpty { return SHA256.hash([]) }
    if leaves.count == 1 { return SHA256.hash([0x00] + leaves[leaves.startIndex]) }
    let k = split(leaves.count)
    return SHA256.hash([0x01] + root(leaves.prefix(k)).bytes + root(leaves.dropFirst(k)).bytes)
  }

  /// PATH(m, D): the proof for the leaf m places after the first.
  package static func path(_ m: Int, _ leaves: ArraySlice<[UInt8]>) -> [Digest] {
    if leaves.count == 1 { return [] }
    let k = split(leaves.count)
    return m < k
      ? path(m, leaves.prefix(k)) + [root(leaves.dropFirst(k))]
      : path(m - k, leaves.dropFirst(k)) + [root(leaves.prefix(k))]
  }

  /// PROOF(m, D).
  package static func proof(_ m: Int, _ leaves: ArraySlice<[UInt8]>) -> [Digest] {
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
