import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport

@testable import Exchange

/// Ledgers exported into a scratch folder.
struct Exported {
  let folder: ScratchFolder
  let ledger: String
  let view: JournalView
  let source: ExportSource
  let export: Export
  let book: Book
  let states: ExportStates
  private let operations: FileOperations

  init(
    _ ledger: String = ExampleLedger.folder, through: Int? = nil, asOf: Effective = "2023-06-30",
    operations: FileOperations = .system
  ) throws {
    self.operations = operations
    self.ledger = ledger
    folder = try ScratchFolder()
    let view = try JournalView.open(ledger)
    let source = try ExportSource(ledger, through: through)
    let chronicle = through.map { Chronicle(view).known(through: $0) } ?? Chronicle(view)
    (self.view, self.source) = (view, source)
    book = Book(chronicle, asOf: asOf, today: asOf.day)
    states = try ExportStates(ledger, through: through, asOf: asOf, waitingIn: folder.path) { _, _ in "2000-01-01" }
    export = Export(source, ExportBasis(source, asOf: asOf), waitingIn: folder.path, operations: operations)
  }

  /// The events, as the ledger has them.
  var events: [Event] { (1...source.through).compactMap { view.event(at: $0) } }

  func lines() throws -> [[UInt8]] {
    try export.writeLines(to: sink("e.jsonl"))
    return try bytes("e.jsonl").split(separator: 0x0A).map(Array.init)
  }

  func objects() throws -> JSONObject {
    try export.writeObjects(to: sink("e.ocel.json"))
    guard case .object(let object) = try JSONValue(parsing: bytes("e.ocel.json")) else { return [:] }
    return object
  }

  func traces(_ kinds: Set<SubjectKind> = [.case, .measure]) throws -> XESLog {
    try export.writeTraces(of: kinds, to: sink("e.xes"))
    return try XESLog(bytes("e.xes"))
  }

  func tables() throws -> [String: CSVTable] {
    try export.writeTables(of: states, toFolder: folder("csv"))
    var tables: [String: CSVTable] = [:]
    for name in Export.tableNames { tables[name] = try CSVTable(bytes("csv/\(name).csv")) }
    return tables
  }

  func sql() throws -> String {
    try export.writeSQL(of: states, to: sink("e.sql"))
    return folder("e.sql")
  }

  func sink(_ name: String) throws -> ExportSink { try ExportSink(path: folder(name), operations: operations) }

  func bytes(_ name: String) throws -> [UInt8] { try FileOperations.system.read(folder(name)) }

  var names: [String] { get throws { try FileOperations.system.names(in: folder.path) } }

  /// The hand-written ledger of format 1, which seals a value and has lines in old schema versions.
  static func frozen() throws -> (exported: Exported, ledger: ScratchFolder) {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "JournalStoreTests/Frozen/format-1.jsonl")
    let bytes = Array(try Data(contentsOf: file))
    let lines = bytes.split(separator: 0x0A).map(Array.init)
    let opening = try LineFormat.decode(lines[0])
    var range = CompactRange()
    for line in lines { range.append(MerkleTree.leafHash(line)) }
    let checkpoint = Checkpoint(origin: opening.source.origin, size: range.size, root: range.root)
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(atPath: folder("events"), withIntermediateDirectories: false)
    try Data(bytes).write(to: URL(filePath: folder("events/000000000001.jsonl")))
    try Data(checkpoint.text.utf8).write(to: URL(filePath: folder("checkpoint")))
    let copy = opening.event.fact.data(with: opening.event.circumstances).prettyText + "\n"
    try Data(copy.utf8).write(to: URL(filePath: folder("ledger.json")))
    return (try Exported(folder.path), folder)
  }

  /// Data as an export shows it: every sealed value masked.
  static func masked(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object) where object.names == ["sealed"]: "***"
    case .object(let object): .object(JSONObject(object.members.map { (name: $0.name, value: masked($0.value)) }))
    case .array(let elements): .array(elements.map(masked))
    case .null, .bool, .number, .string: value
    }
  }

  static func maskedData(_ event: Event) -> String {
    String(decoding: masked(event.fact.data(with: event.circumstances)).canonicalBytes, as: UTF8.self)
  }
}
