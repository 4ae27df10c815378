/// Rows of cells below named columns.
package struct Table: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package enum Alignment: Sendable, Hashable {
      case leading
      /// For numbers.
      case trailing
    }

    package var title: String
    package var alignment: Alignment
    /// May its cells take several lines? Otherwise the column is as wide as its widest cell.
    package var wraps: Bool
    /// The least width in columns of the screen that is still readable; by default that of its longest word.
    package var minWidth: Int?
    /// Which columns stay in the grid when there is no room for all: the highest. The others stand below each row.
    package var priority: Int

    package init(
      _ title: String, alignment: Alignment = .leading, wraps: Bool = true, minWidth: Int? = nil, priority: Int = 0
    ) {
      self.title = title
      self.alignment = alignment
      self.wraps = wraps
      self.minWidth = minWidth
      self.priority = priority
    }
  }

  package struct Cell: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// What stands in it, without its sign.
    package var words: String
    /// A sign before the words that says the same, for the eye; a sheet, which is sorted and filtered by its words, leaves it out.
    package var sign: Character?
    package var tone: Tone

    /// What people see: the sign and the words.
    package var text: String { sign.map { "\($0) \(words)" } ?? words }

    package init(sign: Character? = nil, _ words: String, _ tone: Tone = .normal) {
      self.words = words
      self.sign = sign
      self.tone = tone
    }

    package init(stringLiteral text: String) {
      self.init(text)
    }
  }

  package var columns: [Column]
  package private(set) var rows: [[Cell]]
  /// What is said instead when there are no rows.
  package var emptyText: String

  /// Requires at least one column, and one cell per column in each row.
  package init(columns: [Column], rows: [[Cell]] = [], emptyText: String) {
    precondition(!columns.isEmpty, "a table has columns")
    self.columns = columns
    self.rows = []
    self.emptyText = emptyText
    for row in rows { append(row) }
  }

  /// Requires one cell per column.
  package mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of \(row.count) cells in a table of \(columns.count) columns")
    rows.append(row)
  }
}
