import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("A backup")
struct BackupTests {
  let scene: BackupScene

  init() throws {
    scene = try BackupScene()
  }

  @Test("is the ledger up to its checkpoint, without sealed values, and a ledger that verifies")
  func whole() throws {
    let outcome = try scene.backUp()
    let expected = scene.wanted
    #expect(scene.state(scene.backup) == expected)
    let report = try Journal.verify(scene.backup)
    #expect(report.isSound && report.checkpoint?.size == 6 && report.lines.segmentCount > 1)
    #expect(outcome.from == 0 && outcome.checkpoint.size == 6 && outcome.beyondCount == 0)
    #expect(outcome.segmentCount == report.lines.segmentCount && outcome.keptSegmentCount == 0)
    #expect(outcome.documentCount == 1 && outcome.missingDocuments == [] && outcome.valueCount == 2)
    #expect(scene.leftovers == [])
  }

  @Test("takes the sealed values to a folder for the owner only, without those that are erased")
  func sealedValues() throws {
    let outcome = try scene.backUp()
    #expect(outcome.sealed?.copiedCount == 2 && outcome.sealed?.erasedCount == 1)
    #expect(scene.values(scene.sealed) == [scene.name(of: 2), scene.name(of: 3)])
    #expect(try scene.mode(scene.sealed) == 0o700)
    #expect(try scene.mode("\(scene.sealed)/\(scene.name(of: 2))") == 0o600)
    for (name, bytes) in scene.files(scene.sealed) {
      #expect(scene.files(scene.ledger)["sealed/\(name)"] == bytes)
    }
  }

  @Test("without a folder for them leaves the sealed values where they are")
  func withoutSealed() throws {
    let outcome = try scene.backUp(sealed: false)
    #expect(outcome.sealed == nil && outcome.valueCount == 2)
    #expect(!FileManager.default.fileExists(atPath: scene.sealed))
    let all = scene.files(scene.backup).values.flatMap(\.self)
    #expect(!String(decoding: all, as: UTF8.self).contains("hemligt"))
  }

  @Test("as a dry run reads everything, says what would be done, and writes nothing")
  func dryRun() throws {
    let before = scene.state(scene.path)
    let outcome = try Backup.write(scene.request(isDryRun: true))
    #expect(outcome.checkpoint.size == 6 && outcome.sealed?.copiedCount == 2 && outcome.segmentCount > 1)
    #expect(scene.state(scene.path) == before)
    try scene.backUp()
    try scene.note()
    try scene.erase(2)
    let between = scene.state(scene.path)
    let next = try Backup.write(scene.request(isDryRun: true))
    #expect(next.from == 6 && next.checkpoint.size == 8 && next.sealed?.removedCount == 1)
    #expect(next.sealed?.copiedCount == 1 && next.sealed?.keptCount == 1)
    #expect(scene.state(scene.path) == between)
  }

  @Test("asks nothing of the ledger but to be read")
  func readOnly() throws {
    let before = scene.state(scene.ledger)
    let plan = FaultPlan()
    try scene.backUp(plan.operations)
    let reading: Set<FileError.Operation> = [.open, .read, .status, .list]
    #expect(plan.calls.filter { $0.path.hasPrefix(scene.ledger) && !reading.contains($0.operation) } == [])
    #expect(scene.state(scene.ledger) == before)
  }

  @Test("is brought up to date by a second run, which copies only what is new and removes what was erased")
  func incremental() throws {
    try scene.backUp()
    let first = try FileManager.default.attributesOfItem(atPath: "\(scene.backup)/events/000000000001.jsonl")
    try scene.note()
    try scene.erase(2)
    let outcome = try scene.backUp()
    #expect(outcome.from == 6 && outcome.checkpoint.size == 8)
    #expect(outcome.keptSegmentCount > 0 && outcome.segmentCount > 0 && outcome.mendedCount == 0)
    #expect(outcome.documentCount == 0 && outcome.keptDocumentCount == 1)
    #expect(outcome.sealed == Backup.Sealed(copiedCount: 1, keptCount: 1, erasedCount: 2, removedCount: 1))
    #expect(scene.values(scene.sealed) == [scene.name(of: 3), scene.name(of: 4)])
    let last = try FileManager.default.attributesOfItem(atPath: "\(scene.backup)/events/000000000001.jsonl")
    #expect(first[.systemFileNumber] as? Int == last[.systemFileNumber] as? Int)
    let expected = scene.wanted
    #expect(scene.state(scene.backup) == expected)
    let again = try scene.backUp()
    #expect(again.from == 8 && again.segmentCount == 0 && again.sealed?.copiedCount == 0)
    #expect(scene.state(scene.backup) == expected && scene.leftovers == [])
  }

