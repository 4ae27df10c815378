package import DurableFiles
import Integrity
import JournalStore
package import LedgerDomain

/// A whole journal replayed to where its measures stand, in one sweep, without a cache and without an index: every line
/// strict, hashed, and the root that of the checkpoint.
package struct MeasureReplay {
  package let opened: LedgerOpened
  package let lastRecorded: Instant
  /// How many lines were read, and the root over them.
  package let size: Int
  package let root: String
  /// The events about promises, which name the areas.
  package let promises: [SubjectID: [Event]]
  private let tally: MeasureTally
  private let groups: MeasureGroups

  /// Replays a ledger; nil where it is not sure that all is right: then `JournalView` is the one to ask.
  package init?(_ path: String, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws(FileError) {
    guard let sweep = try JournalSweep(path),
      let outcome = try sweep.run(empty: BothTallies(MeasureTally(), PromiseTally()), progress: progress),
      let last = outcome.tally.one.lastRecorded
    else { return nil }
    opened = sweep.opened
    lastRecorded = Instant(milliseconds: last)
    size = outcome.range.end
    root = outcome.range.root.base64
    promises = Dictionary(grouping: outcome.tally.other.events, by: \.subject)
    tally = outcome.tally.one
    groups = MeasureGroups(tally.rows)
  }

  /// How many measures stand where, as of a moment.
  package func counts(asOf: Effective) -> MeasureCounts {
    tally.counts(groups, before: asOf.endOfReading.milliseconds)
  }
}

/// The events about promises: few in any ledger.
private struct PromiseTally: LineTally {
  private(set) var events: [Event] = []

  mutating func take(_ line: SweptLine) {
    guard line.facts.subject.kind == .promise, let read = try? LineFormat.decode(Array(line.bytes)) else { return }
    events.append(read.event)
  }

  mutating func join(_ next: PromiseTally) { events += next.events }
}
