import Integrity
import Programs

/// Ed25519 (RFC 8032) by the `openssl` program, version 3.0 or later.
///
/// Keys, messages and signatures reach it as files in memory; nothing of them is written to a disk, and it cannot ask
/// for a pass phrase. One call takes some 5 ms, most of it the program's start.
package struct OpenSSL: Sendable {
  /// The program: a name to be found in `PATH`, or a path.
  package var program: String
  /// Whole seconds until a call is given up.
  package var timeout: Int

  package init(program: String = "openssl", timeout: Int = 30) {
    self.program = program
    self.timeout = timeout
  }

  /// The first bytes of the DER of every Ed25519 public key (RFC 8410 section 4): SEQUENCE of 42 bytes, in it the
  /// SEQUENCE with the object 1.3.101.112, and a BIT STRING of 32 bytes, which follow.
  private static let publicKeyHead: [UInt8] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// A new private key in PEM (PKCS #8, not encrypted).
  func newKey() throws(SigningError) -> [UInt8] {
    let answer = try run(["genpkey", "-algorithm", "ED25519", "-outform", "PEM"])
    guard answer.succeeded, !answer.output.isEmpty else { throw unexpected(answer) }
    return answer.output
  }

  /// The public key of a private key in PEM: 32 bytes; nil for a key of another kind. `path` is for errors.
  func publicKey(ofPEM pem: [UInt8], path: String) throws(SigningError) -> [UInt8] {
    let answer = try run(["pkey", "-in", Program.file(0), "-pubout", "-outform", "DER"], files: [pem])
    guard answer.succeeded else { throw .notAKey(path: path) }
    guard answer.output.starts(with: OpenSSL.publicKeyHead),
      answer.output.count == OpenSSL.publicKeyHead.count + NoteKey.publicKeyByteCount
    else { throw .notEd25519(path: path) }
    return Array(answer.output.dropFirst(OpenSSL.publicKeyHead.count))
  }

  /// The signature of a message: 64 bytes. Requires an Ed25519 key and a message that is not empty.
  func sign(_ message: [UInt8], pem: [UInt8]) throws(SigningError) -> [UInt8] {
    let answer = try run(
      ["pkeyutl", "-sign", "-rawin", "-inkey", Program.file(0), "-in", Program.file(1)], files: [pem, message])
    guard answer.succeeded, answer.output.count == NoteSignature.ed25519ByteCount else { throw unexpected(answer) }
    return answer.output
  }

  /// Whether a signature of a message is by a public key of 32 bytes. Requires a message that is not empty.
  func verifies(_ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]) throws(SigningError) -> Bool {
    let answer = try run(
      [
        "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", Program.file(0), "-sigfile",
        Program.file(1), "-in", Program.file(2),
      ], files: [OpenSSL.publicKeyHead + publicKey, signature, message])
    // A program that fails for another reason must not look like one that has verified.
    let said = String(decoding: answer.output, as: UTF8.self)
    if answer.succeeded, said.hasPrefix("Signature Verified Successfully") { return true }
    if answer.end == .exited(1), said.hasPrefix("Signature Verification Failure") { return false }
    throw unexpected(answer)
  }

  private func run(_ arguments: [String], files: [[UInt8]] = []) throws(SigningError) -> Program.Answer {
    do throws(ProgramError) {
      return try Program(program, arguments, files: files, timeout: timeout, outputLimit: 65_536).run()
    } catch .notFound {
      throw .noOpenSSL
    } catch {
      throw .failed(error)
    }
  }

  private func unexpected(_ answer: Program.Answer) -> SigningError {
    .unexpected(String(String(decoding: answer.errorOutput, as: UTF8.self).prefix(500)))
  }
}
