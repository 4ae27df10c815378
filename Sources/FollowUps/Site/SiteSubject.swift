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
    events = book.chronicle.events(about: id)
    entries = Fold.entries(events, asOf: book.asOf)
    state = SubjectState(id: id, entries)
    let whole = book.chronicle.whole
    // A mark that came after the moment asked counts all the same.
    isWithheld = Secrecy.isWithheld(
      id, whole.position == book.chronicle.position ? events : whole.events(about: id), asOf: book.asOf)
  }
}
