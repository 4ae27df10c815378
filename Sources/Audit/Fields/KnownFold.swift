import LedgerDomain
import Projections

/// The fold of a subject as more and more becomes known of it: after each event the same entries as `Fold.entries`, folded
/// anew only from the first place that the event has changed.
///
/// An event that comes last in the order of the fold costs its own step. States are kept at every 16th place.
struct KnownFold {
  private let subject: SubjectID
  private let end: Instant?
  /// The entries that count, corrected, in the order of the fold.
  private(set) var entries: [Event] = []
  /// The corrections and reversals, in order of position.
  private(set) var about: [Event] = []
  private(set) var state: SubjectState
  /// The place of the entry that founds the subject; nil as long as none does.
  private(set) var founding: Int?
  private var originals: [EventID: Event] = [:]
  private var reversed: Set<EventID> = []
  /// States before the places 0, 16, 32 …
  private var marks: [SubjectState]

  private static let stride = 16

  init(_ subject: SubjectID, asOf: Effective?) {
    self.subject = subject
    end = asOf?.endOfReading
    state = SubjectState(id: subject)
    marks = [state]
  }

  /// An event as it was recorded.
  func original(_ id: EventID) -> Event? { originals[id] }

  /// Takes the next event about the subject. `step` is shown each place that is folded anew, with the state after it.
  /// Gives the first place that is another than before; nil where none is.
  mutating func know(_ event: Event, step: (Int, SubjectState) -> Void) -> Int? {
    guard let changed = change(by: event) else { return nil }
    refold(from: changed, step)
    return changed
  }

  /// The state before a place. Requires a place among the entries, or the end.
  func state(before place: Int) -> SubjectState {
    if place == entries.count { return state }
    let mark = place / Self.stride
    var state = marks[mark]
    for entry in entries[(mark * Self.stride)..<place] { state.apply(entry) }
    return state
  }

  /// Works the event into the entries; gives the first place that it changed.
  private mutating func change(by event: Event) -> Int? {
    guard case .entry(let fact) = event.fact, event.isAboutAnEntry else {
      let isNew = originals.updateValue(event, forKey: event.id) == nil
      return place(event.id, isNew: isNew)
    }
    about.append(event)
    switch fact {
    case .corrected(let corrected): return place(corrected.event)
    case .reversed(let reversal):
      reversed.insert(reversal.event)
      if originals[reversal.event] != nil { return place(reversal.event) }
      // A reversed correction no longer corrects.
      for case .entry(.corrected(let corrected)) in about.filter({ $0.id == reversal.event }).map(\.fact) {
        return place(corrected.event)
      }
      return nil
    case .documentAttached, .secrecyMarked, .secrecyLifted, .valueErased, .valueDisclosed: return nil
    }
  }

  /// Puts an entry where it now belongs, or nowhere; gives the first place that is another than before.
  private mutating func place(_ id: EventID, isNew: Bool = false) -> Int? {
    guard let original = originals[id] else { return nil }
    let entry = about.isEmpty ? original : Correction.corrected(original, by: about)
    let isLater = end.map { end in entry.effective.map { $0.start >= end } ?? false } ?? false
    let counts = !reversed.contains(id) && !isLater
    let old = isNew ? nil : entries.lastIndex { $0.id == id }
    if let old {
      if counts, entries[old] == entry { return nil }
      entries.remove(at: old)
    }
    guard counts else { return old }
    var new = entries.count
    while new > 0, Fold.inOrder(entry, entries[new - 1]) { new -= 1 }
    entries.insert(entry, at: new)
    return min(old ?? new, new)
  }

  private mutating func refold(from place: Int, _ step: (Int, SubjectState) -> Void) {
    let mark = min(place / Self.stride, marks.count - 1)
    let isAtEnd = place == entries.count - 1 && folded == place
    if !isAtEnd {
      marks.removeLast(marks.count - mark - 1)
      state = marks[mark]
      if let founding, founding >= mark * Self.stride { self.founding = nil }
    }
    for index in (isAtEnd ? place : mark * Self.stride)..<entries.count {
      if index % Self.stride == 0, index / Self.stride == marks.count { marks.append(state) }
      apply(entries[index], at: index, from: place, step)
    }
    folded = entries.count
  }

  /// How many entries the state has taken.
  private var folded = 0

  private mutating func apply(
    _ entry: Event, at index: Int, from place: Int, _ step: (Int, SubjectState) -> Void
  ) {
    state.apply(entry)
    if founding == nil, state.isFounded { founding = index }
    if index >= place { step(index, state) }
  }
}
