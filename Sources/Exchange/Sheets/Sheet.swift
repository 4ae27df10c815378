package import CommandArguments
import StrictJSON

/// A column of a sheet that people edit: what its header says in both languages.
///
/// The contract: no two columns of one kind of sheet have the same title in any language.
package protocol SheetColumn: CaseIterable, Hashable, Sendable {
  var title: Localized { get }
  /// What whoever fills it in must know; it stands behind the title in brackets, and what stands there is not read.
  var hint: Localized? { get }
  static var kind: SheetKind { get }
  /// Whether a sheet without it cannot be read.
  var isRequired: Bool { get }
  /// Whether its cells are texts of people, which are guarded; days and numbers are to be what they look like.
  var isGuarded: Bool { get }
  /// Whether its cells are sealed.
  var isSealed: Bool { get }
}

extension SheetColumn {
  package var hint: Localized? { nil }

  /// The title as a header has it: with its hint in brackets, where it has one.
  func heading(_ language: Language) -> String {
    title[language] + (hint.map { " (\($0[language]))" } ?? "")
  }
}

/// A sheet as it comes back from a spreadsheet: the columns by their titles, wherever they stand, and the rows below them.
///
/// What spreadsheets write is read: `;`, `,` or tab, whichever lets the most titles be known; UTF-8 with or without its mark, UTF-16 with
/// it, else Windows-1252, as Excel saves “CSV” in Sweden; empty columns and rows behind the others; rows that end early.
/// Every cell is unguarded (``SheetText``). Rows are counted as the spreadsheet counts them, the header being row 1.
package struct Sheet<Column: SheetColumn>: Sendable {
  package struct Row: Sendable {
    /// As the spreadsheet numbers it, from 1.
    package let number: Int
    /// What the cells say, in the columns that the sheet has.
    package let cells: [Column: String]

    package func text(_ column: Column) -> String { cells[column] ?? "" }

    package func isEmpty(_ column: Column) -> Bool { SheetText.normal(text(column)).isEmpty }
  }

  package let encoding: TextEncoding
  package let separator: UInt8
  /// The language of most titles.
  package let language: Language
  package let columns: Set<Column>
  /// Titles that no column has; what stands below them is not read.
  package let ignored: [String]
  package let rows: [Row]
  /// What is wrong with the shape of rows; where there is anything, nothing should be recorded.
  package let problems: [SheetProblem]

  /// Reads a sheet. `stated` encoding and separator come before what the file shows.
  package init(
    _ bytes: [UInt8], encoding stated: TextEncoding? = nil, separator: UInt8? = nil
  ) throws(SheetFailure) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw bytes.firstRange(of: Array("word/document.xml".utf8)) == nil ? .workbook : .document
    }
    let text = try Self.decoded(bytes, stated)
    encoding = text.encoding
    self.separator = separator ?? Self.separator(of: text.utf8)
    var scan = CSVScan(text.utf8, separator: self.separator)
    let first: CSVScan.Row?
    do throws(CSVProblem) { first = try scan.row() } catch { throw .csv(error) }
    guard let first else { throw .csv(scan.problem(.empty, at: 0)) }
    let titles = first.fields.map { SheetText.unguarded($0.text(in: text.utf8)) }
    if let kind = SheetKind(titles: titles), kind != Column.kind { throw .otherKind(kind) }
    let header = SheetHeader<Column>(titles)
    if !header.problems.isEmpty { throw .problems(header.problems) }
    var problems: [SheetProblem] = []
    var rows: [Row] = []
    var number = 1
    do throws(CSVProblem) {
      while let row = try scan.row() {
        number += 1
        let cells = row.fields.map { SheetText.unguarded($0.text(in: text.utf8)) }
        if cells.allSatisfy({ SheetText.normal($0).isEmpty }) { continue }
        if let problem = header.problem(of: cells, row: number) {
          problems.append(problem)
          if problem.kind == .repeatedHeader { continue }
        }
        var known: [Column: String] = [:]
        for column in Column.allCases {
          guard let place = header.places[column], place < cells.count else { continue }
          known[column] = cells[place]
          if SheetText.isFormulaError(cells[place]) {
            problems.append(
              SheetProblem(row: number, column: column.title[header.language], value: cells[place], .formulaError))
          }
        }
        rows.append(Row(number: number, cells: known))
      }
    } catch { throw .csv(error) }
    self.problems = problems
    language = header.language
    columns = Set(header.places.keys)
    ignored = header.ignored
    self.rows = rows
  }

  private static func decoded(_ bytes: [UInt8], _ stated: TextEncoding?) throws(SheetFailure) -> DecodedText {
    do throws(TextProblem) {
      return try DecodedText(bytes, stated: stated)
    } catch {
      // A file that has the mark of UTF-8 says so; one without it is what Excel saves where nothing else is chosen.
      guard stated == nil, case .malformed(.utf8, _) = error.kind, !bytes.starts(with: [0xEF, 0xBB, 0xBF]),
        let text = try? DecodedText(bytes, stated: .windows1252)
      else { throw .text(error) }
      return text
    }
  }

  /// The separator with which the header has the most known titles; the semicolon where none has any.
  private static func separator(of utf8: [UInt8]) -> UInt8 {
    let found = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")].map { separator in
      var scan = CSVScan(utf8, separator: separator)
      let titles = (try? scan.row())?.fields.map { SheetText.unguarded($0.text(in: utf8)) } ?? []
      return (separator: separator, count: SheetHeader<Column>(titles).places.count)
    }
    let most = found.map(\.count).max() ?? 0
    return found.first { $0.count == most }?.separator ?? UInt8(ascii: ";")
  }
}

/// Why a file is no sheet of its kind.
package enum SheetFailure: Error, Equatable, Sendable {
  case text(TextProblem)
  case csv(CSVProblem)
  case problems([SheetProblem])
  /// A workbook (xlsx, ods) and no CSV.
  case workbook
  /// A document of Word.
  case document
  /// A sheet of another kind than it was taken for.
  case otherKind(SheetKind)
}
