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
    let reversed = Correction.reversed(in: events)
    let end = asOf?.endOfReading
    return events.filter { event in
      if reversed.contains(event.id) { return false }
      return !event.isAboutAnEntry
    }.map { Correction.corrected($0, by: events) }.filter { event in
      guard let end, let effective = event.effective else { return true }
      return effective.start < end
    }.sorted(by: inOrder)
  }

  /// The state of a subject; empty and not founded when nothing of it is known and effective.
  package static func state(of id: SubjectID, _ events: [Event], asOf: Effective? = nil) -> SubjectState {
    entries(events, asOf: asOf).reduce(into: SubjectState(id: id)) { state, event in state.apply(event) }
  }

  /// Undated before dated, then by effective moment, then by position.
  private static func inOrder(_ one: Event, _ other: Event) -> Bool {
    switch (one.effective?.start, other.effective?.start) {
    case (nil, nil): one.position < other.position
    case (nil, _): true
    case (_, nil): false
    case (let a?, let b?): a == b ? one.position < other.position : a < b
    }
  }
}

extension Event {
  /// Whether it corrects or reverses another entry.
  package var isAboutAnEntry: Bool {
    if case .entry(let fact) = fact {
      switch fact {
      case .corrected, .reversed: return true
      case .documentAttached, .secrecyMarked, .secrecyLifted, .valueErased: return false
      }
    }
    return false
  }
}
