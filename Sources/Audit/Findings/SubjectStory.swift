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
  /// The type of each of `entries`: rules ask for it again and again.
  private let types: [String]

  /// Reads the story from the known events about a subject, in order of position.
  package init(_ id: SubjectID, _ events: [Event], asOf: Effective?) {
    self.id = id
    self.events = events
    entries = Fold.entries(events, asOf: asOf)
    types = entries.map(\.fact.type)
    state = SubjectState(id: id, entries)
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
  func entries(_ type: String) -> [Event] {
    types.contains(type) ? entries.indices.filter { types[$0] == type }.map { entries[$0] } : []
  }

  /// Whether there is an entry of a type.
  func has(_ type: String) -> Bool { types.contains(type) }

  /// Whether an entry was recorded with the mark.
  func isMarked(_ event: Event, _ kind: Irregularity) -> Bool {
    event.circumstances.irregular?.kinds.contains(kind) ?? false
  }
}
