import StrictJSON

/// An event log as a table: a row for each event, and columns that it is asked for by name.
///
/// What comes as CSV is one already. In XES the attributes of a trace become columns with `case:` before their keys, as
/// pm4py has them.
package struct LogTable: Sendable {
  package enum Source: Sendable {
    case csv(CSVTable)
  }

  private let source: Source

  package init(_ source: Source) {
    self.source = source
  }

  package var columns: [String] {
    switch source {
    case .csv(let table): table.columns
    }
  }

  /// The line of the file on which each row begins, from 1.
  package var lines: [Int] {
    switch source {
    case .csv(let table): table.lines
    }
  }

  package var count: Int { lines.count }

  /// What a column says, row by row, "" where it says nothing; nil where there is no such column.
  package func texts(_ column: String) -> [String]? {
    switch source {
    case .csv(let table):
      table.columns.firstIndex { utf8Equal($0, column) }.map { table.texts(inColumn: $0) }
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
    }
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
    let text: DecodedText
    do throws(TextProblem) { text = try DecodedText(bytes, stated: encoding) } catch { throw .text(error) }
    switch format {
    case .csv, .xes:
      do throws(CSVProblem) {
        self.init(.csv(try CSVTable(text.utf8, separator: separator)))
      } catch { throw .csv(error) }
    }
  }
}
