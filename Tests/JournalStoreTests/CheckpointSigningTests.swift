import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("Signing a ledger's checkpoint")
struct CheckpointSigningTests {
  let ledger = ScratchLedger()
  let scratch: ScratchFolder
  let one: SigningKey
  let two: SigningKey

  init() throws {
    scratch = try ScratchFolder()
    one = try SigningKey.create(scratch("one.pem"))
    two = try SigningKey.create(scratch("two.pem"))
    try Sample.short(in: ledger)
  }

  private func sign(_ key: SigningKey, _ name: String) throws -> Checkpoint {
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    defer { writer.close() }
    return try writer.sign { checkpoint throws(SigningError) in try key.sign(checkpoint.noteText, name: name) }
  }

  private func stored() throws -> Checkpoint { try Checkpoint(parsing: ledger.bytes("checkpoint")) }

  @Test("signatures gather under the same checkpoint, one for each key, and nothing is kept aside")
  func gathering() throws {
    let plain = try stored()
    let first = try sign(one, "ett")
    #expect(try stored().formatted == first.formatted && first == plain)
    let both = try sign(two, "två")
    #expect(try both.signatures.map(\.name) == ["ett", "två"])
    let again = try sign(one, "ett")
    #expect(try again.signatures.map(\.name) == ["två", "ett"])
    let note = try #require(try stored().note)
    let keys = [one.noteKey(name: "ett"), two.noteKey(name: "två")]
    #expect(try note.verify(by: keys).count == 2)
    #expect(ledger.names(in: "checkpoints") == [])
    #expect(try Journal.verify(ledger.path).isSound)
  }

  @Test("when the journal grows, the signed checkpoint is kept, and the new one has no signature")
  func growing() throws {
    let signed = try sign(one, "ett")
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    _ = try writer.append([try Sample.measure(4, known: writer.journal.events)], recordedBy: "Anna Ek")
    writer.close()
    #expect(try stored().signatureText.isEmpty && stored().size == signed.size + 1)
    let name = try #require(ledger.names(in: "checkpoints").first)
    #expect(try Checkpoint(parsing: ledger.bytes("checkpoints/\(name)")).formatted == signed.formatted)
    #expect(try sign(two, "två").signatures.map(\.name) == ["två"])
  }

  @Test("a wrong signature by the same key gives way; lines that others have added are not signed, but kept aside")
  func strangers() throws {
    let plain = try stored()
    let wrong = NoteSignature(
      name: "ett", keyHash: one.noteKey(name: "ett").hash, bytes: Array(repeating: 1, count: 64))
    try ledger.write(Array(plain.adding([wrong]).formatted.utf8), to: "checkpoint")
    let signed = try sign(one, "ett")
    #expect(try signed.signatures.count == 1 && signed.signatures != [wrong])
    #expect(ledger.names(in: "checkpoints").count == 1)
    try ledger.write(Array((plain.text + "tillagt\n").utf8), to: "checkpoint")
    #expect(try sign(one, "ett").extensionText.isEmpty)
    #expect(ledger.names(in: "checkpoints").count == 2)
  }

  @Test("nothing is signed where a line, a sealed value or the root is not what it was")
  func damage() throws {
    let before = try ledger.bytes("checkpoint")
    let sealed = "sealed/" + (try #require(ledger.names(in: "sealed").first))
    var value = try ledger.bytes(sealed)
    value[value.count - 2] ^= 1
    try ledger.write(value, to: sealed)
    var calls = 0
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    let failure = #expect(throws: CheckpointSigningFailure.self) {
      try writer.sign { checkpoint throws(SigningError) in
        calls += 1
        return try one.sign(checkpoint.noteText, name: "ett")
      }
    }
    writer.close()
    guard case .journal(.damage(let damage)) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(damage.file == sealed && calls == 0)
    #expect(try ledger.bytes("checkpoint") == before)
  }

  @Test("lines that change while the writer holds the lock are met before the signature")
  func changedMeanwhile() throws {
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    defer { writer.close() }
    var bytes = try ledger.bytes("events/000000000001.jsonl")
    bytes[60] ^= 1
    try ledger.write(bytes, to: "events/000000000001.jsonl")
    #expect(throws: CheckpointSigningFailure.self) {
      try writer.sign { checkpoint throws(SigningError) in try one.sign(checkpoint.noteText, name: "ett") }
    }
  }
}
