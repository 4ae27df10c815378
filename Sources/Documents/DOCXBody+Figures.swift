extension DOCXBody {
  /// What the caption and the notes of a picture take of the page's height, in twips.
  private static let besidePicture = 1000
  /// Between two pictures side by side, in twips.
  private static let gap = 454

  /// A picture with what stands above and below it.
  private struct Placed {
    var caption: String
    var picture: DOCXPicture
    var notes: [String]
  }

  /// Figures that follow one another: their pictures, then the rows of each, since no paper folds.
  ///
  /// Each picture stands below its caption, and above its notes, as wide as the text; on a page on its side two that need no such width stand
  /// side by side. One that is higher than the page goes on in another.
  mutating func add(_ figures: [Figure], indent: Int) {
    let room = Self.textWidth(isLandscape: isLandscape) - indent
    let half = (room - Self.gap) / 2
    var row: [Placed] = []
    let isPaired = isLandscape && figures.count { !$0.isWide } > 1
    for figure in figures {
      let width = figure.isWide ? room : isPaired ? half : min(room, Self.textWidth(isLandscape: false))
      let placed = placed(figure, width: width)
      if isPaired && !figure.isWide {
        row += placed
      } else {
        addSideBySide(row, width: half, indent: indent)
        row = []
        for one in placed { parts += paragraphs(of: one, keepsNext: true, indent: indent) }
      }
    }
    addSideBySide(row, width: half, indent: indent)
    for figure in figures where !figure.fallback.isEmpty { addRows(of: figure, indent: indent) }
  }

  /// The pictures of a figure, of a width in twips.
  private mutating func placed(_ figure: Figure, width: Int) -> [Placed] {
    let unit = DOCXPicture.twipsPerUnit
    let height = Self.textWidth(isLandscape: !isLandscape) - Self.besidePicture
    let drawings = figure.drawings(width: width / unit, height: height / unit)
    return drawings.enumerated().map { index, drawing in
      let caption = figure.caption + (drawings.count > 1 ? " (\(index + 1)/\(drawings.count))" : "")
      // What they show is said once, of the first; notes stand below the last.
      let picture = DOCXPicture(
        number: pictures.count + 1, drawing: drawing, description: index == 0 ? figure.description : caption)
      pictures.append(picture)
      return Placed(caption: caption, picture: picture, notes: index == drawings.count - 1 ? figure.notes : [])
    }
  }

  /// In a row that is not broken nothing is to be kept together: it would keep all rows on one page.
  private func paragraphs(of placed: Placed, keepsNext: Bool, indent: Int) -> [String] {
    [
      paragraph(DOCXStyles.caption, Self.run(placed.caption), keepsNext: keepsNext, indent: indent),
      paragraph(
        DOCXStyles.figure, placed.picture.run, keepsNext: keepsNext && !placed.notes.isEmpty ? true : nil,
        indent: indent),
    ] + placed.notes.map { paragraph(DOCXStyles.figureNote, Self.run($0), indent: indent) }
  }

  /// In a table without lines, two to a row, no row broken between pages; nothing for none.
  private mutating func addSideBySide(_ placed: [Placed], width: Int, indent: Int) {
    if placed.isEmpty { return }
    let widths = [width + Self.gap, width]
    let rows = stride(from: 0, to: placed.count, by: 2).map { start in
      let cells = widths.indices.map { column in
        let content =
          start + column < placed.count
          ? paragraphs(of: placed[start + column], keepsNext: false, indent: 0).joined()
          : paragraph(DOCXStyles.figure, "")
        return #"<w:tc><w:tcPr><w:tcW w:w="\#(widths[column])" w:type="dxa"/></w:tcPr>\#(content)</w:tc>"#
      }
      return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cells.joined())</w:tr>"
    }
    parts.append(
      #"<w:tbl><w:tblPr><w:tblW w:w="\#(widths[0] + widths[1])" w:type="dxa"/><w:tblInd w:w="\#(indent)" w:type="dxa"/>"#
        + #"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>\#(widths.map { #"<w:gridCol w:w="\#($0)"/>"# }.joined())</w:tblGrid>"#
        + rows.joined() + "</w:tbl>")
    parts.append(paragraph(DOCXStyles.afterTable, ""))
  }

  /// The rows of a figure under their title, with the name of the figure where they are its alone.
  private mutating func addRows(of figure: Figure, indent: Int) {
    let title = [figure.fallbackTitle, figure.fallbackCaption ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    if !title.isEmpty { parts.append(paragraph(DOCXStyles.rowsTitle, Self.run(title), indent: indent)) }
    let outer = heading
    heading = figure.caption
    add(figure.rows, indent: indent)
    heading = outer
  }
}

extension Figure {
  /// Does it need all the width that there is, as days of years do?
  fileprivate var isWide: Bool {
    if case .lanes = chart { true } else { false }
  }
}
