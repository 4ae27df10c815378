/// Shows documents as HTML5: one page that stands by itself, without scripts or anything from outside.
///
/// Headings follow one another without a gap (WCAG 2.2, 1.3.1), tables have a caption, a head and a head to each row, and
/// scroll by themselves where they are too wide. Figures are drawn in place, in the ink of the text, with title and description, and
/// their rows folded below. The style is ``HTMLStyle``. Every text is made `visible` and
/// escaped, so that no text can become markup. The page is well-formed XML as well, so that any parser can look at it.
package struct HTMLRenderer: Sendable {
  package init() {}

  /// The whole page. Ends with one line end.
  package func render(_ document: Document) -> String {
    var headings = Headings(title: document.title)
    let banners = html(document.banners, &headings)
    let body = html(document.body, &headings)
    let style = HTMLStyle.element(isWide: DOCXTable.needsLandscape(document.blocks))
    let lines =
      [
        "<!DOCTYPE html>", #"<html lang="\#(escapedMarkup(document.language))">"#, "<head>",
        #"<meta charset="utf-8"/>"#,
        #"<meta name="viewport" content="width=device-width, initial-scale=1"/>"#,
        "<title>\(escapedMarkup(document.title))</title>", style, "</head>", "<body>", "<header>",
      ] + banners + ["<h1>\(escapedMarkup(document.title))</h1>", "</header>", "<main>"] + body
      + ["</main>", "</body>", "</html>"]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// Blocks alone, for a page that has a heading of the first level. Ends with one line end; nothing for no blocks.
  package func render(_ blocks: [Block]) -> String {
    var headings = Headings(title: "")
    return html(blocks, &headings).map { $0 + "\n" }.joined()
  }

  /// What the headings so far were: the level of the last one, and its text, which names a table below it.
  private struct Headings {
    /// The level in HTML; 1 is the title's.
    var level = 1
    var last: String
    /// How many figures there were.
    var figures = 0

    init(title: String) { last = title }

    /// The level of the next heading: what its own asks for, but not more than one below the last.
    mutating func next(_ stated: Int, _ text: String) -> Int {
      level = min(6, max(1, stated) + 1, level + 1)
      last = text
      return level
    }
  }

  /// Each block that shows something; figures that follow one another stand side by side where there is room.
  private func html(_ blocks: [Block], _ headings: inout Headings) -> [String] {
    var shown: [String] = []
    var figures: [String] = []
    func beside(_ figures: [String]) -> [String] {
      figures.isEmpty ? [] : [([#"<div class="figures">"#] + figures + ["</div>"]).joined(separator: "\n")]
    }
    for block in blocks {
      let text = html(block, &headings)
      if case .figure = block {
        figures.append(text)
      } else if !text.isEmpty {
        shown += beside(figures) + [text]
        figures = []
      }
    }
    return shown + beside(figures)
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
      let inner = html(blocks, &headings)
      return ([#"<div class="group">"#, "<p><strong>\(inline(title))</strong></p>"] + inner + ["</div>"])
        .joined(separator: "\n")
    case .timeline(let entries):
      if entries.isEmpty { return "" }
      return ([#"<ol class="timeline">"#] + entries.map(timelineEntry) + ["</ol>"]).joined(separator: "\n")
    case .verbatim(let text):
      return #"<pre tabindex="0">"# + visibleLines(text).map(escapedMarkup).joined(separator: "\n") + "</pre>"
    case .figure(let figure): return self.figure(figure, &headings)
    }
  }

  private func figure(_ figure: Figure, _ headings: inout Headings) -> String {
    headings.figures += 1
    let caption = escapedMarkup(figure.caption)
    var notes = headings
    notes.last = figure.caption
    let rows = html(figure.fallback, &notes)
    let folded =
      rows.isEmpty ? [] : ["<details><summary>\(escapedMarkup(figure.fallbackTitle))</summary>"] + rows + ["</details>"]
    return
      ([
        "<figure>", "<figcaption>\(caption)</figcaption>",
        figure.drawing().svg(id: "figure-\(headings.figures)", title: figure.caption, description: figure.description),
      ] + figure.notes.map { #"<p class="source">\#(escapedMarkup($0))</p>"# } + folded + ["</figure>"])
      .joined(separator: "\n")
  }

  private func timelineEntry(_ entry: TimelineEntry) -> String {
    let head = #"<li><p><span class="date">\#(escapedMarkup(entry.date))</span> \#(inline(entry.title))</p>"#
    if entry.details.isEmpty { return head + "</li>" }
    return ([head, "<ul>"] + entry.details.map { "<li>\(inline($0))</li>" } + ["</ul></li>"]).joined(separator: "\n")
  }

  private func table(_ table: Table, caption: String) -> String {
    guard !table.rows.isEmpty else { return table.emptyText.isEmpty ? "" : "<p>\(escapedMarkup(table.emptyText))</p>" }
    let name = escapedMarkup(caption)
    let classes = classes(table)
    let heads = zip(table.columns, classes).map { column, name in
      #"<th scope="col"\#(name)>\#(escapedMarkup(column.title))</th>"#
    }
    let rows = table.rows.map { row in
      let cells = zip(row, classes).enumerated().map { index, pair in
        let (cell, name) = pair
        let text = cell.tone == .normal ? escapedMarkup(cell.text) : toned(cell.text, cell.tone)
        return index == 0
          ? #"<th scope="row"\#(name)>\#(text)</th>"# : "<td\(name)>\(text)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let isWide = DOCXTable.needsLandscape([.table(table)])
    // Whoever uses a keyboard can scroll it, and hears what it is.
    return
      ([
        #"<div class="scroll\#(isWide ? " wide" : "")" role="region" aria-label="\#(name)" tabindex="0">"#, "<table>",
        "<caption>\(name)</caption>", "<thead><tr>\(heads.joined())</tr></thead>", "<tbody>",
      ] + rows + ["</tbody>", "</table>", "</div>"]).joined(separator: "\n")
  }

  /// A column of numbers, of what is not to be broken, or of both.
  private func classes(_ table: Table) -> [String] {
    table.columns.indices.map { index in
      let column = table.columns[index]
      let widest = table.rows.map { displayWidth(visible($0[index].text)) }.max() ?? 0
      let names = [
        column.alignment == .trailing ? "number" : nil,
        !column.wraps || widest <= HTMLRenderer.unbrokenWidth ? "whole" : nil,
      ].compactMap(\.self)
      return names.isEmpty ? "" : #" class="\#(names.joined(separator: " "))""#
    }
  }

  /// What is no longer than a day in brackets after a number, is not broken.
  private static let unbrokenWidth = 16

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
}
