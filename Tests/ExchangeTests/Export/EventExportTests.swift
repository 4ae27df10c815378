import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("Exported events")
struct EventExportTests {
  @Test("as lines they are the journal's own, but for sealed values, which are masked")
  func lines() throws {
    let exported = try Exported()
    let lines = try exported.lines()
    #expect(lines.count == ExampleLedger.lines.count)
    var maskedCount = 0
    for (line, original) in zip(lines, ExampleLedger.lines) {
      let event = try LineFormat.decode(original).event
      if Exported.masked(event.fact.data(with: event.circumstances)) == event.fact.data(with: event.circumstances) {
        #expect(line == original)
      } else {
        maskedCount += 1
        guard case .object(let object) = try JSONValue(parsing: line),
          case .object(let before) = try JSONValue(parsing: original)
        else { return #expect(Bool(false)) }
        #expect(object.names == before.names)
        #expect(object["data"] == Exported.masked(before["data"] ?? .null))
        #expect(!String(decoding: line, as: UTF8.self).contains("\"sealed\""))
      }
    }
    #expect(maskedCount > 3)
    #expect(try exported.names == ["e.jsonl"])
  }

  @Test("data of an older schema version is lifted, and says so; sealed values of it are masked")
  func lifted() throws {
    let (exported, ledger) = try Exported.frozen()
    let lines = try exported.lines()
    #expect(lines.count == 7)
    for (line, event) in zip(lines, exported.events) {
      guard case .object(let object) = try JSONValue(parsing: line) else { return #expect(Bool(false)) }
      #expect(object["data"] == Exported.masked(event.fact.data(with: event.circumstances)))
      let version = event.fact.version
      #expect(
        object["dataschema"] == (version > 1 ? .string("urn:liggare:\(event.fact.type):\(version)") : nil))
      #expect(object["position"] == JSONValue(event.position))
    }
    #expect(String(decoding: lines[2], as: UTF8.self).contains(#""note":"***""#))
    #expect(ledger.path == exported.ledger)
  }

  @Test("as a table they have a row each, with the data as JSON")
  func table() throws {
    let exported = try Exported()
    let table = try #require(try exported.tables()["events"])
    let events = exported.events
    #expect(table.columns == EventTable.columns)
    #expect(table.count == events.count)
    for (row, event) in events.enumerated() {
      let texts = table.columns.indices.map { table.text(row: row, $0) }
      #expect(
        texts == [
          String(event.position), event.id.text, event.fact.type, event.subject.text, String(event.subjectVersion),
          event.effective?.text ?? "", event.recorded.text, event.recordedBy.text, event.batch?.text ?? "",
          event.correlation?.text ?? "", event.causation?.text ?? "", Exported.maskedData(event),
        ])
    }
  }

  @Test("nothing goes past the checkpoint, nor past what was known")
  func cut() throws {
    #expect(try Exported(through: 100).lines().count == 100)
    let folder = try ScratchFolder()
    // Whole batches only, and the last of them beyond the checkpoint.
    let all = try ExampleLedger.lines.prefix(60).map { try LineFormat.decode($0).event }
    let ends = all.filter { $0.batch.map { $0.place == $0.count } ?? true }.map(\.position)
    try RawLedger(Array(all.prefix(ends[ends.count - 1])), coveredCount: ends[ends.count - 2]).write(to: folder("l"))
    let exported = try Exported(folder("l"))
    #expect(exported.source.checkpoint.size == ends[ends.count - 2])
    #expect(try exported.lines().count == exported.source.checkpoint.size)
    #expect(try Exported(folder("l"), through: 500).lines().count == exported.source.checkpoint.size)
  }

  @Test("a journal that was changed is not exported, in no form, and no file is left")
  func damaged() throws {
    let folder = try ScratchFolder()
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: folder("l"))
    let exported = try Exported(folder("l"))
    let path = folder("l/events/000000000001.jsonl")
    var bytes = try FileOperations.system.read(path)
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: URL(filePath: path))
    #expect(throws: ExchangeFailure.self) { try exported.lines() }
    #expect(throws: ExchangeFailure.self) { try exported.objects() }
    #expect(throws: ExchangeFailure.self) { try exported.traces() }
    #expect(throws: ExchangeFailure.self) { try exported.sql() }
    #expect(throws: ExchangeFailure.self) { try exported.tables() }
    #expect(try exported.names == [])
    let said = Said()
    #expect(throws: ExchangeFailure.self) { try exported.export.writeLines(to: ExportSink { said.bytes += $0 }) }
    #expect(said.bytes == [])
  }

  @Test("on standard output the bytes are those of the file")
  func standardOutput() throws {
    let exported = try Exported()
    _ = try exported.lines()
    let said = Said()
    try exported.export.writeLines(to: ExportSink { said.bytes += $0 })
    #expect(said.bytes == (try exported.bytes("e.jsonl")))
  }

  @Test("a file that cannot be written fails with its error")
  func unwritable() throws {
    #expect(throws: FileError.self) { _ = try ExportSink(path: "/nowhere/at/all") }
  }

  @Test("the basis states ledger, position, checkpoint, clocks, and that sealed values are masked")
  func basis() throws {
    let exported = try Exported(through: 50)
    var basis = exported.export.basis
    basis.knownAt = "2022-10-14T10:00Z"
    let checkpoint = exported.source.checkpoint
    let opened = exported.view.opened
    let rows = [
      ("ledger", opened.title.text), ("owner", opened.owner.text), ("identity", opened.identity.text),
      ("reality", "illustrative"), ("position", "50"), ("size", String(checkpoint.size)),
      ("root", checkpoint.root.base64), ("asOf", "2023-06-30"), ("knownAt", "2022-10-14T10:00:00.000Z"),
      ("masking", "sealed values, and texts about what is marked secret, are shown as ***"),
    ]
    #expect(basis.rows.map(\.name) == rows.map(\.0))
    #expect(basis.rows.map(\.value) == rows.map(\.1))
    guard case .object(let json) = JSONValue(of: basis) else { return #expect(Bool(false)) }
    #expect(json.names == rows.map(\.0))
  }
}

/// What a sink has said.
private final class Said: @unchecked Sendable {
  var bytes: [UInt8] = []
}