  @Test("has no line beyond the checkpoint, whole or half, and says how many whole ones there were")
  func beyond() throws {
    let checkpoint = try FileOperations.system.read("\(scene.ledger)/checkpoint")
    try scene.note()
    try scene.put(checkpoint, "\(scene.ledger)/checkpoint")
    let name = try #require(try FileOperations.system.names(in: "\(scene.ledger)/events").last)
    let file = "\(scene.ledger)/events/\(name)"
    let whole = try FileOperations.system.read(file)
    for torn in ["", "{\"specversion\":\"1.0\"", "skräp\n\n"] {
      try scene.put(whole + Array(torn.utf8), file)
      scene.remove(scene.backup)
      scene.remove(scene.sealed)
      let outcome = try scene.backUp()
      #expect(outcome.checkpoint.size == 6)
      if torn.isEmpty { #expect(outcome.beyondCount == 1) }
      let report = try Journal.verify(scene.backup)
      #expect(report.isSound && report.computedSize == 6 && report.tail == nil)
      #expect(scene.values(scene.sealed) == [scene.name(of: 2), scene.name(of: 3)])
    }
  }

  @Test("mends a file of the copy that has changed, and says so")
  func mended() throws {
    try scene.backUp()
    let expected = scene.state(scene.backup)
    let file = "\(scene.backup)/events/000000000001.jsonl"
    var bytes = try FileOperations.system.read(file)
    bytes[100] ^= 1
    scene.remove(file)
    try scene.put(bytes, file)
    let digest = SHA256.hash(scene.document).hex
    try scene.put([1], "\(scene.backup)/presented/\(digest)")
    try scene.put([1], "\(scene.sealed)/\(scene.name(of: 2))")
    let outcome = try scene.backUp()
    #expect(outcome.mendedCount == 1 && outcome.documentCount == 1 && outcome.sealed?.copiedCount == 1)
    #expect(scene.state(scene.backup) == expected)
    #expect(
      try Restore(Restore.Request(backup: scene.backup, path: scene.restored, sealed: scene.sealed)).sealed?
        .restoredCount == 2)
  }

  @Test("keeps a document that the ledger has lost since, and names one that is nowhere")
  func documents() throws {
    let digest = SHA256.hash(scene.document)
    try scene.backUp()
    scene.remove("\(scene.ledger)/presented/\(digest.hex)")
    #expect(try scene.backUp().keptDocumentCount == 1)
    scene.remove(scene.backup)
    #expect(try scene.backUp().missingDocuments == [digest])
    try scene.put([1], "\(scene.ledger)/presented/\(digest.hex)")
    #expect(throws: BackupFailure.presented(.otherDigest(expected: digest, found: SHA256.hash([1])))) {
      try scene.backUp()
    }
  }

  @Test("a signed checkpoint is kept, in the backup too, when the book grows")
  func signedCheckpoints() throws {
    let file = "\(scene.ledger)/checkpoint"
    let signed = try FileOperations.system.read(file) + Array("\n— liggare.example aaaaaaaaaaaa\n".utf8)
    try scene.put(signed, file)
    try scene.backUp()
    #expect(scene.files(scene.backup)["checkpoint"] == signed)
    try scene.note()
    try scene.backUp()
    let kept = scene.files(scene.backup).filter { $0.key.hasPrefix("checkpoints/") }
    #expect(kept.count == 1 && kept.values.first == signed)
  }

  @Test("the covered lines are the same read in one sweep and in order")
  func inOrder() throws {
    try scene.note()
    let swept = try CoveredLedger.open(scene.ledger, rootsAt: [2, 7])
    let read = try CoveredLedger.inOrder(LedgerFolder(scene.ledger), [2, 7])
    #expect(swept.checkpoint == read.checkpoint && swept.identity == read.identity && swept.roots == read.roots)
    #expect(
      swept.commitments == read.commitments && swept.erasures == read.erasures && swept.presented == read.presented)
    #expect(swept.segments.map(\.name) == read.segments.map(\.name))
    #expect(swept.segments.map(\.byteCount) == read.segments.map(\.byteCount))
    #expect(swept.roots.count == 2 && swept.erasures.count == 1 && swept.presented.count == 1)
  }
}
