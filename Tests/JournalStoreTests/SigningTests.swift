import DurableFiles
import Foundation
import Integrity
import JournalStore
import Programs
import TestSupport
import Testing

private let isInstalled = (try? Program("openssl", ["version"]).run())?.succeeded == true

@Suite("Signing", .enabled(if: isInstalled, "openssl is not installed"))
struct SigningTests {
  private let checkpoint = Checkpoint(
    origin: "liggare.example/katrineholm", size: 1, root: MerkleTree.leafHash(Array("abc".utf8)))
  private let name = "liggare.example/katrineholm"

  private func error(_ work: () throws(SigningError) -> Void) -> SigningError? {
    do throws(SigningError) {
      try work()
      return nil
    } catch { return error }
  }

  @Test("a new key's file is its owner's only, and reads back as the same key")
  func create() throws {
    let scratch = try ScratchFolder()
    let key = try SigningKey.create(scratch("nyckel.pem"))
    #expect(key.publicKey.count == 32)
    #expect(try FileOperations.system.status(scratch("nyckel.pem"))?.mode == 0o600)
    #expect(try SigningKey(scratch("nyckel.pem")).publicKey == key.publicKey)
    let other = try SigningKey.create(scratch("annan.pem"))
    #expect(other.publicKey != key.publicKey)
    let text = String(decoding: try FileOperations.system.read(scratch("nyckel.pem")), as: UTF8.self)
    #expect(text.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
  }

  @Test("a file in a new key's place is untouched")
  func createTwice() throws {
    let scratch = try ScratchFolder()
    try FileOperations.system.createExclusively(scratch("nyckel.pem"), with: [1, 2, 3])
    guard
      case .file(let failure) = error({ () throws(SigningError) in _ = try SigningKey.create(scratch("nyckel.pem")) })
    else {
      Issue.record("no error of a file")
      return
    }
    #expect(failure.code == "EEXIST")
    #expect(try FileOperations.system.read(scratch("nyckel.pem")) == [1, 2, 3])
  }

  @Test("a signed checkpoint is verified by the key, after it was written and read")
  func signed() throws {
    let scratch = try ScratchFolder()
    let key = try SigningKey.create(scratch("nyckel.pem"))
    let signed = try key.sign(checkpoint, name: name)
    #expect(signed == checkpoint)
    let read = try Checkpoint(parsing: signed.formatted)
    let note = try #require(try read.note)
    #expect(note.text == checkpoint.text)
    let trusted = try #require(NoteKey(parsing: key.noteKey(name: name).text))
    #expect(try note.verify(by: [trusted]) == [trusted])
    #expect(try SignedNote(parsing: note.formatted) == note)
  }

  @Test("two parties' signatures are both verified, and a stranger's does no harm")
  func severalKeys() throws {
    let scratch = try ScratchFolder()
    let keys = try ["a", "b", "c"].map { try SigningKey.create(scratch($0)) }
    var signed = checkpoint
    for (index, key) in keys.enumerated() { signed = try key.sign(signed, name: "part.example/\(index)") }
    #expect(try signed.signatures.map(\.name) == ["part.example/0", "part.example/1", "part.example/2"])
    let note = try #require(try signed.note)
    let known = [keys[2].noteKey(name: "part.example/2"), keys[0].noteKey(name: "part.example/0")]
    #expect(try note.verify(by: known) == known.reversed())
    let stranger = keys[1].noteKey(name: "part.example/0")
    #expect(error { () throws(SigningError) in _ = try note.verify(by: [stranger]) } == .notSigned)
    #expect(error { () throws(SigningError) in _ = try note.verify(by: []) } == .notSigned)
  }

  @Test("a changed text, a changed signature or a short one is a wrong signature")
  func tampered() throws {
    let scratch = try ScratchFolder()
    let key = try SigningKey.create(scratch("nyckel.pem"))
    let trusted = key.noteKey(name: name)
    let note = try #require(try key.sign(checkpoint, name: name).note)
    let wrong = SigningError.wrongSignature(name: name, keyHash: trusted.hash)
    let good = note.signatures[0]
    func signature(_ bytes: [UInt8]) -> NoteSignature { NoteSignature(name: name, keyHash: trusted.hash, bytes: bytes) }
    var flipped = good.bytes
    flipped[40] ^= 1
    let bad = [
      SignedNote(text: note.text.replacing("\n1\n", with: "\n2\n"), signatures: [good]),
      SignedNote(text: note.text, signatures: [signature(flipped)]),
      SignedNote(text: note.text, signatures: [signature(Array(good.bytes.dropLast()))]),
      SignedNote(text: note.text, signatures: [signature(good.bytes + [0])]),
      SignedNote(text: note.text, signatures: [signature([UInt8](repeating: 0, count: 64))]),
      // One good signature does not outweigh a wrong one by the same trusted key.
      SignedNote(text: note.text, signatures: [good, signature(flipped)]),
    ]
    for note in bad {
      #expect(error { () throws(SigningError) in _ = try note.verify(by: [trusted]) } == wrong)
    }
    #expect(try SignedNote(text: note.text, signatures: [good, good]).verify(by: [trusted]) == [trusted])
  }

