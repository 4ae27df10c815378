import Integrity
import TestSupport
import Testing

@Suite("SHA-256, each way that this machine has")
struct SHA256WayTests {
  private static func hash(_ bytes: [UInt8], _ way: SHA256.Way) -> Digest {
    var hasher = SHA256(way)
    hasher.update(bytes)
    return hasher.finalize()
  }

  @Test("the best way is one that the machine has, and plain C is everywhere")
  func ways() {
    #expect(SHA256.Way.available.contains(.portable))
    #expect(SHA256.Way.available.contains(SHA256.Way.best))
    #expect(SHA256.Way.available.last == SHA256.Way.best, "instructions come before plain C")
    #expect(!(SHA256.Way.available.contains(.x86) && SHA256.Way.available.contains(.arm64)))
  }

  @Test(
    "NIST's short and long messages have their digests", .enabled(if: NISTVectors.arePresent, "no data folder"),
    arguments: [("SHA256ShortMsg.rsp", 65), ("SHA256LongMsg.rsp", 64)])
  func messages(file: String, count: Int) throws {
    let messages = try NISTVectors.messages(file)
    #expect(messages.count == count)
    for message in messages {
      #expect(SHA256.hash(message.bytes).hex == message.digestHex, "\(message.bytes.count) bytes")
      for way in SHA256.Way.available {
        #expect(Self.hash(message.bytes, way).hex == message.digestHex, "\(message.bytes.count) bytes, \(way)")
      }
    }
  }

  /// Each of the hundred digests is the last of a thousand, each over the three before it.
  @Test(
    "NIST's Monte Carlo chain has its hundred digests", .enabled(if: NISTVectors.arePresent, "no data folder"),
    arguments: SHA256.Way.available)
  func monteCarlo(_ way: SHA256.Way) throws {
    let (seed, expected) = try NISTVectors.monteCarlo()
    #expect(expected.count == 100)
    var last = try #require(Digest(bytes: seed))
    for (index, hex) in expected.enumerated() {
      var three = [last.bytes, last.bytes, last.bytes]
      for _ in 0..<1000 {
        three = [three[1], three[2], Self.hash(three[0] + three[1] + three[2], way).bytes]
      }
      last = try #require(Digest(bytes: three[2]))
      try #require(last.hex == hex, "digest \(index)")
    }
  }

  @Test("messages of every length 0...300 have the digests that the standard's text gives, and so have their leaves")
  func everyLength() {
    let bytes = (0..<300).map { UInt8($0 * 7 % 256) }
    for length in 0...bytes.count {
      let message = Array(bytes.prefix(length))
      let expected = ReferenceSHA256.hash(message)
      for way in SHA256.Way.available where Self.hash(message, way).bytes != expected {
        Issue.record("\(length) bytes, \(way)")
      }
      let leaf = ReferenceSHA256.hash([0x00] + message)
      if MerkleTree.leafHash(message).bytes != leaf { Issue.record("leaf of \(length) bytes") }
    }
  }

  @Test(
    "leaves hashed side by side have their own hashes, however many and however long", arguments: SHA256.Way.available)
  func leaves(_ way: SHA256.Way) {
    var generator = SeededGenerator(seed: 6962)
    let buffer = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for count in Array(0...40) + [255, 256, 257] {
      // First all lengths about a block's border, then lengths as journals have them.
      let ranges = (0..<count).map { index in
        let length =
          count < 30
          ? [54, 55, 62, 63, 64, 118, 119, 126, 127, 128, 0, 1][(index * 5 + count) % 12]
          : Int.random(in: 0...700, using: &generator)
        let start = Int.random(in: 0...buffer.count - length, using: &generator)
        return start..<start + length
      }
      let expected = ranges.map { ReferenceSHA256.hash([0x00] + buffer[$0]) }
      let found = buffer.withUnsafeBytes { MerkleTree.leafHashes(of: ranges, in: $0, way: way) }
      #expect(found.map(\.bytes) == expected, "\(count) leaves")
    }
  }

  @Test("nodes hashed side by side give the root of a full tree", arguments: SHA256.Way.available)
  func nodes(_ way: SHA256.Way) {
    let tree = SampleTree(size: 128)
    for level in 0...7 {
      let expected = ReferenceTree.root(tree.leaves[..<(1 << level)])
      #expect(MerkleTree.root(ofFull: Array(tree.leafHashes.prefix(1 << level)), way: way) == expected)
    }
  }

  @Test("a node's hash is that of its 65 bytes")
  func node() {
    let tree = SampleTree(size: 20)
    for (left, right) in zip(tree.leafHashes, tree.roots) {
      #expect(MerkleTree.nodeHash(left, right).bytes == ReferenceSHA256.hash([0x01] + left.bytes + right.bytes))
    }
  }

  @Test("a message cut into pieces has the digest of the whole", arguments: SHA256.Way.available)
  func pieces(_ way: SHA256.Way) {
    let bytes = (0..<400).map { UInt8($0 % 251) }
    for size in [1, 3, 63, 64, 65, 127, 128, 129] {
      var hasher = SHA256(way)
      for start in stride(from: 0, to: bytes.count, by: size) {
        hasher.update(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(hasher.finalize().bytes == ReferenceSHA256.hash(bytes))
    }
  }
}
