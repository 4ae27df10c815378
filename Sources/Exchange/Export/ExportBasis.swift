import Integrity
import JournalStore
package import LedgerDomain
package import StrictJSON
import Wording

/// On what an export rests: stated in the file itself where its form has a place for it, else in a file beside it.
package struct ExportBasis: JSONWritable, Hashable, Sendable {
  package let ledger: Text
  package let owner: Text
  package let identity: Text
  package let reality: LedgerReality
  /// The last position that is exported.
  package let position: Int
  /// How many lines the checkpoint covers, and the root over them.
  package let size: Int
  package let root: String
  /// The moment as of which states are; nil in a log of events, which has none.
  package var asOf: Effective?
  package var knownAt: Instant?

  package init(_ source: ExportSource, asOf: Effective? = nil, knownAt: Instant? = nil) {
    ledger = source.opened.title
    owner = source.opened.owner
    identity = source.opened.identity
    reality = source.opened.reality
    position = source.through
    size = source.checkpoint.size
    root = source.checkpoint.root.base64
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// Whether sealed values are shown in clear.
  package var isRevealed = false

  /// What an export says of sealed values.
  var masking: String {
    isRevealed
      ? "sealed values, and what is marked secret, are shown in clear; erased values as \(StandingWords.maskedInData)"
      : "sealed values, and texts about what is marked secret, are shown as \(StandingWords.maskedInData)"
  }

  /// The basis as names and texts, for tables and attributes.
  package var rows: [(name: String, value: String)] {
    [
      ("ledger", ledger.text), ("owner", owner.text), ("identity", identity.text), ("reality", reality.text),
      ("position", String(position)), ("size", String(size)), ("root", root),
    ] + (asOf.map { [("asOf", $0.text)] } ?? []) + (knownAt.map { [("knownAt", $0.text)] } ?? []) + [
      ("masking", masking)
    ]
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("ledger", ledger)
    pen.write("owner", owner)
    pen.write("identity", identity)
    pen.write("reality", reality)
    pen.write("position", position)
    pen.write("size", size)
    pen.write("root", Text(root))
    pen.write("asOf", asOf)
    pen.write("knownAt", knownAt)
    pen.write("masking", Text(masking))
    pen.endObject()
  }
}
