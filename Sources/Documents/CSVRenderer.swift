/// Shows documents as a sheet that Excel in Swedish opens as it is: for people, where `Exchange` writes tables for programs.
///
/// ```
/// document = mark rows
/// mark     = the byte order mark of UTF-8 (EF BB BF), by which Excel knows the encoding
/// row      = cells with `;` between, ended by CR LF; a cell that holds `;`, a quotation mark or a line end is quoted (RFC 4180)
/// ```
///
/// A document that is one table, such as a register, has the table's head as its first row, so that the sheet can be sorted and filtered;
/// what else it says stands below, after an empty row. Any other has its parts in order with an empty row between. In a
/// column of numbers, a point becomes the decimal comma and the minus sign the hyphen that spreadsheets know.
///
/// A cell has its words without the sign for the eye.
///
/// **No cell is a formula.** A cell that begins with `=`, `+`, `-`, `@`, a tab or an apostrophe gets an apostrophe in front, unless it
/// is a number. That is reversible: whoever reads the sheet takes one apostrophe off each cell that begins with one. Every text is made `visible`,
/// so that a cell has no line ends either.
///
///     Nr;Dagar;Vad
///     M-0001;-3;'=1+1
package struct CSVRenderer: Sendable {
  package init() {}

  /// The bytes of the sheet.
  package func render(_ document: Document) -> [UInt8] {
    var sheet = Sheet()
    if let only = document.onlyTable {
      sheet.add(only)
      sheet.add(document.blocks.filter { if case .table = $0 { false } else { true } })
    } else {
      sheet.add(document.banners)
      sheet.add([.heading(level: 0, document.title)] + document.body)
    }
    return [0xEF, 0xBB, 0xBF] + sheet.bytes
  }

  /// The rows written so far.
  private struct Sheet {
    var bytes: [UInt8] = []

    mutating func add(_ blocks: [Block]) {
      for block in blocks.withoutPictures where !block.isRule {
        if !bytes.isEmpty { row([]) }
        add(block)
      }
    }

    private mutating func add(_ block: Block) {
      switch block {
      case .heading(_, let text), .banner(let text): row([text])
      case .paragraph(let prose), .note(let prose): row([prose.text])
      case .keyValues(let pairs): for pair in pairs { row([pair.key, pair.value.text]) }
      case .table(let table): add(table)
      case .list(let items, _): for item in items { row([item.text]) }
      case .rule: break
      case .group(let title, let inner):
        row([title.text])
        for block in inner.withoutPictures { add(block) }
      case .timeline(let entries):
        for entry in entries {
          row([entry.date, entry.title.text])
          for detail in entry.details { row(["", detail.text]) }
        }
      case .figure: for block in [block].withoutPictures { add(block) }
      case .verbatim(let text): for line in visibleLines(text) { row([line]) }
      }
    }

    mutating func add(_ table: Table) {
      if table.rows.isEmpty, !table.emptyText.isEmpty { return row([table.emptyText]) }
      row(table.columns.map(\.title))
      for cells in table.rows {
        row(zip(cells, table.columns).map { $1.alignment == .trailing ? Sheet.number($0.words) : $0.words })
      }
    }

    private mutating func row(_ cells: [String]) {
      bytes += cells.map(Sheet.cell).joined(separator: ";").utf8
      bytes += [0x0D, 0x0A]
    }

    /// The text as spreadsheets in Swedish write a number, where it is one.
    private static func number(_ text: String) -> String {
      let shown = text.replacing("\u{2212}", with: "-").replacing(".", with: ",")
      return isNumber(shown) ? shown : text
    }

    /// A sign perhaps, digits, and decimals perhaps: `-3`, `+30`, `92,5`.
    private static func isNumber(_ text: String) -> Bool {
      let digits = text.utf8.first.map { [0x2B, 0x2D].contains($0) } == true ? text.dropFirst() : text[...]
      let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
      return (1...2).contains(parts.count)
        && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private static let begins: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "'"]

    private static func cell(_ text: String) -> String {
      var shown = visible(text)
      if let first = text.unicodeScalars.first, begins.contains(first), !isNumber(text) { shown = "'" + shown }
      guard shown.unicodeScalars.contains(where: { $0 == ";" || $0 == "\"" }) else { return shown }
      return "\"" + shown.replacing("\"", with: "\"\"") + "\""
    }
  }
}

extension Block {
  fileprivate var isRule: Bool {
    if case .rule = self { true } else { false }
  }
}

extension Document {
  /// The table of a document that is nothing but one, with what every answer says of itself around it.
  fileprivate var onlyTable: Table? {
    var found: Table?
    for block in body {
      switch block {
      case .table(let table) where found == nil: found = table
      case .rule,
        .note where found != nil:
        break
      default: return nil
      }
    }
    return found
  }
}
