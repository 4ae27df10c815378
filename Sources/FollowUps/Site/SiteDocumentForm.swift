/// What a document's bytes are, whatever its name says: a page of someone else's must not become one of the site's.
struct SiteDocumentForm {
  /// The ending of its file: one that no browser takes for a page.
  var ending: String
  /// Whether the bytes are what people read, so that they can be searched.
  let isText: Bool

  /// `name` tells apart what begins alike.
  init(_ bytes: [UInt8], name: String) {
    let stated = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if bytes.starts(with: Array("%PDF-".utf8)) {
      (ending, isText) = ("pdf", false)
    } else if bytes.starts(with: Array("PK\u{03}\u{04}".utf8)) {
      (ending, isText) = (["docx", "odt", "xlsx", "ods"].contains(stated) ? stated : "bin", false)
    } else if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
      (ending, isText) = (["md", "csv"].contains(stated) ? stated : "txt", true)
    } else {
      (ending, isText) = ("bin", false)
    }
  }
}
