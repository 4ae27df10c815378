import Testing

@testable import Documents

@Suite("reading Markdown again")
struct MarkdownReaderTests {
  private static func written(_ blocks: [Block]) -> String {
    MarkdownRenderer().render(Document("Titel", language: "sv", blocks: blocks))
  }

  @Test("what the renderer wrote of a whole document is read, and written again it is the same")
  func whole() throws {
    let text = MarkdownRenderer().render(SampleReport.document)
    let document = try #require(MarkdownReader.read(text, language: "sv"))
    #expect(document.title == SampleReport.document.title && document.banners == SampleReport.document.banners)
    #expect(MarkdownRenderer().render(document) == text)
  }

  @Test(
    "each form is found again",
    arguments: [
      Block.heading(level: 2, "Rubrik"),
      .paragraph("Text med " + .code("kod `inne`") + " och " + .strong("fetstil") + "."),
      .note("Not"), .rule, .list(["ett", "två"], ordered: false), .list(["ett", "två"], ordered: true),
      .verbatim("rad\n\n  ```\nslut"), .timeline([TimelineEntry("2022-02-23", "Beslut", details: ["ett", "två"])]),
      .table(
        Table(
          columns: [.init("Nr"), .init("Antal", alignment: .trailing)], rows: [["M-1 | x", "1"], ["", ""]],
          emptyText: ""
        )),
    ])
  func forms(_ block: Block) throws {
    let document = try #require(MarkdownReader.read(Self.written([block]), language: "sv"))
    #expect(document.blocks == [block])
  }

  @Test("no text of a title, a cell or a line is changed on the way")
  func texts() throws {
    let parts = ["a", "\\", "`", "``", "*", "**", "|", " | ", "<", "#", "-", "1.", "> ", "---", "```", " ", "~", "_"]
    for text in parts.flatMap({ one in parts.map { one + $0 + "x" } }) + naughtyStrings {
      let table = Table(columns: [.init(text), .init("b")], rows: [[.init(text), "1"]], emptyText: "")
      let blocks: [Block] = [
        .paragraph(Prose(text)), .table(table), .list([Prose(text)], ordered: false), .heading(level: 1, text),
      ]
      let written = MarkdownRenderer().render(Document(text, language: "sv", blocks: blocks))
      // A text that shows nothing leaves a line that is no block.
      guard let document = MarkdownReader.read(written, language: "sv") else { continue }
      #expect(MarkdownRenderer().render(document) == written)
      if case .table(let read)? = document.blocks.first(where: { if case .table = $0 { true } else { false } }) {
        #expect(read.rows[0][0].text == visible(text), "\(text)")
      }
    }
  }

  @Test(
    "what another hand wrote is not read",
    arguments: [
      "", "Text", "Text\n", "# Titel", "# Titel\n\n\nText\n", "# Titel\nText\n", "# Titel\n\n* punkt\n",
      "# Titel\n\nen rad\noch en till\n", "# Titel\n\n<b>fet</b>\n", "# Titel\n\n[länk](http://a.example)\n",
      "# Titel\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "# Titel\n\n```\naldrig slut\n", "# Titel\r\n\r\nText\r\n",
      "# Titel\n\n_kursiv_\n", "# Titel\n\n**aldrig slut\n", "# Titel\n\n1. ett\n3. tre\n",
    ])
  func foreign(_ text: String) { #expect(MarkdownReader.read(text, language: "sv") == nil) }
}
