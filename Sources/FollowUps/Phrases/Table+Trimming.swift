import Documents

extension Table {
  /// The table without the columns that say nothing in any row.
  var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { index in rows.isEmpty || rows.contains { !$0[index].text.isEmpty } }
    return Table(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } }, emptyText: emptyText)
  }
}
