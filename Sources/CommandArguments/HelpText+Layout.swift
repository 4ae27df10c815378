extension HelpText {
  /// The usage line, continued under its first argument when it is long.
  func usage(_ synopsis: [String], path: [String]) -> [String] {
    let lead = ([tree.tool] + path).joined(separator: " ")
    let start = HelpWords.usage[language] + " " + lead
    var lines = [start]
    let indent = String(repeating: " ", count: start.count)
    for part in synopsis {
      if lines[lines.count - 1].count + 1 + part.count > width, lines[lines.count - 1] != indent {
        lines.append(indent)
      }
      lines[lines.count - 1] += " " + part
    }
    return lines
  }

  /// The width of a left column: that of its longest entry, of those that take at most two fifths of a line.
  func leftColumn(_ entries: [String]) -> Int {
    let limit = max(12, width * 2 / 5)
    return entries.map(\.count).filter { $0 <= limit }.max() ?? limit
  }

  /// A heading with rows of two columns. Entries that are longer than the left column stand on a line of their own.
  func section(_ heading: Localized, _ rows: [(left: String, right: String)], column: Int? = nil) -> [String] {
    guard !rows.isEmpty else { return [] }
    let column = column ?? leftColumn(rows.map(\.left))
    let indent = String(repeating: " ", count: column + 4)
    return [heading[language]]
      + rows.flatMap { left, right -> [String] in
        let help = wrapped(right, indent: column + 4)
        guard left.count <= column, let first = help.first else { return ["  " + left] + help }
        let padding = String(repeating: " ", count: column - left.count)
        return ["  " + left + padding + "  " + first.dropFirst(indent.count)] + help.dropFirst()
      }
  }

  /// Examples, each with its note below. Command lines are never broken: they are there to be copied.
  func examples(_ examples: [CommandSpec.Example]) -> [String] {
    guard !examples.isEmpty else { return [] }
    return [HelpWords.examples[language]]
      + examples.flatMap { ["  " + $0.line] + wrapped($0.note[language], indent: 6) }
  }

  func more(path: [String]) -> [String] {
    let line = ([tree.tool] + path + ["--help"]).joined(separator: " ")
    return wrapped("\(HelpWords.more[language]) \(line)")
  }

  /// Paragraphs separated by empty lines, each wrapped.
  func paragraphs(_ text: Localized?) -> [String] {
    guard let text else { return [] }
    return Array(
      text[language].split(separator: "\n\n").map { wrapped(String($0)) }.joined(separator: [""]))
  }

  /// Lines of at most `width` columns, broken at spaces; a line end in the text counts as a space.
  func wrapped(_ text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(margin + word)
      }
    }
    return lines
  }
}
