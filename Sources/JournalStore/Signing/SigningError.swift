package import DurableFiles
package import Programs

/// Why something could not be signed, or a signature not be trusted.
package enum SigningError: Error, Hashable, Sendable {
  /// The program `openssl` is not installed, or not in `PATH`.
  case noOpenSSL
  /// `openssl` did not run to its end.
  case failed(ProgramError)
  /// `openssl` ran, and answered something that it does not answer when all is well; with what it complained of, at
  /// most 500 characters, from another program: not to be shown as it is.
  case unexpected(String)
  /// The key's file cannot be read or written; to create a key where a file is fails with EEXIST.
  case file(FileError)
  /// The file is no private key in PEM that `openssl` reads without a pass phrase.
  case notAKey(path: String)
  /// The key is one of another kind than Ed25519.
  case notEd25519(path: String)
  /// A signature by this key is wrong: the note was changed, or not signed by it.
  case wrongSignature(name: String, keyHash: UInt32)
  /// No signature is by one of the keys that are trusted.
  case notSigned
}
