import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

@Suite("Verifying a ledger")
struct VerificationTests {
  let ledger = ScratchLedger()

  @Test("the report of a sound ledger counts what is in it, and says what it did not look at")
  func sound() throws {
    try Sample.short(in: ledger)
    let report = try Journal.verify(ledger.path)
    let journal = try Journal.open(ledger.path)
    #expect(report.isSound && report.goodLineCount == 5)
    #expect(report.identity == journal.identity)
    #expect(report.lines.count == 5 && report.lines.segmentCount == 1 && report.lines.batchCount == 1)
    #expect(report.lines.subjectCount == 4)
    #expect(report.lines.byteCount == (try ledger.bytes("events/000000000001.jsonl").count))
    #expect(
      report.lines.types.map { "\($0.type) \($0.count)" } == [
        "ledger.opened 1", "measure.proposed 3", "measure.reassigned 1",
      ])
    #expect(report.lines.firstRecorded == Sample.start && report.lines.lastRecorded == Sample.start)
    #expect(report.lines.clockSteps == [])
    #expect(report.sealed.count == 1 && report.sealed.openableCount == 1)
    #expect(report.checkpoint == journal.checkpoint)
    #expect(report.computedSize == 5 && report.computedRoot == journal.range.root)
    #expect(report.notChecked == [.checkpointsElsewhere] && report.tail == nil)
  }

  @Test("lines beyond the checkpoint, a tail, signatures and files set aside are reported as not covered")
  func notCovered() throws {
    try Sample.short(in: ledger)
    let file = "events/000000000001.jsonl"
    let bytes = try ledger.bytes(file)
    try ledger.write(bytes + [0x7B], to: file)
    try JournalWriter.open(ledger.path, Sample.settings()).close()
    let journal = try Journal.open(ledger.path)
    var range = CompactRange()
    for entry in journal.entries.prefix(4) { range.append(entry.leafHash) }
    let checkpoint = Checkpoint(origin: journal.identity.origin, size: 4, root: range.root)
    try ledger.write(Array((checkpoint.text + "\n— nyckel AAAA\n").utf8), to: "checkpoint")
    try ledger.write(bytes + [0x7B], to: file)
    let report = try Journal.verify(ledger.path)
    #expect(report.isSound && report.tail?.bytes == [0x7B])
    #expect(
      report.notChecked == [
        .checkpointsElsewhere, .signatures, .beyondCheckpoint(lineCount: 1),
        .setAside(files: ledger.names(in: "set-aside")),
      ])
  }

  @Test("several damages are all found, each at its line, and the prefix before the first is good")
  func several() throws {
    try Sample.short(in: ledger)
    let file = "events/000000000001.jsonl"
    var bytes = try ledger.bytes(file)
    let starts = try Journal.open(ledger.path).entries.map(\.place.byteOffset)
    bytes[starts[1]] = 0x5B
    bytes[starts[4] + 2] = 0x53
    try ledger.write(bytes, to: file)
    try ledger.write(Array("{}\n".utf8), to: "ledger.json")
    let report = try Journal.verify(ledger.path)
    #expect(!report.isSound && report.goodLineCount == 1)
    #expect(report.damages.map(\.file) == [file, file, "ledger.json", "checkpoint"])
    #expect(report.damages.map(\.line) == [2, 5, nil, 3])
    #expect(report.damages.map(\.position) == [2, 5, nil, nil])
    #expect(report.damages[1].byte == starts[4] + 1)
    #expect(report.lines.count == 3)
    #expect(throws: JournalError.damage(report.damages[0])) { try Journal.open(ledger.path) }
    #expect(throws: WriterFailure.journal(.damage(report.damages[0]))) {
      try JournalWriter.open(ledger.path, Sample.settings())
    }
    // Damage is never moved, and nothing is set aside.
    #expect(try ledger.bytes(file) == bytes && ledger.names(in: "set-aside") == [])
  }

  @Test("a line taken out of the middle is one damage of position, and the root does not fit")
  func lineTakenOut() throws {
    try Sample.short(in: ledger)
    let file = "events/000000000001.jsonl"
    let entries = try Journal.open(ledger.path).entries
    try ledger.write([0, 2, 3, 4].flatMap { entries[$0].line + [0x0A] }, to: file)
    let damages = try Journal.verify(ledger.path).damages
    #expect(damages.map(\.kind).first == .position(expected: 2, found: 3))
    #expect(damages.count == 2)
    #expect(damages.last?.kind == .checkpointSize(stated: 5, found: 4))
  }

  @Test("a checkpoint of another ledger, another root or no checkpoint at all is damage of the checkpoint")
  func checkpoints() throws {
    try Sample.short(in: ledger)
    let journal = try Journal.open(ledger.path)
    let root = journal.range.root
    let wrong: [(String, Damage.Kind)] = [
      (
        Checkpoint(origin: "uuid:other", size: 5, root: root).text,
        .checkpointOrigin(expected: journal.identity.origin, found: "uuid:other")
      ),
      (
        Checkpoint(origin: journal.identity.origin, size: 5, root: MerkleTree.emptyRoot).text,
        .checkpointRoot(stated: MerkleTree.emptyRoot, computed: root)
      ),
      (
        Checkpoint(origin: journal.identity.origin, size: 6, root: root).text,
        .checkpointSize(stated: 6, found: 5)
      ),
      ("", .checkpointText(.missingLine(1))),
    ]
    for (text, kind) in wrong {
      try ledger.write(Array(text.utf8), to: "checkpoint")
      let report = try Journal.verify(ledger.path)
      #expect(report.damages.map(\.kind) == [kind])
      #expect(report.damages.map(\.file) == ["checkpoint"] && report.goodLineCount == 5)
    }
  }

  @Test("a cut at a batch's edge with the checkpoint of that time is not seen from the folder alone")
  func cutWithOlderCheckpoint() throws {
    let writer = try Sample.create(ledger)
    let older = try ledger.bytes("checkpoint")
    let bytes = try ledger.bytes("events/000000000001.jsonl")
    _ = try writer.append([try Sample.measure(1, known: writer.journal.events)], recordedBy: "Anna Ek")
    try ledger.write(older, to: "checkpoint")
    try ledger.write(bytes, to: "events/000000000001.jsonl")
    let report = try Journal.verify(ledger.path)
    #expect(report.isSound && report.notChecked.contains(.checkpointsElsewhere))
  }
}
