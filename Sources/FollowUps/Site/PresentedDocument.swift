import CommandArguments
import Documents
import LedgerDomain
import StrictJSON

/// A document that was presented and may be shown: its bytes, their form, and what a page can show of it.
struct PresentedDocument {
  let bytes: [UInt8]
  let form: SiteDocumentForm
  /// Nil for what has a program of its own, PDF, DOCX and tables of commas, and for a text beyond ``limit``.
  let content: Content?

  enum Content {
    /// Markdown that Liggare wrote.
    case markdown(Document)
    case text(String)
  }

  /// A longer text is a file only: nobody reads a page of it, and each build would take the time. Bytes.
  static let limit = 1 << 20

  init(_ bytes: [UInt8], name: String, language: Language) {
    self.bytes = bytes
    var form = SiteDocumentForm(bytes, name: name)
    guard form.isText, form.ending != "csv", bytes.count <= PresentedDocument.limit else {
      self.form = form
      content = nil
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let document = MarkdownReader.read(text, language: language.rawValue) {
      form.ending = "md"
      content = .markdown(document)
    } else {
      content = .text(text)
    }
    self.form = form
  }
}

extension PublicSite {
  enum DocumentState {
    case shown(PresentedDocument)
    case absent, withheld
  }

  /// Whether a follow-up's document is on the site.
  static func documentState(
    of followUp: SiteFollowUp, _ bytes: [UInt8]?, _ secrets: SiteSecrets, _ language: Language
  ) -> DocumentState {
    guard let bytes else { return .absent }
    let name = followUp.presentation.presented.document.name.text
    let form = SiteDocumentForm(bytes, name: name)
    let isAllowed = secrets.allow(bytes, isText: form.isText, compiledAt: followUp.knownThrough)
    guard !followUp.isWithheld, isAllowed else { return .withheld }
    return .shown(PresentedDocument(bytes, name: name, language: language))
  }

  func documentState(of followUp: SiteFollowUp) -> DocumentState { documents[followUp.id] ?? .absent }
}
