/// The space between two columns.
private let gap = 2

/// Words of up to this many columns are broken only when they fill the screen: long enough for most Swedish compounds,
/// shorter than a digest.
private let longestUnbrokenWord = 26

extension TerminalRenderer {
  /// A header, a line below it, and the rows. Columns that find no room stand below each row, each with its title.
  func lines(_ table: Table, width: Int) -> [StyledText] {
    guard !table.rows.isEmpty else {
      return StyledText(table.emptyText, .muted).wrapped(to: width, breaksWords: false)
    }
    let header = table.columns.map { StyledText($0.title, .bold) }
    let rows = table.rows.map { $0.map { StyledText($0.text, Style(tone: $0.tone)) } }
    let layout = TableLayout(table, header: header, rows: rows, width: width)
    var lines = layout.lines(header)
    lines.append(
      layout.joined(layout.widths.map { StyledText(String(repeating: "─", count: $0), .muted) }))
    let blocks = rows.map { layout.lines($0) + layout.below($0, header: header, width: width) }
    // Rows of several lines would run together.
    let isLoose = blocks.contains { $0.count > 1 }
    for (index, block) in blocks.enumerated() {
      if isLoose, index > 0 { lines.append(StyledText()) }
      lines += block
    }
    return lines
  }
}

/// Which columns of a table stand in the grid, and how wide they are.
private struct TableLayout {
  let columns: [Table.Column]
  /// Indices of the columns in the grid, and of those below each row, both from left to right.
  let grid: [Int]
  let outside: [Int]
  /// One width per column in the grid.
  let widths: [Int]

  init(_ table: Table, header: [StyledText], rows: [[StyledText]], width: Int) {
    columns = table.columns
    let needs = table.columns.indices.map { index in
      let column = table.columns[index]
      let natural = rows.reduce(max(1, header[index].width)) { max($0, $1[index].width) }
      guard column.wraps else { return ColumnNeed(natural: natural, least: natural) }
      var least = column.minWidth ?? 0
      if column.minWidth == nil {
        // A cell no wider than the longest word so far has no longer one.
        for cells in [header] + rows where least < longestUnbrokenWord && cells[index].width > least {
          least = max(least, cells[index].longestWord)
        }
        least = min(longestUnbrokenWord, least)
      }
      return ColumnNeed(natural: natural, least: min(natural, max(1, least)))
    }
    var grid = Array(table.columns.indices)
    var widths = fittedWidths(needs, room: width - gap * (grid.count - 1))
    while widths == nil, grid.count > 1 {
      // Columns of one priority leave together, such as a target and its actual, unless nothing would be left.
      let lowest = grid.map { table.columns[$0].priority }.min()!
      let staying = grid.filter { table.columns[$0].priority > lowest }
      grid = staying.isEmpty ? grid.dropLast() : staying
      widths = fittedWidths(grid.map { needs[$0] }, room: width - gap * (grid.count - 1))
    }
    self.grid = grid
    outside = table.columns.indices.filter { !grid.contains($0) }
    self.widths = widths ?? [width]
  }

  /// One row of the grid, as many lines as its highest cell.
  func lines(_ cells: [StyledText]) -> [StyledText] {
    if zip(grid, widths).allSatisfy({ cells[$0].width <= $1 }) { return [joined(grid.map { cells[$0] })] }
    let wrapped = zip(grid, widths).map { cells[$0].wrapped(to: $1, breaksWords: true) }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
      joined(wrapped.map { line < $0.count ? $0[line] : StyledText() })
    }
  }

  func joined(_ cells: [StyledText]) -> StyledText {
    var line = StyledText(room: widths.reduce(0) { $0 + $1 + gap })
    var end = 0
    for (position, cell) in cells.enumerated() {
      if columns[grid[position]].alignment == .trailing { line.pad(to: end + widths[position] - cell.width) }
      line.append(cell)
      end += widths[position]
      line.pad(to: end)
      if position < cells.count - 1 { end += gap }
      line.pad(to: end)
    }
    return line
  }

  /// The cells outside the grid that are not empty, each with its title, below the row; short ones share a line.
  func below(_ cells: [StyledText], header: [StyledText], width: Int) -> [StyledText] {
    let narrow = widths[0] + gap
    let margin = String(repeating: " ", count: narrow <= 6 ? narrow : gap)
    let room = width - margin.count
    var lines: [StyledText] = []
    for index in outside where !cells[index].glyphs.isEmpty {
      var item = StyledText(columns[index].title + ": ", .muted)
      item.append(cells[index])
      if let last = lines.last, last.width + 3 + item.width <= room {
        lines[lines.count - 1].append(" · ", .muted)
        lines[lines.count - 1].append(item)
      } else {
        lines += item.wrapped(to: room, breaksWords: true)
      }
    }
    return lines.map { line in
      var result = StyledText(margin)
      result.append(line)
      return result
    }
  }
}
