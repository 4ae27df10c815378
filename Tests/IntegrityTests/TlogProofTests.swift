import Integrity
import Testing

@Suite("Text of a proof (tlog-proof)")
struct TlogProofTests {
  private static let tree = SampleTree(size: 20)
  private var tree: SampleTree { Self.tree }

  private func proof(_ index: Int, _ size: Int = 20, extra: [UInt8]? = nil, isSigned: Bool = true)
    -> TlogProof
  {
    let checkpoint = Checkpoint(
      origin: "liggare.example/katrineholm", size: size, root: tree.roots[size])
    let signature = NoteSignature(
      name: "liggare.example/katrineholm", keyHash: 1, bytes: [1, 2, 3])
    return TlogProof(
      .make(index: index, size: size, tree.hash),
      isSigned ? checkpoint.adding([signature]) : checkpoint, extra: extra)
  }

  private func error(_ text: String) -> TlogProofError? {
    do throws(TlogProofError) {
      _ = try TlogProof(parsing: text)
      return nil
    } catch { return error }
  }

  @Test("the text has title, index, hashes, an empty line and the checkpoint as it is")
  func text() {
    #expect(
      proof(2, 3, extra: Array("mer".utf8)).text == """
        c2sp.org/tlog-proof@v1
        extra bWVy
        index 2
        \(MerkleTree.nodeHash(tree.leafHashes[0], tree.leafHashes[1]).base64)

        liggare.example/katrineholm
        3
        \(tree.roots[3].base64)

        \u{2014} liggare.example/katrineholm AAAAAQECAw==

        """)
    #expect(
      proof(0, 1, isSigned: false).text
        == "c2sp.org/tlog-proof@v1\nindex 0\n\nliggare.example/katrineholm\n1\n\(tree.roots[1].base64)\n"
    )
  }

  @Test("what is written is read again, and holds for its leaf only")
  func roundTrip() throws {
    for size in 1...20 {
      for index in 0..<size {
        for extra in [nil, [0xff], [UInt8](repeating: 1, count: 1000)] {
          let written = proof(index, size, extra: extra, isSigned: index % 2 == 0)
          let read = try TlogProof(parsing: written.text)
          #expect(read.text == written.text)
          #expect(read.proof == written.proof && read.extra == extra)
          try read.check(leafHash: tree.leafHashes[index])
          #expect(throws: ProofError.self) { try read.check(leafHash: MerkleTree.emptyRoot) }
        }
      }
    }
  }

  @Test("a proof with any bit of its title, index, hashes or root changed is unreadable or does not hold")
  func everyBit() throws {
    let bytes = Array(proof(7, extra: nil, isSigned: false).text.utf8)
    // Origin and size are what the checkpoint's signatures are for: the same hashes lead to a root at several sizes.
    let signed = Array("liggare.example/katrineholm\n20\n".utf8)
    let start = try #require(bytes.firstRange(of: signed)?.lowerBound)
    for index in bytes.indices where !(start..<start + signed.count).contains(index) {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        if let other = try? TlogProof(parsing: changed), (try? other.check(leafHash: tree.leafHashes[7])) != nil {
          Issue.record("byte \(index), bit \(bit)")
        }
      }
    }
  }

  @Test("a proof cut at any byte is refused")
  func everyCut() {
    let bytes = Array(proof(7, extra: [1]).text.utf8)
    let body = Array(proof(7, extra: [1], isSigned: false).text.utf8)
    for count in 0..<bytes.count where count != body.count {
      #expect(throws: TlogProofError.self, "cut to \(count)") {
        try TlogProof(parsing: Array(bytes.prefix(count)))
      }
    }
  }

  @Test("damage is named with its line")
  func damage() {
    let good = proof(2, 3, extra: nil, isSigned: false).text
    #expect(error(good) == nil)
    #expect(error("") == .missingLine(1))
    #expect(error(good.replacing("@v1", with: "@v2")) == .wrongTitle)
    #expect(error(" " + good) == .wrongTitle)
    #expect(error("c2sp.org/tlog-proof@v1\n") == .missingLine(2))
    #expect(error("c2sp.org/tlog-proof@v1\r\nindex 0\r\n") == .wrongTitle)
    for extra in ["extra \n", "extra A\n", "extra AB==\n", "extra  bWVy\n"] {
      #expect(
        error(good.replacing("index", with: extra + "index")) == .wrongExtra(line: 2), "\(extra)")
    }
    #expect(error(good.replacing("index", with: "extra\nindex")) == .wrongIndex(line: 2))
    #expect(
      error(good.replacing("index", with: "extra bWVy\nextra bWVy\nindex")) == .wrongIndex(line: 3))
    for index in ["", "-1", "+2", "02", " 2", "2 ", "9223372036854775808", "0x2", "\u{662}"] {
      #expect(
        error(good.replacing("index 2", with: "index \(index)")) == .wrongIndex(line: 2), "\(index)"
      )
    }
    #expect(error(good.replacing("index 2", with: "Index 2")) == .wrongIndex(line: 2))
    #expect(error(good.replacing("index 2\n", with: "index 2\nAAAA\n")) == .wrongHash(line: 3))
    #expect(error(good.replacing("index 2\n", with: "index 2\n \n")) == .wrongHash(line: 3))
    let hash = tree.roots[1].base64 + "\n"
    #expect(
      error("c2sp.org/tlog-proof@v1\nindex 0\n" + String(repeating: hash, count: 64))
        == .tooManyHashes)
    #expect(error("c2sp.org/tlog-proof@v1\nindex 0\n\no\n1\n") == .wrongCheckpoint(.missingLine(3)))
    #expect(
      error("c2sp.org/tlog-proof@v1\nindex 0\n\n\n1\n\(hash)") == .wrongCheckpoint(.emptyOrigin))
    #expect(throws: TlogProofError.notUTF8) {
      try TlogProof(parsing: Array(good.utf8) + [0xff, 0x0a])
    }
  }
}
