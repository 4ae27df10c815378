/// A statement of what a journal held at one size: the body of a C2SP tlog-checkpoint.
///
/// The text is UTF-8, three lines, each ended by one LF:
///
///     origin       a name of the log, not empty, without control characters
///     size         the number of leaves, decimal, 0...Int.max, without sign or leading zeros
///     root         the root hash of RFC 6962 section 2.1, standard base64, 44 characters
///
/// For example, of the journal with one leaf, the three bytes `abc`:
///
///     liggare.example/katrineholm
///     1
///     YJ9uNtJAVYUYjVz9dh9AfHzEan0/MUyIJwRp3eMV/NE=
///
/// When read, extension lines may follow, none of them empty, and then an empty line and the signatures of a C2SP
/// signed-note. Both are kept as raw text: nothing here vouches for them. Neither is ever written here.
package struct Checkpoint: Sendable {
  /// The log's name.
  package let origin: String
  /// How many leaves the log had.
  package let size: Int
  /// The root of the tree over those leaves.
  package let root: Digest
  /// The extension lines that were read, each with its LF; usually empty.
  package let extensionText: String
  /// The signature lines that were read, each with its LF, unverified; empty where the checkpoint was not signed.
  package let signatureText: String

  /// A checkpoint to be written. Requires an origin that `isOrigin` accepts and size ≥ 0.
  package init(origin: String, size: Int, root: Digest) {
    precondition(Checkpoint.isOrigin(Array(origin.utf8)), "the origin does not fit on a line")
    precondition(size >= 0, "a negative size")
    self.init(origin: origin, size: size, root: root, extensionText: "", signatureText: "")
  }

  init(origin: String, size: Int, root: Digest, extensionText: String, signatureText: String) {
    self.origin = origin
    self.size = size
    self.root = root
    self.extensionText = extensionText
    self.signatureText = signatureText
  }

  /// The three lines of the body.
  package var text: String {
    "\(origin)\n\(size)\n\(root.base64)\n"
  }

  /// Whether the bytes can be a log's name: not empty and free of control characters. Their encoding is not looked at.
  package static func isOrigin(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
  }
}

extension Checkpoint: Equatable {
  /// Whether both say the same of the same log: origin (byte for byte), size and root. Extensions and signatures do not
  /// count, so a checkpoint equals its signed copy.
  package static func == (left: Checkpoint, right: Checkpoint) -> Bool {
    left.size == right.size && left.root == right.root && left.origin.utf8.elementsEqual(right.origin.utf8)
  }
}
