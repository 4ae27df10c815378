/// Shows documents as a file of Word, `.docx`: WordprocessingML (ECMA-376, ISO/IEC 29500-1, transitional) in a ZIP (ISO/IEC 29500-2).
///
/// ```
/// [Content_Types].xml           what each part is
/// _rels/.rels                   the document and its properties
/// docProps/core.xml             title, author, moment, language
/// word/document.xml             the text; word/_rels/document.xml.rels names what it uses
/// word/styles.xml               headings, text, tables, all by style, so that whoever edits it can change them in one place
/// word/numbering.xml            lists, word/settings.xml the language and the hyphenation
/// word/header.xml               the banner, on every page but the first, which has it boxed above the title
/// word/footer.xml               `3 (12)`, the page and how many there are
/// word/media/figure1.emf        a picture, as a metafile, which is sharp at any size; its description stands in the text
/// ```
///
/// A4, on its side where a table needs it. Headings are headings, figures are drawn with their rows below, the head of a table is repeated on each page, no row is broken
/// between pages, numbers stand to the right, and the language is set, so that a program reads it aloud and checks its spelling
/// as it should. Every text is made `visible` and escaped. There is neither clock nor chance in it: the same document gives
/// the same bytes. Cost: in proportion to the document.
package struct DOCXRenderer: Sendable {
  package init() {}

  /// The bytes of the file.
  package func render(_ document: Document) -> [UInt8] {
    var body = DOCXBody(isLandscape: DOCXTable.needsLandscape(document.blocks))
    body.add(document)
    let banner = document.banners.compactMap { block in
      if case .banner(let text) = block { text } else { nil }
    }.joined(separator: " · ")
    let parts = [
      ("[Content_Types].xml", DOCXParts.contentTypes(hasPictures: !body.pictures.isEmpty)),
      ("_rels/.rels", DOCXParts.packageRelations),
      ("docProps/core.xml", DOCXParts.properties(document)), ("word/document.xml", body.part),
      ("word/_rels/document.xml.rels", DOCXParts.documentRelations(body.pictures)),
      ("word/styles.xml", DOCXStyles.part(language: DOCXParts.locale(document.language))),
      ("word/numbering.xml", body.numbering),
      ("word/settings.xml", DOCXParts.settings(DOCXParts.locale(document.language))),
      ("word/header.xml", DOCXParts.header(banner)), ("word/footer.xml", DOCXParts.footer),
      ("word/firstFooter.xml", DOCXParts.footer),
    ]
    var archive = ZIPArchive()
    for (name, text) in parts { archive.add(name, Array((DOCXParts.declaration + text + "\n").utf8)) }
    for picture in body.pictures { archive.add("word/\(picture.file)", picture.drawing.emf) }
    return archive.data
  }
}
