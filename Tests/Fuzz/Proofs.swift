import Integrity

// Proofs, printed checkpoints, and the paths and bundles of a log in tiles. The first byte says which.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let text = String(validating: bytes, as: UTF8.self)
  switch start[0] {
  case UInt8(ascii: "p"):
    guard let proof = try? TlogProof(parsing: bytes) else { break }
    precondition(Array(proof.text.utf8) == bytes, "a proof written otherwise")
    // Whatever was read must be checked without a trap.
    try? proof.check(leafHash: MerkleTree.leafHash(bytes))
  case UInt8(ascii: "c"):
    guard let text, let printed = try? PrintedCheckpoint(parsing: text) else { break }
    let again = try? PrintedCheckpoint(parsing: printed.text)
    precondition(again == printed && again?.text == printed.text, "a printed checkpoint read otherwise")
  case UInt8(ascii: "t"):
    guard let text else { break }
    if let tile = Tile(path: text) {
      precondition(Array(tile.path.utf8) == bytes, "a tile's path written otherwise")
      _ = tile.subtrees.count
    }
    if let bundle = EntryBundle(path: text) {
      precondition(Array(bundle.path.utf8) == bytes, "a bundle's path written otherwise")
    }
  case UInt8(ascii: "b"):
    guard let width = bytes.first, let bundle = EntryBundle(path: "tile/entries/000.p/\(max(1, width))"),
      let entries = try? bundle.decode(Array(bytes.dropFirst()))
    else { break }
    precondition(entries.count == bundle.width && EntryBundle.encode(entries) == Array(bytes.dropFirst()))
  default: break
  }
  return 0
}
