/// A table in a file of Word: widths from what stands in it, its head repeated on each page, no row broken between two.
///
/// Lengths are in twips, twentieths of a point.
struct DOCXTable {
  /// Left and right of what stands in a cell.
  static let cellMargin = 70
  /// About one letter of the table's type of 8.5 points.
  private static let letter = 92
  /// Words of up to so many letters are not broken.
  private static let longestUnbrokenWord = 24
  /// A table whose rows would take so many times the width of the page, written on one line, is given the wide page.
  private static let mostLinesUpright = 2

  let table: Table
  /// The name that those hear who do not see it: the heading above.
  let name: String
  /// From the margin to the left.
  let indent: Int
  let widths: [Int]

  /// `room` is the width of the text.
  init(_ table: Table, name: String, indent: Int, room: Int) {
    self.table = table
    self.name = name
    self.indent = indent
    let letters = DOCXTable.letters(of: table, room: room - indent)
    // Where the longest words find no room, shorter ones are broken too; in the end every column gets the same.
    let fitted = (4...DOCXTable.longestUnbrokenWord).reversed().lazy.compactMap { limit in
      fittedWidths(DOCXTable.needs(of: table, unbroken: limit), room: letters)
    }.first
    let shares = fitted ?? table.columns.map { _ in letters / table.columns.count }
    widths = shares.map { $0 * DOCXTable.letter + DOCXTable.cellMargin * 2 }
  }

  /// Whether a table among the blocks is better read on a page on its side.
  static func needsLandscape(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      switch block {
      case .table(let table):
        let letters = letters(of: table, room: DOCXBody.textWidth(isLandscape: false))
        let needs = needs(of: table, unbroken: longestUnbrokenWord)
        return fittedWidths(needs, room: letters) == nil
          || needs.reduce(0) { $0 + $1.natural } > letters * mostLinesUpright
      case .group(_, let inner): return needsLandscape(inner)
      default: return false
      }
    }
  }

  private static func letters(of table: Table, room: Int) -> Int {
    max(table.columns.count, (room - table.columns.count * cellMargin * 2) / letter)
  }

  /// What each column asks for, where words of up to so many letters are not broken.
  private static func needs(of table: Table, unbroken: Int) -> [ColumnNeed] {
    table.columns.indices.map { index in
      let column = table.columns[index]
      let texts = ([column.title] + table.rows.map { $0[index].text }).map { StyledText($0) }
      let natural = max(1, texts.map(\.width).max() ?? 1) + 1
      let word = min(unbroken, texts.map(\.longestWord).max() ?? 1) + 1
      return ColumnNeed(natural: natural, least: column.wraps ? min(natural, word) : natural)
    }
  }

  var markup: String {
    let width = widths.reduce(0, +)
    let caption = escapedMarkup(name)
    let properties =
      #"<w:tblPr><w:tblStyle w:val="\#(DOCXStyles.table)"/><w:tblW w:w="\#(width)" w:type="dxa"/>"#
      + #"<w:tblInd w:w="\#(indent)" w:type="dxa"/><w:tblLayout w:type="fixed"/>"#
      + #"<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>"#
      + (caption.isEmpty ? "" : #"<w:tblCaption w:val="\#(caption)"/>"#) + "</w:tblPr>"
    let grid = widths.map { #"<w:gridCol w:w="\#($0)"/>"# }.joined()
    let head = row(
      table.columns.map { Table.Cell($0.title) }, style: DOCXStyles.headCell,
      properties: "<w:cantSplit/><w:tblHeader/>")
    let rows = table.rows.map { row($0, style: DOCXStyles.cell, properties: "<w:cantSplit/>") }
    return "<w:tbl>\(properties)<w:tblGrid>\(grid)</w:tblGrid>\(head)\(rows.joined())</w:tbl>"
  }

  private func row(_ cells: [Table.Cell], style: String, properties: String) -> String {
    let parts = zip(zip(cells, table.columns), widths).map { pair, width in
      let (cell, column) = pair
      let side = column.alignment == .trailing ? #"<w:jc w:val="right"/>"# : ""
      return
        #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="\#(style)"/>\#(side)</w:pPr>"#
        + DOCXBody.run(cell.text, DOCXBody.colour(of: cell.tone)) + "</w:p></w:tc>"
    }
    return "<w:tr><w:trPr>\(properties)</w:trPr>\(parts.joined())</w:tr>"
  }
}
