/// A piece of a tree as a file: up to 256 neighbouring hashes of one height (C2SP tlog-tiles).
///
/// The tile n of level l has the roots of the full subtrees of 256^l leaves with the indexes n × 256 to n × 256 + 255:
/// at level 0 leaf hashes, above it the roots of full tiles of the level below. A tile is full at 256 hashes, and never
/// changes then; the last one of a level may be partial. Its bytes are its hashes, 32 bytes each, from left to right.
///
/// Its path has the index in groups of three digits, all but the last after an `x`, and the width where it is partial:
///
///     tile/0/x001/x234/067
///     tile/1/000.p/17
///
/// A tile is no proof of anything by itself: what is made of tiles is checked against a checkpoint.
package struct Tile: Hashable, Sendable {
  /// How many levels of the tree are between a tile's hashes and those of the tile above it.
  package static let height = 8
  /// How many hashes a full tile has.
  package static let fullWidth = 256

  /// 0...7: no tree of at most Int.max leaves has a higher one.
  package let level: Int
  /// Its place among the tiles of its level, from the left, 0 or more.
  package let index: Int
  /// How many hashes it has, 1...256.
  package let width: Int

  /// Requires 0 ≤ level ≤ 7, 1 ≤ width ≤ 256, index ≥ 0, and leaves whose indexes are all below Int.max.
  package init(level: Int, index: Int, width: Int = Tile.fullWidth) {
    precondition(Tile.exists(level: level, index: index, width: width), "no tile of any tree")
    self.level = level
    self.index = index
    self.width = width
  }

  /// Whether a tree of at most Int.max leaves can have this tile.
  private static func exists(level: Int, index: Int, width: Int) -> Bool {
    guard (0...7).contains(level), (1...fullWidth).contains(width), index >= 0 else { return false }
    let most = Int.max >> (height * level)
    return width <= most && index <= (most - width) / fullWidth
  }

  package var isPartial: Bool { width < Tile.fullWidth }

  /// How many bytes its file has.
  package var byteCount: Int { width * Digest.byteCount }

  /// The subtrees whose hashes it has, from left to right.
  package var subtrees: [Subtree] {
    (0..<width).map { Subtree(level: level * Tile.height, index: index * Tile.fullWidth + $0) }
  }
}

extension Tile {
  /// The path of its file below the log's, as `tile/0/x001/234.p/17`.
  package var path: String { "tile/\(level)/\(TilePath.text(index, width))" }

  /// Reads a path; nil unless it is exactly what `path` writes for some tile.
  package init?(path: String) {
    let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == "tile", let level = TilePath.number(parts[1]),
      let (index, width) = TilePath.read(parts[2]), Tile.exists(level: level, index: index, width: width)
    else { return nil }
    self.init(level: level, index: index, width: width)
  }
}

extension Tile {
  /// The tile at this place in a tree of `size` leaves, full or partial; nil where the tree has none. Requires
  /// 0 ≤ level ≤ 7, index ≥ 0 and size ≥ 0.
  package static func at(level: Int, index: Int, size: Int) -> Tile? {
    precondition((0...7).contains(level) && index >= 0 && size >= 0, "no place of any tree")
    let hashCount = size >> (height * level)
    // Divided, not multiplied: the index may be any number.
    guard index <= hashCount / fullWidth else { return nil }
    let width = min(fullWidth, hashCount - index * fullWidth)
    return width > 0 ? Tile(level: level, index: index, width: width) : nil
  }

  /// The tiles that a tree of `to` leaves has and one of `from` leaves does not, level by level, from left to right;
  /// all of a tree where `from` is 0. Requires 0 ≤ from ≤ to. The list is as long as the answer: one tile for every 255
  /// leaves, about.
  package static func added(from: Int = 0, to: Int) -> [Tile] {
    precondition(0 <= from && from <= to, "the tree has shrunk")
    var tiles: [Tile] = []
    for level in 0...7 {
      let (before, after) = (from >> (height * level), to >> (height * level))
      guard after > before else { break }
      for index in before / fullWidth...(after - 1) / fullWidth {
        tiles.append(Tile(level: level, index: index, width: min(fullWidth, after - index * fullWidth)))
      }
    }
    return tiles
  }
}

/// The part of a path that is the same for tiles and bundles: index and width.
enum TilePath {
  /// `x001/x234/067`, and `.p/17` where the width is less than 256.
  static func text(_ index: Int, _ width: Int) -> String {
    var rest = index
    var groups: [String] = []
    repeat {
      let digits = String(rest % 1000)
      let group = String(repeating: "0", count: 3 - digits.count) + digits
      groups.insert(groups.isEmpty ? group : "x" + group, at: 0)
      rest /= 1000
    } while rest > 0
    return groups.joined(separator: "/") + (width < Tile.fullWidth ? ".p/\(width)" : "")
  }

  /// Reads what `text` writes; nil for anything else.
  static func read(_ text: String) -> (index: Int, width: Int)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var groups = parts
    var width = Tile.fullWidth
    if parts.count > 1, parts[parts.count - 2].hasSuffix(".p") {
      guard let stated = number(groups.removeLast()) else { return nil }
      width = stated
      groups[groups.count - 1].removeLast(2)
    }
    var index = 0
    for group in groups {
      let digits = group.utf8.first == UInt8(ascii: "x") ? group.utf8.dropFirst() : group.utf8[...]
      guard digits.count == 3, let value = UInt16(String(digits) ?? "") else { return nil }
      let (product, isTooLarge) = index.multipliedReportingOverflow(by: 1000)
      let (sum, isMore) = product.addingReportingOverflow(Int(value))
      guard !isTooLarge, !isMore else { return nil }
      index = sum
    }
    return self.text(index, width).utf8.elementsEqual(text.utf8) ? (index, width) : nil
  }

  /// A decimal number without sign and leading zeros.
  static func number(_ text: String) -> Int? {
    guard let number = Int(text), number >= 0, String(number).utf8.elementsEqual(text.utf8) else { return nil }
    return number
  }
}
