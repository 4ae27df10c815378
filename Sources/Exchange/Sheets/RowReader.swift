import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// One row of a sheet as its cells are read: what is wrong is collected, so that all of it is told at once.
struct RowReader<Column: SheetColumn> {
  let row: Sheet<Column>.Row
  let language: Language
  private(set) var problems: [SheetProblem] = []
  /// What stops nothing, and is to be looked at once more.
  private(set) var doubts: [SheetProblem] = []

  init(_ row: Sheet<Column>.Row, _ language: Language) {
    self.row = row
    self.language = language
  }

  func text(_ column: Column) -> String { SheetText.normal(row.text(column)) }

  func isEmpty(_ column: Column) -> Bool { row.isEmpty(column) }

  /// The text of a cell, or nil where it is empty.
  func stated(_ column: Column) -> Text? { isEmpty(column) ? nil : Text(text(column)) }

  /// What a cell that is not empty says, read by `parse`; nil where it is empty or wrong.
  mutating func read<Value>(
    _ column: Column, _ parse: (String) throws(SheetValueProblem) -> Value
  ) -> Value? {
    guard !isEmpty(column) else { return nil }
    do throws(SheetValueProblem) {
      return try parse(text(column))
    } catch {
      note(column, .value(error))
      return nil
    }
  }

  /// The text of a cell that must say something; nil where it does not.
  mutating func require(_ column: Column, because need: SheetNeed) -> Text? {
    let stated = stated(column)
    if stated == nil { note(column, .mustSay(because: need)) }
    return stated
  }

  /// Notes what is wrong with a cell, or with the row. Personal data in it is masked: what is noted ends in logs.
  mutating func note(_ column: Column?, _ kind: SheetProblem.Kind) { problems.append(problem(column, kind)) }

  mutating func doubt(_ column: Column, _ kind: SheetProblem.Kind) { doubts.append(problem(column, kind)) }

  private func problem(_ column: Column?, _ kind: SheetProblem.Kind) -> SheetProblem {
    SheetProblem(
      row: row.number, column: column?.title[language], value: column.map { PersonalData.masking(text($0)) } ?? "", kind
    )
  }
}
