import StrictJSON

/// How a text stands in a cell of a spreadsheet, so that the program neither runs it nor takes it for something else.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or CR would be a formula, and one such as `1-2`, `007` or `SANT` would become a
/// date, a number or a truth value. Each has an apostrophe put before it: `'=1+1`. So has a text that is itself an apostrophe before
/// such a one; `unguarded` takes it away again, and for every text `unguarded(guarded(text)) == text`.
package enum SheetText {
  /// A text as a cell holds it.
  package static func guarded(_ text: String) -> String { isTaken(text) ? "'" + text : text }

  /// The text that a cell holds.
  package static func unguarded(_ cell: String) -> String {
    guard cell.unicodeScalars.first == "'" else { return cell }
    let rest = String(cell.unicodeScalars.dropFirst())
    return isTaken(rest) ? rest : cell
  }

  /// A text as it is compared: without blanks at its ends, every line end one LF. Spreadsheets write line ends their own way.
  package static func normal(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        scalars.append("\n")
      } else if scalar != "\n" || !isAfterReturn {
        scalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// Blanks that programs and people put at the ends of a cell, the one that does not break (U+00A0) too.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\n", "\u{A0}", "\u{202F}"].contains(scalar)
  }

  private static func isTaken(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if ["=", "+", "-", "@", "\t", "\r"].contains(first) { return true }
    if first == "'" { return isTaken(String(text.unicodeScalars.dropFirst())) }
    if ["sant", "falskt", "true", "false"].contains(text.lowercased()) { return true }
    return isLikeNumber(text)
  }

  /// Whether every word of a short text is a number or a month, and one at least a number.
  private static func isLikeNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    var hasDigits = false
    var word = ""
    func isKnown(_ word: String) -> Bool {
      if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
      let exponent = word.split(separator: "e", omittingEmptySubsequences: false)
      return months.contains(word) || exponent.count == 2 && exponent.allSatisfy { Int($0) != nil }
    }
    for scalar in text.lowercased().unicodeScalars + [" "] {
      if (0x30...0x39).contains(scalar.value) { hasDigits = true }
      if signs.contains(scalar) {
        if !isKnown(word) { return false }
        word = ""
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    return hasDigits
  }

  /// What may stand in a number, a date, a time or a share, besides digits.
  private static let signs: Set<Unicode.Scalar> = [" ", ".", ",", ":", "-", "/", "%", "\u{A0}"]

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec", "januari",
    "februari", "mars", "april", "juni", "juli", "augusti", "september", "oktober", "november", "december", "january",
    "february", "march", "june", "july", "august", "october",
  ]
}

extension SheetText {
  /// Whether a cell holds what a spreadsheet shows where it cannot compute: a text that began like a formula is lost.
  static func isFormulaError(_ cell: String) -> Bool {
    [
      "#NAMN?", "#NAME?", "#VÄRDEFEL!", "#VALUE!", "#REFERENS!", "#REF!", "#DIVISION/0!", "#DIV/0!", "#SAKNAS!", "#N/A",
      "#OGILTIGT!", "#NUM!", "#SKÄRNING!", "#NULL!",
    ].contains(normal(cell).uppercased())
  }

  /// Whether two texts are the same to whoever edits them in a spreadsheet.
  ///
  /// A file in Windows-1252 has a question mark, or what looks most like it, for each character that it cannot hold: there any
  /// such character is taken for what stands in its place.
  package static func isSame(_ cell: String, as text: String, in encoding: TextEncoding) -> Bool {
    if utf8Equal(cell, text) { return true }
    let (cell, text) = (Array(normal(cell).unicodeScalars), Array(normal(text).unicodeScalars))
    if cell == text { return true }
    guard encoding == .windows1252 else { return false }
    var place = 0
    for scalar in text {
      guard place < cell.count else { return false }
      if TextEncoding.windows1252.holds(scalar) {
        guard cell[place] == scalar else { return false }
      } else if scalar.value > 0xFFFF, place + 1 < cell.count, cell[place] == "?", cell[place + 1] == "?" {
        place += 1
      }
      place += 1
    }
    return place == cell.count
  }
}
