extension MarkdownRenderer {
  /// A text that Markdown shows as it is, in a paragraph as well as in a cell. One line.
  ///
  /// Escapes what can begin emphasis, code, links, HTML, entities, headings, formulas or a cell (CommonMark 2.4, GFM 4.10).
  func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in visible(text).unicodeScalars {
      if special.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// An escaped text that does not begin a list, a heading, a rule or a code block either.
  func atLineStart(_ escaped: String) -> String {
    let text = escaped.drop { $0 == " " }
    guard let first = text.unicodeScalars.first else { return "" }
    if ["-", "+", "="].contains(first) { return "\\" + text }
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = text.unicodeScalars.dropFirst(digits.count)
    if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" {
      return String(digits) + "\\" + String(rest)
    }
    return String(text)
  }

  /// A code span fenced by more backticks than it contains (CommonMark 6.1).
  func codeSpan(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let fence = String(repeating: "`", count: longestRun(ofBackticksIn: text) + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + space + visible(text) + space + fence
  }

  func longestRun(ofBackticksIn text: String) -> Int {
    text.utf8.split { $0 != 0x60 }.map(\.count).max() ?? 0
  }
}

private let special: Set<Unicode.Scalar> = [
  "\\", "`", "*", "_", "<", ">", "[", "]", "#", "|", "~", "&", "$",
]
