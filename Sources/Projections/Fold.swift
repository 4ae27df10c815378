package import LedgerDomain

/// The fold of one subject: from its entries to its state at two clock readings.
///
/// Take the subject's events in the known prefix; drop reversed ones; substitute corrections; drop those effective after the day
/// asked; order by (effective, position), undated first; evolve. The known prefix is the caller's: what is not in `events` is not known.
package enum Fold {
  /// The entries that count, corrected, in the order in which they evolve the state. Corrections and reversals have done their
  /// work and are not among them.
  ///
  /// Requires events of one subject in order of position. Cost: the number of events times that of corrections among them.
  package static func entries(_ events: [Event], asOf: Effective? = nil) -> [Event] {
    // Most subjects have entries that are as they were recorded, all effective, and in order already.
    if isAsRecorded(events, asOf: asOf) { return events }
    // Few entries are about others, and an event is a large value: what need not be looked at again is not.
    let about = events.filter(\.isAboutAnEntry)
    let reversed = Correction.reversed(in: about)
    var counted: [Event] = []
    for event in events where !event.isAboutAnEntry && !reversed.contains(event.id) {
      let corrected = about.isEmpty ? event : Correction.corrected(event, by: about)
      if isEffective(corrected, asOf) { counted.append(corrected) }
    }
    counted.sort(by: inOrder)
    return counted
  }

  /// The state of a subject; empty and not founded when nothing of it is known and effective.
  package static func state(of id: SubjectID, _ events: [Event], asOf: Effective? = nil) -> SubjectState {
    SubjectState(id: id, entries(events, asOf: asOf))
  }

  private static func isEffective(_ event: Event, _ asOf: Effective?) -> Bool {
    guard let asOf, let effective = event.effective else { return true }
    return effective.isCovered(by: asOf)
  }

  /// Whether the events are their own fold: none is about another, all are effective, and they stand in order.
  private static func isAsRecorded(_ events: [Event], asOf: Effective?) -> Bool {
    var last: Effective?
    for event in events {
      if event.isAboutAnEntry || !isEffective(event, asOf) { return false }
      if let last {
        guard let effective = event.effective, !(effective < last) else { return false }
      }
      last = event.effective
    }
    return true
  }

  /// Undated before dated, then by effective moment, then by position.
  package static func inOrder(_ one: Event, _ other: Event) -> Bool {
    switch (one.effective, other.effective) {
    case (nil, nil): one.position < other.position
    case (nil, _): true
    case (_, nil): false
    case (let a?, let b?): a < b || !(b < a) && one.position < other.position
    }
  }
}

extension Event {
  /// Whether it corrects or reverses another entry.
  package var isAboutAnEntry: Bool {
    if case .entry(let fact) = fact {
      switch fact {
      case .corrected, .reversed: return true
      case .documentAttached, .secrecyMarked, .secrecyLifted, .valueErased, .valueDisclosed: return false
      }
    }
    return false
  }
}
