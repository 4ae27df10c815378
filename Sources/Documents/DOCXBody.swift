/// The text of a file of Word, block after block, and the numbering of its lists.
struct DOCXBody {
  /// A4 and its margins, in twips: 210 by 297 mm, 20 mm around.
  private static let shortSide = 11906
  private static let longSide = 16838
  private static let margin = 1134
  /// How far what belongs to a group stands to the right of its title.
  private static let groupIndent = 340

  static func textWidth(isLandscape: Bool) -> Int { (isLandscape ? longSide : shortSide) - margin * 2 }

  let isLandscape: Bool
  var parts: [String] = []
  /// In the order of the text.
  var pictures: [DOCXPicture] = []
  private var orderedLists = 0
  /// The level and the text of the last heading; 0 and the title before any.
  private var level = 0
  var heading = ""

  init(isLandscape: Bool) {
    self.isLandscape = isLandscape
  }

  mutating func add(_ document: Document) {
    heading = document.title
    add(document.banners, indent: 0)
    parts.append(paragraph(DOCXStyles.title, Self.run(document.title)))
    add(document.body, indent: 0)
  }

  /// `word/document.xml`.
  var part: String {
    let (width, height) = isLandscape ? (Self.longSide, Self.shortSide) : (Self.shortSide, Self.longSide)
    let section =
      #"<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/><w:footerReference w:type="default" r:id="rFooter"/>"#
      + #"<w:footerReference w:type="first" r:id="rFirstFooter"/>"#
      + #"<w:pgSz w:w="\#(width)" w:h="\#(height)"\#(isLandscape ? #" w:orient="landscape""# : "")/>"#
      + #"<w:pgMar w:top="\#(Self.margin)" w:right="\#(Self.margin)" w:bottom="\#(Self.margin)" w:left="\#(Self.margin)" "#
      + #"w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>"#
    return
      "<w:document \(DOCXParts.namespaces)><w:body>\n\(parts.joined(separator: "\n"))\n\(section)</w:body></w:document>"
  }

  /// `word/numbering.xml`: number 1 is for dots; each numbered list has one of its own, so that it begins with 1.
  var numbering: String {
    func kind(_ id: Int, _ format: String, _ text: String) -> String {
      #"<w:abstractNum w:abstractNumId="\#(id)"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>"#
        + #"<w:numFmt w:val="\#(format)"/><w:lvlText w:val="\#(text)"/><w:lvlJc w:val="left"/>"#
        + #"<w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum>"#
    }
    let numbered = (0..<orderedLists).map {
      #"<w:num w:numId="\#($0 + 2)"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
    }
    return "<w:numbering \(DOCXParts.namespaces)>" + kind(0, "bullet", "•") + kind(1, "decimal", "%1.")
      + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"# + numbered.joined() + "</w:numbering>"
  }

  mutating func add(_ blocks: [Block], indent: Int) {
    var figures: [Figure] = []
    for (index, block) in blocks.enumerated() {
      if case .figure(let figure) = block {
        figures.append(figure)
        continue
      }
      add(figures, indent: indent)
      figures = []
      // A line of introduction below a heading, or one that is all bold, stays with what it introduces.
      let isIntroduction = index > 0 && blocks[index - 1].isHeading
      switch block {
      case .paragraph(let prose) where index + 1 < blocks.count && (isIntroduction || prose.isStrong):
        parts.append(paragraph(nil, Self.runs(prose), keepsNext: true, indent: indent))
      case .note(let prose) where index + 1 < blocks.count && isIntroduction:
        note(prose, keepsNext: true, indent: indent)
      default: add(block, indent: indent)
      }
    }
    add(figures, indent: indent)
  }

  private mutating func note(_ prose: Prose, keepsNext: Bool? = nil, indent: Int) {
    parts.append(
      paragraph(DOCXStyles.note, Self.runs(prose), keepsNext: keepsNext, indent: indent == 0 ? 0 : indent + 200))
  }

