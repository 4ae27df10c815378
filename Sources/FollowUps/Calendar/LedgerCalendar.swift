import CommandArguments
package import LedgerDomain
package import Projections
import StrictJSON
import Wording

/// The calendar: everything in the ledger that has a day between two days, both included, in the order of the days.
///
/// What is to be done by a day, the day that comes by itself, and the days that the law counts from a meeting, for bodies that it binds.
/// Cost: each meeting, case, measure, decision and recommendation is folded once, as for the board.
package struct LedgerCalendar: Sendable {
  package let book: Book
  package let from: LocalDate
  package let through: LocalDate
  package let entries: [CalendarEntry]
  /// How much that was to be done before `from` is not done.
  package let overdueBefore: Int

  /// With `kinds`, only the days of these kinds; empty for all.
  package init(_ book: Book, from: LocalDate, through: LocalDate, kinds: Set<CalendarKind> = []) {
    self.book = book
    self.from = from
    self.through = through
    let all = book.calendarEntries.filter { kinds.isEmpty || kinds.contains($0.kind) }
    overdueBefore = all.count { $0.date < from && $0.standing == .overdue }
    let order = Dictionary(uniqueKeysWithValues: CalendarKind.allCases.enumerated().map { ($1, $0) })
    entries = all.filter { from <= $0.date && $0.date <= through }.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      return (a.date, order[a.kind] ?? 0, one.offset) < (b.date, order[b.kind] ?? 0, other.offset)
    }.map { _, entry in
      var entry = entry
      entry.title = book.title(of: entry.subject).map { Text($0) } ?? entry.title
      entry.owner = book.owner(of: entry.subject, official: entry.official)
      return entry
    }
  }

  /// The last day when none is asked: the end of the reporting period after the one in which `day` lies, else 90 days on.
  package static func horizon(of book: Book, from day: LocalDate) -> LocalDate {
    let ends = (book.ledger?.opened?.periods ?? []).filter { !$0.isFinal && $0.through >= day }.map(\.through).sorted()
    return ends.count > 1 ? ends[1] : day.adding(days: defaultDays)
  }

  private static let defaultDays = 90
}

extension Book {
  /// Everything that has a day, in no order.
  var calendarEntries: [CalendarEntry] {
    let kinds: [SubjectKind] = [.meeting, .decision, .measure, .case, .recommendation, .promise]
    let subjects = kinds.flatMap { kind in
      chronicle.subjects(kind).flatMap { id in state(of: id).map(calendarEntries) ?? fallen(id) }
    }
    return subjects + (state(of: .ledger).map(calendarEntries) ?? [])
  }

  /// What has a day in the state of one subject.
  func calendarEntries(of state: SubjectState) -> [CalendarEntry] {
    switch state {
    case .meeting(let meeting): entries(of: meeting)
    case .decision(let decision): entries(of: decision)
    case .measure(let measure): entry(of: measure).map { [$0] } ?? []
    case .case(let state): entry(of: state).map { [$0] } ?? []
    case .recommendation(let recommendation): entry(of: recommendation).map { [$0] } ?? []
    case .promise(let promise): entry(of: promise).map { [$0] } ?? []
    case .ledger(let ledger): entries(of: ledger)
    case .situation, .indicator, .body, .delegation, .followUp, .person: []
    }
  }

  /// What had a day before the entry that began the subject was reversed, as cancelled; nothing of a subject that is only yet to begin.
  private func fallen(_ id: SubjectID) -> [CalendarEntry] {
    guard !chronicle.state(of: id).isFounded else { return [] }
    let events = chronicle.events(about: id)
    let states = events.indices.reversed().lazy.map { Fold.state(of: id, Array(events[...$0]), asOf: self.asOf) }
    guard let last = states.first(where: \.isFounded) else { return [] }
    return calendarEntries(of: last).map { entry in
      var entry = entry
      entry.standing = .cancelled
      entry.command = nil
      entry.title = last.name.map { Text($0) }
      return entry
    }
  }

  /// Whether something to be done by a day was done: `done` is its mark, where it has one.
  func standing(due: LocalDate, done: Mark?) -> (standing: CalendarStanding, on: LocalDate?) {
    guard let done else { return (due < day ? .overdue : .open, nil) }
    guard let on = done.effective?.day else { return (.met, nil) }
    return (on <= due ? .met : .metLate, on)
  }

  /// A day that comes by itself.
  func standing(of date: LocalDate) -> CalendarStanding { date < day ? .passed : .ahead }
}
