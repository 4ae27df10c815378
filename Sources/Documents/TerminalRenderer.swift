/// Shows documents as lines for a terminal, or as plain text when there is no colour.
///
/// Every character of a document is made `visible`, so that no title can move the cursor, change a colour or turn the
/// reading direction: the only control characters are the line ends and, with colour, the renderer's own sequences.
/// Taking the colours away leaves the very same text.
package struct TerminalRenderer: Sendable {
  /// The number of columns that lines take, at least 20. Words of prose that are longer stick out.
  package let width: Int
  package let color: Bool

  package init(width: Int, color: Bool) {
    self.width = max(20, width)
    self.color = color
  }

  /// The banners, the title and the blocks. Ends with one line end.
  package func render(_ document: Document) -> String {
    parts(of: document).map { render($0) }.joined(separator: "\n")
  }

  /// The document in parts that can be rendered apart: their texts, with an empty line between two, are its text.
  package func parts(of document: Document) -> [[Block]] {
    let title: [Block] = [.heading(level: 0, document.title)]
    var parts: [[Block]] = []
    for block in (document.banners + title + document.body).withoutPictures {
      if let last = parts.last?.last, last.holdsNext {
        parts[parts.count - 1].append(block)
      } else {
        parts.append([block])
      }
    }
    return parts
  }

  /// Blocks alone, separated by empty lines. Ends with one line end; nothing for no blocks.
  package func render(_ blocks: [Block]) -> String {
    var bytes: [UInt8] = []
    for line in lines(blocks, width: width) {
      line.write(into: &bytes, color: color)
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func lines(_ blocks: [Block], width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    let blocks = blocks.withoutPictures
    for (index, block) in blocks.enumerated() {
      if index > 0, !blocks[index - 1].holdsNext { lines.append(StyledText()) }
      lines += self.lines(block, width: width)
    }
    return lines
  }

  private func lines(_ block: Block, width: Int) -> [StyledText] {
    switch block {
    case .heading(let level, let text): heading(text, level: level, width: width)
    case .paragraph(let prose): StyledText(prose).wrapped(to: width, breaksWords: false)
    case .banner(let text): box(text, width: width)
    case .note(let prose):
      indented(StyledText(prose).wrapped(to: width - 2, breaksWords: false), first: "│ ", rest: "│ ", .muted)
    case .keyValues(let pairs): keyValues(pairs, width: width)
    case .table(let table): self.lines(table, width: width)
    case .list(let items, let ordered): list(items, ordered: ordered, width: width)
    case .rule: [StyledText(String(repeating: "─", count: width), .muted)]
    case .group(let title, let blocks):
      StyledText(title).wrapped(to: width, breaksWords: false)
        + indented(self.lines(blocks, width: max(20, width - 2)), first: "  ", rest: "  ")
    case .timeline(let entries): timeline(entries, width: width)
    case .verbatim(let text): visibleLines(text).map { StyledText($0) }
    case .figure: self.lines([block], width: width)
    }
  }

  private func heading(_ text: String, level: Int, width: Int) -> [StyledText] {
    let lines = StyledText(text, .bold).wrapped(to: width, breaksWords: false)
    let longest = min(width, lines.map(\.width).max() ?? 0)
    switch level {
    case ...0: return lines + [StyledText(String(repeating: "═", count: longest), .muted)]
    case 1: return lines + [StyledText(String(repeating: "─", count: longest), .muted)]
    default: return lines
    }
  }

  private func box(_ text: String, width: Int) -> [StyledText] {
    let lines = StyledText(text, .bold).wrapped(to: width - 4, breaksWords: true)
    let inner = lines.map(\.width).max() ?? 0
    let edge = String(repeating: "━", count: inner + 2)
    return [StyledText("┏\(edge)┓")]
      + lines.map {
        var line = StyledText("┃ ")
        line.append($0)
        line.pad(to: inner + 2)
        line.append(" ┃")
        return line
      } + [StyledText("┗\(edge)┛")]
  }

  private func list(_ items: [Prose], ordered: Bool, width: Int) -> [StyledText] {
    let digits = String(items.count).count
    return items.enumerated().flatMap { index, item in
      let number = String(index + 1)
      let mark = ordered ? String(repeating: " ", count: digits - number.count) + number + ". " : "• "
      let margin = String(repeating: " ", count: mark.count)
      let lines = StyledText(item).wrapped(to: max(10, width - mark.count), breaksWords: false)
      return indented(lines, first: mark, rest: margin)
    }
  }

  /// Keys in a column of at most two fifths of the width, values beside them.
  private func keyValues(_ pairs: [KeyValue], width: Int) -> [StyledText] {
    hanging(pairs.map { (StyledText($0.key, .muted), [$0.value]) }, limit: width * 2 / 5, width: width)
  }

  private func timeline(_ entries: [TimelineEntry], width: Int) -> [StyledText] {
    hanging(entries.map { (StyledText($0.date), [$0.title] + $0.details) }, limit: width * 2 / 5, width: width)
  }

  /// Rows with a narrow left part and lines to its right; a second line of the row is indented a little further.
  private func hanging(_ rows: [(left: StyledText, right: [Prose])], limit: Int, width: Int) -> [StyledText] {
    let column = min(limit, rows.map(\.left.width).max() ?? 0)
    let room = max(10, width - column - 2)
    return rows.flatMap { row in
      let left = row.left.wrapped(to: max(1, column), breaksWords: true)
      let right = row.right.enumerated().flatMap { index, prose in
        let margin = index == 0 ? "" : "  "
        let lines = StyledText(prose).wrapped(to: room - margin.count, breaksWords: false)
        return indented(lines, first: margin, rest: margin)
      }
      return (0..<max(left.count, right.count)).map { index in
        var line = index < left.count ? left[index] : StyledText()
        line.pad(to: column + 2)
        if index < right.count { line.append(right[index]) }
        return line
      }
    }
  }

  private func indented(
    _ lines: [StyledText], first: String, rest: String, _ style: Style = .plain
  ) -> [StyledText] {
    lines.enumerated().map { index, line in
      var result = StyledText(index == 0 ? first : rest, style)
      result.append(line)
      return result
    }
  }
}

extension Block {
  /// Does the next block follow at once, without an empty line?
  fileprivate var holdsNext: Bool {
    if case .heading(let level, _) = self { level > 1 } else { false }
  }
}
