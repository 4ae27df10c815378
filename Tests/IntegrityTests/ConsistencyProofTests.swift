import Integrity
import TestSupport
import Testing

@Suite("Consistency proof")
struct ConsistencyProofTests {
  private static let tree = SampleTree(size: 130)
  private var tree: SampleTree { Self.tree }

  private func error(_ proof: ConsistencyProof, _ fromRoot: Digest, _ toRoot: Digest) -> ProofError? {
    do throws(ProofError) {
      try proof.check(fromRoot: fromRoot, toRoot: toRoot)
      return nil
    } catch {
      return error
    }
  }

  /// RFC 6962 section 2.1.3 lists the proofs from 3, 4 and 6 to 7.
  @Test("the RFC's tree of seven leaves has the proofs that it lists")
  func sevenLeaves() {
    let leaf = tree.leafHashes
    let g = MerkleTree.nodeHash(leaf[0], leaf[1])
    let h = MerkleTree.nodeHash(leaf[2], leaf[3])
    let i = MerkleTree.nodeHash(leaf[4], leaf[5])
    let k = MerkleTree.nodeHash(g, h)
    let l = MerkleTree.nodeHash(i, leaf[6])
    let expected = [3: [leaf[2], leaf[3], g, l], 4: [l], 6: [i, leaf[6], k], 7: []]
    for (from, hashes) in expected {
      #expect(ConsistencyProof.make(from: from, to: 7, tree.hash).hashes == hashes)
    }
  }

  @Test("between all sizes to 130, the proof is that of the slow reference, and holds")
  func againstReference() {
    for to in 1...130 {
      for from in 1...to {
        let proof = ConsistencyProof.make(from: from, to: to, tree.hash)
        if to <= 33 || to >= 128 {
          #expect(proof.hashes == ReferenceTree.proof(from, tree.leaves[..<to]), "\(from) to \(to)")
        }
        #expect(error(proof, tree.roots[from], tree.roots[to]) == nil, "\(from) to \(to)")
      }
    }
  }

  @Test("no proof between sizes to 130 holds with a hash changed, dropped, added, doubled or moved")
  func tamperedHashes() {
    for to in 1...130 {
      for from in 1...to {
        let proof = ConsistencyProof.make(from: from, to: to, tree.hash)
        var bad: [[Digest]] = []
        for place in proof.hashes.indices {
          var changed = proof.hashes
          changed[place] = changed[place].flipping((from * 31 + to * 7 + place) % 256)
          var dropped = proof.hashes
          dropped.remove(at: place)
          var doubled = proof.hashes
          doubled.insert(doubled[place], at: place)
          bad += [changed, dropped, doubled]
          if place > 0, (to + place) % 3 == 0 {
            var moved = proof.hashes
            moved.swapAt(place, place - 1)
            bad.append(moved)
          }
        }
        for extra in [tree.roots[from], tree.roots[to], MerkleTree.emptyRoot] {
          bad += [proof.hashes + [extra], [extra] + proof.hashes]
        }
        for hashes in bad {
          let other = ConsistencyProof(from: from, to: to, hashes: hashes)
          if error(other, tree.roots[from], tree.roots[to]) == nil {
            Issue.record("\(from) to \(to): \(hashes.count) hashes")
          }
        }
      }
    }
  }

  @Test("no proof between sizes to 130 holds for another root or a size off by one")
  func tamperedQuestion() {
    for to in 1...129 {
      for from in 1...to {
        let proof = ConsistencyProof.make(from: from, to: to, tree.hash)
        let (earlier, later) = (tree.roots[from], tree.roots[to])
        let bit = (from * 13 + to) % 256
        #expect(error(proof, earlier.flipping(bit), later) != nil)
        #expect(error(proof, earlier, later.flipping(bit)) != nil)
        if from != to { #expect(error(proof, later, earlier) != nil) }
        for (other, another) in [(from - 1, to), (from + 1, to), (from, to - 1), (from, to + 1)] {
          let moved = ConsistencyProof(from: other, to: another, hashes: proof.hashes)
          #expect(error(moved, tree.roots[other], tree.roots[another]) != nil || proof.hashes.isEmpty)
          if other != another { #expect(error(moved, tree.roots[other], later) != nil || another != to) }
        }
      }
    }
  }

  @Test("a question that makes no sense is refused with what is wrong")
  func senseless() {
    let root = MerkleTree.emptyRoot
    func refusal(_ from: Int, _ to: Int, _ count: Int = 0) -> ProofError? {
      error(ConsistencyProof(from: from, to: to, hashes: .init(repeating: root, count: count)), root, root)
    }
    #expect(refusal(0, 0) == .emptyTree)
    #expect(refusal(0, 5) == .emptyTree)
    #expect(refusal(2, 1) == .shrunk(from: 2, to: 1))
    #expect(refusal(-1, 1) == .shrunk(from: -1, to: 1))
    #expect(refusal(.min, .max) == .shrunk(from: .min, to: .max))
    #expect(refusal(3, 3, 1) == .wrongCount(expected: 0, found: 1))
    #expect(refusal(3, 7, 3) == .wrongCount(expected: 4, found: 3))
    #expect(refusal(4, 7, 2) == .wrongCount(expected: 1, found: 2))
    #expect(refusal(.max - 1, .max, 0) == .wrongCount(expected: 63, found: 0))
    let other = MerkleTree.nodeHash(root, root)
    #expect(
      error(ConsistencyProof(from: 1, to: 1, hashes: []), root, other) == .wrongRoot(stated: other, computed: root))
    #expect(
      error(ConsistencyProof(from: 1, to: 2, hashes: [root]), root, root) == .wrongRoot(stated: root, computed: other))
    #expect(
      error(ConsistencyProof(from: 3, to: 4, hashes: [root, root, root]), root, root)
        == .wrongEarlierRoot(stated: root, computed: other))
  }

  @Test("proofs between the largest sizes ask for each subtree once")
  func largest() {
    for (from, to) in [(Int.max - 1, Int.max), (1, .max), (1 << 62, .max), ((1 << 62) + 1, .max), (12345, 1 << 40)] {
      var asked: [Subtree] = []
      let proof = ConsistencyProof.make(from: from, to: to) { subtree in
        asked.append(subtree)
        return SHA256.hash(Array("\(subtree.level) \(subtree.index)".utf8))
      }
      #expect(proof.hashes.count <= 64)
      #expect(asked.count <= 125 && Set(asked).count == asked.count)
      #expect(asked.allSatisfy { $0.start + (1 << $0.level) <= to })
    }
  }

  @Test(
    "the vectors of transparency-dev/merkle are accepted and refused as they say",
    .enabled(if: SharedData.exists("merkle/consistency"), "no data folder"))
  func vectors() throws {
    let vectors = try ConsistencyVector.all()
    for vector in vectors {
      let error = error(
        ConsistencyProof(from: vector.from, to: vector.to, hashes: vector.hashes), vector.fromRoot, vector.toRoot)
      #expect((error != nil) == vector.isWrong, "\(vector.name)")
    }
    #expect(vectors.count == 98)
    #expect(vectors.filter(\.isWrong).count == 92)
  }
}
