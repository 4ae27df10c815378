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

/// Writes a ledger in forms that other programs read. Masked, unless its source reveals sealed values; no salt leaves the ledger by it.
///
/// Events are those that the checkpoint covers and that were known, as they were recorded; states are those of a book.
/// Files are written beside their place and take it when they are whole, after all lines were read and held against the
/// checkpoint's root; they are not synced, since an export can be made again.
package struct Export {
  package let source: ExportSource
  package let basis: ExportBasis
  /// Where files without a name are made for what is written later.
  private let waiting: String
  private let operations: FileOperations
  private let progress: @Sendable (Int, Int) -> Void

  package init(
    _ source: ExportSource, _ basis: ExportBasis, waitingIn waiting: String, operations: FileOperations = .system,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    self.source = source
    self.basis = basis
    self.waiting = waiting
    self.operations = operations
    self.progress = progress
  }

  /// Every event as a line of JSON; with the path of a file for the basis, which has no place among them, that too.
  package func writeLines(to sink: ExportSink, basisTo path: String? = nil) throws(ExchangeFailure) {
    var beside: ExportSink?
    if let path { beside = try self.sink(path) }
    try run(EventLines(sink: sink))
    beside?.write(JSONValue(of: basis).prettyText + "\n")
    try finish([sink] + (beside.map { [$0] } ?? []))
  }

  /// An object-centric event log, OCEL 2.0 in JSON.
  package func writeObjects(to sink: ExportSink) throws(ExchangeFailure) {
    let format = ObjectLog(sink: sink, objects: Spool(in: waiting, operations: operations), basis: basis)
    format.begin()
    try run(format)
    sink.write("],\n\"objects\":[")
    do throws(FileError) { try sink.append(format.objects) } catch { throw .file(error) }
    sink.write("]}\n")
    try finish([sink])
  }

  /// An event log in XES with a trace for each subject of some kinds.
  package func writeTraces(of kinds: Set<SubjectKind>, to sink: ExportSink) throws(ExchangeFailure) {
    let format = TraceLog(kinds, waitingIn: waiting, operations: operations)
    try run(format)
    do throws(FileError) { try format.write(basis, to: sink) } catch { throw .file(error) }
    try finish([sink])
  }

  /// Tables as comma-separated values in a folder: the basis, the events, and one for each read model. All of them are there when this
  /// returns, and none when it fails.
  package func writeTables(of states: ExportStates, toFolder path: String) throws(ExchangeFailure) {
    let folder: FolderInMaking
    do throws(FileError) { folder = try FolderInMaking(path, operations: operations) } catch { throw .file(error) }
    let events = try sink("\(folder.temporary)/events.csv")
    try run(EventTable(sink: events))
    var sinks = [events]
    let tables = try tables(of: states, .csv)
    for (place, table) in ExportTable.all.enumerated() {
      let sink = try sink("\(folder.temporary)/\(table.name).csv")
      var header = CSVWriter()
      header.row(table.columns.map(\.name))
      sink.write(header.bytes)
      do throws(FileError) { try tables.read(place) { sink.write($0.flatMap(\.self)) } } catch { throw .file(error) }
      sinks.append(sink)
    }
    let sink = try sink("\(folder.temporary)/basis.csv")
    var csv = CSVWriter()
    csv.row(["name", "value"])
    for row in basis.rows { csv.row([row.name, row.value]) }
    sink.write(csv.bytes)
    try finish(sinks + [sink])
    do throws(FileError) { try folder.finish() } catch { throw .file(error) }
  }

  /// One file of SQL: tables, references, rows, views.
  package func writeSQL(of states: ExportStates, to sink: ExportSink) throws(ExchangeFailure) {
    let format = EventStatements(sink: sink, basis: basis)
    format.begin()
    try run(format)
    let tables = try tables(of: states, .sql)
    for (place, table) in ExportTable.all.enumerated() {
      var writer = SQLWriter()
      writer.create(table)
      var count = 0
      do throws(FileError) {
        try tables.read(place) { rows in
          writer.insert(rows, into: table, after: &count)
          sink.write(writer.bytes)
          writer.removeAll()
        }
      } catch { throw .file(error) }
      writer.end(after: count)
      sink.write(writer.bytes)
    }
    sink.write(EventStatements.views + "COMMIT;\n")
    try finish([sink])
  }

  /// The names of the files in a folder of tables.
  package static let tableNames = ["basis", "events"] + ExportTable.all.map(\.name)

  private func tables(of states: ExportStates, _ form: StateRows.Form) throws(ExchangeFailure) -> StateTables {
    let tables = StateTables(form, waitingIn: waiting, operations: operations)
    do throws(JournalError) { try states.bring(form, to: tables) } catch { throw .journal(error) }
    return tables
  }

  private func sink(_ path: String) throws(ExchangeFailure) -> ExportSink {
    do throws(FileError) { return try ExportSink(path: path, operations: operations) } catch { throw .file(error) }
  }

  private func run(_ format: some ExportFormat) throws(ExchangeFailure) {
    do throws(JournalError) { try source.run(format, progress: progress) } catch { throw .journal(error) }
  }

  /// Gives files their places: none of them where any could not be written, or could not be given its own.
  private func finish(_ sinks: [ExportSink]) throws(ExchangeFailure) {
    var finished: [ExportSink] = []
    do throws(FileError) {
      for sink in sinks { try sink.check() }
      for sink in sinks {
        try sink.finish()
        finished.append(sink)
      }
    } catch {
      for sink in finished { sink.takeBack() }
      throw .file(error)
    }
  }
}
