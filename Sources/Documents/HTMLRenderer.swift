/// Shows documents as HTML5: one page that stands by itself, without scripts, pictures or anything from outside.
///
/// Headings follow one another without a gap (WCAG 2.2, 1.3.1), tables have a caption, a head and a head to each row, and
/// scroll by themselves where they are too wide; the style is dark on white and prints. Every text is made `visible` and
/// escaped, so that no text can become markup. The page is well-formed XML as well, so that any parser can look at it.
package struct HTMLRenderer: Sendable {
  package init() {}

  /// The whole page. Ends with one line end.
  package func render(_ document: Document) -> String {
    var headings = Headings(title: document.title)
    let banners = document.banners.map { html($0, &headings) }
    let body = document.body.map { html($0, &headings) }
    let lines =
      [
        "<!DOCTYPE html>", #"<html lang="\#(escapedMarkup(document.language))">"#, "<head>",
        #"<meta charset="utf-8"/>"#,
        #"<meta name="viewport" content="width=device-width, initial-scale=1"/>"#,
        "<title>\(escapedMarkup(document.title))</title>", HTMLRenderer.style, "</head>", "<body>", "<header>",
      ] + banners + ["<h1>\(escapedMarkup(document.title))</h1>", "</header>", "<main>"] + body
      + ["</main>", "</body>", "</html>"]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// Blocks alone, for a page that has a heading of the first level. Ends with one line end; nothing for no blocks.
  package func render(_ blocks: [Block]) -> String {
    var headings = Headings(title: "")
    return blocks.map { html($0, &headings) }.filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }

  /// What the headings so far were: the level of the last one, and its text, which names a table below it.
  private struct Headings {
    /// The level in HTML; 1 is the title's.
    var level = 1
    var last: String

    init(title: String) { last = title }

    /// The level of the next heading: what its own asks for, but not more than one below the last.
    mutating func next(_ stated: Int, _ text: String) -> Int {
      level = min(6, max(1, stated) + 1, level + 1)
      last = text
      return level
    }
  }

  private func html(_ block: Block, _ headings: inout Headings) -> String {
    switch block {
    case .heading(let stated, let text):
      let level = headings.next(stated, text)
      return "<h\(level)>\(escapedMarkup(text))</h\(level)>"
    case .paragraph(let prose): return "<p>\(inline(prose))</p>"
    case .banner(let text): return #"<p class="banner"><strong>\#(escapedMarkup(text))</strong></p>"#
    case .note(let prose): return #"<p class="note">\#(inline(prose))</p>"#
    case .keyValues(let pairs):
      if pairs.isEmpty { return "" }
      let rows = pairs.map { "<div><dt>\(escapedMarkup($0.key))</dt><dd>\(inline($0.value))</dd></div>" }
      return (["<dl>"] + rows + ["</dl>"]).joined(separator: "\n")
    case .table(let table): return self.table(table, caption: headings.last)
    case .list(let items, let ordered):
      if items.isEmpty { return "" }
      let tag = ordered ? "ol" : "ul"
      return (["<\(tag)>"] + items.map { "<li>\(inline($0))</li>" } + ["</\(tag)>"]).joined(separator: "\n")
    case .rule: return "<hr/>"
    case .group(let title, let blocks):
      let inner = blocks.map { html($0, &headings) }.filter { !$0.isEmpty }
      return ([#"<div class="group">"#, "<p><strong>\(inline(title))</strong></p>"] + inner + ["</div>"])
        .joined(separator: "\n")
    case .timeline(let entries):
      if entries.isEmpty { return "" }
      return ([#"<ol class="timeline">"#] + entries.map(timelineEntry) + ["</ol>"]).joined(separator: "\n")
    case .verbatim(let text):
      return #"<pre tabindex="0">"# + visibleLines(text).map(escapedMarkup).joined(separator: "\n") + "</pre>"
    }
  }

  private func timelineEntry(_ entry: TimelineEntry) -> String {
    let head = #"<li><p><span class="date">\#(escapedMarkup(entry.date))</span> \#(inline(entry.title))</p>"#
    if entry.details.isEmpty { return head + "</li>" }
    return ([head, "<ul>"] + entry.details.map { "<li>\(inline($0))</li>" } + ["</ul></li>"]).joined(separator: "\n")
  }

  private func table(_ table: Table, caption: String) -> String {
    guard !table.rows.isEmpty else { return table.emptyText.isEmpty ? "" : "<p>\(escapedMarkup(table.emptyText))</p>" }
    let name = escapedMarkup(caption)
    let heads = table.columns.map { column in
      #"<th scope="col"\#(side(column))>\#(escapedMarkup(column.title))</th>"#
    }
    let rows = table.rows.map { row in
      let cells = zip(row, table.columns).enumerated().map { index, pair in
        let (cell, column) = pair
        let text = cell.tone == .normal ? escapedMarkup(cell.text) : toned(cell.text, cell.tone)
        return index == 0
          ? #"<th scope="row"\#(side(column))>\#(text)</th>"# : "<td\(side(column))>\(text)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    // Whoever uses a keyboard can scroll it, and hears what it is.
    return
      ([
        #"<div class="scroll" role="region" aria-label="\#(name)" tabindex="0">"#, "<table>",
        "<caption>\(name)</caption>", "<thead><tr>\(heads.joined())</tr></thead>", "<tbody>",
      ] + rows + ["</tbody>", "</table>", "</div>"]).joined(separator: "\n")
  }

  private func side(_ column: Table.Column) -> String { column.alignment == .trailing ? #" class="number""# : "" }

  private func inline(_ prose: Prose) -> String {
    prose.inlines.map { inline in
      switch inline {
      case .text(let text): escapedMarkup(text)
      case .strong(let text): text.isEmpty ? "" : "<strong>\(escapedMarkup(text))</strong>"
      case .code(let text): text.isEmpty ? "" : "<code>\(escapedMarkup(text))</code>"
      case .toned(let text, let tone): toned(text, tone)
      }
    }.joined()
  }

  private func toned(_ text: String, _ tone: Tone) -> String {
    guard tone != .normal, !text.isEmpty else { return escapedMarkup(text) }
    return #"<span class="\#(tone)">\#(escapedMarkup(text))</span>"#
  }

  /// Colours of a contrast of 7:1 at least on white (WCAG 2.2, 1.4.6).
  private static let style = """
    <style>
    body { margin: 0 auto; padding: 1rem 1.5rem 3rem; max-width: 62rem; background: #fff; color: #111;
      font: 1rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", Verdana, Arial, sans-serif; }
    h1 { font-size: 1.7rem; line-height: 1.25; } h2 { font-size: 1.3rem; margin-top: 2rem; } h3 { font-size: 1.1rem; }
    .banner { border: 2px solid #7a5c00; background: #fff4cc; padding: .5rem .8rem; }
    .note { border-left: 4px solid #54718f; padding-left: .8rem; }
    .group { margin-left: 1.2rem; }
    dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .15rem 0; }
    dt { flex: 0 0 15rem; font-weight: 600; } dd { flex: 1 1 20rem; margin: 0; overflow-wrap: anywhere; }
    .scroll { overflow-x: auto; } .scroll:focus, pre:focus { outline: 3px solid #1a4f8a; }
    table { border-collapse: collapse; min-width: 60%; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    th, td { border-bottom: 1px solid #949494; padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; }
    thead th { border-bottom: 2px solid #333; } tbody th { font-weight: 600; white-space: nowrap; }
    .number { text-align: right; }
    .timeline { list-style: none; padding: 0; }
    .timeline > li { border-left: 3px solid #54718f; padding: 0 0 .6rem 1rem; margin: 0; }
    .timeline p { margin: 0; } .timeline ul { list-style: none; margin: .1rem 0 0; padding: 0 0 0 1rem; }
    .timeline li li { overflow-wrap: anywhere; padding-left: 1.2rem; text-indent: -1.2rem; } .date { font-weight: 600; margin-right: .6rem; }
    code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .9em; }
    code { overflow-wrap: anywhere; } pre { overflow-x: auto; background: #f3f5f7; padding: .8rem; line-height: 1.35; }
    .good { color: #0b5226; } .warning { color: #6d3f00; font-weight: 600; } .bad { color: #8c0f1a; font-weight: 600; }
    .muted { color: #4a4a4a; }
    @media print { body { max-width: none; padding: 0; font-size: 10pt; } .scroll, pre { overflow: visible; }
      pre { white-space: pre-wrap; font-size: 7.5pt; } h2, h3 { break-after: avoid; } tr, .timeline > li { break-inside: avoid; } }
    </style>
    """
}
