/// The styles of a file of Word: one for each kind of block, named as Word names its own where it has one.
enum DOCXStyles {
  /// Names of styles of paragraphs, stretches and tables.
  static let title = "Title"
  static func heading(_ level: Int) -> String { "Heading\(level)" }
  static let banner = "Banner"
  static let note = "Note"
  static let keyValue = "KeyValue"
  static let timeline = "Timeline"
  static let timelineDetail = "TimelineDetail"
  static let list = "ListParagraph"
  static let groupTitle = "GroupTitle"
  static let verbatim = "Verbatim"
  static let rule = "Rule"
  static let cell = "TableText"
  static let headCell = "TableHead"
  /// The line above a picture, the picture, what stands below it, and the line above its rows.
  static let caption = "Caption"
  static let figure = "Figure"
  static let figureNote = "FigureNote"
  static let rowsTitle = "RowsTitle"
  /// What separates a table from what follows; without it two tables would be one.
  static let afterTable = "AfterTable"
  static let code = "Code"
  static let table = "Rows"

  /// Arial has the same widths as Liberation Sans, which LibreOffice takes where Arial is missing, so that pages break alike.
  private static let sans = #"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>"#
  static let mono =
    #"<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:eastAsia="Courier New" w:cs="Courier New"/>"#

  static func part(language: String) -> String {
    let tag = escapedMarkup(language)
    let defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr>\(sans)<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"
      + #"<w:lang w:val="\#(tag)" w:eastAsia="\#(tag)" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#
      + #"<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#
    return "<w:styles \(DOCXParts.namespaces)>" + defaults + paragraphs + characters + tables + "</w:styles>"
  }

  private static func paragraph(
    _ id: String, _ name: String, basedOn base: String = "Normal", next: String? = nil, _ properties: String,
    _ run: String = ""
  ) -> String {
    #"<w:style w:type="paragraph" w:styleId="\#(id)"\#(base == "Normal" && builtIn.contains(name) ? "" : #" w:customStyle="1""#)>"#
      + #"<w:name w:val="\#(name)"/><w:basedOn w:val="\#(base)"/><w:next w:val="\#(next ?? id)"/><w:qFormat/>"#
      + "<w:pPr>\(properties)</w:pPr>" + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }

  /// The styles that Word knows by these names and translates.
  private static let builtIn: Set<String> = [
    "Title", "heading 1", "heading 2", "heading 3", "heading 4", "heading 5", "List Paragraph", "header", "footer",
    "caption",
  ]

  private static func edge(_ side: String, _ width: Int, _ colour: String, space: Int = 0) -> String {
    #"<w:\#(side) w:val="single" w:sz="\#(width)" w:space="\#(space)" w:color="\#(colour)"/>"#
  }