  private mutating func add(_ block: Block, indent: Int) {
    switch block {
    case .heading(let stated, let text):
      // As in HTML, no level is left out on the way down.
      level = min(5, max(1, stated), level + 1)
      heading = text
      parts.append(paragraph(DOCXStyles.heading(level), Self.run(text)))
    case .paragraph(let prose): parts.append(paragraph(nil, Self.runs(prose), indent: indent))
    case .banner(let text): parts.append(paragraph(DOCXStyles.banner, Self.run(text)))
    case .note(let prose): note(prose, indent: indent)
    case .keyValues(let pairs): keyValues(pairs, indent: indent)
    case .table(let table): self.table(table, indent: indent)
    case .list(let items, let ordered): list(items, ordered: ordered, indent: indent)
    case .rule: parts.append(paragraph(DOCXStyles.rule, ""))
    case .group(let title, let blocks):
      parts.append(paragraph(DOCXStyles.groupTitle, Self.runs(title), indent: indent))
      add(blocks, indent: indent + Self.groupIndent)
    case .timeline(let entries):
      for entry in entries {
        parts.append(
          paragraph(
            DOCXStyles.timeline, Self.run(entry.date, "<w:b/><w:bCs/>") + Self.tab + Self.runs(entry.title),
            keepsNext: entry.details.isEmpty ? nil : true, indent: indent == 0 ? 0 : indent + 1900, hanging: 1900))
        for detail in entry.details {
          parts.append(
            paragraph(
              DOCXStyles.timelineDetail, Self.runs(detail), indent: indent == 0 ? 0 : indent + 2180, hanging: 280))
        }
      }
    case .figure(let figure): add([figure], indent: indent)
    case .verbatim(let text):
      let lines = visibleLines(text).map { Self.run($0) }.joined(separator: "<w:r><w:br/></w:r>")
      parts.append(paragraph(DOCXStyles.verbatim, lines, indent: indent))
    }
  }

  /// Names in a column as wide as the longest asks for, values beside them.
  private mutating func keyValues(_ pairs: [KeyValue], indent: Int) {
    let longest = pairs.map { displayWidth(visible($0.key)) }.max() ?? 0
    let column = min(3600, longest * 118 + 240)
    for pair in pairs {
      parts.append(
        paragraph(
          DOCXStyles.keyValue, Self.run(pair.key, "<w:b/><w:bCs/>") + Self.tab + Self.runs(pair.value),
          indent: indent + column, hanging: column))
    }
  }

  private mutating func list(_ items: [Prose], ordered: Bool, indent: Int) {
    if items.isEmpty { return }
    if ordered { orderedLists += 1 }
    let number = #"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="\#(ordered ? orderedLists + 1 : 1)"/></w:numPr>"#
    for item in items {
      parts.append(
        paragraph(
          DOCXStyles.list, Self.runs(item), numbering: number, indent: indent == 0 ? 0 : indent + 400, hanging: 400))
    }
  }

  private mutating func table(_ table: Table, indent: Int) {
    guard !table.rows.isEmpty else {
      if !table.emptyText.isEmpty { parts.append(paragraph(nil, Self.run(table.emptyText), indent: indent)) }
      return
    }
    let room = Self.textWidth(isLandscape: isLandscape)
    parts.append(DOCXTable(table, name: heading, indent: indent, room: room).markup)
    parts.append(paragraph(DOCXStyles.afterTable, ""))
  }

  /// `indent` 0 and `keepsNext` nil leave it to the style.
  func paragraph(
    _ style: String?, _ runs: String, numbering: String = "", keepsNext: Bool? = nil, indent: Int = 0, hanging: Int = 0
  ) -> String {
    let properties =
      (style.map { #"<w:pStyle w:val="\#($0)"/>"# } ?? "")
      + (keepsNext.map { $0 ? "<w:keepNext/>" : #"<w:keepNext w:val="0"/>"# } ?? "") + numbering
      + (indent == 0 ? "" : #"<w:ind w:left="\#(indent)"\#(hanging == 0 ? "" : #" w:hanging="\#(hanging)""#)/>"#)
    return "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>") + runs + "</w:p>"
  }

  private static let tab = "<w:r><w:tab/></w:r>"

  /// One stretch of text; nothing for none.
  static func run(_ text: String, _ properties: String = "") -> String {
    if text.isEmpty { return "" }
    return "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")
      + #"<w:t xml:space="preserve">\#(escapedMarkup(text))</w:t></w:r>"#
  }

  static func runs(_ prose: Prose) -> String {
    prose.inlines.map { inline in
      switch inline {
      case .text(let text): run(text)
      case .strong(let text): run(text, "<w:b/><w:bCs/>")
      case .code(let text): run(text, #"<w:rStyle w:val="\#(DOCXStyles.code)"/>"#)
      case .toned(let text, let tone): run(text, colour(of: tone))
      }
    }.joined()
  }

  /// The colours that HTML has; the words say the same.
  static func colour(of tone: Tone) -> String {
    switch tone {
    case .normal: ""
    case .good: #"<w:color w:val="0B5226"/>"#
    case .warning: #"<w:b/><w:bCs/><w:color w:val="6D3F00"/>"#
    case .bad: #"<w:b/><w:bCs/><w:color w:val="8C0F1A"/>"#
    case .muted: #"<w:color w:val="4A4A4A"/>"#
    }
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}

extension Prose {
  fileprivate var isStrong: Bool {
    inlines.allSatisfy { if case .strong = $0 { true } else { false } }
  }
}
