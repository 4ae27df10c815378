import LedgerDomain
import Projections
import StrictJSON

extension LedgerCalendar {
  /// How many times a day of the calendar has been moved, cancelled or restored since it was first known: what RFC 5545 calls its
  /// sequence number.
  ///
  /// The subject is folded after each of its entries. A day that rests on the next meeting of a body may move with any entry about
  /// what it rests on: it counts all of these, so that its number rises with each move, and also without.
  package func moves(of entry: CalendarEntry) -> Int {
    switch entry.kind {
    case .notifyDecision, .presentFollowUp:
      let kinds: [SubjectKind] = [.ledger, .promise, .body, .delegation, .meeting]
      let others = kinds.flatMap { book.chronicle.subjects($0) }
      let own = kinds.contains(entry.subject.kind) ? [] : [entry.subject]
      return (others + own).reduce(0) { $0 + book.chronicle.count(about: $1) }
    default: break
    }
    let events = book.chronicle.events(about: entry.subject)
    var known: Day?
    var moves = 0
    for index in events.indices {
      let state = Fold.state(of: entry.subject, Array(events[...index]), asOf: book.asOf)
      let now = state.isFounded ? book.calendarEntries(of: state).first { $0.identity == entry.identity } : nil
      guard let before = known else {
        known = now.map { Day($0) }
        continue
      }
      let after = now.map { Day($0) } ?? Day(date: before.date, isCancelled: true)
      if after != before { moves += 1 }
      known = after
    }
    return moves
  }

  private struct Day: Equatable {
    var date: LocalDate
    var isCancelled: Bool

    init(date: LocalDate, isCancelled: Bool) {
      self.date = date
      self.isCancelled = isCancelled
    }

    init(_ entry: CalendarEntry) { self.init(date: entry.date, isCancelled: entry.standing == .cancelled) }
  }
}
