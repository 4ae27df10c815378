import Documents
import Testing

@Suite("a document as HTML")
struct HTMLTests {
  private func html(_ blocks: Block...) -> String { HTMLRenderer().render(blocks) }

  private func table(_ rows: [[Table.Cell]] = [["a", Table.Cell("1", .bad)], ["b", "2"]]) -> Table {
    Table(columns: [.init("Namn"), .init("Tal", alignment: .trailing)], rows: rows, emptyText: "Inget.")
  }

  @Test("each block as its own elements")
  func blocks() {
    #expect(
      html(.paragraph("a " + .strong("b") + .code("c") + .toned("d", .warning) + .toned("e", .normal)))
        == "<p>a <strong>b</strong><code>c</code><span class=\"warning\">d</span>e</p>\n")
    #expect(html(.note("a"), .rule) == "<p class=\"note\">a</p>\n<hr/>\n")
    #expect(html(.keyValues([KeyValue("k", "v")])) == "<dl>\n<div><dt>k</dt><dd>v</dd></div>\n</dl>\n")
    #expect(html(.list(["a", "b"], ordered: true)) == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n")
    #expect(html(.list(["a"], ordered: false)) == "<ul>\n<li>a</li>\n</ul>\n")
    #expect(html(.verbatim("a\n  <b>\n")) == "<pre tabindex=\"0\">a\n  &lt;b&gt;</pre>\n")
    #expect(
      html(.group("g", [.paragraph("a")])) == "<div class=\"group\">\n<p><strong>g</strong></p>\n<p>a</p>\n</div>\n")
    #expect(
      html(.timeline([TimelineEntry("2022", "t", details: ["d"]), TimelineEntry("2023", "u")])) == """
        <ol class="timeline">
        <li><p><span class="date">2022</span> t</p>
        <ul>
        <li>d</li>
        </ul></li>
        <li><p><span class="date">2023</span> u</p></li>
        </ol>

        """)
  }

  @Test("a table has a caption, the heading above it, and a head to each column and each row")
  func tables() {
    #expect(
      html(.heading(level: 1, "Del"), .table(table())) == """
        <h2>Del</h2>
        <div class="scroll" role="region" aria-label="Del" tabindex="0">
        <table>
        <caption>Del</caption>
        <thead><tr><th scope="col" class="whole">Namn</th><th scope="col" class="number whole">Tal</th></tr></thead>
        <tbody>
        <tr><th scope="row" class="whole">a</th><td class="number whole"><span class="bad">1</span></td></tr>
        <tr><th scope="row" class="whole">b</th><td class="number whole">2</td></tr>
        </tbody>
        </table>
        </div>

        """)
    #expect(html(.table(table([]))) == "<p>Inget.</p>\n")
  }

  @Test("a table that needs the width says so, and stands out of the column of text")
  func wideTables() {
    let columns = (1...9).map { Table.Column("Kolumn \($0)") }
    let row = columns.indices.map { Table.Cell("ett längre värde i kolumn \($0)") }
    #expect(html(.table(Table(columns: columns, rows: [row], emptyText: ""))).contains(#"<div class="scroll wide" "#))
    #expect(!html(.table(table())).contains("scroll wide"))
  }

  @Test("nothing is made of what is empty")
  func empty() {
    #expect(html(.keyValues([]), .list([], ordered: false), .timeline([])) == "")
    #expect(HTMLRenderer().render([]) == "")
  }

  @Test("headings follow one another without a gap, whatever levels they are given")
  func headings() {
    for levels in [[1, 2, 3], [3, 3, 1], [2, 1, 3], [9, 9, 9, 9, 9, 9], [0, -4]] {
      let document = Document("T", language: "sv", blocks: levels.map { .heading(level: $0, "h") })
      guard let page = ParsedXML.read(HTMLRenderer().render(document)) else {
        Issue.record("not well-formed")
        continue
      }
      let found = page.elements.compactMap { $0.name.first == "h" ? Int($0.name.dropFirst()) : nil }
      #expect(found.first == 1 && found.count { $0 == 1 } == 1)
      #expect(zip(found, found.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels): \(found)")
    }
  }

  @Test("a page has its language, its title, its parts, and nothing from outside")
  func page() throws {
    let document = Document("Titel & mer", language: "sv", blocks: [.paragraph("a"), .banner("ILLUSTRATION")])
    let text = HTMLRenderer().render(document)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">\n") && text.hasSuffix("</html>\n"))
    let page = try #require(ParsedXML.read(text))
    #expect(page.elements.first { $0.name == "title" }?.text == "Titel & mer")
    #expect(page.elements.first { $0.name == "h1" }?.above == ["html", "body", "header"])
    #expect(page.elements.first { $0.attributes["class"] == "banner" }?.above == ["html", "body", "header"])
    #expect(page.elements.contains { $0.name == "p" && $0.text == "a" && $0.above == ["html", "body", "main"] })
    for outside in ["<script", "href", "src=", "@import", "url("] { #expect(!text.contains(outside)) }
  }

  @Test("on paper all tables have words of one size, and no heading or head of a table is left at the foot of a page")
  func paper() throws {
    let html = HTMLRenderer().render(Document("T", language: "sv"))
    let print = try #require(html.split(separator: "@media print").last)
    for rule in [
      "table, .wide table { font-size: 8pt;", "thead { display: table-header-group; break-after: avoid; }",
      "tbody tr:first-child { break-before: avoid; }", "h2 + .note, h3 + .note { break-after: avoid; }",
    ] { #expect(print.contains(rule), "\(rule)") }
  }

  @Test("no text acts in it, whatever it holds, and each stands where it was put")
  func escaping() {
    let parts = [
      "a", "<", ">", "&", "\"", "'", "</style>", "]]>", "\u{0}", "\u{1B}", "\n", "\u{FFFE}", "\u{202E}", "漢",
    ]
    let names = Set(ParsedXML.read(page(with: "a"))?.elements.map(\.name) ?? [])
    for text in parts + parts.flatMap({ one in parts.map { one + $0 } }) + naughtyStrings {
      guard let parsed = ParsedXML.read(page(with: text)) else {
        Issue.record("not well-formed with \(text.debugDescription)")
        continue
      }
      #expect(Set(parsed.elements.map(\.name)).isSubset(of: names), "\(text.debugDescription)")
      #expect(parsed.elements.first { $0.name == "dt" }?.text.unicodeScalars.contains("\u{1B}") != true)
    }
  }

  private func page(with text: String) -> String {
    let prose = Prose([.text(text), .strong(text), .code(text), .toned(text, .bad)])
    let table = Table(columns: [.init(text), .init(text)], rows: [[.init(text), .init(text, .good)]], emptyText: text)
    return HTMLRenderer().render(
      Document(
        text, language: "sv",
        blocks: [
          .heading(level: 1, text), .paragraph(prose), .banner(text), .note(prose), .keyValues([KeyValue(text, prose)]),
          .list([prose], ordered: true), .group(prose, [.paragraph(prose)]), .verbatim(text), .table(table),
          .timeline([TimelineEntry(text, prose, details: [prose])]),
        ]))
  }
}
