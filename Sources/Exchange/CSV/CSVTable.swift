import StrictJSON

/// A table read from comma-separated values: strict as RFC 4180, with another separator where the file has one.
///
/// ```swift
/// let table = try CSVTable(Array("id;titel\n1;\"Bro; norr\"\n".utf8))
/// table.columns            // ["id", "titel"]
/// table.text(row: 0, 1)    // "Bro; norr"
/// ```
///
/// The first row names the columns. Rows end with LF or CR LF; nothing but line ends may stand behind the last. Rows with
/// too many or too few fields are left out and stand in `problems`; whatever makes it unsure where rows end is thrown.
///
/// Memory: the text, 16 bytes a field, 8 a row. Cost: one pass over the bytes.
package struct CSVTable: Sendable {
  package let columns: [String]
  package let separator: UInt8
  /// The line on which each row begins, from 1.
  package let lines: [Int]
  /// The rows that were left out, in order.
  package let problems: [CSVProblem]
  private let text: [UInt8]
  private let fields: [CSVField]

  package var count: Int { lines.count }

  /// Reads a table from UTF-8. Where no separator is stated, it is the one of comma, semicolon and tab that the header has; where it has
  /// several, the only one with which all rows have equally many fields.
  package init(_ utf8: [UInt8], separator stated: UInt8? = nil) throws(CSVProblem) {
    if let stated {
      try self.init(utf8, separatedBy: stated)
      return
    }
    let found = CSVScan.separators(inHeaderOf: utf8)
    guard found.count > 1 else {
      try self.init(utf8, separatedBy: found.first ?? UInt8(ascii: ","))
      return
    }
    let fitting = found.compactMap { try? CSVTable(utf8, separatedBy: $0) }.filter(\.problems.isEmpty)
    guard fitting.count == 1, let table = fitting.first else {
      throw CSVProblem(kind: .ambiguousSeparator(found), line: 1, excerpt: CSVScan.excerpt(of: utf8, at: 0))
    }
    self = table
  }

  private init(_ utf8: [UInt8], separatedBy separator: UInt8) throws(CSVProblem) {
    var scan = CSVScan(utf8, separator: separator)
    guard let header = try scan.row() else { throw scan.problem(.empty, at: 0) }
    let columns = header.fields.map { $0.text(in: utf8) }
    for (index, column) in columns.enumerated() where columns[..<index].contains(where: { utf8Equal($0, column) }) {
      throw scan.problem(.repeatedColumn(column), at: header.start, line: header.line)
    }
    var (lines, fields, problems) = ([Int](), [CSVField](), [CSVProblem]())
    fields.reserveCapacity(utf8.count / 12)
    while let row = try scan.row() {
      guard row.fields.count == columns.count else {
        problems.append(
          scan.problem(
            .fieldCount(expected: columns.count, found: row.fields.count), at: row.start, line: row.line))
        continue
      }
      lines.append(row.line)
      fields.append(contentsOf: row.fields)
    }
    (self.columns, self.separator, self.lines, self.problems) = (columns, separator, lines, problems)
    (text, self.fields) = (utf8, fields)
  }

  /// What a field says. Requires a row in 0..<count and a column in 0..<columns.count.
  package func text(row: Int, _ column: Int) -> String {
    precondition(columns.indices.contains(column), "a table of \(columns.count) columns")
    return fields[row * columns.count + column].text(in: text)
  }

  /// What a column says, row by row. Requires a column in 0..<columns.count.
  package func texts(inColumn column: Int) -> [String] {
    (0..<count).map { text(row: $0, column) }
  }
}

/// Where a field lies in the text, without the quotation marks around it.
struct CSVField: Sendable {
  var start: Int
  /// The number of bytes, and whether quotation marks among them are doubled, in one word.
  private var countAndMark: Int

  init(_ range: Range<Int>, isDoubled: Bool = false) {
    start = range.lowerBound
    countAndMark = range.count << 1 | (isDoubled ? 1 : 0)
  }

  func text(in bytes: [UInt8]) -> String {
    let raw = bytes[start..<(start + countAndMark >> 1)]
    guard countAndMark & 1 == 1 else { return String(decoding: raw, as: UTF8.self) }
    var single: [UInt8] = []
    var isSecond = false
    for byte in raw {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if isSecond || byte != UInt8(ascii: "\"") { single.append(byte) }
    }
    return String(decoding: single, as: UTF8.self)
  }
}
