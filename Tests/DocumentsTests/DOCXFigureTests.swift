import Testing

@testable import Documents

@Suite("figures in a file of Word")
struct DOCXFigureTests {
  /// A table of this many columns lays the page on its side.
  private static let wide = Block.table(
    Table(
      columns: (0..<6).map { .init("K\($0)") },
      rows: [(0..<6).map { _ in .init("trygghetsvandringar i stadsdelen och längs gångstråket") }], emptyText: ""))
  private static let rows = Block.table(
    Table(columns: [.init("Område"), .init("Antal"), .init("")], rows: [["Bruket", "2", "██▌"]], emptyText: ""))

  private func figure(_ chart: Figure.Chart, notes: [String] = ["Källa: mätningen."], rows: [Block] = []) -> Block {
    .figure(
      Figure(
        "Bild", description: "Så <många> & \"få\".", chart: chart, notes: notes, fallbackTitle: "Som tabell",
        fallback: rows))
  }

  private func files(_ blocks: [Block]) throws -> StoredFiles {
    let document = Document("T", language: "sv", blocks: blocks)
    #expect(DOCXRenderer().render(document) == DOCXRenderer().render(document))
    return try #require(StoredFiles(DOCXRenderer().render(document)))
  }

  private func text(_ files: StoredFiles) throws -> ParsedXML {
    try #require(files["word/document.xml"].flatMap(ParsedXML.read))
  }

  private func values(_ parsed: ParsedXML, _ element: String, _ attribute: String) -> [String] {
    parsed.elements.filter { $0.name == element }.compactMap { $0.attributes[attribute] }
  }

  @Test("each is a metafile, named by a relation, with its type stated and its description in the text")
  func parts() throws {
    let files = try files(SampleCharts.all.map { figure($0) })
    let pictures = files.names.filter { $0.hasPrefix("word/media/") }
    #expect(pictures == (1...3).map { "word/media/figure\($0).emf" })
    for picture in pictures { #expect(files.bytes(picture).flatMap(ReadMetafile.init) != nil) }
    let types = try #require(files["[Content_Types].xml"].flatMap(ParsedXML.read))
    #expect(
      types.elements.contains { $0.attributes == ["Extension": "emf", "ContentType": "image/x-emf"] })
    let relations = try #require(files["word/_rels/document.xml.rels"].flatMap(ParsedXML.read)).elements
      .filter { $0.attributes["Type"]?.hasSuffix("/image") == true }
    #expect(relations.map { $0.attributes["Target"] } == (1...3).map { "media/figure\($0).emf" })
    let text = try text(files)
    #expect(values(text, "a:blip", "r:embed") == relations.compactMap { $0.attributes["Id"] })
    #expect(values(text, "wp:docPr", "descr") == Array(repeating: "Så <många> & \"få\".", count: 3))
    #expect(values(text, "wp:docPr", "id") == ["1", "2", "3"])
    #expect(values(text, "wp:docPr", "name") == ["figure1", "figure2", "figure3"])
  }

  @Test("a file without pictures says nothing of them")
  func without() throws {
    let files = try files([.paragraph("a")])
    #expect(files.names.count == 11)
    #expect(files["[Content_Types].xml"]?.contains("emf") == false)
    #expect(files["word/_rels/document.xml.rels"]?.contains("image") == false)
  }

  @Test("a picture is as wide as the text at most, and as high in proportion", arguments: SampleCharts.all)
  func width(_ chart: Figure.Chart) throws {
    try check([figure(chart)], most: 9638)
    try check([figure(chart), Self.wide], most: 14570)
    try check([figure(chart), figure(chart), Self.wide], most: 14570)
    try check([.group("g", [figure(chart), Self.wide])], most: 14230)
  }

  /// `most` is the width of the text, in twips.
  private func check(_ blocks: [Block], most: Int) throws {
    let files = try files(blocks)
    let parsed = try text(files)
    let widths = values(parsed, "wp:extent", "cx").compactMap(Int.init)
    let heights = values(parsed, "wp:extent", "cy").compactMap(Int.init)
    #expect(widths.count == files.names.count { $0.hasPrefix("word/media/") } && !widths.isEmpty)
    #expect(widths.allSatisfy { $0 <= most * 635 && $0 > most * 635 / 3 })
    #expect(values(parsed, "a:ext", "cx") == values(parsed, "wp:extent", "cx"))
    #expect(values(parsed, "a:ext", "cy") == values(parsed, "wp:extent", "cy"))
    for (index, (width, height)) in zip(widths, heights).enumerated() {
      let bytes = try #require(files.bytes("word/media/figure\(index + 1).emf"))
      let header = try #require(ReadMetafile(bytes)).records[0]
      // A pixel, 20 units of the metafile, is 16 twips on paper.
      #expect(width == (header.number(16) + 1) / 20 * 10160)
      #expect(height == (header.number(20) + 1) / 20 * 10160)
    }
  }

