import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

@Suite("Reading a journal")
struct JournalReadingTests {
  let ledger = ScratchLedger()

  @Test("a written ledger is read with every line, its place, its leaf, and nothing left over")
  func whole() throws {
    try Sample.short(in: ledger)
    let journal = try Journal.open(ledger.path)
    #expect(journal.identity.text == Sample.identity)
    #expect(journal.opened.title == "Medborgarlöfte för Exempelstad")
    #expect(journal.entries.map(\.event.position) == [1, 2, 3, 4, 5])
    #expect(journal.entries.map(\.event.subject.text) == ["L-0001", "M-0001", "M-0002", "M-0001", "M-0003"])
    #expect(journal.entries.map(\.event.subjectVersion) == [1, 1, 1, 2, 1])
    #expect(journal.entries.map { $0.event.batch?.text } == [nil, nil, "1/2", "2/2", nil])
    #expect(journal.entries.map(\.schemaVersion) == [1, 1, 1, 1, 1])
    #expect(journal.tail == nil)
    let bytes = try ledger.bytes("events/000000000001.jsonl")
    #expect(bytes == journal.entries.flatMap { $0.line + [0x0A] })
    for entry in journal.entries {
      #expect(entry.place.file == "events/000000000001.jsonl")
      #expect(entry.place.lineNumber == entry.event.position)
      #expect(Array(bytes[entry.place.byteOffset...].prefix(entry.line.count)) == entry.line)
      #expect(entry.leafHash == MerkleTree.leafHash(entry.line))
    }
    #expect(journal.checkpoint?.size == 5)
    #expect(journal.checkpoint?.origin == "uuid:00000000-0000-4000-8000-00000000000a")
    #expect(journal.checkpoint?.root == journal.range.root)
  }

  @Test("segments are read as one journal")
  func segments() throws {
    try Sample.short(in: ledger, segmentByteLimit: 1000)
    let names = ledger.names(in: "events")
    #expect(names.count > 1)
    let journal = try Journal.open(ledger.path)
    #expect(journal.entries.map(\.event.position) == [1, 2, 3, 4, 5])
    #expect(Set(journal.entries.map(\.place.file)) == Set(names.map { "events/\($0)" }))
    let starts = journal.entries.filter { $0.place.lineNumber == 1 }
    #expect(starts.map { LedgerFolder.segment(from: $0.event.position) } == names.map { "events/\($0)" })
  }

