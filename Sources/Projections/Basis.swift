package import LedgerDomain
package import StrictJSON

/// On what an answer rests: every answer states it, on screen and on paper.
package struct Basis: JSONWritable, Hashable, Sendable {
  package var ledger: Text
  package var owner: Text
  package var reality: LedgerReality
  /// The last position that was read.
  package var position: Int
  /// When that entry was recorded.
  package var recorded: Instant?
  package var asOf: Effective?
  package var knownAt: Instant?
  /// The root over all lines of the journal, base64, and the number of lines it covers; recomputed from the lines for this answer, but for those that `cached` counts.
  package var root: Text?
  package var size: Int
  /// How many of those lines were not read for this answer: they reproduced the root when the cache was made. Absent
  /// where all were.
  package var cached: Int?

  /// The basis of an answer from a replay of the whole journal.
  package init(_ replay: MeasureReplay, asOf: Effective) {
    ledger = replay.opened.title
    owner = replay.opened.owner
    reality = replay.opened.reality
    position = replay.size
    recorded = replay.lastRecorded
    self.asOf = asOf
    root = Text(replay.root)
    size = replay.size
  }

  package init(_ book: Book, knownAt: Instant?, root: Text?, size: Int) {
    ledger = book.ledger?.opened?.title ?? "?"
    owner = book.ledger?.opened?.owner ?? "?"
    reality = book.ledger?.opened?.reality ?? .real
    position = book.position
    recorded = book.chronicle.lastRecorded
    asOf = book.asOf
    self.knownAt = knownAt
    self.root = root
    self.size = size
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("ledger", ledger)
    pen.write("owner", owner)
    pen.write("reality", reality)
    pen.write("position", position)
    pen.write("recorded", recorded)
    pen.write("asOf", asOf)
    pen.write("knownAt", knownAt)
    pen.write("root", root)
    pen.write("size", size)
    pen.write("cached", cached)
    pen.endObject()
  }
}
