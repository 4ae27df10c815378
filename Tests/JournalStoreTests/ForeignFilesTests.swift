import DurableFiles
import Foundation
import Integrity
import Testing

@testable import JournalStore

@Suite("Links, pipes and folders in the place of a ledger's files")
struct ForeignFilesTests {
  let ledger = ScratchLedger()

  @Test(
    "a pipe or a folder in a file's place is damage for reader, verifier and writer, and nobody waits for it",
    arguments: ["checkpoint", "ledger.json", "events/000000000001.jsonl"], [true, false])
  func notAFile(name: String, isPipe: Bool) throws {
    try Sample.short(in: ledger)
    try ledger.remove(name)
    let path = "\(ledger.path)/\(name)"
    #expect((isPipe ? mkfifo(path, 0o600) : mkdir(path, 0o700)) == 0)
    let damage = Damage(file: name, kind: .notAFile)
    #expect(throws: JournalError.damage(damage)) { try Journal.open(ledger.path) }
    #expect(try Journal.verify(ledger.path).damages.first == damage)
    #expect(throws: WriterFailure.journal(.damage(damage))) { try JournalWriter.open(ledger.path, Sample.settings()) }
  }

  @Test("a file in the place of the folder of events is damage")
  func notAFolder() throws {
    try Sample.short(in: ledger)
    try ledger.remove("events")
    try ledger.write([1], to: "events")
    let damage = Damage(file: "events", kind: .notAFolder)
    #expect(throws: JournalError.damage(damage)) { try Journal.open(ledger.path) }
    #expect(throws: WriterFailure.journal(.damage(damage))) { try JournalWriter.open(ledger.path, Sample.settings()) }
  }

  @Test(
    "a symbolic link is refused by the writer, and nothing behind it is changed; a reader follows it",
    arguments: ["events", "sealed", "checkpoint", "ledger.json", "events/000000000001.jsonl"])
  func links(name: String) throws {
    try Sample.short(in: ledger)
    let orphan = Sample.sealing(9, [9])
    try ledger.write(orphan.formatted, to: "sealed/\(orphan.commitment.hex)")
    try ledger.replaceByLink(name)
    #expect(throws: WriterFailure.journal(.damage(Damage(file: name, kind: .symbolicLink)))) {
      try JournalWriter.open(ledger.path, Sample.settings())
    }
    #expect(ledger.names(in: "sealed").count == 2)
    #expect(try Journal.open(ledger.path).entries.count == 5)
    if name == "sealed" {
      let sealed = SealedFolder(of: LedgerFolder(ledger.path))
      let failure = FileError(operation: .status, path: "\(ledger.path)/sealed", errno: ELOOP)
      #expect(throws: failure) { try sealed.commitments() }
      #expect(throws: failure) { try sealed.remove([orphan.commitment]) }
      #expect(throws: failure) { try sealed.store([orphan]) }
    }
  }

  @Test("a writer closes sealed values that others could read, and leaves what is narrow enough")
  func modes() throws {
    try Sample.short(in: ledger)
    let file = "sealed/\(ledger.names(in: "sealed")[0])"
    for (wide, narrow) in [(0o644, 0o600), (0o400, 0o400)] {
      #expect(chmod("\(ledger.path)/sealed", 0o755) == 0)
      #expect(chmod("\(ledger.path)/\(file)", mode_t(wide)) == 0)
      try JournalWriter.open(ledger.path, Sample.settings()).close()
      #expect(try ledger.mode(of: "sealed") == 0o700)
      #expect(try ledger.mode(of: file) == narrow)
    }
  }

  @Test("without a checkpoint, one line opens; with values, documents or lines set aside beside it, it is damage")
  func noCheckpoint() throws {
    try Sample.create(ledger).close()
    try ledger.remove("checkpoint")
    #expect(try Journal.open(ledger.path).checkpoint == nil)
    #expect(try Journal.verify(ledger.path).notChecked.contains(.noCheckpoint))
    for place in ["sealed", "presented", "set-aside"] {
      #expect(mkdir("\(ledger.path)/\(place)", 0o700) == 0)
      #expect(try Journal.verify(ledger.path).isSound)
      try ledger.write([1], to: "\(place)/\(String(repeating: "a", count: 64))")
      #expect(try Journal.verify(ledger.path).damages == [Damage(file: "checkpoint", kind: .missing)])
      #expect(throws: WriterFailure.self) { try JournalWriter.open(ledger.path, Sample.settings()) }
      try ledger.remove(place)
    }
  }

  @Test("empty lines without number are one tail; where they are damage, a thousand are listed and no more")
  func emptyLines() throws {
    try Sample.short(in: ledger)
    let contents = try ledger.contents()
    let empty = [UInt8](repeating: 0x0A, count: 100_000)
    let bytes = contents.segments[0].bytes + empty
    let reading = JournalReading(contents.with(bytes), stopAtDamage: false)
    #expect(reading.damages == [] && reading.tail?.bytes == empty && reading.leaves.count == 5)
    let bare = FolderContents(
      checkpoint: nil, ledgerCopy: contents.ledgerCopy, segments: contents.with(bytes).segments)
    #expect(JournalReading(bare, stopAtDamage: false).damages.count == 1000)
  }
}
