package import CommandArguments
import LedgerDomain
import Wording

extension RowProblem {
  /// What is wrong with the row: whole sentences, without the line.
  package var words: Localized {
    switch kind {
    case .fieldCount(let expected, let found, let excerpt):
      Localized(
        "Raden har \(found) fält, väntade \(expected): ”\(excerpt)”.",
        "The row has \(found) fields, expected \(expected): “\(excerpt)”.")
    case .empty(let field, let columns):
      Localized(
        "Inget anges för ”\(field)” (\(columns.joined(separator: ", "))).",
        "Nothing is stated for “\(field)” (\(columns.joined(separator: ", "))).")
    case .time(let column, let found):
      Localized(
        "”\(found)” i kolumnen \(column) är ingen tidpunkt; väntade till exempel 2022-10-14 11:30:00+02:00 eller 2022-10-14.",
        "“\(found)” in the column \(column) is no moment; expected for example 2022-10-14 11:30:00+02:00 or 2022-10-14."
      )
    case .differs(let column, let firstLine, let expected, let found):
      Localized(
        "Kolumnen \(column) säger ”\(found)”, men på ärendets första rad, \(firstLine), ”\(expected)”.",
        "The column \(column) says “\(found)”, but “\(expected)” on the case's first row, \(firstLine).")
    case .personalData(let text, let columns, let type):
      [text].words(in: type)
        + (columns.isEmpty
          ? Localized(both: "")
          : Localized(" Kolumn: \(columns.joined(separator: ", ")).", " Column: \(columns.joined(separator: ", "))."))
        + SheetProblem.unsealed
    case .personalKey(let text, let column):
      Localized(
        "Ärendets nyckel i kolumnen \(column) har \(text.foundWords.sv). Av den görs posternas id, så den går inte att försegla: välj en annan kolumn, eller låt den stå öppen med --allow-personal-data.",
        "The case's key in the column \(column) has \(text.foundWords.en). The entries' ids are made of it, so it cannot be sealed: choose another column, or let it stand open with --allow-personal-data."
      )
    case .refused(let refusal, let type):
      Localized(refusal.message(about: type).text(in: .sv), refusal.message(about: type).text(in: .en))
    }
  }
}
