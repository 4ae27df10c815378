package import LedgerDomain

/// The events of a ledger in order of position, and which of them are about each subject.
///
/// A reading by the known clock is a prefix of it. Memory: the events and one index per event.
package struct Chronicle: Sendable {
  package private(set) var events: [Event] = []
  private var indexes: [SubjectID: [Int]] = [:]

  package init() {}

  /// Requires positions 1, 2, 3 … with no gaps.
  package init(_ events: some Sequence<Event>) {
    for event in events { append(event) }
  }

  package var position: Int { events.count }

  /// Requires the next position.
  package mutating func append(_ event: Event) {
    precondition(event.position == events.count + 1, "positions have no gaps")
    indexes[event.subject, default: []].append(events.count)
    events.append(event)
  }

  /// The events about a subject, in order of position.
  package func events(about id: SubjectID) -> [Event] { indexes[id, default: []].map { events[$0] } }

  /// The subjects of a kind that any event is about, in order of number.
  package func subjects(_ kind: SubjectKind) -> [SubjectID] { indexes.keys.filter { $0.kind == kind }.sorted() }

  package var allSubjects: [SubjectID] { indexes.keys.sorted() }

  /// The next free number of a kind.
  package func nextID(_ kind: SubjectKind) -> SubjectID {
    SubjectID(kind, (subjects(kind).last?.number ?? 0) + 1)
  }

  package func state(of id: SubjectID, asOf: Effective? = nil) -> SubjectState {
    Fold.state(of: id, events(about: id), asOf: asOf)
  }

  /// The last position whose recorded time is not later than the moment; 0 when there is none.
  package func position(knownAt moment: Instant) -> Int {
    (events.lastIndex { $0.recorded <= moment } ?? -1) + 1
  }

  /// What was known through a position. Requires 0 ≤ position ≤ the last.
  package func known(through position: Int) -> Chronicle {
    position >= events.count ? self : Chronicle(events.prefix(max(0, position)))
  }

  /// The corrections of an entry that stand, in order of position: what was said of it may no longer be so.
  package func corrections(of id: EventID, about subject: SubjectID) -> [Event] {
    let events = events(about: subject)
    let reversed = Correction.reversed(in: events)
    return events.filter { event in
      guard case .entry(.corrected(let corrected)) = event.fact else { return false }
      return corrected.event == id && !reversed.contains(event.id)
    }
  }

  /// The event with an identity.
  package func event(_ id: EventID) -> Event? { events.first { $0.id == id } }
}
