import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import TestSupport

@testable import Exchange

/// A sheet of measures on its way through a spreadsheet: exported from a world, edited by titles, planned again.
struct EditedSheet: TitledSheet {
  let chronicle: Chronicle
  var titles: [String]
  var rows: [[String]]

  init(_ chronicle: Chronicle, _ language: Language = .sv) throws {
    self.chronicle = chronicle
    let sheet = MeasureSheet(chronicle, language)
    let table = try CSVTable(Array(sheet.csv(sheet.measures).dropFirst(3)))
    titles = table.columns
    rows = (0..<table.count).map { row in table.columns.indices.map { table.text(row: row, $0) } }
  }

  init(_ world: World, _ language: Language = .sv) throws { try self.init(world.chronicle, language) }

  /// The file that a spreadsheet writes.
  func bytes(_ separator: Character = ";", _ encoding: SavedAs = .utf8Mark) -> [UInt8] {
    var writer = CSVWriter(separator: separator.asciiValue ?? 0x3B)
    writer.row(titles)
    for row in rows { writer.row(row) }
    return encoding.bytes(String(decoding: writer.bytes, as: UTF8.self))
  }

  func plan(into other: Chronicle? = nil, _ bytes: [UInt8]? = nil) throws -> MeasureSheetPlan {
    let sheet = try Sheet<MeasureColumn>(bytes ?? self.bytes())
    return MeasureSheetPlan(sheet, into: other ?? chronicle, .test)
  }

  /// What is wrong, as `rad, kolumn: ord`.
  func problems(into other: Chronicle? = nil) throws -> [String] {
    try plan(into: other).problems.map { "\($0.place.sv): \($0.words.sv)" }
  }
}

/// The forms in which spreadsheets save a text.
enum SavedAs: CaseIterable {
  case utf8, utf8Mark, utf16Little, utf16Big, windows1252

  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8Mark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16Little: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16Big: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252:
      text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : $0 == "–" ? 0x96 : UInt8(ascii: "?") }
    }
  }
}

extension SheetClock {
  /// The clock of a test: 2022-06-01, and salts that are all the same.
  static let test = SheetClock(now: "2022-06-01T08:00Z", today: "2022-06-01", recordedBy: "registrator") {
    Array(repeating: 7, count: $0)
  }
}
