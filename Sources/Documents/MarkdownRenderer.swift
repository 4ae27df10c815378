/// Shows documents as GitHub Flavored Markdown that is readable as text, too.
///
/// Every text is made `visible` and escaped, so that a title can neither break a table nor become HTML or a link that
/// hides its target. A bare address stays one, and GitHub may make a link to itself of it.
package struct MarkdownRenderer: Sendable {
  package init() {}

  /// The banners, the title and the blocks. Ends with one line end.
  package func render(_ document: Document) -> String {
    let title = "# " + escaped(document.title)
    return joined(document.banners.map(text) + [title] + document.body.withoutPictures.map(text))
  }

  /// Blocks alone. Their headings begin at the second level. Ends with one line end; nothing for no blocks.
  package func render(_ blocks: [Block]) -> String {
    joined(blocks.withoutPictures.map(text))
  }

  private func joined(_ parts: [String]) -> String {
    let shown = parts.filter { !$0.isEmpty }
    return shown.isEmpty ? "" : shown.joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text):
      return String(repeating: "#", count: min(6, max(1, level) + 1)) + " " + escaped(text)
    case .paragraph(let prose): return paragraph(prose)
    case .banner(let text): return "> **\(escaped(text))**"
    case .note(let prose): return "> " + paragraph(prose)
    case .keyValues(let pairs):
      return pairs.map { "- **\(escaped($0.key)):** \(inline($0.value))" }.joined(separator: "\n")
    case .table(let table): return self.table(table)
    case .list(let items, let ordered):
      return items.enumerated().map { (ordered ? "\($0 + 1). " : "- ") + paragraph($1) }.joined(separator: "\n")
    case .rule: return "---"
    case .group(let title, let blocks):
      return ([paragraph(title)] + blocks.withoutPictures.map(text)).filter { !$0.isEmpty }.joined(separator: "\n\n")
    case .timeline(let entries): return entries.map(timelineEntry).joined(separator: "\n")
    case .verbatim(let text): return verbatim(text)
    case .figure: return [block].withoutPictures.map(self.text).joined(separator: "\n\n")
    }
  }

  private func timelineEntry(_ entry: TimelineEntry) -> String {
    let first = "- **\(escaped(entry.date))** \(inline(entry.title))"
    return ([first] + entry.details.map { "  - " + paragraph($0) }).joined(separator: "\n")
  }

  private func table(_ table: Table) -> String {
    guard !table.rows.isEmpty else { return atLineStart(escaped(table.emptyText)) }
    let rules = table.columns.map { $0.alignment == .trailing ? "---:" : "---" }
    let rows = table.rows.map { $0.map { escaped($0.text) } }
    return ([table.columns.map { escaped($0.title) }, rules] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// Inline text that begins a line.
  private func paragraph(_ prose: Prose) -> String {
    if case .text? = prose.inlines.first { return atLineStart(inline(prose)) }
    return inline(prose)
  }

  private func inline(_ prose: Prose) -> String {
    prose.inlines.map {
      switch $0 {
      case .text(let text), .toned(let text, _): escaped(text)
      case .strong(let text): text.isEmpty ? "" : "**\(escaped(text))**"
      case .code(let text): codeSpan(text)
      }
    }.joined()
  }

  /// A fence that is longer than any run of backticks inside.
  private func verbatim(_ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(ofBackticksIn: text) + 1))
    return ([fence] + visibleLines(text) + [fence]).joined(separator: "\n")
  }
}
