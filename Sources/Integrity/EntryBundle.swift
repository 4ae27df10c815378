/// Why bytes are no bundle of entries.
package enum EntryBundleError: Error, Equatable, Sendable {
  /// The bytes end within the entry at this place, 0..<width.
  case unfinished(entry: Int)
  /// Bytes follow the last entry.
  case excess(byteCount: Int)
}

/// Up to 256 neighbouring leaves as a file: the entries beside the tile of level 0 with the same index and width
/// (C2SP tlog-tiles).
///
/// Each entry is its number of bytes, two bytes, big-endian, and then its bytes; nothing stands between entries.
///
///     tile/entries/x001/234
///     tile/entries/000.p/17
package struct EntryBundle: Hashable, Sendable {
  /// The most bytes an entry can have; a journal's line has no more.
  package static let entryByteLimit = 65_535

  /// Its place among the bundles, from the left, 0 or more.
  package let index: Int
  /// How many entries it has, 1...256.
  package let width: Int

  /// The bundle of the entries under a tile. Requires a tile of level 0.
  package init(of tile: Tile) {
    precondition(tile.level == 0, "only leaves have entries")
    index = tile.index
    width = tile.width
  }

  /// The tile that has the hashes of its entries.
  package var tile: Tile { Tile(level: 0, index: index, width: width) }

  /// The indexes of its leaves.
  package var leaves: Range<Int> { index * Tile.fullWidth..<index * Tile.fullWidth + width }

  /// The path of its file below the log's.
  package var path: String { "tile/entries/\(TilePath.text(index, width))" }

  /// Reads a path; nil unless it is exactly what `path` writes for some bundle.
  package init?(path: String) {
    let prefix = "tile/entries/"
    guard path.utf8.starts(with: prefix.utf8), let tile = Tile(path: "tile/0/" + path.dropFirst(prefix.count)) else {
      return nil
    }
    self.init(of: tile)
  }

  /// The bytes of a bundle's file. Requires entries of at most 65,535 bytes.
  package static func encode(_ entries: some Sequence<some Collection<UInt8>>) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      precondition(entry.count <= entryByteLimit, "the entry does not fit")
      bytes += [UInt8(entry.count >> 8), UInt8(entry.count & 0xff)]
      bytes += entry
    }
    return bytes
  }

  /// The entries in the bytes of its file, exactly `width` of them. That they are those that were logged shows in the
  /// tile of their hashes.
  package func decode(_ bytes: [UInt8]) throws(EntryBundleError) -> [ArraySlice<UInt8>] {
    var entries: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    for entry in 0..<width {
      guard rest.count >= 2 else { throw .unfinished(entry: entry) }
      let count = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count >= 2 + count else { throw .unfinished(entry: entry) }
      entries.append(rest.dropFirst(2).prefix(count))
      rest = rest.dropFirst(2 + count)
    }
    guard rest.isEmpty else { throw .excess(byteCount: rest.count) }
    return entries
  }
}
