import Integrity
import TestSupport
import Testing

@Suite("Tiles")
struct TileTests {
  @Test("a tile's path has groups of three digits, and its width where it is partial")
  func paths() {
    let paths: [(Tile, String)] = [
      (Tile(level: 0, index: 0), "tile/0/000"),
      (Tile(level: 0, index: 0, width: 1), "tile/0/000.p/1"),
      (Tile(level: 2, index: 999, width: 255), "tile/2/999.p/255"),
      (Tile(level: 0, index: 1000), "tile/0/x001/000"),
      (Tile(level: 0, index: 1_234_067), "tile/0/x001/x234/067"),
      (Tile(level: 1, index: 1_000_000, width: 17), "tile/1/x001/x000/000.p/17"),
    ]
    for (tile, path) in paths {
      #expect(tile.path == path)
      #expect(Tile(path: path) == tile)
    }
    let bundle = EntryBundle(of: Tile(level: 0, index: 1234, width: 17))
    #expect(bundle.path == "tile/entries/x001/234.p/17")
    #expect(EntryBundle(path: bundle.path) == bundle)
    #expect(bundle.leaves == 315_904..<315_921)
  }

  @Test(
    "a path that is not exactly a tile's is refused",
    arguments: [
      "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/00/000",
      "tile/8/000",
      "tile/-1/000", "tile/+1/000", "tile/0/x000", "tile/0/x000/000", "tile/0/001/000",
      "tile/0/x001/x000",
      "tile/0/X001/000", "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256",
      "tile/0/000.p/01",
      "tile/0/000.p/+1", "tile/0/000.p/1/", "tile/0/000/", "/tile/0/000", "tile//000", "tile/0/0 0",
      "tile/0/٠٠٠",
      "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/x009/x223/x372/x036/x854/x775/807",
      "tile/x/000",
      "tile/7/128", "tile/7/000.p/129", "tile/entries/000", "tile/0/..", "tile/0/.p/5",
      "tile/0/000.p/1.p/1",
    ])
  func wrongPaths(_ path: String) {
    #expect(Tile(path: path) == nil)
    #expect(
      EntryBundle(path: path.replacing("tile/0", with: "tile/entries")) == nil
        || path == "tile/entries/000")
  }

  @Test("entries have no level, so a path with one is no bundle's")
  func bundlePaths() {
    for path in [
      "tile/entries/", "tile/entries/0/000", "tile/0/000", "entries/000", "tile/entries/000.p/256",
    ] {
      #expect(EntryBundle(path: path) == nil)
    }
  }

  /// The example of the specification: 273 full and one partial of width 112 at level 0, one full and one of width 17
  /// at level 1, one of width 1 at level 2.
  @Test(
    "a tree of 70,000 leaves has the tiles that the specification counts, and one of 256 a full and a partial one"
  )
  func specification() {
    let tiles = Tile.added(to: 70_000)
    #expect(tiles.count == 277)
    #expect(tiles.filter { $0.level == 0 && !$0.isPartial }.count == 273)
    #expect(
      tiles.suffix(4) == [
        Tile(level: 0, index: 273, width: 112), Tile(level: 1, index: 0),
        Tile(level: 1, index: 1, width: 17),
        Tile(level: 2, index: 0, width: 1),
      ])
    #expect(Tile.added(to: 256) == [Tile(level: 0, index: 0), Tile(level: 1, index: 0, width: 1)])
    #expect(Tile.added(to: 0).isEmpty)
    #expect(Tile.added(to: 1) == [Tile(level: 0, index: 0, width: 1)])
  }

  @Test("a tree's tiles are those that exist at their places, and no others")
  func places() {
    for size in [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000] {
      let tiles = Tile.added(to: size)
      #expect(Set(tiles).count == tiles.count)
      for tile in tiles {
        #expect(Tile.at(level: tile.level, index: tile.index, size: size) == tile)
      }
      for level in 0...7 {
        let count = tiles.filter { $0.level == level }.count
        #expect(Tile.at(level: level, index: count, size: size) == nil)
        #expect(Tile.at(level: level, index: .max, size: size) == nil)
        #expect(
          tiles.filter { $0.level == level }.reduce(0) { $0 + $1.width } == size >> (8 * level))
      }
    }
    #expect(Tile.at(level: 7, index: 0, size: .max) == Tile(level: 7, index: 0, width: 127))
    #expect(Tile.at(level: 0, index: Int.max / 256, size: .max)?.width == 255)
  }

  @Test(
    "the tiles added by growing are those of the larger tree that the smaller one does not have")
  func growing() {
    let sizes = [0, 1, 2, 255, 256, 257, 300, 511, 512, 513, 65_536, 65_800]
    for from in sizes {
      for to in sizes where to >= from {
        let before = Set(Tile.added(to: from))
        #expect(
          Tile.added(from: from, to: to) == Tile.added(to: to).filter { !before.contains($0) },
          "\(from), \(to)")
      }
    }
  }

  @Test("entries come back as they were put in a bundle, and a bundle cut or lengthened is refused")
  func bundles() throws {
    let entries: [[UInt8]] = [
      [], [1], [UInt8](repeating: 7, count: 255), [UInt8](repeating: 8, count: 65_535), [0, 0],
    ]
    let bytes = EntryBundle.encode(entries)
    #expect(bytes.prefix(5) == [0, 0, 0, 1, 1])
    let bundle = EntryBundle(of: Tile(level: 0, index: 3, width: 5))
    #expect(try bundle.decode(bytes).map(Array.init) == entries)
    for cut in [0, 1, 2, 3, 4, 5, 260, 300, bytes.count - 1] {
      #expect(throws: EntryBundleError.self) { try bundle.decode(Array(bytes.prefix(cut))) }
    }
    #expect(throws: EntryBundleError.excess(byteCount: 1)) { try bundle.decode(bytes + [0]) }
    #expect(throws: EntryBundleError.unfinished(entry: 4)) {
      try bundle.decode(Array(bytes.dropLast()))
    }
    #expect(throws: EntryBundleError.unfinished(entry: 5)) {
      try EntryBundle(of: Tile(level: 0, index: 3, width: 6)).decode(bytes)
    }
  }
}

