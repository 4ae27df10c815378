import Integrity
import TestSupport
import Testing

/// Texts that were damaged at random, with a seed: whatever is still read is written back byte for byte, so no text has
/// two readings and no value two texts.
@Suite("Damaged texts")
struct StrictTextTests {
  private static let tree = SampleTree(size: 20)

  private static let checkpoint = Checkpoint(origin: "liggare.example/katrineholm", size: 20, root: tree.roots[20])
    .adding([
      NoteSignature(name: "liggare.example/katrineholm", keyHash: 7, bytes: [UInt8](repeating: 9, count: 64)),
      NoteSignature(name: "löfte", keyHash: 1, bytes: [1]),
    ])

  /// Changes, drops, doubles, moves or inserts a few bytes.
  private static func damaged(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
      case 4: bytes.insert(Array("\n 0+-=/x\u{2014}".utf8).randomElement(using: &generator) ?? 0, at: place)
      default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
    }
    return bytes
  }

  private func check(_ text: String, seed: UInt64, _ rewritten: ([UInt8]) -> String?) {
    var generator = SeededGenerator(seed: seed)
    #expect(rewritten(Array(text.utf8)) == text)
    for _ in 0..<3000 {
      let bytes = Self.damaged(text, &generator)
      if let again = rewritten(bytes), !again.utf8.elementsEqual(bytes) {
        Issue.record("\(String(decoding: bytes, as: UTF8.self)) is read as \(again)")
      }
    }
  }

  @Test("a signed note")
  func note() {
    check(Self.checkpoint.formatted, seed: 1) { (try? SignedNote(parsing: $0))?.formatted }
  }

  @Test("a checkpoint, signed and unsigned")
  func checkpoint() {
    check(Self.checkpoint.formatted, seed: 2) { (try? Checkpoint(parsing: $0))?.formatted }
    check(Self.checkpoint.text, seed: 3) { (try? Checkpoint(parsing: $0))?.formatted }
  }

  @Test("a proof as text")
  func proof() {
    let proof = TlogProof(.make(index: 7, size: 20, Self.tree.hash), Self.checkpoint, extra: [1, 2])
    check(proof.text, seed: 4) { (try? TlogProof(parsing: $0))?.text }
  }

  @Test("a key")
  func key() {
    let key = NoteKey(name: "liggare.example/löfte", publicKey: [UInt8](repeating: 0xfb, count: 32))
    check(key.text, seed: 5) { String(validating: $0, as: UTF8.self).flatMap { NoteKey(parsing: $0)?.text } }
  }

  @Test("the paths of tiles and bundles")
  func paths() {
    for (seed, tile) in zip(UInt64(6)..., [Tile(level: 0, index: 1_234_067, width: 17), Tile(level: 2, index: 5)]) {
      check(tile.path, seed: seed) { String(validating: $0, as: UTF8.self).flatMap { Tile(path: $0)?.path } }
    }
    let bundle = EntryBundle(of: Tile(level: 0, index: 70_000, width: 1))
    check(bundle.path, seed: 9) { String(validating: $0, as: UTF8.self).flatMap { EntryBundle(path: $0)?.path } }
  }

  @Test("a printed checkpoint is told from any other, or was not changed but in case, spaces and signs")
  func printed() throws {
    let printed = PrintedCheckpoint(Self.checkpoint)
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<3000 {
      let bytes = Self.damaged(printed.text, &generator)
      guard let text = String(validating: bytes, as: UTF8.self), let read = try? PrintedCheckpoint(parsing: text) else {
        continue
      }
      #expect(read == printed, "\(text)")
    }
  }
}
