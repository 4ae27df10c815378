import CommandArguments
import DurableFiles
import Integrity
import Wording

/// The leaves on standard input, one a line, and the tree over them.
///
/// Each line without its LF is a leaf: as it is, or what its hexadecimal or base64 stands for. An empty line is the
/// empty leaf; the last line needs no LF. Empty input is the empty tree.
struct MerkleLeaves {
  /// The leaf hashes in order.
  let hashes: [Digest]

  private static let hex = Flag("hex", Localized("löven är hexadecimala", "the leaves are hexadecimal"))
  private static let base64 = Flag("base64", Localized("löven är base64", "the leaves are base64"))
  static let options: [any Declared] = [hex, base64]

  /// What the help of a command that reads leaves says of them, and then of itself.
  static func discussion(_ sv: String, _ en: String) -> Localized {
    Localized(
      "Löven läses från standard in, ett per rad: som de står, eller med --hex eller --base64.\n\n\(sv)",
      "The leaves are read from standard input, one a line: as they stand, or with --hex or --base64.\n\n\(en)")
  }

  init(_ session: Session) throws(Failure) {
    let isHex = session.arguments[MerkleLeaves.hex]
    let isBase64 = session.arguments[MerkleLeaves.base64]
    if isHex, isBase64 { throw .exclusive(["--hex", "--base64"]) }
    let input: [UInt8]
    do throws(FileError) { input = try session.world.console.input().get() } catch { throw .file(error) }
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard isHex || isBase64 else {
      hashes = input.withUnsafeBytes { bytes in
        MerkleTree.leafHashes(of: lines.map { $0.startIndex..<$0.endIndex }, in: bytes)
      }
      return
    }
    var hashes: [Digest] = []
    for (index, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      guard let leaf = isHex ? Hexadecimal.decode(text.lowercased()) : Base64.decode(text) else {
        throw .unreadableLeaf(line: index + 1, option: isHex ? "--hex" : "--base64")
      }
      hashes.append(MerkleTree.leafHash(leaf))
    }
    self.hashes = hashes
  }

  /// How many leaves there are.
  var size: Int { hashes.count }

  /// The root over the first so many leaves. Requires 0 ≤ size ≤ `self.size`.
  func root(_ size: Int) -> Digest {
    var range = CompactRange()
    range.append(leaves: Array(hashes.prefix(size)))
    return range.root
  }

  /// The hash of a full subtree.
  func hash(_ subtree: Subtree) -> Digest {
    MerkleTree.root(ofFull: Array(hashes[subtree.start..<subtree.start + (1 << subtree.level)]))
  }
}
