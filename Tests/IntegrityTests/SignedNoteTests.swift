import Integrity
import Testing

@Suite("Signed note")
struct SignedNoteTests {
  private let key = NoteKey(
    name: "liggare.example/katrineholm", publicKey: (0..<32).map { UInt8($0) })
  private let dash = "\u{2014}"

  private func error(_ text: String) -> NoteError? {
    do throws(NoteError) {
      _ = try SignedNote(parsing: text)
      return nil
    } catch { return error }
  }

  private func line(_ name: String, _ bytes: [UInt8]) -> String {
    "\(dash) \(name) \(Base64.encode(bytes))\n"
  }

  /// The key hash by `(printf 'liggare.example/katrineholm\n\001'; printf '%02x' $(seq 0 31) | xxd -r -p) | sha256sum`.
  @Test("the documented key is what is written for the bytes 0 to 31")
  func documentedKey() {
    #expect(
      key.text
        == "liggare.example/katrineholm+ca4ea686+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")
  }

  @Test("a key is read from what is written, and from nothing else")
  func keys() {
    let text = key.text
    #expect(NoteKey(parsing: text) == key)
    for index in text.utf8.indices {
      var bytes = Array(text.utf8)
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: index)
      for bit in 0..<7 {
        bytes[offset] ^= 1 << bit
        if let other = String(validating: bytes, as: UTF8.self), NoteKey(parsing: other) != nil {
          Issue.record("byte \(offset), bit \(bit)")
        }
        bytes[offset] ^= 1 << bit
      }
      #expect(NoteKey(parsing: String(decoding: bytes.prefix(offset), as: UTF8.self)) == nil)
    }
    let parts = text.split(separator: "+").map(String.init)
    for wrong in [
      "", "+", "++", text + "\n", " " + text, text.uppercased(), "\(parts[0])+\(parts[1])",
      "+\(parts[1])+\(parts[2])",
      "\(parts[0])+\(parts[1].uppercased())+\(parts[2])+", "\(parts[0])+00000000+\(parts[2])",
    ] {
      #expect(NoteKey(parsing: wrong) == nil, "\(wrong)")
    }
    // Another kind of key: 0x02 is ECDSA, 0x04 a witness's.
    for kind: UInt8 in [0, 2, 4, 255] {
      let body = Base64.encode([kind] + key.publicKey)
      #expect(NoteKey(parsing: "\(parts[0])+\(parts[1])+\(body)") == nil)
    }
  }

  @Test(
    "a name without characters, with a space of any kind, a plus or a control character is none")
  func names() {
    for name in ["a", "å", "x.example/löfte", "\u{1F512}", "-"] { #expect(NoteKey.isName(name)) }
    for name in [
      "", " ", "a b", "a+b", "a\u{a0}b", "a\u{2003}", "a\u{85}", "a\tb", "a\n", "\u{3000}",
      "a\u{7f}",
    ] {
      #expect(!NoteKey.isName(name))
    }
  }

  @Test("keys that share a name or a hash are told apart")
  func otherKeys() {
    let other = NoteKey(name: key.name, publicKey: [UInt8](repeating: 9, count: 32))
    let renamed = NoteKey(name: "annan", publicKey: key.publicKey)
    #expect(Set([key.hash, other.hash, renamed.hash]).count == 3)
    let signature = NoteSignature(name: key.name, keyHash: key.hash, bytes: [1])
    #expect(signature.isBy(key) && !signature.isBy(other) && !signature.isBy(renamed))
    #expect(!NoteSignature(name: "annan", keyHash: key.hash, bytes: [1]).isBy(renamed))
  }

  @Test("a note with empty lines in its text and several signatures reads back as it was written")
  func roundTrip() throws {
    let signatures = [
      NoteSignature(name: key.name, keyHash: key.hash, bytes: [UInt8](repeating: 7, count: 64)),
      NoteSignature(name: "vittne", keyHash: 0xffff_ffff, bytes: [1]),
      NoteSignature(name: "vittne", keyHash: 0, bytes: [UInt8](repeating: 0, count: 5000)),
    ]
    for text in ["a\n", "\n", "\n\n", "a\n\nb\n\n", "\(dash) a AAAAAAA=\n", "löfte + 2022\n"] {
      let note = SignedNote(text: text, signatures: signatures)
      let read = try SignedNote(parsing: note.formatted)
      #expect(read == note)
      #expect(read.text == text)
      #expect(read.formatted == note.formatted)
      #expect(read.claims(by: [key]).map(\.signature) == [signatures[0]])
      #expect(read.claims(by: []).isEmpty)
    }
  }

  @Test("damage is named with its line")
  func damage() {
    let good = line("a", [0, 0, 0, 1, 9])
    #expect(error("text\n\n\(good)") == nil)
    #expect(error("") == .noText)
    #expect(error("text\n") == .noText)
    #expect(error("text\n\(good)") == .noText)
    #expect(error("\n\(good)") == .noText)
    #expect(error("text\n\n") == .noSignature)
    #expect(error("text\n\n\(good)\n") == .noSignature)
    #expect(error("text\n\n\(good.dropLast())") == .unfinishedLine(3))
    #expect(error("text\r\n\n\(good)") == .controlCharacter(line: 1))
    #expect(error("text\n\n\(good.dropLast())\t\n") == .controlCharacter(line: 3))
    #expect(error("te\u{7f}xt\n\n\(good)") == .controlCharacter(line: 1))
    for wrong in [
      "- a AAAAAQk=\n", "\(dash)a AAAAAQk=\n", "\(dash)  a AAAAAQk=\n", "\(dash) a  AAAAAQk=\n",
      "\(dash) a AAAAAQk= \n",
      " \(dash) a AAAAAQk=\n", "\(dash) a AAAAAQk\n", "\(dash) a AAAAAQl=\n",
      "\(dash) a AAAAAQ==\n", "\(dash) a \n",
      "\(dash) a+b AAAAAQk=\n", "\(dash) a\u{a0}b AAAAAQk=\n", "\(dash)  AAAAAQk=\n",
      "\(dash) a b AAAAAQk=\n", "x\n",
      "\u{2013} a AAAAAQk=\n",
    ] {
      #expect(error("text\n\n\(wrong)") == .wrongSignature(line: 3), "\(wrong)")
      #expect(error("text\n\n\(good)\(wrong)\(good)") == .wrongSignature(line: 4), "\(wrong)")
    }
    #expect(error("text\n\n" + String(repeating: good, count: 100)) == nil)
    #expect(
      error("text\n\n" + String(repeating: good, count: 101)) == .tooManySignatures(found: 101))
    #expect(throws: NoteError.notUTF8) {
      try SignedNote(parsing: [0xff] + Array("text\n\n\(good)".utf8))
    }
  }

  @Test("a note cut anywhere is refused or has the same text with fewer signatures")
  func everyCut() throws {
    let note = SignedNote(
      text: "a\n\nb\n", signatures: [NoteSignature(name: "n", keyHash: 1, bytes: [1, 2, 3])])
    let bytes = Array(note.formatted.utf8)
    for count in 0..<bytes.count {
      #expect(throws: NoteError.self, "cut to \(count)") {
        try SignedNote(parsing: Array(bytes.prefix(count)))
      }
    }
  }

  @Test("a checkpoint's signatures are those of the note that it is, over its extension lines too")
  func checkpoint() throws {
    let checkpoint = Checkpoint(origin: "o", size: 3, root: MerkleTree.emptyRoot)
    #expect(try checkpoint.note == nil)
    #expect(try checkpoint.signatures.isEmpty)
    #expect(checkpoint.formatted == checkpoint.text)
    let signature = NoteSignature(name: key.name, keyHash: key.hash, bytes: [1, 2])
    let signed = checkpoint.adding([signature])
    #expect(signed.formatted == "\(checkpoint.text)\n\(signature.line)\n")
    #expect(try signed.note == SignedNote(text: checkpoint.text, signatures: [signature]))
    let again = try Checkpoint(parsing: signed.adding([signature]).formatted)
    #expect(again == checkpoint)
    #expect(try again.signatures == [signature, signature])
    let extended = try Checkpoint(parsing: "\(checkpoint.text)mer\n\n\(signature.line)\n")
    #expect(try extended.note?.text == checkpoint.text + "mer\n")
    #expect(extended.formatted == "\(checkpoint.text)mer\n\n\(signature.line)\n")
    let broken = try Checkpoint(parsing: "\(checkpoint.text)\nno signature\n")
    #expect(throws: NoteError.wrongSignature(line: 5)) { try broken.note }
  }
}
