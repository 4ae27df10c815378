import LedgerDomain
import StrictJSON
import TestSupport

/// The ledger `journal/katrineholm`: what the signed document states, and nothing else.
///
/// Every entry names the document by its SHA-256 and the heading it stands under. What the document does not state is absent:
/// no day of signing, no adopting organ, no reporting periods, no indicator (it names no unit), and no area, deadline or
/// responsible of a measure. Entries are undated. They were recorded in November 2026, when the document was read into
/// the ledger.
struct Katrineholm: Story {
  static let clerk: Text = "liggare (källdokumentet)"
  /// The SHA-256 of the document as it was read.
  static let document: DocumentDigest = {
    let text = "501df695e5f31ac850a3f017388eccdc9114ad11766fa8e96506b312b520ca6b"
    guard let digest = try? DocumentDigest(text: text) else { preconditionFailure("64 hex digits") }
    return digest
  }()

  let scribe = Scribe(name: "katrineholm")

  /// The ledger, written.
  static func written() -> Scribe {
    let story = Katrineholm()
    story.thePromise()
    story.theSituation()
    story.theExamples()
    story.scribe.write()
    return story.scribe
  }

  /// What is told from a heading of the document.
  func from(_ heading: Text?, _ time: String, line: Int = #line, _ tell: @escaping () -> Void) {
    at(
      time, on: .undated, sources: [SourceReference(document: Katrineholm.document, place: heading)], line: line, tell)
  }
}
