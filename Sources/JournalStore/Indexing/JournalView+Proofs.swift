package import Integrity
import LedgerDomain

// Proofs from the hashes that the index has: leaves in its table of lines, roots over 2^8 and 2^16 of them in its tiles.
// At a million lines a proof reads some 255 leaves, 255 roots of 2^8 and 15 of 2^16, each lot from one or two blocks.

extension JournalView {
  /// The hash of a full subtree. Requires leaves within the journal.
  ///
  /// Read from the fewest records: up to 2^7 leaves from the table of lines, more from the tiles; leaf by leaf where the
  /// subtree reaches beyond what was in the cache.
  package func subtree(_ subtree: Subtree) throws(JournalError) -> Digest {
    precondition(subtree.end <= count, "the journal does not have the subtree whole")
    return try lines.hash(subtree)
  }

  /// The root over the first lines. Requires 0 ≤ size ≤ count.
  package func root(size: Int) throws(JournalError) -> Digest {
    precondition(0 <= size && size <= count, "the journal has not so many lines")
    return try MerkleTree.root(size: size) { subtree throws(JournalError) in try self.subtree(subtree) }
  }

  /// The proof that a line is at its position in the tree of the checkpoint, checked before it is given. Requires a
  /// checkpoint of this journal and a position in 1...checkpoint.size.
  package func inclusionProof(at position: Int, in checkpoint: Checkpoint) throws(JournalError) -> InclusionProof {
    let leafHash = try lines.leafHash(at: position)
    return try proof { () throws(JournalError) -> InclusionProof? in
      let proof = try InclusionProof.make(index: position - 1, size: checkpoint.size) {
        subtree throws(JournalError) in try self.subtree(subtree)
      }
      return (try? proof.check(leafHash: leafHash, root: checkpoint.root)) == nil ? nil : proof
    }
  }

  /// The proofs of several lines, by position: each of the very line that an answer was read from, and checked before it is
  /// given. Requires a checkpoint of this journal and positions in 1...checkpoint.size.
  ///
  /// What the ways to the root share is hashed once: a further proof costs some 250 nodes, those over its 2^8 leaves.
  package func inclusionProofs(
    at positions: [Int], in checkpoint: Checkpoint
  ) throws(JournalError) -> [Int: InclusionProof] {
    var leaves: [(position: Int, hash: Digest)] = []
    for position in positions { leaves.append((position, try leafHash(asRead: position))) }
    return try proof { () throws(JournalError) -> [Int: InclusionProof]? in
      var known: [Subtree: Digest] = [:]
      var proofs: [Int: InclusionProof] = [:]
      for leaf in leaves {
        let proof = try InclusionProof.make(index: leaf.position - 1, size: checkpoint.size) {
          subtree throws(JournalError) in
          if let hash = known[subtree] { return hash }
          let hash = try self.subtree(subtree)
          known[subtree] = hash
          return hash
        }
        if (try? proof.check(leafHash: leaf.hash, root: checkpoint.root)) == nil { return nil }
        proofs[leaf.position] = proof
      }
      return proofs
    }
  }

  /// The proof that the tree of a checkpoint begins with the first `size` lines, whose root comes with it; checked before
  /// it is given. Requires a checkpoint of this journal and a size in 1...checkpoint.size.
  package func consistencyProof(
    from size: Int, to checkpoint: Checkpoint
  ) throws(JournalError) -> (proof: ConsistencyProof, root: Digest) {
    try proof { () throws(JournalError) -> (ConsistencyProof, Digest)? in
      let root = try self.root(size: size)
      let proof = try ConsistencyProof.make(from: size, to: checkpoint.size) {
        subtree throws(JournalError) in try self.subtree(subtree)
      }
      return (try? proof.check(fromRoot: root, toRoot: checkpoint.root)) == nil ? nil : (proof, root)
    }
  }

  /// Makes a proof; where it turns out wrong, once more from an index that is made anew.
  private func proof<Proof>(_ make: () throws(JournalError) -> Proof?) throws(JournalError) -> Proof {
    if let proof = try make() { return proof }
    try lines.renew()
    if let proof = try make() { return proof }
    throw .damage(Damage(file: LedgerFolder.events, kind: .changedWhileRead))
  }
}

extension LineFinder {
  /// The hash of a full subtree. Requires leaves within the lines.
  func hash(_ subtree: Subtree) throws(JournalError) -> Digest {
    try ask { indexes throws(CacheDamage) in try Self.hash(subtree, indexes) }
  }

  private static func hash(_ subtree: Subtree, _ indexes: [LineIndex]) throws(CacheDamage) -> Digest {
    if let index = indexes.first(where: { $0.start <= subtree.start && subtree.end <= $0.end }) {
      return try index.hash(subtree)
    }
    let (left, right) = subtree.halves
    return MerkleTree.nodeHash(try hash(left, indexes), try hash(right, indexes))
  }
}

extension LineIndex {
  /// The hash of a full subtree whose leaves are all here.
  func hash(_ subtree: Subtree) throws(CacheDamage) -> Digest {
    // Only the first index has tiles: they are aligned to the whole tree.
    guard subtree.level >= 8, start == 0 else {
      let first = subtree.start - start
      let lines = try sections.load(Table.lines, first..<(first + subtree.count), as: Line.self)
      return MerkleTree.root(ofFull: lines.map(\.leafHash))
    }
    let (table, rise) = subtree.level < 16 ? (Table.tiles8, 8) : (Table.tiles16, 16)
    let range = (subtree.start >> rise)..<(subtree.end >> rise)
    guard range.upperBound <= sections.count(table, of: Digest.self) else { throw CacheDamage() }
    return MerkleTree.root(ofFull: try sections.load(table, range, as: Digest.self))
  }
}

extension Subtree {
  /// How many leaves it has.
  fileprivate var count: Int { 1 << level }

  /// The index after that of its last leaf.
  fileprivate var end: Int { start + count }

  /// The two subtrees that it has. Requires level > 0.
  fileprivate var halves: (Subtree, Subtree) {
    (Subtree(level: level - 1, index: index * 2), Subtree(level: level - 1, index: index * 2 + 1))
  }
}
