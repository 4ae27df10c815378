import Integrity
import TestSupport
import Testing

@Suite("Printed checkpoint")
struct PrintedCheckpointTests {
  private let checkpoint = Checkpoint(
    origin: "liggare.example/katrineholm", size: 4711, root: MerkleTree.leafHash(Array("abc".utf8)))

  private func error(_ text: String) -> PrintedCheckpointError? {
    do throws(PrintedCheckpointError) {
      _ = try PrintedCheckpoint(parsing: text)
      return nil
    } catch { return error }
  }

  /// Recomputed by Python's standard library:
  ///
  ///     import hashlib, struct
  ///     a = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
  ///     text = lambda b: "".join(a[int.from_bytes(b) >> (len(b) * 8 - 5 - 5 * i) & 31] for i in range(len(b) * 8 // 5))
  ///     o, n = b"liggare.example/katrineholm", struct.pack(">Q", 4711)
  ///     root = hashlib.sha256(b"\0abc").digest()
  ///     tag = b"liggare/printed-checkpoint/"
  ///     f = hashlib.sha256(tag + b"1\n" + struct.pack(">Q", len(o)) + o + n + root).digest()[:20]
  ///     print(text(f), text(hashlib.sha256(tag + b"check/1\n" + n + f).digest()[:5])[:4])
  @Test("the documented print is what Python computes for that checkpoint")
  func example() {
    #expect(
      PrintedCheckpoint(checkpoint).text == "4711: JNA6 BDT4 MBQ6 F6JZ 919Q 2K3W HKDZ J2RV / R3NQ")
  }

  @Test(
    "what is printed is read again and matches its checkpoint",
    arguments: [0, 1, 9, 4711, 1_000_000, Int.max])
  func roundTrip(size: Int) throws {
    let checkpoint = Checkpoint(origin: "l\u{f6}fte 2022", size: size, root: SHA256.hash([1]))
    let printed = PrintedCheckpoint(checkpoint)
    let read = try PrintedCheckpoint(parsing: printed.text)
    #expect(read == printed && read.text == printed.text && read.size == size)
    #expect(read.matches(checkpoint))
  }

  @Test("case, spaces, line ends, hyphens and the letters that look like digits do not matter")
  func tolerant() throws {
    let printed = PrintedCheckpoint(checkpoint)
    let text = printed.text
    let bare = String(text.dropFirst(5).filter { $0 != " " && $0 != "/" })
    #expect(bare.count == 36)
    for typed in [
      text.lowercased(), "  \(text)\n", text.replacing(" ", with: "\n"),
      text.replacing(" ", with: "   "),
      "4711:\(bare)", "4711 \(bare)", "4711\t\(bare)", "4711 : \(bare)",
      text.replacing(" ", with: "-"),
      text.replacing(" / ", with: " "), text.replacing("/", with: ""),
      text.replacing(" ", with: "\u{a0}"),
      text.replacing(" ", with: "\u{2011}"),
      "4711:" + bare.replacing("0", with: "O").replacing("1", with: "l"),
      "4711:" + bare.replacing("0", with: "o").replacing("1", with: "I"),
    ] {
      #expect(try PrintedCheckpoint(parsing: typed) == printed, "\(typed)")
    }
  }

  @Test("another origin, size or root does not match, nor does the same book a moment later")
  func otherCheckpoints() {
    let printed = PrintedCheckpoint(checkpoint)
    let (origin, size, root) = (checkpoint.origin, checkpoint.size, checkpoint.root)
    #expect(printed.matches(Checkpoint(origin: origin, size: size, root: root)))
    for other in [
      Checkpoint(origin: origin + "a", size: size, root: root),
      Checkpoint(origin: String(origin.dropLast()), size: size, root: root),
      Checkpoint(origin: origin, size: size + 1, root: root),
      Checkpoint(
        origin: origin, size: size, root: .init(bytes: [UInt8](repeating: 0, count: 32)) ?? root),
    ] {
      #expect(!printed.matches(other))
    }
    for bit in 0..<256 {
      #expect(!printed.matches(Checkpoint(origin: origin, size: size, root: root.flipping(bit))))
    }
    // Two spellings of one name that Swift finds equal are two books.
    #expect(
      PrintedCheckpoint(Checkpoint(origin: "l\u{f6}fte", size: 1, root: root))
        != PrintedCheckpoint(Checkpoint(origin: "lo\u{308}fte", size: 1, root: root)))
  }

  @Test("any one character mistyped, any two swapped and any group moved is told from another book")
  func mistyped() {
    let text = PrintedCheckpoint(checkpoint).text
    let characters = Array(text)
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var slips = 0
    for index in characters.indices where index >= 6 && alphabet.contains(characters[index]) {
      for other in alphabet where other != characters[index] {
        var typed = characters
        typed[index] = other
        // One in a million passes the check group; none of these few does.
        if error(String(typed)) != .mistyped { slips += 1 }
      }
      for next in characters.indices where next > index && alphabet.contains(characters[next]) {
        var typed = characters
        typed.swapAt(index, next)
        if typed != characters, error(String(typed)) != .mistyped { slips += 1 }
      }
    }
    #expect(slips == 0)
    for size in ["4712", "471", "47110", "4117", "0"] {
      #expect(error(text.replacing("4711", with: size)) == .mistyped)
    }
    var groups = text.split(separator: " ").map(String.init)
    groups.swapAt(2, 5)
    #expect(error(groups.joined(separator: " ")) == .mistyped)
  }

  @Test("what is not a printed checkpoint is refused with what is wrong")
  func refused() {
    let text = PrintedCheckpoint(checkpoint).text
    let bare = text.dropFirst(5)
    for size in [
      "", "-1", "+1", "04711", "9223372036854775808", "four", "4,711", "4711.", "\u{664}",
    ] {
      #expect(error("\(size):\(bare)") == .wrongSize, "\(size)")
    }
    #expect(error("") == .wrongSize)
    #expect(error("4711") == .wrongSize)
    #expect(error("4711:") == .wrongCount(found: 0))
    #expect(error(String(text.dropLast())) == .wrongCount(found: 35))
    #expect(error(text + "0") == .wrongCount(found: 37))
    // A size in groups is too many characters, not another size.
    #expect(error("4 711:\(bare)") == .wrongCharacter(":", place: 4))
    for wrong: Character in ["U", "u", "!", "å", "*", "=", "_", "٣", "０"] {
      var typed = Array(text)
      typed[6] = wrong
      #expect(error(String(typed)) == .wrongCharacter(wrong, place: 1), "\(wrong)")
    }
  }

  @Test("a thousand checkpoints have a thousand prints")
  func distinct() {
    var generator = SeededGenerator(seed: 160)
    let texts = (0..<1000).map { _ in
      PrintedCheckpoint(
        Checkpoint(
          origin: "o", size: 1,
          root: SHA256.hash((0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) }))
      ).text
    }
    #expect(Set(texts).count == 1000)
  }
}
