import Foundation
import TestSupport

/// A sheet in a scratch folder as a person edits it: by the titles of its columns, saved as Excel saves.
struct SpreadsheetFile: TitledSheet {
  /// The titles, those of answers without their hints.
  var titles: [String]
  /// The first row as it stands.
  let headings: [String]
  var rows: [[String]]

  /// Reads what a command wrote: semicolons, the mark of UTF-8, rows ended by CR LF.
  init(_ bytes: [UInt8]) {
    let text = String(
      decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes, as: UTF8.self)
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for scalar in text.unicodeScalars where scalar != "\r" {
      switch (scalar, isQuoted) {
      case ("\"", _): isQuoted.toggle()
      case (";", false): rows[rows.count - 1].append("")
      case ("\n", false): rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    if rows.last == [""] { rows.removeLast() }
    titles = rows.removeFirst()
    headings = titles
    titles = titles.map { title in
      guard title.hasPrefix("SVAR: "), let hint = title.firstRange(of: " (") else { return title }
      return String(title[..<hint.lowerBound])
    }
    self.rows = rows
  }

  /// The place of a row whose column says something.
  func row(_ text: String, in title: String = "Nr") -> Int {
    guard let column = titles.firstIndex(of: title), let row = rows.firstIndex(where: { $0[column] == text }) else {
      preconditionFailure("no row says \(text)")
    }
    return row
  }

  func cell(_ title: String, row: Int) -> String { titles.firstIndex(of: title).map { rows[row][$0] } ?? "" }

  var text: String {
    "\u{FEFF}"
      + ([headings] + rows).map { row in
        row.map { $0.contains(where: { ";\"\n".contains($0) }) ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }
          .joined(separator: ";") + "\r\n"
      }.joined()
  }
}
