package import Integrity

extension SignedNote {
  /// Verifies the signatures by keys that are trusted, and gives those keys, in the order of the signatures, each once.
  ///
  /// Signatures by other keys are left alone. One wrong signature by a trusted key makes the whole note untrusted, and
  /// so does having none (C2SP signed-note). Requires keys of which no two have the same name and hash. Each signature
  /// costs one run of `openssl`.
  package func verify(by keys: [NoteKey], openSSL: OpenSSL = OpenSSL()) throws(SigningError) -> [NoteKey] {
    let message = Array(text.utf8)
    var verified: [NoteKey] = []
    for (key, signature) in claims(by: keys) {
      guard signature.bytes.count == NoteSignature.ed25519ByteCount,
        try openSSL.verifies(signature.bytes, of: message, publicKey: key.publicKey)
      else { throw .wrongSignature(name: key.name, keyHash: key.hash) }
      if !verified.contains(key) { verified.append(key) }
    }
    guard !verified.isEmpty else { throw .notSigned }
    return verified
  }
}
