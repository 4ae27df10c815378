import JournalStore
package import LedgerDomain
import StrictJSON
import Synchronization

/// The ledger read at two clocks: every subject's state as of a moment, from what was known through a position.
package struct Book: Sendable {
  /// What was known.
  package let chronicle: Chronicle
  /// The effective clock; nil reads everything, whenever effective.
  package let asOf: Effective?
  /// The day from which days left and overdue are counted.
  package let day: LocalDate
  /// The states that were asked for.
  private let shelf = Shelf()
  /// What is left to be done, where it was kept.
  private let open: OpenMatters?

  /// Reads `chronicle` (already cut to what was known) as of a moment. `day` is the day of `asOf`, else the day given.
  ///
  /// `open` is what was kept of the same journal; it is asked where it covers the reading.
  package init(_ chronicle: Chronicle, asOf: Effective?, today: LocalDate, open: OpenMatters? = nil) {
    self.chronicle = chronicle
    self.asOf = asOf
    day = asOf?.day ?? today
    self.open = open
  }

  /// Folded states, each made when it is first asked for.
  private final class Shelf: Sendable {
    let states = Mutex(SubjectTable<SubjectState?>(missing: nil))
    let names = Mutex(SubjectTable<SubjectState?>(missing: nil))
    /// Whether every subject is folded.
    let isFolded = Mutex(false)
  }

  /// Folds every subject, on all processors, for readings of one chronicle: each event is read once, and none kept.
  ///
  /// Requires that the first book knows what any of them knows. Cost: reading every event, and for each book a fold of each subject;
  /// memory for the states.
  package static func fold(_ books: [Book]) {
    guard let widest = books.first else { return }
    let chronicle = widest.chronicle.gathered
    let shelves = books.map(\.shelf)
    let readings = books.map { ($0.position, $0.asOf) }
    let (ids, size) = (chronicle.allSubjects, 64)
    OrderedWork.run(
      count: (ids.count + size - 1) / size, threads: OrderedWork.processorCount, scratch: {},
      work: { piece, _ -> [[(SubjectID, SubjectState)]] in
        var states = readings.map { _ in [(SubjectID, SubjectState)]() }
        for id in ids[(piece * size)..<min(ids.count, (piece + 1) * size)] {
          let events = chronicle.eventsOnce(about: id)
          var last: (known: Int, entries: Int, state: SubjectState)?
          for index in readings.indices {
            let (position, asOf) = readings[index]
            let known =
              (events.last?.position ?? 0) <= position ? events.count : events.count { $0.position <= position }
            let entries = Fold.entries(known == events.count ? events : Array(events.prefix(known)), asOf: asOf)
            // Of the same known events as many entries are the same ones, whatever the day.
            if last?.known != known || last?.entries != entries.count {
              last = (known, entries.count, SubjectState(id: id, entries))
            }
            if let last { states[index].append((id, last.state)) }
          }
        }
        return states
      },
      join: { (states: [[(SubjectID, SubjectState)]]) in
        for index in shelves.indices {
          shelves[index].states.withLock { shelf in for (id, state) in states[index] { shelf[id] = state } }
        }
        return true
      })
    for book in books { book.shelf.isFolded.withLock { $0 = true } }
  }

  private var kept: OpenMatters? { open.flatMap { $0.cover(self) ? $0 : nil } }

  /// What every subject leaves to be done by itself, in the order of the board.
  var matters: [OpenMatter] {
    if let kept { return kept.matters(at: self) }
    if !shelf.isFolded.withLock({ $0 }) { Book.fold([self]) }
    let ids = OpenMatter.kinds.flatMap { chronicle.subjects($0) }
    return ids.compactMap { id in shelf.states.withLock { $0[id] }.flatMap { OpenMatter($0) } }
  }

  package var position: Int { chronicle.position }

  /// The state of a subject that exists at this reading.
  package func state(of id: SubjectID) -> SubjectState? {
    let known = shelf.states.withLock { $0[id] }
    let state = known ?? chronicle.state(of: id, asOf: asOf)
    if known == nil { shelf.states.withLock { $0[id] = state } }
    return state.isFounded ? state : nil
  }

  /// The state of a subject as far as names go (`Chronicle.naming`): at this reading, or else whenever effective.
  package func naming(of id: SubjectID) -> SubjectState {
    if let known = shelf.names.withLock({ $0[id] }) { return known }
    let now = chronicle.naming(of: id, asOf: asOf)
    let state = now.isFounded || asOf == nil ? now : chronicle.naming(of: id)
    shelf.names.withLock { $0[id] = state }
    return state
  }

  private func all<S: Subject>(_ kind: SubjectKind, _ own: (SubjectState) -> S?) -> [S] {
    chronicle.subjects(kind).compactMap { state(of: $0).flatMap(own) }
  }

  package var ledger: Ledger? { if case .ledger(let state)? = state(of: .ledger) { state } else { nil } }
  package var promises: [CitizenPromise] { all(.promise) { if case .promise(let state) = $0 { state } else { nil } } }
  package var situations: [Situation] { all(.situation) { if case .situation(let state) = $0 { state } else { nil } } }
  package var indicators: [Indicator] { all(.indicator) { if case .indicator(let state) = $0 { state } else { nil } } }
  package var cases: [Case] { all(.case) { if case .case(let state) = $0 { state } else { nil } } }
  package var measures: [Measure] { all(.measure) { if case .measure(let state) = $0 { state } else { nil } } }
  package var decisions: [Decision] { all(.decision) { if case .decision(let state) = $0 { state } else { nil } } }
  package var bodies: [Body] { all(.body) { if case .body(let state) = $0 { state } else { nil } } }
  package var delegations: [Delegation] {
    all(.delegation) { if case .delegation(let state) = $0 { state } else { nil } }
  }
  package var meetings: [Meeting] { all(.meeting) { if case .meeting(let state) = $0 { state } else { nil } } }
  package var followUps: [FollowUp] { all(.followUp) { if case .followUp(let state) = $0 { state } else { nil } } }
  package var recommendations: [Recommendation] {
    all(.recommendation) { if case .recommendation(let state) = $0 { state } else { nil } }
  }

  package func promise(_ id: SubjectID?) -> CitizenPromise? {
    if let id, case .promise(let state)? = self.state(of: id) { state } else { nil }
  }
  package func measure(_ id: SubjectID) -> Measure? {
    if case .measure(let state)? = state(of: id) { state } else { nil }
  }
  package func decision(_ id: SubjectID?) -> Decision? {
    if let id, case .decision(let state)? = state(of: id) { state } else { nil }
  }
  package func body(_ id: SubjectID?) -> Body? {
    if let id, case .body(let state)? = state(of: id) { state } else { nil }
  }
  package func meeting(_ id: SubjectID?) -> Meeting? {
    if let id, case .meeting(let state)? = state(of: id) { state } else { nil }
  }
  package func indicator(_ id: SubjectID) -> Indicator? {
    if case .indicator(let state)? = state(of: id) { state } else { nil }
  }
}

