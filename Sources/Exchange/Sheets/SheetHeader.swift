import CommandArguments
import Wording

/// The header of a sheet: which column stands where, and what is wrong with the titles.
struct SheetHeader<Column: SheetColumn> {
  private(set) var places: [Column: Int] = [:]
  private(set) var ignored: [String] = []
  private(set) var problems: [SheetProblem] = []
  /// The language in which the most titles are known.
  private(set) var language = Language.sv
  private let titles: [String]

  init(_ titles: [String]) {
    self.titles = titles.map(SheetText.normal)
    var counts: [Language: Int] = [:]
    for (place, title) in self.titles.enumerated() where !title.isEmpty {
      guard let column = Self.column(titled: title) else {
        note(unknown: title)
        continue
      }
      if places[column] != nil {
        problems.append(SheetProblem(row: 1, column: title, value: "", .repeatedColumn))
      }
      places[column] = place
      for language in Language.allCases where Self.bears(title, column, in: language) {
        counts[language, default: 0] += 1
      }
    }
    if counts[.en, default: 0] > counts[.sv, default: 0] { language = .en }
    if places.count < 2 {
      problems = [SheetProblem(row: 1, column: nil, value: self.titles.first ?? "", .noHeader)]
    } else {
      for column in Column.allCases where column.isRequired && places[column] == nil {
        problems.append(SheetProblem(row: 1, column: column.title[language], value: "", .missingColumn))
      }
    }
  }

  /// A title that is nearly one of the known would lose what was written below it; any other column is somebody's own.
  private mutating func note(unknown title: String) {
    func near(_ title: String, _ columns: [Column]) -> String? {
      nearestWord(to: title, among: Set(columns.flatMap { [$0.title.sv, $0.title.en] }).sorted())
    }
    let columns = Array(Column.allCases)
    if let near = near(title, columns) ?? near(Self.bare(title), columns.filter { $0.hint != nil }) {
      problems.append(SheetProblem(row: 1, column: nil, value: title, .unknownColumn(near: near)))
    } else {
      ignored.append(title)
    }
  }

  /// What is wrong with the shape of a row: it repeats the header, or has something where no column is.
  func problem(of cells: [String], row: Int) -> SheetProblem? {
    let same = zip(cells, titles).count { !$1.isEmpty && SheetText.normal($0) == $1 }
    if same >= 2, same * 2 >= places.count {
      return SheetProblem(row: row, column: nil, value: titles.first ?? "", .repeatedHeader)
    }
    for (place, cell) in cells.enumerated() where place >= titles.count || titles[place].isEmpty {
      let value = SheetText.normal(cell)
      if value.isEmpty { continue }
      return SheetProblem(row: row, column: Self.letters(place), value: value, .untitledColumn)
    }
    return nil
  }

  private static func column(titled title: String) -> Column? {
    Column.allCases.first { column in Language.allCases.contains { bears(title, column, in: $0) } }
  }

  /// Whether a title is that of a column in a language, whatever stands in brackets behind one that has a hint.
  private static func bears(_ title: String, _ column: Column, in language: Language) -> Bool {
    let own = folded(column.title[language])
    return folded(title) == own || column.hint != nil && folded(bare(title)) == own
  }

  /// A title without what stands in brackets behind it.
  private static func bare(_ title: String) -> String {
    guard title.hasSuffix(")"), let open = title.firstRange(of: " (") else { return title }
    return String(title[..<open.lowerBound])
  }

  private static func folded(_ title: String) -> String { title.lowercased() }

  /// What a spreadsheet calls a column: A … Z, AA … from 0.
  static func letters(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(0x41 + place % 26)))
    return place < 26 ? letter : letters(place / 26 - 1) + letter
  }
}
