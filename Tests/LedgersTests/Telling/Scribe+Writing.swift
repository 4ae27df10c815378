import DurableFiles
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Synchronization
import TestSupport

extension Scribe {
  /// Writes the ledger into a folder that has none, with the journal's own writer and the story's clock.
  ///
  /// The writer makes `ledger.json`, `events/`, `checkpoint`, `sealed/` and `presented/` as for any ledger; of `sealed/` it
  /// removes what the story erases.
  func write(to path: String) throws {
    let clock = StoryClock()
    let settings = WriterSettings(holder: "LedgersTests") { clock.now }
    guard let opening = recorded.first, opening.proposals.count == 1 else { preconditionFailure("an opening alone") }
    clock.now = opening.time
    let writer = try JournalWriter.create(
      path, first: opening.proposals[0], recordedBy: opening.clerk, sealings: opening.sealings, settings)
    defer { writer.close() }
    for batch in recorded.dropFirst() {
      clock.now = batch.time
      let events = try writer.append(batch.proposals, recordedBy: batch.clerk, sealings: batch.sealings)
      precondition(events == Array(chronicle.events[(events[0].position - 1)...].prefix(events.count)))
    }
    for document in presented {
      _ = try PresentedFolder(of: LedgerFolder(path)).store(document)
    }
  }
}

/// The time in the story, which the journal's writer reads.
private final class StoryClock: Sendable {
  private let time = Mutex(Instant(milliseconds: 0))

  var now: Instant {
    get { time.withLock { $0 } }
    set { time.withLock { $0 = newValue } }
  }
}
