import LedgerDomain
import Projections
import StrictJSON

/// A subject as the public may see it: its entries and its state at the reading, and whether it is withheld.
///
/// A secrecy mark (*sekretessmarkering*, OSL 5:5) is a warning and no decision, but a page cannot assess each request anew: what bears one, at
/// the reading or by anything known since, is left to a request. So does a mark on one field, unless that field is sealed or never shown.
struct SiteSubject {
  let state: SubjectState
  /// Its entries that count at the reading, corrected, in the order of the fold.
  let entries: [Event]
  /// All that was recorded about it, as it was recorded.
  let events: [Event]
  let isWithheld: Bool

  init(_ id: SubjectID, in book: Book) {
    self.init(id, book.chronicle.events(about: id), asOf: book.asOf)
  }

  init(_ id: SubjectID, _ events: [Event], asOf: Effective?) {
    self.events = events
    entries = Fold.entries(events, asOf: asOf)
    state = SubjectState(id: id, entries)
    let isMarked = events.contains { event in
      if case .entry(.secrecyMarked) = event.fact { true } else { false }
    }
    guard isMarked else {
      isWithheld = false
      return
    }
    let now = SubjectState(id: id, Fold.entries(events)).record.secrecy
    isWithheld = (now + state.record.secrecy).contains { !SiteSubject.isNeverShown($0.field) }
  }

  /// Whether a field is none that a public page shows: sealed by its type, or left out of every page.
  private static func isNeverShown(_ field: Text?) -> Bool {
    guard let field else { return false }
    let parts = field.text.split(separator: ".")
    return parts.contains { ["note", "contact", "appellant", "citizen", "description", "raisedBy"].contains($0) }
  }
}
