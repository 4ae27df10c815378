extension Table {
  /// The table without columns that have no title and nothing but bars, which are for forms without pictures.
  var withoutTextBars: Table {
    let kept = columns.indices.filter { index in
      !columns[index].title.isEmpty || !rows.allSatisfy { $0[index].text.unicodeScalars.allSatisfy(\.isTextBlock) }
    }
    guard !kept.isEmpty, kept.count < columns.count else { return self }
    return Table(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } }, emptyText: emptyText)
  }
}

extension Unicode.Scalar {
  /// Is it one of the block elements, of which bars and sparklines are made?
  var isTextBlock: Bool { (0x2580...0x259F).contains(value) }
}
