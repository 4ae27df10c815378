/// The parts of a file of Word that hardly depend on the document.
enum DOCXParts {
  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  /// The namespaces of a part with text: WordprocessingML, and relations.
  static let namespaces =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#

  private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  /// The parts beside the text, by the names that relations give them: name, file, and kind of both type and relation.
  private static let besides = [
    ("rStyles", "styles", "styles"), ("rNumbering", "numbering", "numbering"), ("rSettings", "settings", "settings"),
    ("rHeader", "header", "header"), ("rFooter", "footer", "footer"), ("rFirstFooter", "firstFooter", "footer"),
  ]

  /// Of a file with pictures, also theirs.
  static func contentTypes(hasPictures: Bool) -> String {
    #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
      + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
      + #"<Default Extension="xml" ContentType="application/xml"/>"#
      + (hasPictures ? #"<Default Extension="emf" ContentType="image/x-emf"/>"# : "")
      + override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
      + override("word/document.xml", wordType + "document.main+xml")
      + besides.map { override("word/\($0.1).xml", wordType + $0.2 + "+xml") }.joined() + "</Types>"
  }

  private static func override(_ name: String, _ type: String) -> String {
    #"<Override PartName="/\#(name)" ContentType="\#(type)"/>"#
  }

  static let packageRelations = relations([
    ("rDocument", relation + "officeDocument", "word/document.xml"),
    (
      "rProperties", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml"
    ),
  ])

  static func documentRelations(_ pictures: [DOCXPicture]) -> String {
    relations(
      besides.map { ($0.0, relation + $0.2, "\($0.1).xml") }
        + pictures.map { ($0.relation, relation + "image", $0.file) })
  }

  private static func relations(_ list: [(id: String, type: String, target: String)]) -> String {
    #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
      + list.map { #"<Relationship Id="\#($0.id)" Type="\#($0.type)" Target="\#($0.target)"/>"# }.joined()
      + "</Relationships>"
  }

  /// A language with the country whose dictionary Word takes: `sv` is Swedish of Sweden, `en` English of Great Britain.
  static func locale(_ language: String) -> String {
    switch language {
    case "sv": "sv-SE"
    case "en": "en-GB"
    default: language
    }
  }

  /// Title, author, moment and language, as Dublin Core (ISO/IEC 29500-2, 11).
  static func properties(_ document: Document) -> String {
    func moment(_ name: String) -> String {
      document.created.map {
        #"<dcterms:\#(name) xsi:type="dcterms:W3CDTF">\#(escapedMarkup($0))</dcterms:\#(name)>"#
      } ?? ""
    }
    return #"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#
      + #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" "#
      + #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#
      + "<dc:title>\(escapedMarkup(document.title))</dc:title>"
      + (document.author.map { "<dc:creator>\(escapedMarkup($0))</dc:creator>" } ?? "")
      + moment("created") + moment("modified")
      + "<dc:language>\(escapedMarkup(locale(document.language)))</dc:language></cp:coreProperties>"
  }

  /// The language, hyphenation, for long Swedish words in narrow columns, and that no old version of Word is imitated.
  static func settings(_ language: String) -> String {
    "<w:settings \(namespaces)>" + #"<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:autoHyphenation/>"#
      + #"<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" "#
      + #"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#
      + #"<w:themeFontLang w:val="\#(escapedMarkup(language))"/>"#
      + #"<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"#
  }

  static func header(_ banner: String) -> String {
    "<w:hdr \(namespaces)>" + #"<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>"# + run(banner) + "</w:p></w:hdr>"
  }

  /// `3 (12)`, which is how Swedish authorities number pages, and needs no words.
  static let footer =
    "<w:ftr \(namespaces)>" + #"<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>"# + field("PAGE") + run(" (")
    + field("NUMPAGES") + run(")") + "</w:p></w:ftr>"

  private static func field(_ name: String) -> String {
    #"<w:fldSimple w:instr=" \#(name) "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#
  }

  private static func run(_ text: String) -> String {
    text.isEmpty ? "" : #"<w:r><w:t xml:space="preserve">\#(escapedMarkup(text))</w:t></w:r>"#
  }
}
