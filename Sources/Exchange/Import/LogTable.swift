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
