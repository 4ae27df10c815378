import LedgerDomain
package import Projections
import StrictJSON

/// What a site withholds: the subjects marked secret, by what a document could name them.
///
/// A document that was presented is on the site byte for byte, so it must not name them either. A text can be searched; of any
/// other form it is not known what it says, and it is withheld where the report could have named one of them. Whoever asks the
/// authority for it gets the request assessed.
struct SiteSecrets {
  private var withheld: [Withheld] = []

  private struct Withheld {
    var id: SubjectID
    var names: [String]
    /// The position of its first event.
    var since: Int
  }

  /// Cost: some lookups for each subject; only those that ever bore a mark are read.
  init(_ book: Book) {
    let whole = book.chronicle.whole
    for id in whole.subjects(withEvent: SecrecyMarked.type) {
      let subject = SiteSubject(id, in: book)
      guard subject.isWithheld else { continue }
      let now = whole.state(of: id)
      withheld.append(
        Withheld(
          id: id, names: [subject.state.name, now.name].compactMap(\.self), since: subject.events.first?.position ?? 1))
    }
  }

  var isEmpty: Bool { withheld.isEmpty }

  func contains(_ id: SubjectID) -> Bool { withheld.contains { $0.id == id } }

  /// Whether a document may be shown: `isText` says that its bytes are what people read.
  func allow(_ bytes: [UInt8], isText: Bool, compiledAt position: Int) -> Bool {
    guard !withheld.isEmpty else { return true }
    guard isText else { return !withheld.contains { $0.since <= position } }
    // Markdown has backslashes before signs that mean something; the page that shows it has none.
    let text = String(decoding: bytes, as: UTF8.self)
    let bare = text.replacing("\\", with: "")
    return !withheld.contains { secret in
      ([secret.id.text] + secret.names).contains { name in
        !name.isEmpty && (text.contains(name) || bare.contains(name.replacing("\\", with: "")))
      }
    }
  }
}

extension Book {
  /// Whether a document that was presented names nothing that is marked secret now. `name` is what it is called, for its form; `position` how
  /// far the ledger was known when it was made.
  package func mayShow(presented bytes: [UInt8], named name: String, compiledAt position: Int) -> Bool {
    let form = SiteDocumentForm(bytes, name: name)
    return SiteSecrets(self).allow(bytes, isText: form.isText, compiledAt: position)
  }
}