  @Test("ledger.json is the opening, for people")
  func ledgerCopy() throws {
    try Sample.short(in: ledger)
    let text = String(decoding: try ledger.bytes("ledger.json"), as: UTF8.self)
    #expect(
      text == """
        {
          "identity": "urn:uuid:00000000-0000-4000-8000-00000000000a",
          "title": "Medborgarlöfte för Exempelstad",
          "owner": "Exempelstads kommun",
          "reality": "illustrative",
          "validity": {
            "from": "2022-01-01",
            "through": "2023-12-31"
          },
          "timeZone": "Europe/Stockholm",
          "language": "sv",
          "format": 1
        }

        """)
  }

  @Test("a flipped bit in any byte of lines, checkpoint or ledger.json is damage, found by reader and verifier")
  func everyByte() throws {
    try Sample.short(in: ledger)
    let contents = try ledger.contents()
    let files = [contents.segments[0].bytes, try #require(contents.checkpoint), try #require(contents.ledgerCopy)]
    #expect(JournalReading(contents, stopAtDamage: true).damages == [])
    for (file, bytes) in files.enumerated() {
      for index in bytes.indices {
        var changed = files
        changed[file][index] ^= 1 << UInt8(index % 8)
        let reading = JournalReading(contents.with(files: changed), stopAtDamage: true)
        #expect(reading.damages.count == 1, "file \(file), byte \(index)")
        #expect(reading.tail == nil, "file \(file), byte \(index)")
        guard index.isMultiple(of: 7), file == 0 else { continue }
        let line = bytes[..<index].count { $0 == 0x0A } + 1
        let all = JournalReading(contents.with(files: changed), stopAtDamage: false)
        #expect(all.damages.first == reading.damages.first, "byte \(index)")
        // A changed text is seen in the next line's `prev`, and of the last line in the root; all else in the line itself.
        let first = try #require(all.damages.first)
        if first.file == "checkpoint" {
          #expect(line == 5, "byte \(index)")
        } else {
          #expect(first.line == line || first.line == line + 1, "byte \(index)")
          #expect(all.goodCount < line + 1, "byte \(index)")
        }
      }
    }
  }

  @Test("what a reader says of a changed text: the next line does not follow")
  func changedText() throws {
    try Sample.short(in: ledger)
    var contents = try ledger.contents()
    let text = String(decoding: contents.segments[0].bytes, as: UTF8.self)
      .replacing("Lövåsen", with: "Nävertorp")
    contents = contents.with(Array(text.utf8))
    let reading = JournalReading(contents, stopAtDamage: false)
    let lines = contents.segments[0].lines
    let damage = try #require(reading.damages.first)
    #expect(damage.line == 4)
    #expect(damage.byte == lines[3].place.byteOffset)
    #expect(damage.position == 4)
    guard case .prev(let expected, let found) = damage.kind else { return #expect(Bool(false)) }
    #expect(expected == ChainMark(of: MerkleTree.leafHash(lines[2].bytes)))
    #expect(found != expected)
    // The batch of lines 3 and 4 is not whole any more.
    #expect(reading.goodCount == 2)
    guard case .checkpointRoot? = reading.damages.last?.kind else { return #expect(Bool(false)) }
  }

  @Test("lines taken away, put in twice or exchanged are damage at the first wrong position")
  func linesMoved() throws {
    try Sample.short(in: ledger)
    let contents = try ledger.contents()
    let lines: [[UInt8]] = contents.segments[0].lines.map { $0.bytes + [0x0A] }
    for index in lines.indices {
      var without = lines
      without.remove(at: index)
      var twice = lines
      twice.insert(lines[index], at: index)
      let damages = JournalReading(contents.with(Array(without.joined())), stopAtDamage: true).damages
      #expect(damages.count == 1 && damages.first?.position == index + 1)
      let reading = JournalReading(contents.with(Array(twice.joined())), stopAtDamage: true)
      // So is the last line again, beyond the checkpoint: an unfinished append leaves no whole line of another place.
      #expect(reading.damages.first?.kind == .position(expected: index + 2, found: index + 1))
      for other in lines.indices where other != index {
        var exchanged = lines
        exchanged.swapAt(index, other)
        #expect(!JournalReading(contents.with(Array(exchanged.joined())), stopAtDamage: true).damages.isEmpty)
      }
    }
  }

  @Test(
    "what is no line is damage where the checkpoint covers it",
    arguments: ["", "\r", "null", "{}", "\u{FEFF}", "\0", " "])
  func strayLines(text: String) throws {
    try Sample.short(in: ledger)
    let contents = try ledger.contents()
    let lines: [[UInt8]] = contents.segments[0].lines.map { $0.bytes + [0x0A] }
    for index in 0..<lines.count {
      let changed = Array(lines[..<index].joined()) + Array(text.utf8) + [0x0A] + Array(lines[index...].joined())
      let damage = JournalReading(contents.with(changed), stopAtDamage: true).damages.first
      #expect(damage?.line == index + 1)
      guard case .line? = damage?.kind else { return #expect(Bool(false)) }
    }
    // After the last line it is a tail, which no reader minds.
    let after = JournalReading(
      contents.with(Array(lines.joined()) + Array(text.utf8) + [0x0A]), stopAtDamage: true)
    #expect(after.damages == [] && after.entries.count == 5)
    #expect(after.tail?.bytes == Array(text.utf8) + [0x0A])
    #expect(after.tail?.position == 6)
  }

  @Test("carriage returns before the line feeds are damage in line 1")
  func carriageReturns() throws {
    try Sample.short(in: ledger)
    let contents = try ledger.contents()
    let changed: [UInt8] = contents.segments[0].lines.flatMap { $0.bytes + [0x0D, 0x0A] }
    let damage = JournalReading(contents.with(changed), stopAtDamage: true).damages.first
    #expect(damage?.byte == contents.segments[0].lines[0].bytes.count)
    #expect(damage?.kind == .line(.notCanonical(expected: nil, found: 0x0D)))
  }

  @Test("a missing LF at the end is damage where the checkpoint covers the line")
  func missingLineFeed() throws {
    try Sample.short(in: ledger)
    let contents = try ledger.contents()
    let bytes = Array(contents.segments[0].bytes.dropLast())
    let damage = JournalReading(contents.with(bytes), stopAtDamage: true).damages.first
    #expect(damage?.kind == .unfinishedLine)
    #expect(damage?.byte == bytes.count)
    #expect(damage?.line == 5)
  }

  @Test("a journal cut at a line's end is damage: the checkpoint covers more")
  func cut() throws {
    try Sample.short(in: ledger)
    let contents = try ledger.contents()
    let bytes: [UInt8] = contents.segments[0].lines[..<4].flatMap { $0.bytes + [0x0A] }
    let damage = JournalReading(contents.with(bytes), stopAtDamage: true).damages.first
    #expect(damage == Damage(file: "checkpoint", line: 2, position: 5, kind: .checkpointSize(stated: 5, found: 4)))
  }

  @Test("a file that must be there and is not is damage, by its name")
  func missingFiles() throws {
    try Sample.short(in: ledger)
    let copy = try ledger.bytes("ledger.json")
    try ledger.remove("ledger.json")
    #expect(throws: JournalError.damage(Damage(file: "ledger.json", kind: .missing))) {
      try Journal.open(ledger.path)
    }
    try ledger.write(copy, to: "ledger.json")
    try ledger.remove("checkpoint")
    #expect(throws: JournalError.damage(Damage(file: "checkpoint", kind: .missing))) {
      try Journal.open(ledger.path)
    }
  }

  @Test("a segment that is missing or has a wrong name is damage")
  func segmentNames() throws {
    try Sample.short(in: ledger, segmentByteLimit: 1000)
    let contents = try ledger.contents()
    #expect(contents.segments.count >= 3)
    let without = FolderContents(
      checkpoint: contents.checkpoint, ledgerCopy: contents.ledgerCopy,
      segments: [contents.segments[0]] + contents.segments[2...])
    let second = try #require(contents.segments[1].firstPosition)
    #expect(
      JournalReading(without, stopAtDamage: true).damages
        == [
          Damage(file: contents.segments[2].file, position: second, kind: .segmentName(expected: second))
        ])
    try ledger.write(Array("text".utf8), to: "events/notes.txt")
    #expect(throws: JournalError.self) { try Journal.open(ledger.path) }
    try ledger.remove("events/notes.txt")
    try ledger.write(Array("text".utf8), to: "events/.DS_Store")
    #expect(try Journal.open(ledger.path).entries.count == 5)
  }

  @Test("a folder without a journal is none, and one that does not exist too")
  func noLedger() throws {
    #expect(throws: JournalError.notALedger(folder: ledger.path)) { try Journal.open(ledger.path) }
    #expect(throws: WriterFailure.journal(.notALedger(folder: ledger.path))) {
      try JournalWriter.open(ledger.path, Sample.settings())
    }
  }

  @Test("a reader leaves the folder as it is and needs no lock")
  func readsOnly() throws {
    let writer = try Sample.create(ledger)
    defer { writer.close() }
    let faults = Faults()
    #expect(try Journal.open(ledger.path, operations: faults.operations).entries.count == 1)
    #expect(faults.calls.allSatisfy { [.open, .read, .status, .list].contains($0.operation) })
  }
}

extension FolderContents {
  /// The same ledger with other bytes in its one segment.
  func with(_ bytes: [UInt8]) -> FolderContents {
    FolderContents(
      checkpoint: checkpoint, ledgerCopy: ledgerCopy,
      segments: [Segment(file: segments[0].file, firstPosition: 1, bytes: bytes)])
  }

  /// The same ledger with other bytes in its segment, its checkpoint and its copy of the opening.
  func with(files: [[UInt8]]) -> FolderContents {
    FolderContents(
      checkpoint: files[1], ledgerCopy: files[2],
      segments: [Segment(file: segments[0].file, firstPosition: 1, bytes: files[0])])
  }
}