@Suite("Hashes from tiles")
struct TileReaderTests {
  /// A tree of 66,000 small leaves, so that it has three levels of tiles, and its tiles as files.
  private struct Log {
    let leafHashes: [Digest]
    let files: [Tile: [UInt8]]
    let size: Int
    private let roots: [Int: Digest]

    init(size: Int) {
      self.size = size
      let bytes = (0..<size * 3).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
      let leafHashes = bytes.withUnsafeBytes { buffer in
        MerkleTree.leafHashes(of: (0..<size).map { $0 * 3..<$0 * 3 + 3 }, in: buffer)
      }
      self.leafHashes = leafHashes
      var range = CompactRange()
      roots = Dictionary(
        uniqueKeysWithValues: TileReaderTests.sizes.map { size in
          range.append(leaves: Array(leafHashes[range.end..<size]))
          return (size, range.root)
        })
      files = Dictionary(
        uniqueKeysWithValues: Tile.added(to: size).map { tile in
          (tile, tile.subtrees.flatMap { Self.hash($0, leafHashes).bytes })
        })
    }

    static func hash(_ subtree: Subtree, _ leafHashes: [Digest]) -> Digest {
      MerkleTree.root(
        ofFull: Array(leafHashes[subtree.start..<subtree.start + (1 << subtree.level)]))
    }

    /// The root at one of the sizes that the tests are about.
    func root(_ size: Int) -> Digest { roots[size] ?? MerkleTree.emptyRoot }
  }

