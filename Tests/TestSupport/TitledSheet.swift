/// A sheet whose cells a person edits by the titles of their columns.
package protocol TitledSheet {
  var titles: [String] { get }
  /// A text for each title.
  var rows: [[String]] { get set }
}

extension TitledSheet {
  /// Writes cells of a row. Requires known titles.
  package mutating func put(_ cells: [String: String], row: Int = 0) {
    for (title, text) in cells {
      guard let column = titles.firstIndex(of: title) else { preconditionFailure("no column \(title)") }
      rows[row][column] = text
    }
  }

  /// A row below the others, empty but for some cells.
  package mutating func add(_ cells: [String: String]) {
    rows.append(titles.map { _ in "" })
    put(cells, row: rows.count - 1)
  }
}
