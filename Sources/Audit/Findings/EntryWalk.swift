package import LedgerDomain
import Projections
import StrictJSON

/// What a rule over all entries sees of one: its envelope, and whether it was imported. Nothing of its data.
package struct EntryFacts: Sendable {
  package let position: Int
  package let subject: SubjectID
  package let recorded: Instant
  package let isDated: Bool
  /// Whether it counts at the reading: not effective only after the moment asked.
  package let counts: Bool
  /// Whether it corrects or reverses another entry, and so has no effective date of its own.
  package let isAboutAnEntry: Bool
  /// The file that it was imported from, where it was.
  package let importedFrom: DocumentDigest?

  package init(
    position: Int, subject: SubjectID, recorded: Instant, isDated: Bool, counts: Bool, isAboutAnEntry: Bool,
    importedFrom: DocumentDigest?
  ) {
    self.position = position
    self.subject = subject
    self.recorded = recorded
    self.isDated = isDated
    self.counts = counts
    self.isAboutAnEntry = isAboutAnEntry
    self.importedFrom = importedFrom
  }

  package init(_ event: Event, asOf: Effective?, imports: Set<DocumentDigest>) {
    position = event.position
    subject = event.subject
    recorded = event.recorded
    isDated = event.effective != nil
    counts = event.counts(asOf)
    isAboutAnEntry = event.isAboutAnEntry
    importedFrom = event.imported(from: imports)
  }
}

extension Event {
  /// Whether it counts at a reading: not effective only after the moment asked.
  func counts(_ asOf: Effective?) -> Bool {
    guard let asOf, let effective else { return true }
    return effective.isCovered(by: asOf)
  }

  /// The file that it was imported from, of those that the ledger says were imported.
  func imported(from imports: Set<DocumentDigest>) -> DocumentDigest? {
    imports.isEmpty ? nil : circumstances.sources.lazy.map(\.document).first(where: imports.contains)
  }
}

/// What a rule over all entries remembers while it walks over them in order of position.
package struct EntryWalk: Sendable {
  /// How many it counts as tested.
  var tested = 0
  /// The entries that it will speak of, each with the one before it.
  var noted: [(before: EntryFacts?, entry: EntryFacts)] = []
  /// How many of each file.
  var counts: [DocumentDigest: (count: Int, first: EntryFacts, last: EntryFacts)] = [:]
}
