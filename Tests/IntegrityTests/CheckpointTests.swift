import Integrity
import Testing

@Suite("Checkpoint")
struct CheckpointTests {
  private let origin = "liggare.example/katrineholm"
  private let rootText = "YJ9uNtJAVYUYjVz9dh9AfHzEan0/MUyIJwRp3eMV/NE="

  @Test("the documented example is what is written for a journal of one leaf")
  func example() {
    let checkpoint = Checkpoint(origin: origin, size: 1, root: MerkleTree.leafHash(Array("abc".utf8)))
    #expect(checkpoint.text == "liggare.example/katrineholm\n1\nYJ9uNtJAVYUYjVz9dh9AfHzEan0/MUyIJwRp3eMV/NE=\n")
  }

  @Test(
    "what is written is read again",
    arguments: [("a", 0), ("Katrineholms löfte + 2022", 9), ("x y", 10), ("\u{2014}", 4_294_967_296), ("o", Int.max)])
  func roundTrip(origin: String, size: Int) throws {
    let checkpoint = Checkpoint(origin: origin, size: size, root: SHA256.hash(Array(origin.utf8)))
    let again = try Checkpoint(parsing: checkpoint.text)
    #expect(again == checkpoint)
    #expect(again.text == checkpoint.text)
    #expect(again.extensionText.isEmpty)
    #expect(again.signatureText.isEmpty)
  }

  @Test("extension lines and signatures are kept as they were, and not written again")
  func extensionsAndSignatures() throws {
    let body = "\(origin)\n7\n\(rootText)\n"
    let signatures = "\u{2014} liggare.example Az3grlgtzPICa5OS\n\u{2014} revisor BBBB\n"
    let checkpoint = try Checkpoint(parsing: "\(body)one 1\ntwo\n\n\(signatures)")
    #expect(checkpoint.extensionText == "one 1\ntwo\n")
    #expect(checkpoint.signatureText == signatures)
    #expect(checkpoint.text == body)

    let signed = try Checkpoint(parsing: "\(body)\n\(signatures)")
    #expect(signed.extensionText.isEmpty)
    #expect(signed.signatureText == signatures)
    #expect(signed == checkpoint)
  }

  @Test("checkpoints differ in origin, compared byte for byte, in size and in root")
  func equality() {
    let root = MerkleTree.emptyRoot
    let checkpoint = Checkpoint(origin: "l\u{f6}fte", size: 2, root: root)
    #expect(checkpoint == Checkpoint(origin: "l\u{f6}fte", size: 2, root: root))
    #expect(checkpoint != Checkpoint(origin: "lo\u{308}fte", size: 2, root: root))
    #expect(checkpoint != Checkpoint(origin: "l\u{f6}fte", size: 3, root: root))
    #expect(checkpoint != Checkpoint(origin: "l\u{f6}fte", size: 2, root: MerkleTree.leafHash([])))
  }

  @Test(
    "a size that is not plain decimal is refused, with what was found",
    arguments: [
      "", "-1", "+1", "01", "00", " 1", "1 ", "1.0", "1e3", "0x10", "9223372036854775808", "1234567890123456789012",
      "\u{661}",
    ])
  func wrongSize(text: String) {
    #expect(throws: CheckpointError.wrongSize(found: text)) {
      try Checkpoint(parsing: "\(origin)\n\(text)\n\(rootText)\n")
    }
  }

  @Test("a root that is not the base64 of 32 bytes is refused, with what was found")
  func wrongRoot() {
    let longer = Base64.encode([UInt8](repeating: 0, count: 33))
    let notCanonical = rootText.replacing("NE=", with: "NF=")
    for text in ["", "AAAA", longer, notCanonical, rootText + " ", String(rootText.dropLast())] {
      #expect(throws: CheckpointError.wrongRoot(found: text)) {
        try Checkpoint(parsing: "\(origin)\n1\n\(text)\n")
      }
    }
  }

  @Test("a text cut at any byte is refused")
  func everyCut() {
    let text = "\(origin)\n12\n\(rootText)\n"
    for count in 0..<text.utf8.count {
      #expect(throws: CheckpointError.self, "cut to \(count)") {
        try Checkpoint(parsing: Array(text.utf8.prefix(count)))
      }
    }
    #expect(throws: CheckpointError.missingLine(1)) { try Checkpoint(parsing: "") }
    #expect(throws: CheckpointError.missingLine(3)) { try Checkpoint(parsing: "\(origin)\n12\n") }
    #expect(throws: CheckpointError.unfinishedLine(2)) { try Checkpoint(parsing: "\(origin)\n12") }
  }

  @Test("any one changed bit makes the text unreadable or another checkpoint")
  func everyBit() throws {
    let bytes = Array("\(origin)\n12\n\(rootText)\n".utf8)
    let good = try Checkpoint(parsing: bytes)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        if let other = try? Checkpoint(parsing: changed), other == good { Issue.record("byte \(index), bit \(bit)") }
      }
    }
  }

  @Test("damage is named with its line")
  func damage() {
    let body = "\(origin)\n1\n\(rootText)\n"
    func error(_ text: String) -> CheckpointError? {
      do throws(CheckpointError) {
        _ = try Checkpoint(parsing: text)
        return nil
      } catch {
        return error
      }
    }
    #expect(error(body) == nil)
    #expect(error("\n1\n\(rootText)\n") == .emptyOrigin)
    #expect(error(body.replacing("\n", with: "\r\n")) == .controlCharacter(line: 1))
    #expect(error("\(body)tab\there\n") == .controlCharacter(line: 4))
    #expect(error("\(body)\u{7f}\n") == .controlCharacter(line: 4))
    #expect(error("\(body)open") == .unfinishedLine(4))
    #expect(error("\(body)\n") == .missingSignatures(line: 4))
    #expect(error("\(body)x\n\n") == .missingSignatures(line: 5))
    #expect(error("\(body)\n\n\u{2014} a b\n") == .emptySignature(line: 5))
    #expect(error("\(body)\n\u{2014} a b\n\n") == .emptySignature(line: 6))
    #expect(error("\(body)\n\u{2014} a b") == .unfinishedLine(5))
    #expect(throws: CheckpointError.notUTF8) { try Checkpoint(parsing: [0xff] + Array(body.utf8)) }
    #expect(throws: CheckpointError.notUTF8) { try Checkpoint(parsing: Array(body.utf8) + [0xc3, 0x0a]) }
  }
}
