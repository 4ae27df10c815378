/// Writes comma-separated values as RFC 4180 has them: rows ended by CR LF, a field quoted only where it must be.
///
/// ```swift
/// var csv = CSVWriter()
/// csv.row(["id", "title"])
/// csv.row(["M-0007", "Kameror, torget"])
/// csv.bytes  // id,title␍␊M-0007,"Kameror, torget"␍␊
/// ```
///
/// UTF-8 without a byte order mark. A field is quoted where it holds the separator, a quotation mark, CR or LF, and where it is
/// the whole of a row and empty, which would else be no row. Nothing is changed: what a spreadsheet would take for a formula
/// (`=1+1`) is written as it is. Cost: one pass over the bytes.
package struct CSVWriter: Sendable {
  /// What is written so far.
  package private(set) var bytes: [UInt8] = []
  private let separator: UInt8
  /// Where the row that is being written begins; nil between two rows.
  private var rowStart: Int?

  /// Requires a separator that is none of the quotation mark, CR and LF.
  package init(separator: UInt8 = UInt8(ascii: ",")) {
    precondition(!Self.mustBeQuoted.contains(separator), "a separator that means something else")
    self.separator = separator
  }

  private static let mustBeQuoted = [UInt8(ascii: "\""), 0x0D, 0x0A]

  /// A whole row.
  package mutating func row(_ fields: some Sequence<String>) {
    for field in fields { self.field(field) }
    endRow()
  }

  /// The next field of the row.
  package mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { field(utf8: $0) }
  }

  /// The next field of the row: bytes in UTF-8.
  package mutating func field(utf8 text: UnsafeBufferPointer<UInt8>) {
    beginField()
    let isQuoted = text.contains { $0 == separator || Self.mustBeQuoted.contains($0) }
    guard isQuoted else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends the row. Requires at least one field in it.
  package mutating func endRow() {
    guard let start = rowStart else { preconditionFailure("a row has at least one field") }
    if bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    bytes += [0x0D, 0x0A]
    rowStart = nil
  }

  /// Forgets what is written and keeps the memory. Requires that no row is begun.
  package mutating func removeAll() {
    precondition(rowStart == nil, "a row is being written")
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func beginField() {
    if rowStart == nil { rowStart = bytes.count } else { bytes.append(separator) }
  }
}
