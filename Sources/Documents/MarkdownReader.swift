/// Reads again what ``MarkdownRenderer`` wrote: its forms and no others.
///
/// What was read, rendered anew, must be the very text that was given; so nothing of it can be lost or added, and Markdown of any other
/// hand is not read at all. Tones, the widths of columns and whether a list had keys are not in the text and are not found again.
///
/// Cost: in proportion to the text.
package struct MarkdownReader {
  private var lines: ArraySlice<Substring>

  /// The document, in a language that the text does not tell; nil for a text that is not of that form.
  package static func read(_ text: String, language: String) -> Document? {
    guard text.hasSuffix("\n") else { return nil }
    var reader = MarkdownReader(
      lines: text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)[...])
    guard let document = reader.document(language), MarkdownRenderer().render(document) == text else { return nil }
    return document
  }

  private mutating func document(_ language: String) -> Document? {
    var banners: [Block] = []
    while let line = lines.first, line.hasPrefix("> "), let banner = MarkdownReader.banner(line) {
      banners.append(banner)
      lines = lines.dropFirst()
      guard skipEmptyLine() else { return nil }
    }
    guard let line = lines.popFirst(), line.hasPrefix("# ") else { return nil }
    var document = Document(MarkdownReader.plain(line.dropFirst(2)), language: language, blocks: banners)
    while !lines.isEmpty {
      guard skipEmptyLine(), let block = block() else { return nil }
      document.blocks.append(block)
    }
    return document
  }

  private mutating func skipEmptyLine() -> Bool { lines.popFirst()?.isEmpty ?? false }

  private mutating func block() -> Block? {
    guard let first = lines.first else { return nil }
    if first.hasPrefix("```") { return verbatim() }
    let end = lines.firstIndex { $0.isEmpty } ?? lines.endIndex
    let block = lines[..<end]
    lines = lines[end...]
    if first.hasPrefix("| ") { return MarkdownReader.table(block) }
    if first.hasPrefix("- ") { return MarkdownReader.list(block) }
    if MarkdownReader.number(first) == 1 { return MarkdownReader.numbered(block) }
    guard block.count == 1 else { return nil }
    if first == "---" { return .rule }
    if first.hasPrefix("#") {
      let level = first.prefix { $0 == "#" }.count
      return .heading(level: level - 1, MarkdownReader.plain(first.dropFirst(level + 1)))
    }
    if first.hasPrefix("> ") { return .note(MarkdownReader.prose(first.dropFirst(2))) }
    return .paragraph(MarkdownReader.prose(first))
  }

  private mutating func verbatim() -> Block? {
    guard let fence = lines.popFirst(), let end = lines.firstIndex(of: fence) else { return nil }
    let text = lines[..<end].joined(separator: "\n")
    lines = lines[(end + 1)...]
    return .verbatim(text)
  }

  // MARK: Blocks of several lines

  private static func banner(_ line: Substring) -> Block? {
    let inlines = prose(line.dropFirst(2)).inlines
    guard inlines.count == 1, case .strong(let text) = inlines[0] else { return nil }
    return .banner(text)
  }

  private static func table(_ lines: ArraySlice<Substring>) -> Block? {
    let rows = lines.map(cells)
    guard rows.count > 2, rows.allSatisfy({ $0.count == rows[0].count }) else { return nil }
    var table = Table(
      columns: zip(rows[0], rows[1]).map { title, rule in
        .init(plain(title), alignment: rule == "---:" ? .trailing : .leading)
      }, emptyText: "")
    for row in rows.dropFirst(2) { table.append(row.map { Table.Cell(plain($0)) }) }
    return .table(table)
  }

  /// A bar within a cell has a backslash before it.
  private static func cells(_ line: Substring) -> [Substring] {
    guard line.hasPrefix("| "), line.hasSuffix(" |"), line.utf8.count > 3 else { return [] }
    return line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
  }

  /// Lines below others belong to a timeline.
  private static func list(_ lines: ArraySlice<Substring>) -> Block? {
    guard lines.contains(where: { $0.hasPrefix("  - ") }) else {
      guard lines.allSatisfy({ $0.hasPrefix("- ") }) else { return nil }
      return .list(lines.map { prose($0.dropFirst(2)) }, ordered: false)
    }
    var entries: [TimelineEntry] = []
    for line in lines {
      if line.hasPrefix("  - "), !entries.isEmpty {
        entries[entries.count - 1].details.append(prose(line.dropFirst(4)))
      } else {
        let inlines = prose(line.dropFirst(2)).inlines
        guard line.hasPrefix("- "), case .strong(let date)? = inlines.first,
          case .text(let space)? = inlines.dropFirst().first,
          space.hasPrefix(" ")
        else { return nil }
        let rest = space.dropFirst()
        entries.append(
          TimelineEntry(date, Prose((rest.isEmpty ? [] : [.text(String(rest))]) + inlines.dropFirst(2))))
      }
    }
    return .timeline(entries)
  }

  private static func numbered(_ lines: ArraySlice<Substring>) -> Block? {
    var items: [Prose] = []
    for line in lines {
      guard number(line) == items.count + 1, let space = line.firstIndex(of: " ") else { return nil }
      items.append(prose(line[line.index(after: space)...]))
    }
    return .list(items, ordered: true)
  }

  /// The number that begins a line of a numbered list.
  private static func number(_ line: Substring) -> Int? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    return line.dropFirst(digits.count).hasPrefix(". ") ? Int(digits) : nil
  }

  // MARK: Within a line

  /// A text without marks of its own.
  private static func plain(_ text: Substring) -> String { prose(text).text }

  /// The stretches of a line: a backslash takes its meaning from the sign after it.
  private static func prose(_ line: Substring) -> Prose {
    var inlines: [Inline] = []
    var text = String.UnicodeScalarView()
    var isStrong = false
    func end() {
      if !text.isEmpty { inlines.append(isStrong ? .strong(String(text)) : .text(String(text))) }
      text = String.UnicodeScalarView()
    }
    var rest = line.unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "\\", let next = rest.popFirst() {
        text.append(next)
      } else if scalar == "*", rest.first == "*" {
        rest.removeFirst()
        end()
        isStrong.toggle()
      } else if scalar == "`", !isStrong, let code = code(&rest) {
        end()
        inlines.append(.code(code))
      } else {
        text.append(scalar)
      }
    }
    end()
    return Prose(inlines)
  }

  /// The content of a code span whose first backtick has been read; nil, and nothing read, where it never ends.
  private static func code(_ rest: inout Substring.UnicodeScalarView) -> String? {
    let more = rest.prefix { $0 == "`" }
    let fence = String(repeating: "`", count: more.count + 1)
    let inside = Substring(rest.dropFirst(more.count))
    guard let end = inside.firstRange(of: fence) else { return nil }
    let content = inside[..<end.lowerBound]
    rest = inside[end.upperBound...].unicodeScalars
    let isPadded = content.hasPrefix(" `") || content.hasSuffix("` ")
    return String(isPadded ? content.dropFirst().dropLast() : content)
  }
}
