import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

/// A ledger of five lines whose checkpoint covers two, as if the writer had died before it could acknowledge the rest:
/// a batch of two, and a single line.
@Suite("Torn tails")
struct TornTailTests {
  let ledger = ScratchLedger()

  private func contents() throws -> FolderContents {
    try Sample.short(in: ledger)
    let journal = try Journal.open(ledger.path)
    var range = CompactRange()
    for entry in journal.entries.prefix(2) { range.append(entry.leafHash) }
    let checkpoint = Checkpoint(origin: journal.identity.origin, size: 2, root: range.root)
    try ledger.write(Array(checkpoint.text.utf8), to: "checkpoint")
    return try ledger.contents()
  }

  @Test("a file cut at any byte beyond the checkpoint is read to its last whole batch, and the rest is shown")
  func everyCut() throws {
    let contents = try contents()
    let bytes = contents.segments[0].bytes
    let starts = contents.segments[0].lines.map(\.place.byteOffset) + [bytes.count]
    for end in starts[2]...bytes.count {
      let reading = JournalReading(contents.with(Array(bytes[..<end])), stopAtDamage: true)
      #expect(reading.damages == [], "\(end)")
      let whole = end == starts[5] ? 5 : end >= starts[4] ? 4 : 2
      #expect(reading.entries.count == whole, "\(end)")
      #expect(reading.leaves.count == whole && reading.range.size == whole, "\(end)")
      #expect((reading.tail?.bytes ?? []) == Array(bytes[starts[whole]..<end]), "\(end)")
      #expect((reading.tail == nil) == (end == starts[whole]), "\(end)")
      if let tail = reading.tail {
        #expect(tail.position == whole + 1 && tail.place.lineNumber == whole + 1)
        #expect(tail.place.byteOffset == starts[whole])
      }
    }
    for end in 0..<starts[2] {
      let reading = JournalReading(contents.with(Array(bytes[..<end])), stopAtDamage: true)
      #expect(reading.damages.count == 1 && reading.tail == nil, "\(end)")
    }
  }

  @Test("a broken line beyond the checkpoint is a tail only where no line of a later append follows it")
  func wrongBatch() throws {
    let contents = try contents()
    let lines = contents.segments[0].lines
    for line in 2..<5 {
      var bytes = contents.segments[0].bytes
      bytes[lines[line].place.byteOffset] = 0
      // With line 5 there, lines 3 and 4 cannot be the end of an append.
      let whole = JournalReading(contents.with(bytes), stopAtDamage: true)
      if line < 4 {
        #expect(whole.tail == nil)
        #expect(whole.damages.map(\.line) == [line + 1])
        bytes.removeSubrange(lines[4].place.byteOffset...)
      }
      let reading = JournalReading(contents.with(bytes), stopAtDamage: true)
      let start = line == 4 ? 4 : 2
      #expect(reading.damages == [])
      #expect(reading.entries.count == start)
      #expect(reading.tail?.bytes == Array(bytes[lines[start].place.byteOffset...]))
      #expect(reading.tail?.reason.line == line + 1)
    }
  }

