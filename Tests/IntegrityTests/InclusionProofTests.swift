import Integrity
import TestSupport
import Testing

@Suite("Inclusion proof")
struct InclusionProofTests {
  private static let tree = SampleTree(size: 130)
  private var tree: SampleTree { Self.tree }

  private func error(_ proof: InclusionProof, _ leafHash: Digest, _ root: Digest) -> ProofError? {
    do throws(ProofError) {
      try proof.check(leafHash: leafHash, root: root)
      return nil
    } catch {
      return error
    }
  }

  /// RFC 6962 section 2.1.3 draws this tree and lists the paths of d0, d3, d4 and d6.
  @Test("the RFC's tree of seven leaves has the proofs that it lists")
  func sevenLeaves() {
    let leaf = tree.leafHashes
    let g = MerkleTree.nodeHash(leaf[0], leaf[1])
    let h = MerkleTree.nodeHash(leaf[2], leaf[3])
    let i = MerkleTree.nodeHash(leaf[4], leaf[5])
    let k = MerkleTree.nodeHash(g, h)
    let l = MerkleTree.nodeHash(i, leaf[6])
    let expected = [0: [leaf[1], h, l], 3: [leaf[2], g, l], 4: [leaf[5], leaf[6], k], 6: [i, k]]
    for (index, hashes) in expected {
      #expect(InclusionProof.make(index: index, size: 7, tree.hash).hashes == hashes)
    }
  }

  @Test("at every size to 130 and every index, the proof is that of the slow reference, and holds")
  func againstReference() {
    for size in 1...130 {
      #expect(MerkleTree.root(size: size, tree.hash) == tree.roots[size])
      for index in 0..<size {
        let proof = InclusionProof.make(index: index, size: size, tree.hash)
        if size <= 33 || size >= 128 {
          #expect(proof.hashes == ReferenceTree.path(index, tree.leaves[..<size]), "\(index) of \(size)")
        }
        #expect(error(proof, tree.leafHashes[index], tree.roots[size]) == nil, "\(index) of \(size)")
      }
    }
  }

  @Test("no proof at any size to 130 holds with a hash changed, dropped, added, doubled or moved")
  func tamperedHashes() {
    for size in 1...130 {
      for index in 0..<size {
        let proof = InclusionProof.make(index: index, size: size, tree.hash)
        var bad: [[Digest]] = []
        for place in proof.hashes.indices {
          var changed = proof.hashes
          changed[place] = changed[place].flipping((index * 31 + size * 7 + place) % 256)
          var dropped = proof.hashes
          dropped.remove(at: place)
          var doubled = proof.hashes
          doubled.insert(doubled[place], at: place)
          bad += [changed, dropped, doubled]
          if place > 0, (size + place) % 3 == 0 {
            var moved = proof.hashes
            moved.swapAt(place, place - 1)
            bad.append(moved)
          }
        }
        for extra in [tree.roots[size], tree.leafHashes[index], MerkleTree.emptyRoot] {
          bad += [proof.hashes + [extra], [extra] + proof.hashes]
        }
        for hashes in bad {
          let other = InclusionProof(index: index, size: size, hashes: hashes)
          if error(other, tree.leafHashes[index], tree.roots[size]) == nil {
            Issue.record("\(index) of \(size): \(hashes.count) hashes")
          }
        }
      }
    }
  }

  @Test("no proof at any size to 130 holds for another leaf, root or index, or a size off by one")
  func tamperedQuestion() {
    for size in 1...130 {
      for index in 0..<size {
        let proof = InclusionProof.make(index: index, size: size, tree.hash)
        let (leaf, root) = (tree.leafHashes[index], tree.roots[size])
        let bit = (index * 13 + size) % 256
        #expect(error(proof, leaf.flipping(bit), root) != nil)
        #expect(error(proof, leaf, root.flipping(bit)) != nil)
        if size > 1 { #expect(error(proof, tree.leafHashes[(index + 1) % size], root) != nil) }
        for other in [index - 1, index + 1, index ^ 1, size, -1] where other != index {
          #expect(error(InclusionProof(index: other, size: size, hashes: proof.hashes), leaf, root) != nil)
        }
        // The proof has no size in its hashes: where another size asks for as many, it leads to the same root.
        for other in [size - 1, size + 1] where index < other {
          let moved = InclusionProof(index: index, size: other, hashes: proof.hashes)
          if let root = other <= 130 ? tree.roots[other] : nil { #expect(error(moved, leaf, root) != nil) }
        }
      }
    }
  }

  @Test("a question that makes no sense is refused with what is wrong")
  func senseless() {
    let root = MerkleTree.emptyRoot
    for (index, size) in [(0, 0), (1, 1), (-1, 1), (0, -1), (.max, 5), (.max, .max), (.min, .max)] {
      let proof = InclusionProof(index: index, size: size, hashes: [])
      #expect(error(proof, root, root) == .noSuchLeaf(index: index, size: size))
    }
    #expect(error(InclusionProof(index: 0, size: 3, hashes: []), root, root) == .wrongCount(expected: 2, found: 0))
    #expect(
      error(InclusionProof(index: 2, size: 3, hashes: [root, root]), root, root) == .wrongCount(expected: 1, found: 2))
    let computed = MerkleTree.nodeHash(root, root)
    #expect(
      error(InclusionProof(index: 0, size: 2, hashes: [root]), root, root)
        == .wrongRoot(stated: root, computed: computed)
    )
  }

  @Test("proofs in the largest trees have at most 63 hashes, and no subtree is asked for twice")
  func largest() throws {
    for (index, size) in [(0, Int.max), (.max - 1, .max), (.max / 2, .max), (1 << 61, 1 << 62), (12345, 1 << 40)] {
      var asked: [Subtree] = []
      let proof = InclusionProof.make(index: index, size: size) { subtree in
        asked.append(subtree)
        return SHA256.hash(Array("\(subtree.level) \(subtree.index)".utf8))
      }
      #expect(proof.hashes.count <= 63)
      #expect(asked.count <= 125 && Set(asked).count == asked.count)
      #expect(asked.allSatisfy { $0.start + (1 << $0.level) <= size })
      let root = try proof.root(leafHash: MerkleTree.emptyRoot)
      #expect(error(proof, MerkleTree.emptyRoot, root) == nil)
    }
  }

  private struct Unreadable: Error, Equatable {}

  @Test("what the store of hashes throws comes through")
  func throwing() {
    #expect(throws: Unreadable()) {
      try InclusionProof.make(index: 3, size: 9) { _ throws(Unreadable) in throw Unreadable() }
    }
  }
}
