/// Why a text is no tlog-proof. Lines are counted from 1.
package enum TlogProofError: Error, Equatable, Sendable {
  /// The text is not valid UTF-8.
  case notUTF8
  /// Line 1 is not `c2sp.org/tlog-proof@v1`.
  case wrongTitle
  /// The text ends before this line, or within it.
  case missingLine(Int)
  /// The line begins with `extra ` and does not go on with canonical base64 of at least one byte.
  case wrongExtra(line: Int)
  /// The line is not `index ` and a decimal number 0...Int.max without leading zeros.
  case wrongIndex(line: Int)
  /// The line is neither the canonical base64 of a hash nor empty.
  case wrongHash(line: Int)
  /// There are more than 63 hashes.
  case tooManyHashes
  /// What follows the empty line is no checkpoint; the error counts its lines from that one.
  case wrongCheckpoint(CheckpointError)
}

/// A leaf's place in a journal with all that is needed to check it against a checkpoint: C2SP tlog-proof.
///
/// The text is UTF-8, each line ended by one LF:
///
///     c2sp.org/tlog-proof@v1
///     extra <base64>            may be absent; opaque, and nothing vouches for it
///     index <N>                 decimal, from 0
///     <base64 of a hash>        zero or more, from the leaf's sibling upwards
///                               an empty line
///     <the checkpoint>          as it is, signed or not
///
/// Its checkpoint states the size. Files of it are called `.tlog-proof`. The type has its own name because a
/// proof by itself is an `InclusionProof`.
package struct TlogProof: Sendable {
  private static let title = "c2sp.org/tlog-proof@v1"

  /// Bytes with a meaning of the application's own, not authenticated; nil where there are none.
  package let extra: [UInt8]?
  /// The leaf's index and the hashes; its size is the checkpoint's.
  package let proof: InclusionProof
  /// The tree's root at that size, with the signatures as they were read, unverified.
  package let checkpoint: Checkpoint

  /// Requires a proof for the checkpoint's size, with an index of 0 or more, and extra bytes that are nil or not empty.
  package init(_ proof: InclusionProof, _ checkpoint: Checkpoint, extra: [UInt8]? = nil) {
    precondition(proof.size == checkpoint.size && proof.index >= 0, "the proof is about another tree")
    precondition(extra?.isEmpty != true, "nothing is not extra")
    self.proof = proof
    self.checkpoint = checkpoint
    self.extra = extra
  }

  /// The proof as text.
  package var text: String {
    let extraLine = extra.map { "extra \(Base64.encode($0))\n" } ?? ""
    let hashes = proof.hashes.map { $0.base64 + "\n" }.joined()
    return "\(TlogProof.title)\n\(extraLine)index \(proof.index)\n\(hashes)\n\(checkpoint.formatted)"
  }

  /// Reads what `text` writes, and refuses everything else. The proof itself is not checked.
  package init(parsing text: String) throws(TlogProofError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// As above, for the bytes of a text.
  package init(parsing bytes: [UInt8]) throws(TlogProofError) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    var lines = Lines(rest: bytes[...])
    guard try lines.next() == TlogProof.title else { throw .wrongTitle }
    var line = try lines.next()
    var extra: [UInt8]?
    if let text = line.following("extra ") {
      guard let bytes = Base64.decode(text), !bytes.isEmpty else { throw .wrongExtra(line: lines.number) }
      extra = bytes
      line = try lines.next()
    }
    guard let text = line.following("index "), let index = Int(text), index >= 0, String(index) == text else {
      throw .wrongIndex(line: lines.number)
    }
    var hashes: [Digest] = []
    while true {
      line = try lines.next()
      if line.isEmpty { break }
      guard let hash = Digest(base64: line) else { throw .wrongHash(line: lines.number) }
      guard hashes.count < 63 else { throw .tooManyHashes }
      hashes.append(hash)
    }
    do throws(CheckpointError) {
      checkpoint = try Checkpoint(parsing: Array(lines.rest))
    } catch { throw .wrongCheckpoint(error) }
    proof = InclusionProof(index: index, size: checkpoint.size, hashes: hashes)
    self.extra = extra
  }

  /// Checks that the leaf is at the index in the tree of the checkpoint. Whether the checkpoint can be trusted, by its
  /// signatures or because it is the one that was kept, is another question.
  package func check(leafHash: Digest) throws(ProofError) {
    try proof.check(leafHash: leafHash, root: checkpoint.root)
  }
}

/// The lines of a text, one after another.
private struct Lines {
  private(set) var rest: ArraySlice<UInt8>
  /// The number of the line that was taken last.
  private(set) var number = 0

  init(rest: ArraySlice<UInt8>) {
    self.rest = rest
  }

  mutating func next() throws(TlogProofError) -> String {
    number += 1
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw .missingLine(number) }
    defer { rest = rest[(end + 1)...] }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}

extension String {
  /// What follows the prefix, compared byte for byte; nil where the text does not begin with it.
  fileprivate func following(_ prefix: String) -> String? {
    utf8.starts(with: prefix.utf8) ? String(decoding: Array(utf8.dropFirst(prefix.utf8.count)), as: UTF8.self) : nil
  }
}
