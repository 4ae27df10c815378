import StrictJSON

/// An event log as a table: a row for each event, and columns that it is asked for by name.
///
/// What comes as CSV is one already. In XES the attributes of a trace become columns with `case:` before their keys, as
/// pm4py has them.
package struct LogTable: Sendable {
  package enum Source: Sendable {
    case csv(CSVTable)
    case xes(XESLog)
  }

  private let source: Source

  package init(_ source: Source) {
    self.source = source
  }

  package var columns: [String] {
    switch source {
    case .csv(let table): table.columns
    case .xes(let log): log.columns
    }
  }

  /// The line of the file on which each row begins, from 1.
  package var lines: [Int] {
    switch source {
    case .csv(let table): table.lines
    case .xes(let log): log.lines
    }
  }

  package var count: Int { lines.count }

  /// What a column says, row by row, "" where it says nothing; nil where there is no such column.
  package func texts(_ column: String) -> [String]? {
    switch source {
    case .csv(let table):
      table.columns.firstIndex { utf8Equal($0, column) }.map { table.texts(inColumn: $0) }
    case .xes(let log): log.texts(column)
    }
  }

  /// The rows that could not be read.
  var problems: [RowProblem] {
    switch source {
    case .csv(let table):
      table.problems.compactMap { problem in
        guard case .fieldCount(let expected, let found) = problem.kind else { return nil }
        return RowProblem(line: problem.line, kind: .fieldCount(expected: expected, found: found, problem.excerpt))
      }
    case .xes: []
    }
  }

  /// What a log in XES holds that no row has a place for.
  var skipped: [XESSkipped: Int] {
    if case .xes(let log) = source { log.skipped } else { [:] }
  }
}

/// The forms that a log is read in.
package enum LogFormat: String, CaseIterable, Sendable {
  case csv, xes
}

extension LogTable {
  /// Reads a log from a file's bytes: in the encoding and with the separator stated, else as they are found.
  package init(
    _ bytes: [UInt8], _ format: LogFormat, encoding: TextEncoding? = nil, separator: UInt8? = nil
  ) throws(ImportFailure) {
    let stated = format == .xes ? try Self.declared(bytes, stated: encoding) : encoding
    let text: DecodedText
    do throws(TextProblem) { text = try DecodedText(bytes, stated: stated) } catch { throw .text(error) }
    switch format {
    case .csv:
      do throws(CSVProblem) {
        self.init(.csv(try CSVTable(text.utf8, separator: separator)))
      } catch { throw .csv(error) }
    case .xes:
      do throws(XESProblem) { self.init(.xes(try XESLog(text.utf8))) } catch { throw .xes(error) }
    }
  }

  /// The encoding of a file in XML: as stated, else as it declares. A declaration of UTF-16 goes without saying which.
  private static func declared(_ bytes: [UInt8], stated: TextEncoding?) throws(ImportFailure) -> TextEncoding? {
    guard stated == nil, let name = XMLReader.statedEncoding(bytes), name != "utf-16" else { return stated }
    guard let encoding = TextEncoding(rawValue: name == "utf8" ? "utf-8" : name) else {
      throw .xes(.xml(XMLProblem(kind: .encoding(name), line: 1, column: 1)))
    }
    return encoding
  }
}
