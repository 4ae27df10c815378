package import DurableFiles
package import Integrity

/// A private Ed25519 key in a PEM file, for signing checkpoints.
///
/// The file is the only copy and is never in a ledger's folder: whoever has it can sign for its owner. Its bytes are
/// kept here while the value lives.
package struct SigningKey: Sendable {
  /// Where it was read.
  package let path: String
  /// The public key, 32 bytes.
  package let publicKey: [UInt8]
  private let pem: [UInt8]
  private let openSSL: OpenSSL

  /// Reads the key of a file and derives its public key.
  package init(
    _ path: String, files: FileOperations = .system, openSSL: OpenSSL = OpenSSL()
  ) throws(SigningError) {
    do throws(FileError) { pem = try files.read(path) } catch { throw .file(error) }
    publicKey = try openSSL.publicKey(ofPEM: pem, path: path)
    self.path = path
    self.openSSL = openSSL
  }

  /// Makes a new key and creates its file, readable and writable by its owner only (mode 0600), synced with its folder.
  ///
  /// An existing file fails with EEXIST and is untouched.
  package static func create(
    _ path: String, files: FileOperations = .system, openSSL: OpenSSL = OpenSSL()
  ) throws(SigningError) -> SigningKey {
    let pem = try openSSL.newKey()
    do throws(FileError) {
      try files.createExclusively(path, with: pem, mode: 0o600)
    } catch { throw .file(error) }
    return try SigningKey(path, files: files, openSSL: openSSL)
  }

  /// The public key under a name, to be given to those who verify. Requires a name that `NoteKey.isName` accepts.
  package func noteKey(name: String) -> NoteKey {
    NoteKey(name: name, publicKey: publicKey)
  }

  /// Signs the text of a note, and verifies what was made before it is given. Requirements as for `SignedNote`.
  package func sign(_ text: String, name: String) throws(SigningError) -> NoteSignature {
    precondition(SignedNote.isText(text), "the text cannot be signed")
    let key = noteKey(name: name)
    let bytes = try openSSL.sign(Array(text.utf8), pem: pem)
    guard try openSSL.verifies(bytes, of: Array(text.utf8), publicKey: publicKey) else {
      throw .wrongSignature(name: name, keyHash: key.hash)
    }
    return NoteSignature(name: name, keyHash: key.hash, bytes: bytes)
  }

  /// The checkpoint with this key's signature added to those that it has.
  package func sign(_ checkpoint: Checkpoint, name: String) throws(SigningError) -> Checkpoint {
    checkpoint.adding([try sign(checkpoint.noteText, name: name)])
  }
}
