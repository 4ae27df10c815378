/// Why hashes cannot be had from tiles.
package enum TileError<Failure: Error>: Error {
  /// The tile could not be read.
  case unreadable(Tile, Failure)
  /// The tile has another number of bytes than its width asks for.
  case wrongByteCount(Tile, found: Int)
}

extension TileError: Equatable where Failure: Equatable {}
extension TileError: Sendable {}

/// The hashes of a tree's full subtrees, read from its tiles: what proofs are made from.
///
///     var tiles = TileReader(size: checkpoint.size) { tile throws(FileError) in try file(tile.path) }
///     let proof = try InclusionProof.make(index: 7, size: checkpoint.size) { try tiles.hash($0) }
///     try proof.check(leafHash: …, root: checkpoint.root)
///
/// Each tile is read once and kept, 8 KiB each; a proof touches three or fewer for every 256-fold of the size. The
/// tiles are believed as they are: the check against the root shows whether they deserved it.
package struct TileReader<Failure: Error> {
  /// The tree's size; decides which tiles are partial.
  package let size: Int
  private let read: (Tile) throws(Failure) -> [UInt8]
  private var kept: [Tile: [UInt8]] = [:]

  /// Requires size ≥ 0.
  package init(size: Int, read: @escaping (Tile) throws(Failure) -> [UInt8]) {
    precondition(size >= 0, "a negative size")
    self.size = size
    self.read = read
  }

  /// The hash of a full subtree. Requires leaves within the size. At most one tile is read, and 127 nodes hashed.
  package mutating func hash(_ subtree: Subtree) throws(TileError<Failure>) -> Digest {
    let (place, offset, count) = TileReader.place(of: subtree)
    guard let tile = Tile.at(level: place.level, index: place.index, size: size), offset + count <= tile.width else {
      preconditionFailure("the tree does not have the subtree whole")
    }
    let bytes = try bytes(of: tile)
    let hashes = (offset..<offset + count).compactMap { at in
      Digest(bytes: Array(bytes[at * Digest.byteCount..<(at + 1) * Digest.byteCount]))
    }
    return MerkleTree.root(ofFull: hashes)
  }

  /// The tile that has the hashes below a subtree's root, and which of them: 2^(level mod 8) from `offset`.
  private static func place(of subtree: Subtree) -> (place: (level: Int, index: Int), offset: Int, count: Int) {
    let rise = subtree.level % Tile.height
    let first = subtree.index << rise
    return (
      (subtree.level / Tile.height, first / Tile.fullWidth), first % Tile.fullWidth, 1 << rise
    )
  }

  private mutating func bytes(of tile: Tile) throws(TileError<Failure>) -> [UInt8] {
    if let bytes = kept[tile] { return bytes }
    let found: [UInt8]
    do throws(Failure) { found = try read(tile) } catch { throw .unreadable(tile, error) }
    guard found.count == tile.byteCount else { throw .wrongByteCount(tile, found: found.count) }
    kept[tile] = found
    return found
  }
}
