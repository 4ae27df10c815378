import JournalStore
package import LedgerDomain

extension Chronicle {
  /// The subjects that any event after a position, and up to another, is about, in order. None of the events is read.
  package func subjects(after first: Int, through last: Int) -> [SubjectID] {
    let known = max(0, position - added.count)
    let old = view?.subjects(after: first, through: min(last, known)) ?? []
    let new = added.filter { $0.position > first && $0.position <= last }.map(\.subject)
    return new.isEmpty ? old : Set(old + new).sorted()
  }
}
