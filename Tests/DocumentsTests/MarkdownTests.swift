import Documents
import Testing

@Suite("Markdown")
struct MarkdownTests {
  private func markdown(_ blocks: Block...) -> String { MarkdownRenderer().render(blocks) }

  @Test("escapes everything that would act")
  func escapes() {
    #expect(
      markdown(.paragraph("a|b \\ `c` *d* _e_ <f> [g](h) # ~i~ &lt; $j$"))
        == "a\\|b \\\\ \\`c\\` \\*d\\* \\_e\\_ \\<f\\> \\[g\\](h) \\# \\~i\\~ \\&lt; \\$j\\$\n")
  }

  @Test(
    "does not let a paragraph begin a list, a heading or a block of code",
    arguments: [
      ("- a", "\\- a"), ("+ a", "\\+ a"), ("=== a", "\\=== a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"),
      ("    a", "a"), ("# a", "\\# a"), ("> a", "\\> a"), ("2022 a", "2022 a"), ("--- ", "\\--- "),
    ])
  func lineStart(text: String, expected: String) {
    #expect(markdown(.paragraph(Prose(text))) == expected + "\n")
    #expect(markdown(.list([Prose(text)], ordered: false)) == "- " + expected + "\n")
  }

  @Test("keeps a row one row of as many cells, whatever they hold")
  func table() {
    let table = Table(
      columns: [.init("A|B"), .init("C", alignment: .trailing)], rows: [["x\n| y", "`|`"]], emptyText: "")
    #expect(
      markdown(.table(table)) == """
        | A\\|B | C |
        | --- | ---: |
        | x↵\\| y | \\`\\|\\` |

        """)
  }

  @Test("says an empty table in its words")
  func empty() {
    #expect(markdown(.table(Table(columns: [.init("A")], emptyText: "Inget."))) == "Inget.\n")
  }

  @Test("fences code by more backticks than it holds")
  func code() {
    #expect(markdown(.paragraph(.code("a"))) == "`a`\n")
    #expect(markdown(.paragraph(.code("a``b`"))) == "``` a``b` ```\n")
    #expect(markdown(.verbatim("a\n```\nb")) == "````\na\n```\nb\n````\n")
  }

  @Test("puts banners first, titles at the first level, headings below")
  func document() {
    let document = Document("Titel", language: "sv", blocks: [.heading(level: 1, "Del"), .banner("ILLUSTRATION")])
    #expect(MarkdownRenderer().render(document) == "> **ILLUSTRATION**\n\n# Titel\n\n## Del\n")
  }
}
