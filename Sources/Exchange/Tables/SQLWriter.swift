/// Writes SQL that SQLite and PostgreSQL read alike: plain tables of texts and integers, and literals.
struct SQLWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// `'KS 2022/17'`, or `NULL`. A zero byte, which PostgreSQL has no place for, is written as U+FFFD.
  mutating func literal(_ text: String?) {
    guard var text else { return write("NULL") }
    text.withUTF8 { literal(utf8: $0) }
  }

  mutating func literal(utf8 text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "'"))
    for byte in text {
      switch byte {
      case UInt8(ascii: "'"): bytes += [byte, byte]
      case 0: bytes += [0xEF, 0xBF, 0xBD]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "'"))
  }

  /// `CREATE TABLE` with its key and its references. Every row that is about a subject refers to it.
  mutating func create(_ table: ExportTable) {
    write("CREATE TABLE \(table.name) (\n")
    for column in table.columns {
      let type = column.kind == .integer ? "INTEGER" : "TEXT"
      let reference = column.name == "subject" || column.name == "id" ? "subject" : column.reference
      write("  \(column.name) \(type)")
      if column.isKey { write(" NOT NULL") }
      if let reference { write(" REFERENCES \(reference) (id)") }
      write(",\n")
    }
    let keys = table.columns.filter(\.isKey).map(\.name).joined(separator: ", ")
    write("  PRIMARY KEY (\(keys))\n);\n")
  }

  /// `INSERT INTO` with rows that are written already, some hundreds in each statement. `count` is how many there were before,
  /// and then with these; `end` ends the last statement.
  mutating func insert(_ rows: [ArraySlice<UInt8>], into table: ExportTable, after count: inout Int) {
    for row in rows {
      write(count % 500 == 0 ? (count > 0 ? ";\n" : "") + "INSERT INTO \(table.name) VALUES\n" : ",\n")
      bytes += row
      count += 1
    }
  }

  /// Ends the statements that inserted so many rows.
  mutating func end(after count: Int) {
    if count > 0 { write(";\n") }
  }

  /// Forgets what is written and keeps the memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
