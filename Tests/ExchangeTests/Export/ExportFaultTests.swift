import DurableFiles
import Foundation
import LedgerDomain
import TestSupport
import Testing

@testable import Exchange

/// Every call on a file that an export makes is made to fail once.
@Suite("An export that fails")
struct ExportFaultTests {
  private func write(_ form: ExportForm, _ exported: Exported) throws {
    switch form {
    case .csv: try exported.export.writeTables(of: exported.states, toFolder: exported.folder("a/b/csv"))
    case .jsonl:
      try exported.export.writeLines(to: exported.sink("e"), basisTo: exported.folder("e.basis.json"))
    case .ocel: try exported.export.writeObjects(to: exported.sink("e"))
    case .xes: try exported.export.writeTraces(of: [.case, .measure], to: exported.sink("e"))
    case .sql: try exported.export.writeSQL(of: exported.states, to: exported.sink("e"))
    }
  }

  private func files(_ exported: Exported) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: exported.folder.path)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: exported.folder(name)).map { (name, $0) }
      })
  }

  @Test(
    "leaves nothing, whatever call it is that finds the disk full, and is else what it is without a fault",
    arguments: ExportForm.allCases)
  func everyCall(_ form: ExportForm) throws {
    // Objects and traces wait in a file only where they are more than a few.
    let frozen = try Exported.frozen()
    let ledger = form == .ocel || form == .xes ? ExampleLedger.folder : frozen.ledger.path
    let plan = FaultPlan()
    let sound = try Exported(ledger, operations: plan.operations)
    try write(form, sound)
    let expected = files(sound)
    #expect(!expected.isEmpty)
    let noSpaceLeft: Int32 = 28
    for call in plan.calls.indices {
      let exported = try Exported(ledger, operations: FaultPlan(.fail(call: call, errno: noSpaceLeft)).operations)
      do {
        try write(form, exported)
        #expect(files(exported) == expected, "\(plan.calls[call])")
      } catch {
        #expect(try exported.names == [], "\(plan.calls[call])")
      }
    }
  }

  @Test("what waits is written in small pieces and through interruptions alike", arguments: [ExportForm.ocel, .xes])
  func interrupted(_ form: ExportForm) throws {
    let sound = try Exported()
    try write(form, sound)
    let exported = try Exported(operations: FaultPlan(.small(byteCount: 5000)).operations)
    try write(form, exported)
    #expect(files(exported) == files(sound))
  }

  @Test("into a folder that is there keeps what else is in it, and what was there before where it fails")
  func intoAFolder() throws {
    let frozen = try Exported.frozen()
    let exported = try Exported(frozen.ledger.path)
    let path = exported.folder("csv")
    try FileManager.default.createDirectory(atPath: "\(path)/measure.csv", withIntermediateDirectories: true)
    for name in ["events.csv", "notes.txt"] { try Data("old".utf8).write(to: URL(filePath: "\(path)/\(name)")) }
    #expect(throws: ExchangeFailure.file(FileError(operation: .rename, path: "\(path)/measure.csv", errno: 21))) {
      try exported.export.writeTables(of: exported.states, toFolder: path)
    }
    #expect(try FileOperations.system.names(in: path) == ["events.csv", "measure.csv", "notes.txt"])
    #expect(try exported.bytes("csv/events.csv") == Array("old".utf8))
    try FileManager.default.removeItem(atPath: "\(path)/measure.csv")
    try exported.export.writeTables(of: exported.states, toFolder: path)
    let names = (Export.tableNames.map { "\($0).csv" } + ["notes.txt"]).sorted()
    #expect(try FileOperations.system.names(in: path) == names)
    #expect(try exported.bytes("csv/notes.txt") == Array("old".utf8))
    #expect(try exported.bytes("csv/events.csv") != Array("old".utf8))
  }
}