extension Book {
  /// The next meeting on or after a day, of one body or of any; none that was called off.
  package func nextMeeting(of body: SubjectID? = nil, onOrAfter day: LocalDate) -> Meeting? {
    let planned = meetingDays.filter { meeting in
      guard let planned = meeting.day, planned >= day else { return false }
      return body == nil || meeting.body == body
    }
    return planned.min { ($0.day ?? day) < ($1.day ?? day) }.flatMap { meeting($0.id) }
  }

  private var meetingDays: [(id: SubjectID, body: SubjectID?, day: LocalDate?)] {
    if let kept {
      return kept.matters(at: self).filter { $0.subject.kind == .meeting }.map { ($0.subject, $0.body, $0.day) }
    }
    return meetings.filter { $0.callingOff == nil }.map { ($0.id, $0.body, $0.day) }
  }

  /// What people call a subject at this reading; a meeting without a name is called by its body and day.
  package func title(of id: SubjectID) -> String? {
    let isNamedByFew = Chronicle.namingTypes[id.kind] != nil
    let known = isNamedByFew ? chronicle.naming(of: id, asOf: asOf) : state(of: id)
    guard let state = known, state.isFounded else { return nil }
    if let name = state.name { return name }
    guard case .meeting(let meeting) = state else { return nil }
    return meetingTitle(meeting.body, meeting.day)
  }

  /// What a meeting without a name is called.
  func meetingTitle(_ body: SubjectID?, _ day: LocalDate?) -> String? {
    guard let body = body.flatMap({ title(of: $0) }) else { return nil }
    return day.map { "\(body) \($0)" } ?? body
  }
}
