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
  /// A text that is not to be broken, but is longer than this, is: on paper there is no room beside it.
  private static let longestWholeText = 16
  /// A table of so many rows at most stays on one page.
  private static let mostRowsKept = 10
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
    let extents = DOCXTable.extents(of: table)
    let fitted = (4...DOCXTable.longestUnbrokenWord).reversed().lazy.compactMap { limit in
      fittedWidths(extents.map { $0.need(unbroken: limit) }, room: letters)
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
        let needs = extents(of: table).map { $0.need(unbroken: longestUnbrokenWord) }
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

  /// How wide a column is, in letters.
  private struct Extent {
    var widest: Int
    var longestWord: Int
    /// Is nothing in it to be broken?
    var isWhole: Bool

    /// What the column asks for, where words of up to so many letters are not broken.
    func need(unbroken: Int) -> ColumnNeed {
      ColumnNeed(natural: widest, least: isWhole ? widest : min(widest, min(unbroken, longestWord) + 1))
    }
  }

  private static func extents(of table: Table) -> [Extent] {
    table.columns.indices.map { index in
      let column = table.columns[index]
      let texts = table.rows.map { StyledText($0[index].text) }
      // The head is bold, and wider by a fifth.
      let head = StyledText(column.title)
      let widest = max(head.width * 6 / 5, texts.map { $0.width + blocks(in: $0) }.max() ?? 1) + 1
      return Extent(
        widest: widest, longestWord: max(head.longestWord * 6 / 5, texts.map(\.longestWord).max() ?? 1),
        isWhole: !column.wraps && widest <= longestWholeText)
    }
  }

  /// What blocks are wider than letters, in letters.
  private static func blocks(in text: StyledText) -> Int {
    text.glyphs.count { $0.scalar.isTextBlock } * 2 / 3
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
    let isKept = table.rows.count <= DOCXTable.mostRowsKept
    let rows = table.rows.enumerated().map { index, cells in
      row(
        cells, style: DOCXStyles.cell, properties: "<w:cantSplit/>", keepsNext: isKept && index < table.rows.count - 1)
    }
    return "<w:tbl>\(properties)<w:tblGrid>\(grid)</w:tblGrid>\(head)\(rows.joined())</w:tbl>"
  }

  private func row(_ cells: [Table.Cell], style: String, properties: String, keepsNext: Bool = false) -> String {
    let parts = zip(zip(cells, table.columns), widths).map { pair, width in
      let (cell, column) = pair
      let side = column.alignment == .trailing ? #"<w:jc w:val="right"/>"# : ""
      return
        #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="\#(style)"/>\#(keepsNext ? "<w:keepNext/>" : "")\#(side)</w:pPr>"#
        + DOCXBody.run(cell.text, DOCXBody.colour(of: cell.tone)) + "</w:p></w:tc>"
    }
    return "<w:tr><w:trPr>\(properties)</w:trPr>\(parts.joined())</w:tr>"
  }
}
