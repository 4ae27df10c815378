import Documents
import TestSupport
import Testing

@Suite("a document as a file of Word")
struct DOCXTests {
  private func part(_ name: String, of document: Document) throws -> String {
    let files = try #require(StoredFiles(DOCXRenderer().render(document)))
    return try #require(files[name])
  }

  private func body(_ blocks: Block...) throws -> String {
    let text = try part("word/document.xml", of: Document("T", language: "sv", blocks: blocks))
    // What stands between the title and the section.
    let lines = text.split(separator: "\n").map(String.init)
    return lines.dropFirst(3).dropLast().joined(separator: "\n")
  }

  @Test("has these parts, all of them well-formed, and the same bytes each time")
  func parts() throws {
    let bytes = DOCXRenderer().render(SampleReport.document)
    #expect(bytes == DOCXRenderer().render(SampleReport.document))
    let files = try #require(StoredFiles(bytes))
    #expect(
      files.names == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels",
        "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header.xml", "word/footer.xml",
        "word/firstFooter.xml",
      ])
    for name in files.names { #expect(files[name].flatMap(ParsedXML.read) != nil, "\(name)") }
  }

  @Test("every part that it names is there, and every style, list and number that the text uses")
  func references() throws {
    let files = try #require(StoredFiles(DOCXRenderer().render(SampleReport.document)))
    func values(_ name: String, _ element: String, _ attribute: String) -> [String] {
      files[name].flatMap(ParsedXML.read)?.elements.filter { $0.name == element }.compactMap {
        $0.attributes[attribute]
      } ?? []
    }
    let targets = values("word/_rels/document.xml.rels", "Relationship", "Target").map { "word/" + $0 }
    #expect(Set(targets).isSubset(of: files.names))
    #expect(
      Set(values("[Content_Types].xml", "Override", "PartName").map { String($0.dropFirst()) }).isSubset(
        of: files.names))
    let relations = values("word/_rels/document.xml.rels", "Relationship", "Id")
    for element in ["w:headerReference", "w:footerReference"] {
      #expect(Set(values("word/document.xml", element, "r:id")).isSubset(of: relations))
    }
    let styles = values("word/styles.xml", "w:style", "w:styleId")
    for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
      #expect(Set(values("word/document.xml", element, "w:val")).isSubset(of: styles))
    }
    #expect(
      Set(values("word/document.xml", "w:numId", "w:val")).isSubset(
        of: values("word/numbering.xml", "w:num", "w:numId")))
  }

  @Test("each block as paragraphs of its style")
  func blocks() throws {
    #expect(
      try body(.paragraph("a " + .strong("b") + .code("c") + .toned("d", .bad)))
        == #"<w:p><w:r><w:t xml:space="preserve">a </w:t></w:r><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">b</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Code"/></w:rPr><w:t xml:space="preserve">c</w:t></w:r><w:r><w:rPr><w:b/><w:bCs/><w:color w:val="8C0F1A"/></w:rPr><w:t xml:space="preserve">d</w:t></w:r></w:p>"#
    )
    #expect(
      try body(.heading(level: 1, "h"), .paragraph("p"), .rule)
        == #"<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">h</w:t></w:r></w:p>"# + "\n"
        + #"<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">p</w:t></w:r></w:p>"# + "\n"
        + #"<w:p><w:pPr><w:pStyle w:val="Rule"/></w:pPr></w:p>"#)
    // So does a note below a heading; any other stands by itself.
    let note = #"<w:p><w:pPr><w:pStyle w:val="Note"/><w:keepNext/></w:pPr>"#
    #expect(try body(.heading(level: 1, "h"), .note("n"), .rule).contains(note))
    #expect(try !body(.heading(level: 1, "h"), .paragraph("p"), .note("n"), .rule).contains(note))
    #expect(
      try body(.list(["a"], ordered: true), .list(["b"], ordered: true), .list(["c"], ordered: false)).split(
        separator: "\n"
      )
      .map { $0.contains(#"<w:numId w:val="2"/>"#) ? 2 : $0.contains(#"<w:numId w:val="3"/>"#) ? 3 : 1 } == [2, 3, 1])
    #expect(
      try body(.keyValues([KeyValue("k", "v")]))
        == #"<w:p><w:pPr><w:pStyle w:val="KeyValue"/><w:ind w:left="358" w:hanging="358"/></w:pPr><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">k</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">v</w:t></w:r></w:p>"#
    )
    #expect(
      try body(.verbatim("a\n  b"))
        == #"<w:p><w:pPr><w:pStyle w:val="Verbatim"/></w:pPr><w:r><w:t xml:space="preserve">a</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space="preserve">  b</w:t></w:r></w:p>"#
    )
    #expect(
      try body(.group("g", [.paragraph("a")])).contains(
        #"<w:p><w:pPr><w:ind w:left="340"/></w:pPr><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>"#))
    #expect(try body(.keyValues([]), .list([], ordered: false), .timeline([])) == "")
  }

  @Test("the head of a table is repeated, its rows are not broken, its numbers stand to the right, and it has a name")
  func tables() throws {
    let table = Table(
      columns: [.init("Namn"), .init("Tal", alignment: .trailing)], rows: [["a", "1"], ["b", "2"]], emptyText: "Inget.")
    let text = try body(.heading(level: 1, "Del"), .table(table))
    let parsed = try #require(
      ParsedXML.read(
        try part(
          "word/document.xml", of: Document("T", language: "sv", blocks: [.heading(level: 1, "Del"), .table(table)]))))
    #expect(parsed.elements.count { $0.name == "w:cantSplit" } == 3)
    #expect(parsed.elements.count { $0.name == "w:tblHeader" } == 1)
    #expect(parsed.elements.count { $0.name == "w:jc" && $0.attributes["w:val"] == "right" } == 3)
    #expect(parsed.elements.first { $0.name == "w:tblCaption" }?.attributes["w:val"] == "Del")
    #expect(parsed.elements.filter { $0.name == "w:tc" }.map(\.text) == ["Namn", "Tal", "a", "1", "b", "2"])
    let grid = parsed.elements.filter { $0.name == "w:gridCol" }.compactMap { $0.attributes["w:w"] }
    #expect(grid == ["600", "508"])
    #expect(text.hasSuffix(#"<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>"#))
    #expect(try body(.table(Table(columns: [.init("a")], emptyText: "Inget."))).contains(">Inget.<"))
  }

  @Test("a table that needs it lays the page on its side, and no table is wider than the page")
  func landscape() throws {
    let long = "trygghetsvandringar i stadsdelen och längs gångstråket"
    for columns in 1...16 {
      let table = Table(
        columns: (0..<columns).map { .init("K\($0)") }, rows: [(0..<columns).map { _ in .init(long) }], emptyText: "")
      let parsed = try #require(
        ParsedXML.read(try part("word/document.xml", of: Document("T", language: "sv", blocks: [.table(table)]))))
      let page = try #require(parsed.elements.first { $0.name == "w:pgSz" }?.attributes)
      #expect((page["w:orient"] == "landscape") == (columns > 3))
      let width = parsed.elements.filter { $0.name == "w:gridCol" }.compactMap {
        $0.attributes["w:w"].flatMap(Int.init)
      }
      .reduce(0, +)
      #expect(width <= (page["w:w"].flatMap(Int.init) ?? 0) - 2268, "\(columns)")
    }
  }

  @Test("has the language, the title, the author and the moment of the document, and no others")
  func properties() throws {
    var document = Document("Titel & mer", language: "sv")
    document.author = "Kommunen"
    document.created = "2022-09-02T08:00:00Z"
    #expect(
      try part("docProps/core.xml", of: document).contains(
        #"<dc:title>Titel &amp; mer</dc:title><dc:creator>Kommunen</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2022-09-02T08:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2022-09-02T08:00:00Z</dcterms:modified><dc:language>sv-SE</dc:language>"#
      ))
    #expect(
      try part("word/styles.xml", of: document).contains(#"<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>"#))
    #expect(try part("word/styles.xml", of: Document("T", language: "en")).contains(#"<w:lang w:val="en-GB""#))
    #expect(try !part("docProps/core.xml", of: Document("T", language: "de")).contains("created"))
    #expect(try part("docProps/core.xml", of: Document("T", language: "de")).contains("<dc:language>de</dc:language>"))
  }

  @Test("a banner stands boxed on the first page and at the head of every other")
  func banner() throws {
    let document = Document("T", language: "sv", blocks: [.paragraph("a"), .banner("ILLUSTRATION")])
    #expect(try part("word/header.xml", of: document).contains(">ILLUSTRATION<"))
    let text = try part("word/document.xml", of: document)
    #expect(text.contains("<w:titlePg/>"))
    #expect(text.split(separator: "\n")[2].contains(#"<w:pStyle w:val="Banner"/>"#))
  }

  @Test("no text acts in it, whatever it holds, and each stands where it was put")
  func escaping() throws {
    let parts = [
      "a", "<", ">", "&", "\"", "'", "]]>", "\u{0}", "\u{1B}", "\n", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "漢",
    ]
    let names = Set(ParsedXML.read(try naughty("a\nb"))?.elements.map(\.name) ?? [])
    for text in parts + parts.flatMap({ one in parts.map { one + $0 } }) + naughtyStrings {
      guard let parsed = ParsedXML.read(try naughty(text)) else {
        Issue.record("not well-formed with \(text.debugDescription)")
        continue
      }
      #expect(Set(parsed.elements.map(\.name)).isSubset(of: names), "\(text.debugDescription)")
    }
  }

  private func naughty(_ text: String) throws -> String {
    let prose = Prose([.text(text), .strong(text), .code(text), .toned(text, .bad)])
    let table = Table(columns: [.init(text), .init(text)], rows: [[.init(text), .init(text, .good)]], emptyText: text)
    let blocks: [Block] = [
      .heading(level: 1, text), .paragraph(prose), .banner(text), .note(prose), .keyValues([KeyValue(text, prose)]),
      .list([prose], ordered: true), .group(prose, [.paragraph(prose)]), .verbatim(text), .table(table),
      .timeline([TimelineEntry(text, prose, details: [prose])]),
    ]
    var document = Document(text, language: text, blocks: blocks)
    document.author = text
    document.created = text
    let files = try #require(StoredFiles(DOCXRenderer().render(document)))
    for name in ["docProps/core.xml", "word/settings.xml", "word/header.xml"] {
      #expect(files[name].flatMap(ParsedXML.read) != nil, "\(name) with \(text.debugDescription)")
    }
    return try #require(files["word/document.xml"])
  }
}
