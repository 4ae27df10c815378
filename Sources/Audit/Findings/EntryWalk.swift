package import LedgerDomain
import Projections
package import StrictJSON

/// What a rule over all entries sees of one: its envelope, and whether it was imported. Nothing of its data.
package struct EntryFacts: Sendable {
  package let position: Int
  package let id: EventID
  package let subject: SubjectID
  package let recorded: Instant
  package let recordedBy: Text
  package let isDated: Bool
  /// Whether it corrects or reverses another entry, and so has no effective date of its own.
  package let isAboutAnEntry: Bool
  /// The file that it was imported from, where it was.
  package let importedFrom: DocumentDigest?

  var citation: Finding.Citation { Finding.Citation(position: position, event: id) }

  package init(_ event: Event, imports: Set<DocumentDigest>) {
    position = event.position
    id = event.id
    subject = event.subject
    recorded = event.recorded
    recordedBy = event.recordedBy
    isDated = event.effective != nil
    isAboutAnEntry = event.isAboutAnEntry
    importedFrom =
      imports.isEmpty ? nil : event.circumstances.sources.lazy.map(\.document).first(where: imports.contains)
  }
}

/// What a rule over all entries remembers while it walks over them in order of position.
package struct EntryWalk: Sendable {
  /// How many it counts as tested.
  var tested = 0
  /// The entry before.
  var last: EntryFacts?
  /// The entries that it will speak of, each with the one before it.
  var noted: [(before: EntryFacts?, entry: EntryFacts)] = []
  /// How many of each file.
  var counts: [DocumentDigest: (count: Int, first: EntryFacts, last: EntryFacts)] = [:]
}
