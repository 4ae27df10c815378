import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import Synchronization
import Testing

@testable import JournalStore

@Suite("A ledger whose surroundings fail")
struct SurroundingsTests {
  @Test(
    "a folder that vanishes under a writer ends it, and nothing is acknowledged",
    arguments: [Checkpointing.everyAppend, .deferred])
  func vanished(_ checkpointing: Checkpointing) throws {
    let ledger = ScratchLedger()
    var settings = Sample.settings()
    settings.checkpointing = checkpointing
    let writer = try Sample.create(ledger, settings)
    let known = writer.journal.events
    try FileManager.default.removeItem(atPath: ledger.path)
    let path = "\(ledger.path)/events/000000000001.jsonl"
    #expect(throws: AppendFailure.file(FileError(operation: .sync, path: path, errno: ENOENT))) {
      try writer.append([try Sample.measure(1, known: known)], recordedBy: "Anna Ek")
    }
    writer.close()
    #expect(throws: WriterFailure.journal(.notALedger(folder: ledger.path))) {
      try JournalWriter.open(ledger.path, Sample.settings())
    }
    #expect(!FileManager.default.fileExists(atPath: ledger.path))
  }

  @Test(
    "a ledger of a newer format is refused by its number, by reader, verifier and writer", arguments: [true, false])
  func newerFormat(isReadable: Bool) throws {
    let ledger = ScratchLedger()
    try Sample.create(ledger).close()
    for name in ["events/000000000001.jsonl", "ledger.json"] {
      var text = String(decoding: try ledger.bytes(name), as: UTF8.self)
      text = text.replacing("\"format\":1", with: "\"format\":2").replacing("\"format\": 1", with: "\"format\": 2")
      // What a later format changes in its lines is not known now.
      if !isReadable, name != "ledger.json" { text = "§" + text }
      try ledger.write(Array(text.utf8), to: name)
    }
    #expect(throws: JournalError.newerFormat(2)) { try Journal.open(ledger.path) }
    #expect(throws: JournalError.newerFormat(2)) { try Journal.verify(ledger.path) }
    #expect(throws: WriterFailure.journal(.newerFormat(2))) {
      try JournalWriter.open(ledger.path, Sample.settings())
    }
  }

  @Test("a later format that only one of line 1 and its copy states is damage, and is said to be in that file")
  func newerFormatInOneFile() throws {
    for name in ["events/000000000001.jsonl", "ledger.json"] {
      let ledger = ScratchLedger()
      try Sample.create(ledger).close()
      let text = String(decoding: try ledger.bytes(name), as: UTF8.self)
      let changed = text.replacing("\"format\":1", with: "\"format\":11").replacing(
        "\"format\": 1", with: "\"format\": 11")
      try #require(changed != text)
      try ledger.write(Array(changed.utf8), to: name)
      let report = try Journal.verify(ledger.path)
      #expect(report.damages.first?.file == name && !report.isSound)
    }
  }

  @Test(
    "a ledger whose first line states format 0, or one with a sign, or is about L-0002, is damaged for everyone",
    arguments: [
      (#""format":1"#, #""format":0"#), (#""format":1"#, #""format":-1"#), ("L-0001", "L-0002"),
    ])
  func wrongOpening(old: String, new: String) throws {
    let ledger = ScratchLedger()
    try Sample.create(ledger).close()
    for name in ["events/000000000001.jsonl", "ledger.json"] {
      let text = String(decoding: try ledger.bytes(name), as: UTF8.self)
      let changed = text.replacing(old, with: new).replacing(
        old.replacing(":", with: ": "), with: new.replacing(":", with: ": "))
      try ledger.write(Array(changed.utf8), to: name)
    }
    // Also where its checkpoint was made to fit.
    let line = try ledger.bytes("events/000000000001.jsonl").dropLast()
    let root = MerkleTree.leafHash(Array(line))
    let origin = try LedgerIdentity(text: Sample.identity).origin
    try ledger.write(Array(Checkpoint(origin: origin, size: 1, root: root).text.utf8), to: "checkpoint")
    let report = try Journal.verify(ledger.path)
    #expect(report.damages.first?.position == 1 && report.goodLineCount == 0)
    let damage = try #require(report.damages.first)
    #expect(throws: JournalError.damage(damage)) { try Journal.open(ledger.path) }
    #expect(throws: JournalError.damage(damage)) { try JournalView.open(ledger.path) }
    #expect(throws: WriterFailure.journal(.damage(damage))) {
      try JournalWriter.open(ledger.path, Sample.settings())
    }
  }

  @Test("a reader that opens the journal over and over never meets an error or half an append")
  func reader() throws {
    let ledger = ScratchLedger(inMemory: true)
    try Sample.create(ledger).close()
    let path = ledger.path
    let known = try Journal.open(path).events
    let isDone = Mutex(false)
    let openings = Mutex(0)
    let ended = DispatchSemaphore(value: 0)
    let reader = Thread {
      defer { ended.signal() }
      do {
        var size = 0
        while !isDone.withLock({ $0 }) {
          let journal = try Journal.open(path)
          #expect(journal.entries.count >= size && journal.entries.count % 3 == 1)
          size = journal.entries.count
          openings.withLock { $0 += 1 }
        }
      } catch {
        Issue.record(error)
      }
    }
    reader.start()
    var settings = Sample.settings(segmentByteLimit: 4000)
    settings.checkpointing = .deferred
    let writer = try JournalWriter.open(path, settings)
    var count = 0
    while count < 30 || (count < 500 && openings.withLock { $0 } < 10) {
      count += 1
      let batch = try (0...2).map { try Sample.measure(count * 3 + $0, known: known) }
      _ = try writer.append(batch, recordedBy: "Anna Ek")
    }
    writer.close()
    isDone.withLock { $0 = true }
    ended.wait()
    #expect(openings.withLock { $0 } > 0)
    #expect(try Journal.open(ledger.path).entries.count == 3 * count + 1)
  }

  @Test(
    "on a full disk nothing is acknowledged that is not there, and with room again all goes on",
    .enabled(if: SmallDisk.isAllowed, "this user may not mount a small disk"))
  func fullDisk() throws {
    for isFullBefore in [true, false] {
      let disk = try SmallDisk()
      let writer = try JournalWriter.create(
        "\(disk.path)/ledger", first: Self.opening(), recordedBy: "Anna Ek", Sample.settings())
      var acknowledged = writer.journal.events
      if isFullBefore { try disk.fill() }
      let sealing = Sample.sealing(1, [UInt8](repeating: 7, count: 300))
      let error = #expect(throws: AppendFailure.self) {
        for number in 1... {
          let note = number == 1 ? try Sample.sealed(sealing) : nil
          let title = String(repeating: "vandring ", count: 300)
          acknowledged += try writer.append(
            [try Sample.measure(number, title, note: note, known: acknowledged)], recordedBy: "Anna Ek",
            sealings: number == 1 ? [sealing] : [])
        }
      }
      guard case .file(let failure)? = error, failure.errno == ENOSPC else {
        Issue.record("another failure: \(String(describing: error))")
        return
      }
      writer.close()
      #expect(try Journal.open("\(disk.path)/ledger").events.prefix(acknowledged.count) == acknowledged[...])
      #expect((acknowledged.count == 1) == isFullBefore)
      try disk.makeRoom()
      try expectMended("\(disk.path)/ledger", acknowledged, "full disk")
    }
  }

  @Test(
    "a ledger on a medium that is only read is read, and not opened for writing",
    .enabled(if: SmallDisk.isAllowed, "this user may not mount a small disk"))
  func readOnly() throws {
    let disk = try SmallDisk()
    let path = "\(disk.path)/ledger"
    // Let go of at once: a file that is open for writing keeps the medium from becoming read-only.
    try JournalWriter.create(path, first: Self.opening(), recordedBy: "Anna Ek", Sample.settings()).close()
    try disk.makeReadOnly()
    #expect(try Journal.open(path).entries.count == 1)
    #expect(try Journal.verify(path).isSound)
    #expect(try JournalWriter.repair(path, Sample.settings(), isDryRun: true).isEmpty)
    let failure = FileError(operation: .open, path: "\(path)/lock", errno: EROFS)
    #expect(throws: WriterFailure.journal(.file(failure))) { try JournalWriter.open(path, Sample.settings()) }
    try disk.makeWritable()
    try expectMended(path, try Journal.open(path).events, "read-only for a while")
  }

  private static func opening() throws -> Proposal {
    Proposal(id: Sample.id(1), draft: try Sample.draft(.ledger, .ledger(try Sample.opening()), known: []))
  }
}

/// A file system of 128 KiB in memory, unmounted when the test lets go of it.
private final class SmallDisk {
  let path: String

  /// Whether one can be mounted here.
  static let isAllowed = getuid() == 0 && (try? SmallDisk()) != nil

  struct Refused: Error {}

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "liggare-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard mount("tmpfs", path, "tmpfs", 0, "size=128k") == 0 else {
      rmdir(path)
      throw Refused()
    }
  }

  deinit {
    umount2(path, 2)
    rmdir(path)
  }

  func fill() throws {
    let file = fopen("\(path)/filling", "w")
    defer { fclose(file) }
    while fputs(String(repeating: "x", count: 4095), file) >= 0, fflush(file) == 0 {}
  }

  /// Gives the disk room: 1 MiB.
  func makeRoom() throws { try remount(0, "size=1m") }
  func makeReadOnly() throws { try remount(UInt(MS_RDONLY), "") }
  func makeWritable() throws { try remount(0, "") }

  private func remount(_ flags: UInt, _ options: String) throws {
    guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT) | flags, options) == 0 else { throw Refused() }
  }
}
