package import LedgerDomain
import Projections
import StrictJSON

/// The story of one subject as a rule reads it: its state, the entries that made it, and what was said about these.
package struct SubjectStory: Sendable {
  package let id: SubjectID
  /// Folded at the two clocks of the reading.
  package let state: SubjectState
  /// The entries that count, corrected, in the order of the fold.
  package let entries: [Event]
  /// All that is known about the subject, in order of position: as recorded, corrections and reversals among them.
  package let events: [Event]

  /// Reads the story from the known events about a subject, in order of position.
  package init(_ id: SubjectID, _ events: [Event], asOf: Effective?) {
    self.id = id
    self.events = events
    entries = Fold.entries(events, asOf: asOf)
    state = entries.reduce(into: SubjectState(id: id)) { state, event in state.apply(event) }
  }

  /// The marks of irregularity among the entries that count, by position.
  var irregular: [Int: Irregular] {
    var marks: [Int: Irregular] = [:]
    for event in entries {
      if let irregular = event.circumstances.irregular { marks[event.position] = irregular }
    }
    return marks
  }

  /// The entries of a type, in the order of the fold.
  func entries(_ type: String) -> [Event] { entries.filter { $0.fact.type == type } }

  /// Whether an entry was recorded with the mark.
  func isMarked(_ event: Event, _ kind: Irregularity) -> Bool {
    event.circumstances.irregular?.kinds.contains(kind) ?? false
  }
}
