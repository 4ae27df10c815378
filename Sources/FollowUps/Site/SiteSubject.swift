import LedgerDomain
import Projections
import StrictJSON

/// A subject as the public may see it: its entries and its state at the reading, and whether it is withheld.
///
/// What bears a secrecy mark is left to a request (`Secrecy`).
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
    isWithheld = Secrecy.isWithheld(id, events, asOf: asOf)
  }
}
