package import CommandArguments

/// Writes sheets as Swedish Excel opens them with a double click: UTF-8 with its mark, semicolons, CR LF.
package enum SheetWriter {
  /// The header, and a row for each of `rows`. Texts that a spreadsheet would take for a formula, a number or a date are guarded.
  package static func csv<Column: SheetColumn>(
    _ columns: Column.Type, _ rows: [[Column: String]], _ language: Language
  ) -> [UInt8] {
    var writer = CSVWriter(separator: UInt8(ascii: ";"))
    writer.row(Column.allCases.map { $0.heading(language) })
    for row in rows {
      writer.row(
        Column.allCases.map { column in
          let text = row[column] ?? ""
          return column.isGuarded ? SheetText.guarded(text) : text
        })
    }
    return [0xEF, 0xBB, 0xBF] + writer.bytes
  }
}