  @Test("openssl on the command line agrees with what was signed")
  func byHand() throws {
    let scratch = try ScratchFolder()
    let key = try SigningKey.create(scratch("nyckel.pem"))
    let signature = try key.sign(checkpoint.text, name: name)
    let publicKey = try Program("openssl", ["pkey", "-in", scratch("nyckel.pem"), "-pubout"]).run().output
    let answer = try Program(
      "openssl",
      [
        "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", Program.file(0), "-sigfile", Program.file(1), "-in",
        Program.file(2),
      ],
      files: [publicKey, signature.bytes, Array(checkpoint.text.utf8)]
    ).run()
    #expect(answer.succeeded)
  }

  @Test("what is no Ed25519 key is refused, and told from what is no key")
  func otherKeys() throws {
    let scratch = try ScratchFolder()
    let files = FileOperations.system
    for (kind, arguments) in [
      ("rsa", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"]),
      ("ec", ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
      ("x25519", ["genpkey", "-algorithm", "X25519"]), ("ed448", ["genpkey", "-algorithm", "ED448"]),
    ] {
      let path = scratch(kind)
      try files.createExclusively(path, with: try Program("openssl", arguments).run().output)
      #expect(error { () throws(SigningError) in _ = try SigningKey(path) } == .notEd25519(path: path), "\(kind)")
    }
    let good = try SigningKey.create(scratch("nyckel.pem"))
    let pem = try files.read(scratch("nyckel.pem"))
    let publicKey = try Program("openssl", ["pkey", "-pubout"], input: pem).run().output
    let encrypted = try Program("openssl", ["pkey", "-aes256", "-passout", "pass:x"], input: pem).run().output
    #expect(!encrypted.isEmpty && !publicKey.isEmpty)
    for (index, bytes) in [[], Array("skräp\n".utf8), Array(pem.dropLast(40)), publicKey, encrypted].enumerated() {
      let path = scratch("fel\(index)")
      try files.createExclusively(path, with: bytes)
      #expect(error { () throws(SigningError) in _ = try SigningKey(path) } == .notAKey(path: path), "\(index)")
    }
    #expect(good.path == scratch("nyckel.pem"))
  }

  @Test("a key that cannot be read is an error of its file")
  func unreadable() throws {
    let scratch = try ScratchFolder()
    for (path, code) in [(scratch("saknas"), "ENOENT"), (scratch.path, "EISDIR")] {
      guard case .file(let failure) = error({ () throws(SigningError) in _ = try SigningKey(path) }) else {
        Issue.record("no error of a file: \(path)")
        continue
      }
      #expect(failure.code == code)
    }
    let forbidden = FileOperations { _ in .fail(EACCES) }
    guard
      case .file(let failure) = error({ () throws(SigningError) in _ = try SigningKey(scratch("x"), files: forbidden) })
    else {
      Issue.record("no error of a file")
      return
    }
    #expect(failure.code == "EACCES")
  }

  @Test("a program that answers something else never counts as having verified")
  func otherProgram() throws {
    let scratch = try ScratchFolder()
    let key = try SigningKey.create(scratch("nyckel.pem"))
    let note = try #require(try key.sign(checkpoint, name: name).note)
    let trusted = key.noteKey(name: name)
    for program in ["true", "false", "echo"] {
      let error = error { () throws(SigningError) in
        _ = try note.verify(by: [trusted], openSSL: OpenSSL(program: program))
      }
      guard case .unexpected = error else {
        Issue.record("\(program): \(String(describing: error))")
        continue
      }
    }
  }
}

@Suite("Signing without openssl")
struct SigningWithoutOpenSSLTests {
  @Test("where openssl is not installed, every step says so")
  func missing() throws {
    let scratch = try ScratchFolder()
    let none = OpenSSL(program: "openssl-finns-inte")
    try FileOperations.system.createExclusively(scratch("nyckel.pem"), with: [1])
    #expect(throws: SigningError.noOpenSSL) { try SigningKey.create(scratch("ny.pem"), openSSL: none) }
    #expect(try FileOperations.system.status(scratch("ny.pem")) == nil)
    #expect(throws: SigningError.noOpenSSL) { try SigningKey(scratch("nyckel.pem"), openSSL: none) }
    let key = NoteKey(name: "a", publicKey: [UInt8](repeating: 1, count: 32))
    let signature = NoteSignature(name: "a", keyHash: key.hash, bytes: [UInt8](repeating: 1, count: 64))
    let note = SignedNote(text: "x\n", signatures: [signature])
    #expect(throws: SigningError.noOpenSSL) { try note.verify(by: [key], openSSL: none) }
  }
}