  private static let sizes = [1, 2, 255, 256, 257, 300, 65_535, 65_536, 65_537, 66_000]
  private struct Missing: Error, Equatable {}
  private static let log = Log(size: 66_000)

  private func reader(_ size: Int? = nil) -> TileReader<Missing> {
    TileReader(size: size ?? Self.log.size) { tile throws(Missing) in
      // A tree that has grown keeps its partial tiles no longer: the first hashes of the larger one are the same.
      guard let place = Tile.at(level: tile.level, index: tile.index, size: Self.log.size),
        let bytes = Self.log.files[place]
      else { throw Missing() }
      return Array(bytes.prefix(tile.byteCount))
    }
  }

  @Test("every full subtree of a tree of 66,000 leaves has its hash, at every level")
  func subtrees() throws {
    var reader = reader()
    for level in 0...16 {
      let count = Self.log.size >> level
      for index in Set([0, 1, 2, 255, 256, 257, count / 2, count - 2, count - 1])
      where (0..<count).contains(index) {
        let subtree = Subtree(level: level, index: index)
        #expect(
          try reader.hash(subtree) == Log.hash(subtree, Self.log.leafHashes),
          "level \(level), index \(index)")
      }
    }
  }

  @Test("proofs made from tiles hold, in the whole tree and in earlier ones")
  func proofs() throws {
    let sizes = Self.sizes
    for size in sizes {
      var reader = reader(size)
      #expect(
        try MerkleTree.root(size: size) { s throws(TileError<Missing>) in try reader.hash(s) }
          == Self.log.root(size))
      for index in Set([0, 1, 254, 255, 256, size / 3, size - 1]) where index < size {
        let proof = try InclusionProof.make(index: index, size: size) {
          s throws(TileError<Missing>) in
          try reader.hash(s)
        }
        try proof.check(leafHash: Self.log.leafHashes[index], root: Self.log.root(size))
      }
      for from in sizes where from <= size {
        let proof = try ConsistencyProof.make(from: from, to: size) {
          s throws(TileError<Missing>) in
          try reader.hash(s)
        }
        try proof.check(fromRoot: Self.log.root(from), toRoot: Self.log.root(size))
      }
    }
  }

  @Test("a proof from a changed tile does not hold")
  func changedTile() throws {
    let index = 12_345
    var wrong = 0
    for place in [Tile(level: 0, index: index / 256), Tile(level: 1, index: 0)] {
      for byte in stride(from: 0, to: 8192, by: 97) {
        var reader = TileReader<Missing>(size: Self.log.size) { tile throws(Missing) in
          var bytes = Self.log.files[tile] ?? []
          if tile == place { bytes[byte] ^= 0x10 }
          return bytes
        }
        let proof = try InclusionProof.make(index: index, size: Self.log.size) {
          s throws(TileError<Missing>) in
          try reader.hash(s)
        }
        let holds =
          (try? proof.check(leafHash: Self.log.leafHashes[index], root: Self.log.root(66_000)))
          != nil
        // The leaf's own hash is not part of its proof; nor is the hash of its own tile.
        let isOwn = byte / 32 == (place.level == 0 ? index % 256 : index / 256)
        #expect(holds == isOwn, "\(place.path), byte \(byte)")
        wrong += holds ? 0 : 1
      }
    }
    #expect(wrong > 160)
  }

  @Test("a tile that is missing or has another length is named")
  func missing() {
    var none = TileReader<Missing>(size: 300) { _ throws(Missing) in throw Missing() }
    #expect(throws: TileError<Missing>.unreadable(Tile(level: 0, index: 0), Missing())) {
      try none.hash(Subtree(level: 0, index: 5))
    }
    var short = TileReader<Missing>(size: 300) { _ throws(Missing) in [1, 2, 3] }
    #expect(
      throws: TileError<Missing>.wrongByteCount(Tile(level: 0, index: 1, width: 44), found: 3)
    ) {
      try short.hash(Subtree(level: 0, index: 256))
    }
  }
}
