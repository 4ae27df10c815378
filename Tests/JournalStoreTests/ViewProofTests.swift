import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import TestSupport
import Testing

@testable import JournalStore

/// Proofs from an open journal, held against the leaves of the lines themselves.
@Suite("Proofs from a journal")
struct ViewProofTests {
  private static let leaves = ExampleLedger.lines.map { MerkleTree.leafHash($0) }

  /// The root over leaves, as RFC 6962 section 2.1 writes it.
  private static func root(_ leaves: ArraySlice<Digest>) -> Digest {
    if leaves.isEmpty { return MerkleTree.emptyRoot }
    guard leaves.count > 1, let first = leaves.first else { return leaves[leaves.startIndex] }
    _ = first
    var left = 1
    while left * 2 < leaves.count { left *= 2 }
    return MerkleTree.nodeHash(root(leaves.prefix(left)), root(leaves.dropFirst(left)))
  }

  /// How the journal was opened.
  enum Opening: CaseIterable {
    /// Everything is swept.
    case whole
    /// Everything is in the cache.
    case cached
    /// The first 300 lines or so are in the cache, and the rest was swept.
    case split
    /// The cache holds fewer lines than a tile.
    case early
  }

  private static func view(_ opening: Opening, in scratch: ScratchFolder) throws -> JournalView {
    let folder = scratch("ledger")
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: folder)
    let file = URL(filePath: folder + "/events/000000000001.jsonl")
    let checkpoint = URL(filePath: folder + "/checkpoint")
    let (bytes, text) = (try Data(contentsOf: file), try Data(contentsOf: checkpoint))
    let count: Int
    switch opening {
    case .whole: return try JournalView.open(folder)
    case .cached: count = leaves.count
    case .split: count = try edge(from: 300)
    case .early: count = try edge(from: 100)
    }
    let origin = try Checkpoint(parsing: Array(text)).origin
    let first = Checkpoint(origin: origin, size: count, root: root(leaves[..<count]))
    try Data(ExampleLedger.lines[..<count].flatMap { $0 + [0x0A] }).write(to: file)
    try Data(first.text.utf8).write(to: checkpoint)
    #expect(
      try JournalView.open(folder, cache: IndexCache(folder: scratch("cache"), writesFrom: 1)).sweptCount == count)
    try bytes.write(to: file)
    try text.write(to: checkpoint)
    let view = try JournalView.open(folder, cache: IndexCache(folder: scratch("cache"), writesFrom: 10_000))
    #expect(view.sweptCount == leaves.count - count)
    return view
  }

  /// The first number of lines from `count` on that ends a batch.
  private static func edge(from count: Int) throws -> Int {
    for size in count... {
      let batch = try LineFormat.decode(ExampleLedger.lines[size - 1]).event.batch
      if batch.map({ $0.place == $0.count }) ?? true { return size }
    }
    return count
  }

  @Test("every full subtree has the hash of its leaves, wherever they are known from", arguments: Opening.allCases)
  func subtrees(_ opening: Opening) throws {
    let scratch = try ScratchFolder()
    let view = try Self.view(opening, in: scratch)
    for level in 0...9 {
      for index in 0..<(Self.leaves.count >> level) {
        let range = (index << level)..<((index + 1) << level)
        let hash = try view.subtree(Subtree(level: level, index: index))
        #expect(hash == Self.root(Self.leaves[range]), "level \(level), \(range)")
      }
    }
    #expect(view.failure == nil)
  }

  @Test("the root at every size, and proofs between sizes, are those of the lines", arguments: Opening.allCases)
  func sizes(_ opening: Opening) throws {
    let scratch = try ScratchFolder()
    let view = try Self.view(opening, in: scratch)
    var range = CompactRange()
    #expect(try view.root(size: 0) == MerkleTree.emptyRoot)
    let checkpoint = try #require(view.checkpoint)
    for size in 1...Self.leaves.count {
      range.append(Self.leaves[size - 1])
      #expect(try view.root(size: size) == range.root)
      let (proof, root) = try view.consistencyProof(from: size, to: checkpoint)
      #expect(root == range.root && proof.from == size && proof.to == checkpoint.size)
      try proof.check(fromRoot: range.root, toRoot: checkpoint.root)
    }
    #expect(checkpoint.root == range.root)
  }

  @Test("every position is proved at the size of the checkpoint and at others", arguments: Opening.allCases)
  func positions(_ opening: Opening) throws {
    let scratch = try ScratchFolder()
    let view = try Self.view(opening, in: scratch)
    let whole = try #require(view.checkpoint)
    for size in [1, 2, 3, 255, 256, 257, 300, 301, 511, 512, 513, whole.size - 1, whole.size] {
      let checkpoint = Checkpoint(origin: whole.origin, size: size, root: Self.root(Self.leaves[..<size]))
      for position in 1...size where size == whole.size || position % 17 == 1 || position == size {
        let proof = try view.inclusionProof(at: position, in: checkpoint)
        #expect(proof.index == position - 1 && proof.size == size)
        try proof.check(leafHash: Self.leaves[position - 1], root: checkpoint.root)
      }
    }
  }

  @Test("a hash changed in the cache under checksums that agree: each position is proved rightly, or is damage")
  func forgedCache() throws {
    let scratch = try ScratchFolder()
    let checkpoint = try #require(try Self.view(.cached, in: scratch).checkpoint)
    let path = "\(scratch("cache"))/\(try #require(try FileOperations.system.names(in: scratch("cache")).first))"
    let key = IndexCacheTests.key(in: try FileOperations.system.read(path))
    let sections = try #require(FileSections(path, key: key, operations: .system))
    var tables: [(number: Int, bytes: [UInt8])] = []
    for number in 0..<64 where sections.byteCount(of: number) > 0 {
      tables.append((number, try sections.load(number, 0..<sections.byteCount(of: number), as: UInt8.self)))
    }
    let stride = MemoryLayout<LineIndex.Line>.stride
    let places = [
      (LineIndex.Table.lines, 300 * stride + 20), (LineIndex.Table.lines, stride - 1), (LineIndex.Table.tiles8, 9),
    ]
    for (table, byte) in places {
      var forged = tables
      let index = try #require(forged.firstIndex { $0.number == table })
      forged[index].bytes[byte] ^= 1
      let file = Array(CacheFile.pieces(key: key, note: sections.note, tables: forged).joined())
      try FileOperations.system.replaceUnsynced(path, with: [file])
      var refused = 0
      for position in [1, 2, 3, 255, 257, 300, 301, 302, 512, 513, checkpoint.size] {
        let view = try JournalView.open(
          scratch("ledger"), cache: IndexCache(folder: scratch("cache"), writesFrom: 10_000))
        #expect(view.sweptCount == 0)
        _ = view.event(at: position)
        guard let proof = try? view.inclusionProofs(at: [position], in: checkpoint)[position] else {
          refused += 1
          continue
        }
        #expect(proof.index == position - 1)
        try proof.check(leafHash: Self.leaves[position - 1], root: checkpoint.root)
      }
      // Only the line whose own leaf is another: its bytes are not those of the leaf.
      #expect(refused <= 1, "table \(table): \(refused)")
    }
  }

  @Test("proofs of several lines at once are those of each", arguments: Opening.allCases)
  func several(_ opening: Opening) throws {
    let scratch = try ScratchFolder()
    let view = try Self.view(opening, in: scratch)
    let checkpoint = try #require(view.checkpoint)
    let positions = Array(stride(from: 1, through: checkpoint.size, by: 13)) + [checkpoint.size]
    for position in positions.prefix(20) { #expect(view.event(at: position)?.position == position) }
    let proofs = try view.inclusionProofs(at: positions, in: checkpoint)
    #expect(Set(proofs.keys) == Set(positions))
    for (position, proof) in proofs { #expect(try view.inclusionProof(at: position, in: checkpoint) == proof) }
    #expect(try view.inclusionProofs(at: [], in: checkpoint).isEmpty)
  }

  @Test("a checkpoint of another history is not proved: the index is made anew, and then it is damage")
  func otherRoot() throws {
    let view = try JournalView.open(ExampleLedger.folder)
    let own = try #require(view.checkpoint)
    let other = Checkpoint(origin: own.origin, size: own.size, root: MerkleTree.leafHash([1]))
    let damage = JournalError.damage(Damage(file: "events", kind: .changedWhileRead))
    #expect(throws: damage) { try view.inclusionProof(at: 1, in: other) }
    #expect(throws: damage) { try view.inclusionProofs(at: [1, 2], in: other) }
    #expect(throws: damage) { try view.consistencyProof(from: 1, to: other) }
  }

  @Test("what was kept elsewhere is held against the lines: each way of not fitting has its name")
  func standings() throws {
    let view = try JournalView.open(ExampleLedger.folder)
    let own = try #require(view.checkpoint)
    let root = Self.root(Self.leaves[..<100])
    let history = try History(view, rootsAt: [100, own.size])
    func standing(_ origin: String, _ size: Int, _ root: Digest) -> Standing {
      history.standing(of: .checkpoint(Checkpoint(origin: origin, size: size, root: root)))
    }
    #expect(standing(own.origin, 100, root) == .holds)
    #expect(standing(own.origin, own.size, own.root) == .holds)
    #expect(standing(own.origin, 100, own.root) == .forked(size: 100))
    #expect(
      standing(own.origin, own.size + 1, own.root) == .shortened(size: own.size + 1, lineCount: own.size))
    #expect(standing("uuid:x", 100, root) == .otherLedger(origin: own.origin, found: "uuid:x"))
    #expect(standing(own.origin, 0, MerkleTree.emptyRoot) == .empty)
    func printed(_ origin: String, _ size: Int, _ root: Digest) -> Standing {
      history.standing(of: .printed(PrintedCheckpoint(Checkpoint(origin: origin, size: size, root: root))))
    }
    #expect(printed(own.origin, 100, root) == .holds)
    #expect(printed(own.origin, 100, own.root) == .forked(size: 100))
    #expect(printed("uuid:x", 100, root) == .forked(size: 100))
    #expect(printed(own.origin, 9999, root) == .shortened(size: 9999, lineCount: own.size))
  }

  @Test("the report of a verification has the roots that were asked for, of a sound journal and of a damaged one")
  func reportRoots() throws {
    let sizes: Set<Int> = [0, 1, 256, 300, Self.leaves.count, Self.leaves.count + 1]
    let report = try Journal.verify(ExampleLedger.folder, rootsAt: sizes)
    #expect(report.isSound && Set(report.roots.keys) == sizes.subtracting([Self.leaves.count + 1]))
    for (size, root) in report.roots { #expect(root == Self.root(Self.leaves[..<size])) }
    let scratch = try ScratchFolder()
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: scratch("ledger"))
    let file = URL(filePath: scratch("ledger/events/000000000001.jsonl"))
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 40] ^= 1
    try bytes.write(to: file)
    let damaged = try Journal.verify(scratch("ledger"), rootsAt: sizes)
    #expect(!damaged.isSound)
    #expect(damaged.roots[300] == report.roots[300])
    #expect(damaged.roots[Self.leaves.count] != report.roots[Self.leaves.count])
    #expect(
      History(damaged).standing(of: .checkpoint(try #require(report.checkpoint))) == .forked(size: Self.leaves.count))
  }
}