  @Test("a readable line that does not follow on the one before it is damage beyond the checkpoint too")
  func changedTextBeyond() throws {
    let contents = try contents()
    let text = String(decoding: contents.segments[0].bytes, as: UTF8.self).replacing("Lövåsen", with: "Lövåsem")
    let reading = JournalReading(contents.with(Array(text.utf8)), stopAtDamage: true)
    #expect(reading.tail == nil && reading.damages.map(\.line) == [4])
    guard case .prev? = reading.damages.first?.kind else { return #expect(Bool(false)) }
  }

  @Test("an older checkpoint with one changed byte after it is damage: nothing is set aside and no value is removed")
  func rolledBackCheckpoint() throws {
    var contents = try contents()
    let lines = contents.segments[0].lines
    var bytes = contents.segments[0].bytes
    bytes[lines[2].place.byteOffset + 40] = 0
    contents = contents.with(bytes)
    let sealed = ledger.names(in: "sealed")
    try ledger.write(bytes, to: "events/000000000001.jsonl")
    let report = try Journal.verify(ledger.path)
    #expect(!report.isSound && report.tail == nil && report.goodLineCount == 2)
    #expect(report.damages.first?.line == 3)
    #expect(throws: WriterFailure.self) { try JournalWriter.open(ledger.path, Sample.settings()) }
    #expect(try ledger.bytes("events/000000000001.jsonl") == bytes)
    #expect(ledger.names(in: "set-aside") == [] && ledger.names(in: "sealed") == sealed && sealed.count == 1)
  }

  @Test("a checkpoint of size 0 is damage, whatever stands in the journal")
  func emptyCheckpoint() throws {
    let contents = try contents()
    let checkpoint = Checkpoint(
      origin: "uuid:00000000-0000-4000-8000-00000000000a", size: 0, root: MerkleTree.emptyRoot)
    for bytes in [contents.segments[0].bytes, [0x7B], []] {
      let reading = JournalReading(
        contents.with(files: [bytes, Array(checkpoint.text.utf8), try #require(contents.ledgerCopy)]),
        stopAtDamage: true)
      #expect(reading.tail == nil)
      #expect(reading.damages == [Damage(file: "checkpoint", line: 2, kind: .checkpointEmpty)])
    }
  }

  @Test("values that a tail commits to stay while its bytes are set aside; an orphan goes")
  func keepsValuesSetAside() throws {
    _ = try contents()
    let kept = ledger.names(in: "sealed")
    let orphan = Sample.sealing(9, [9])
    try ledger.write(orphan.formatted, to: "sealed/\(orphan.commitment.hex)")
    var bytes = try ledger.bytes("events/000000000001.jsonl")
    bytes.removeLast()
    try ledger.write(bytes, to: "events/000000000001.jsonl")
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(writer.recovery.setAside != nil && writer.recovery.purged == [orphan.commitment])
    #expect(writer.journal.entries.count == 4)
    #expect(ledger.names(in: "sealed") == kept && kept.count == 1)
    writer.close()
    #expect(try JournalWriter.open(ledger.path, Sample.settings()).recovery == Recovery())
    // Without the file that commits to it, it is an orphan too; whoever took that away asks for it to be looked at.
    try ledger.remove("set-aside/\(ledger.names(in: "set-aside")[0])")
    #expect(try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: false).purged.map(\.hex) == kept)
  }

  @Test("zeros after the last line, as a power failure leaves them, are a tail")
  func zeros() throws {
    let contents = try contents()
    let zeros = [UInt8](repeating: 0, count: 4096)
    let reading = JournalReading(contents.with(contents.segments[0].bytes + zeros), stopAtDamage: true)
    #expect(reading.damages == [] && reading.entries.count == 5)
    #expect(reading.tail?.bytes == zeros)
  }

  @Test("a batch that the checkpoint covers in part is damage, not a tail")
  func coveredInPart() throws {
    let contents = try contents()
    let lines = contents.segments[0].lines
    var range = CompactRange()
    for line in lines.prefix(3) { range.append(MerkleTree.leafHash(line.bytes)) }
    let checkpoint = Checkpoint(origin: "uuid:00000000-0000-4000-8000-00000000000a", size: 3, root: range.root)
    let bytes = Array(contents.segments[0].bytes[..<lines[3].place.byteOffset])
    let reading = JournalReading(
      FolderContents(
        checkpoint: Array(checkpoint.text.utf8), ledgerCopy: contents.ledgerCopy,
        segments: [Segment(file: "events/000000000001.jsonl", firstPosition: 1, bytes: bytes)]),
      stopAtDamage: true)
    #expect(reading.tail == nil)
    #expect(
      reading.damages == [
        Damage(
          file: "events/000000000001.jsonl", line: 3, byte: lines[2].place.byteOffset, position: 3,
          kind: .unfinishedBatch(missing: BatchPlace(place: 2, count: 2)))
      ])
  }

  @Test("the next writer puts the tail aside byte for byte, whatever its length, and goes on")
  func setAside() throws {
    let contents = try contents()
    let bytes = contents.segments[0].bytes
    let checkpoint = try #require(contents.checkpoint)
    let starts = contents.segments[0].lines.map(\.place.byteOffset) + [bytes.count]
    for end in starts[2]...bytes.count {
      // Every length of the first two tails' edges, and every seventh between them.
      guard starts.contains(where: { abs($0 - end) <= 2 }) || end.isMultiple(of: 7) else { continue }
      try ledger.write(Array(bytes[..<end]), to: "events/000000000001.jsonl")
      try ledger.write(checkpoint, to: "checkpoint")
      let whole = end == starts[5] ? 5 : end >= starts[4] ? 4 : 2
      let writer = try JournalWriter.open(ledger.path, Sample.settings())
      #expect(writer.journal.entries.count == whole && writer.recovery.adoptedCount == whole - 2)
      if end > starts[whole] {
        let file = try #require(writer.recovery.setAside?.file)
        #expect(try ledger.bytes(file) == Array(bytes[starts[whole]..<end]))
        try ledger.remove(file)
      } else {
        #expect(writer.recovery.setAside == nil)
      }
      #expect(try ledger.bytes("events/000000000001.jsonl") == Array(bytes[..<starts[whole]]))
      #expect(try Journal.open(ledger.path).checkpoint?.size == whole)
      writer.close()
    }
  }

  @Test("a tail that is a segment of its own is put aside, and the segment is removed")
  func wholeSegment() throws {
    try Sample.short(in: ledger)
    for text in ["", "half a line", "\n"] {
      try ledger.write(Array(text.utf8), to: "events/000000000006.jsonl")
      #expect(try Journal.open(ledger.path).tail?.bytes == Array(text.utf8))
      let writer = try JournalWriter.open(ledger.path, Sample.settings())
      let file = try #require(writer.recovery.setAside?.file)
      #expect(try ledger.bytes(file) == Array(text.utf8))
      #expect(ledger.names(in: "events") == ["000000000001.jsonl"])
      let measure = try Sample.measure(4, id: 4000 + text.utf8.count, known: writer.journal.events)
      if text == "\n" { #expect(try writer.append([measure], recordedBy: "Anna Ek").map(\.position) == [6]) }
      writer.close()
    }
    #expect(try Journal.verify(ledger.path).isSound)
  }

  @Test("a tail in a segment that another one follows is damage: nobody who appends leaves that")
  func notLast() throws {
    try Sample.short(in: ledger, segmentByteLimit: 1000)
    let contents = try ledger.contents()
    let segments = contents.segments
    let last = try #require(segments.last)
    var range = CompactRange()
    range.append(MerkleTree.leafHash(segments[0].lines[0].bytes))
    let checkpoint = Checkpoint(origin: "uuid:00000000-0000-4000-8000-00000000000a", size: 1, root: range.root)
    let cut = Segment(
      file: segments[0].file, firstPosition: 1, bytes: Array(segments[0].bytes.dropLast(3)))
    let reading = JournalReading(
      FolderContents(
        checkpoint: Array(checkpoint.text.utf8), ledgerCopy: contents.ledgerCopy, segments: [cut, last]),
      stopAtDamage: true)
    #expect(reading.tail == nil && reading.damages.first?.file == segments[0].file)
  }
}