  @Test("its caption stands above on the same page, its notes below, and its rows under their title")
  func order() throws {
    let text = try text(try files([figure(SampleCharts.all[0], rows: [Self.rows])]))
    let styles = values(text, "w:pStyle", "w:val")
    #expect(
      styles == [
        "Title", "Caption", "Figure", "FigureNote", "RowsTitle", "TableHead", "TableHead", "TableText", "TableText",
        "AfterTable",
      ])
    let paragraphs = text.elements.filter { $0.name == "w:p" }.map(\.text)
    // The bars of text stand in the picture.
    #expect(
      paragraphs == ["T", "Bild", "", "Källa: mätningen.", "Som tabell: Bild", "Område", "Antal", "Bruket", "2", ""])
    #expect(text.elements.count { $0.name == "w:keepNext" && $0.above.contains("w:p") } == 2)
    #expect(values(text, "w:tblCaption", "w:val") == ["Bild"])
    let plain = try files([])
    let styled = try #require(plain["word/styles.xml"].flatMap(ParsedXML.read))
    let caption = try #require(styled.elements.firstIndex { $0.attributes["w:styleId"] == "Caption" })
    #expect(styled.elements[caption...].prefix(8).contains { $0.name == "w:keepNext" })
  }

  @Test("rows that are those of several pictures have a title of their own alone, and stand after all of them")
  func shared() throws {
    var first = Figure(
      "A", description: "a", chart: SampleCharts.all[2], fallbackTitle: "Alla som tabell", fallback: [Self.rows],
      hasFallbackCaption: false)
    first.notes = []
    let second = Figure("B", description: "b", chart: SampleCharts.all[2])
    let text = try text(try files([.figure(first), .figure(second)]))
    let paragraphs = text.elements.filter { $0.name == "w:p" && !$0.above.contains("w:tbl") }.map(\.text)
    #expect(paragraphs == ["T", "A", "", "B", "", "Alla som tabell", ""])
    // A picture without notes keeps nothing below it.
    #expect(text.elements.count { $0.name == "w:keepNext" } == 2)
  }

  @Test("on a page on its side two stand beside each other, and lanes take all of it")
  func sideBySide() throws {
    let charts = SampleCharts.all
    let text = try text(
      try files([figure(charts[0]), figure(charts[1]), figure(charts[1]), figure(charts[2]), Self.wide]))
    let cells = text.elements.filter { $0.name == "w:tc" && $0.above.count { $0 == "w:tbl" } == 1 }.prefix(4)
    #expect(cells.map(\.text) == Array(repeating: "BildKälla: mätningen.", count: 3) + [""])
    #expect(values(text, "w:gridCol", "w:w").prefix(2) == ["7512", "7058"])
    #expect(values(text, "wp:extent", "cx").map { Int($0)! / 10160 } == [441, 441, 441, 910])
    // Rows that are not broken keep nothing below them.
    let kept = text.elements.filter { $0.name == "w:keepNext" && $0.above.contains("w:tbl") }
    #expect(kept.prefix(3).map { $0.attributes["w:val"] } == ["0", "0", "0"])
    let upright = try self.text(try files([figure(charts[0]), figure(charts[1])]))
    #expect(values(upright, "wp:extent", "cx").map { Int($0)! / 10160 } == [602, 602])
    #expect(values(upright, "w:tbl", "").isEmpty)
    let alone = try self.text(try files([figure(charts[1]), Self.wide]))
    #expect(values(alone, "wp:extent", "cx").map { Int($0)! / 10160 } == [602])
  }

  @Test("one that is higher than the page goes on in another, of the same scale")
  func high() throws {
    let bars = BarChart(
      kinds: [.init("a"), .init("b")], rows: (1...50).map { .init("Område \($0)", [$0, 50 - $0 / 2]) })
    let text = try text(try files([figure(.bars(bars))]))
    #expect(values(text, "wp:docPr", "descr") == ["Så <många> & \"få\".", "Bild (2/3)", "Bild (3/3)"])
    for height in values(text, "wp:extent", "cy").compactMap(Int.init) { #expect(height <= (14570 - 1000) * 635) }
    #expect(
      text.elements.filter { $0.name == "w:p" }.map(\.text) == [
        "T", "Bild (1/3)", "", "Bild (2/3)", "", "Bild (3/3)", "", "Källa: mätningen.",
      ])
    let parts = bars.parts(width: 602, height: 848)
    #expect(parts.map(\.rows.count) == [19, 19, 12] && parts.flatMap(\.rows) == bars.rows)
    // The longest bar is 75; that of the first part, 60, takes as much less.
    let ends = parts.map { part in
      part.drawing(width: 602).items.compactMap { item -> Int? in
        if case .box(let x, _, let width, 17, _) = item { x + width } else { nil }
      }.max()
    }
    #expect(ends == [2 + 552 * 60 / 75, 2 + 552 * 69 / 75, 2 + 552])
    var lanes = SampleCharts.lanes
    lanes.lanes = (0..<30).map { .init("M-\($0)", spans: [], marks: []) }
    #expect(lanes.parts(width: 602, height: 848).map(\.lanes.count) == [20, 10])
    #expect(lanes.parts(width: 602, height: 10).count == 30)
    #expect(SampleCharts.lanes.parts(width: 602, height: 848) == [SampleCharts.lanes])
  }

  @Test("no text acts in it, whatever it holds")
  func escaping() throws {
    for text in ["<", "&", "\"", "'", "]]>", "\u{0}", "\n", "\u{FFFE}", "\u{202E}"] + naughtyStrings {
      let chart = Figure.Chart.bars(BarChart(kinds: [.init(text)], rows: [.init(text, [1])]))
      let figure = Figure(text, description: text, chart: chart, notes: [text], fallbackTitle: text)
      let files = try files([.figure(figure)])
      #expect(
        files["word/document.xml"].flatMap(ParsedXML.read)?.elements.count { $0.name == "pic:pic" } == 1,
        "\(text.debugDescription)")
    }
  }
}
