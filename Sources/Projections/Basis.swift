package import LedgerDomain
package import StrictJSON

/// On what an answer rests: every answer states it, on screen and on paper.
package struct Basis: Codable, Hashable, Sendable {
  package var ledger: Text
  package var owner: Text
  package var reality: LedgerReality
  /// The last position that was read.
  package var position: Int
  /// When that entry was recorded.
  package var recorded: Instant?
  package var asOf: Effective?
  package var knownAt: Instant?
  /// The root over all lines of the journal, base64, and the number of lines it covers; recomputed from the lines for this answer.
  package var root: Text?
  package var size: Int

  package init(_ book: Book, knownAt: Instant?, root: Text?, size: Int) {
    ledger = book.ledger?.opened?.title ?? "?"
    owner = book.ledger?.opened?.owner ?? "?"
    reality = book.ledger?.opened?.reality ?? .real
    position = book.position
    recorded = book.chronicle.last?.recorded
    asOf = book.asOf
    self.knownAt = knownAt
    self.root = root
    self.size = size
  }
}