  private static let headings = [(30, 340), (24, 280), (21, 220), (20, 200), (20, 200)].enumerated().map {
    index, sizes in
    paragraph(
      heading(index + 1), "heading \(index + 1)", next: "Normal",
      #"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="\#(sizes.1)" w:after="100"/><w:outlineLvl w:val="\#(index)"/>"#,
      #"<w:b/><w:bCs/><w:color w:val="1F3A54"/><w:sz w:val="\#(sizes.0)"/><w:szCs w:val="\#(sizes.0)"/>"#)
  }.joined()

  private static let paragraphs =
    #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#
    + paragraph(
      title, "Title", next: "Normal",
      "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"120\" w:after=\"200\"/>",
      #"<w:b/><w:bCs/><w:color w:val="1F3A54"/><w:sz w:val="38"/><w:szCs w:val="38"/>"#)
    + headings
    + paragraph(
      banner, banner, next: "Normal",
      "<w:keepNext/><w:pBdr>"
        + ["top", "left", "bottom", "right"].map { edge($0, 12, "7A5C00", space: 6) }.joined()
        + #"</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FFF4CC"/><w:spacing w:before="60" w:after="200"/><w:ind w:left="140" w:right="140"/>"#,
      "<w:b/><w:bCs/>")
    + paragraph(
      note, note,
      "<w:pBdr>\(edge("left", 24, "54718F", space: 8))</w:pBdr><w:spacing w:before=\"80\"/><w:ind w:left=\"200\"/>")
    + paragraph(keyValue, "Key and Value", #"<w:spacing w:after="50"/>"#)
    + paragraph(
      timeline, timeline,
      #"<w:keepLines/><w:spacing w:before="60" w:after="30"/><w:ind w:left="1900" w:hanging="1900"/>"#)
    + paragraph(
      timelineDetail, "Timeline Detail", #"<w:spacing w:after="20"/><w:ind w:left="2180" w:hanging="280"/>"#,
      #"<w:sz w:val="18"/><w:szCs w:val="18"/>"#)
    + paragraph(list, "List Paragraph", #"<w:spacing w:after="50"/><w:ind w:left="400" w:hanging="400"/>"#)
    + paragraph(
      groupTitle, "Group Title", next: "Normal", #"<w:keepNext/><w:spacing w:before="100" w:after="60"/>"#,
      "<w:b/><w:bCs/>")
    + paragraph(
      verbatim, verbatim,
      #"<w:shd w:val="clear" w:color="auto" w:fill="F3F5F7"/><w:suppressAutoHyphens/><w:spacing w:line="240" w:lineRule="auto"/>"#,
      mono + #"<w:noProof/><w:sz w:val="16"/><w:szCs w:val="16"/>"#)
    + paragraph(rule, rule, "<w:pBdr>\(edge("bottom", 6, "949494", space: 1))</w:pBdr><w:spacing w:before=\"200\"/>")
    + paragraph(
      cell, "Table Text", #"<w:spacing w:before="30" w:after="30" w:line="245" w:lineRule="auto"/>"#,
      #"<w:sz w:val="17"/><w:szCs w:val="17"/>"#)
    + paragraph(headCell, "Table Head", basedOn: cell, #"<w:keepNext/><w:suppressAutoHyphens/>"#, "<w:b/><w:bCs/>")
    + paragraph(afterTable, "After Table", #"<w:spacing w:after="120" w:line="120" w:lineRule="exact"/>"#)
    + paragraph(
      caption, "caption", next: "Normal",
      #"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="200" w:after="60"/>"#, "<w:b/><w:bCs/>")
    // One line of type is as high as the picture in it.
    + paragraph(
      figure, figure, next: "Normal", #"<w:keepLines/><w:spacing w:after="60" w:line="240" w:lineRule="auto"/>"#)
    + paragraph(
      figureNote, "Figure Note", next: "Normal", #"<w:keepLines/><w:spacing w:after="120"/>"#,
      #"<w:color w:val="4A4A4A"/><w:sz w:val="17"/><w:szCs w:val="17"/>"#)
    + paragraph(
      rowsTitle, "Rows Title", next: "Normal", #"<w:keepNext/><w:spacing w:before="60" w:after="60"/>"#,
      #"<w:color w:val="4A4A4A"/><w:sz w:val="17"/><w:szCs w:val="17"/>"#)
    + paragraph(
      "Header", "header", #"<w:jc w:val="center"/>"#,
      #"<w:b/><w:bCs/><w:color w:val="6D3F00"/><w:sz w:val="16"/><w:szCs w:val="16"/>"#)
    + paragraph("Footer", "footer", #"<w:jc w:val="right"/>"#, #"<w:sz w:val="16"/><w:szCs w:val="16"/>"#)

  private static let characters =
    #"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>"#
    + #"<w:style w:type="character" w:customStyle="1" w:styleId="\#(code)"><w:name w:val="\#(code)"/><w:qFormat/><w:rPr>\#(mono)<w:noProof/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>"#

  private static let tables =
    #"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#
    + #"<w:style w:type="table" w:customStyle="1" w:styleId="\#(table)"><w:name w:val="\#(table)"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>"#
    + edge("top", 4, "949494") + edge("bottom", 4, "949494") + edge("insideH", 4, "BFBFBF")
    + #"</w:tblBorders><w:tblCellMar><w:left w:w="\#(DOCXTable.cellMargin)" w:type="dxa"/><w:right w:w="\#(DOCXTable.cellMargin)" w:type="dxa"/></w:tblCellMar></w:tblPr>"#
    + #"<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>\#(edge("bottom", 12, "333333"))</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EAF0F6"/></w:tcPr></w:tblStylePr></w:style>"#
}
