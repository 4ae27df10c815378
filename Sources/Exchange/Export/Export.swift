package import DurableFiles
package import JournalStore
package import LedgerDomain
import StrictJSON

/// The forms that a ledger is exported in, other than the static log of `LogExport`.
package enum ExportForm: String, CaseIterable, Sendable {
  case csv, jsonl, ocel, xes, sql
}

/// Why a ledger was not exported.
package enum ExchangeFailure: Error, Equatable {
  case journal(JournalError)
  case file(FileError)
  /// The path is taken, and nobody has said that it may be replaced.
  case taken(path: String)
}

/// Writes a ledger in forms that other programs read. Masked: no sealed value and no salt leaves the ledger by it.
///
/// Events are those that the checkpoint covers and that were known, as they were recorded; states are those of a book.
/// Files are written beside their place and take it when they are whole, after all lines were read and held against the
/// checkpoint's root; they are not synced, since an export can be made again.
package struct Export {
  package let source: ExportSource
  package let basis: ExportBasis
  private let progress: @Sendable (Int, Int) -> Void

  package init(
    _ source: ExportSource, _ basis: ExportBasis, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    self.source = source
    self.basis = basis
    self.progress = progress
  }

  /// Every event as a line of JSON.
  package func writeLines(to sink: ExportSink) throws(ExchangeFailure) {
    try run(EventLines(sink: sink))
    try finish(sink)
  }

  /// An object-centric event log, OCEL 2.0 in JSON. `waiting` is the path of a file that is made and removed again.
  package func writeObjects(to sink: ExportSink, waiting path: String) throws(ExchangeFailure) {
    defer { FileOperations.system.removeUnheard(path) }
    let objects: ExportSink
    do throws(FileError) { objects = try ExportSink(path: path) } catch { throw .file(error) }
    let format = ObjectLog(sink: sink, objects: objects, basis: basis)
    format.begin()
    try run(format)
    try finish(objects)
    sink.write("],\n\"objects\":[")
    do throws(FileError) { try sink.append(fileAt: path) } catch { throw .file(error) }
    sink.write("]}\n")
    try finish(sink)
  }

  /// An event log in XES with a trace for each subject of some kinds. `waiting` is the path of a file that is made and removed again.
  package func writeTraces(
    of kinds: Set<SubjectKind>, to sink: ExportSink, waiting path: String
  ) throws(ExchangeFailure) {
    defer { FileOperations.system.removeUnheard(path) }
    let waiting: ExportSink
    do throws(FileError) { waiting = try ExportSink(path: path) } catch { throw .file(error) }
    let format = TraceLog(kinds, waiting: waiting)
    try run(format)
    try finish(waiting)
    do throws(FileError) {
      try TraceLog.write(format.places(), waitingAt: path, basis, to: sink)
    } catch { throw .file(error) }
    try finish(sink)
  }

  /// Tables as comma-separated values in a folder that there is: the basis, the events, and one for each read model.
  package func writeTables(of states: ExportStates, toFolder path: String) throws(ExchangeFailure) {
    let events = try sink("\(path)/events.csv")
    try run(EventTable(sink: events))
    for (table, rows) in zip(ExportTable.all, try rows(of: states, .csv)) {
      let sink = try sink("\(path)/\(table.name).csv")
      var header = CSVWriter()
      header.row(table.columns.map(\.name))
      sink.write(header.bytes)
      sink.write(rows.flatMap(\.self))
      try finish(sink)
    }
    let sink = try sink("\(path)/basis.csv")
    var csv = CSVWriter()
    csv.row(["name", "value"])
    for row in basis.rows { csv.row([row.name, row.value]) }
    sink.write(csv.bytes)
    try finish(sink)
    try finish(events)
  }

  /// One file of SQL: tables, references, rows, views.
  package func writeSQL(of states: ExportStates, to sink: ExportSink) throws(ExchangeFailure) {
    let format = EventStatements(sink: sink, basis: basis)
    format.begin()
    try run(format)
    for (table, rows) in zip(ExportTable.all, try rows(of: states, .sql)) {
      var writer = SQLWriter()
      writer.create(table)
      writer.insert(rows, into: table)
      sink.write(writer.bytes)
    }
    sink.write(EventStatements.views + "COMMIT;\n")
    try finish(sink)
  }

  /// The basis as a file of its own, for a form that has no place for it.
  package func writeBasis(to path: String) throws(ExchangeFailure) {
    let sink = try sink(path)
    sink.write(JSONValue(of: basis).prettyText + "\n")
    try finish(sink)
  }

  /// The names of the files in a folder of tables.
  package static let tableNames = ["basis", "events"] + ExportTable.all.map(\.name)

  private func rows(
    of states: ExportStates, _ form: StateRows.Form
  ) throws(ExchangeFailure) -> [[ArraySlice<UInt8>]] {
    do throws(JournalError) { return try states.rows(form) } catch { throw .journal(error) }
  }

  private func sink(_ path: String) throws(ExchangeFailure) -> ExportSink {
    do throws(FileError) { return try ExportSink(path: path) } catch { throw .file(error) }
  }

  private func run(_ format: some ExportFormat) throws(ExchangeFailure) {
    do throws(JournalError) { try source.run(format, progress: progress) } catch { throw .journal(error) }
  }

  private func finish(_ sink: ExportSink) throws(ExchangeFailure) {
    do throws(FileError) { try sink.finish() } catch { throw .file(error) }
  }
}
