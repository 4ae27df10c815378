import Foundation
import Integrity
package import JournalStore
package import LedgerDomain
import StrictJSON

/// The files of a ledger that holds given events, as a writer would have left them: nothing is decided or refused, so
/// they can be what no rule of the domain allows. The lines follow on each other as a reader wants them.
package struct RawLedger: Sendable {
  /// Requires positions 1, 2, 3 …, of which the first opens the ledger.
  package let events: [Event]
  /// The positions after the first one with which a segment begins.
  package var segmentStarts: Set<Int> = []
  /// How many lines the checkpoint covers; nil for all.
  package var coveredCount: Int?

  package init(_ events: [Event], segmentStarts: Set<Int> = [], coveredCount: Int? = nil) {
    self.events = events
    self.segmentStarts = segmentStarts
    self.coveredCount = coveredCount
  }

  /// The identity that the first event states.
  package var identity: LedgerIdentity {
    guard case .ledger(.opened(let opened))? = events.first?.fact else { preconditionFailure("no opening") }
    return LedgerIdentity(written: opened.identity.text)
  }

  /// The lines without LFs.
  package var lines: [[UInt8]] {
    var prev: ChainMark?
    let source = identity
    return events.map { event in
      let line = LineFormat.encode(event, source: source, prev: prev)
      prev = ChainMark(of: MerkleTree.leafHash(line))
      return line
    }
  }

  /// The segments' names and bytes, in order.
  package var segments: [(name: String, bytes: [UInt8])] {
    var segments: [(name: String, bytes: [UInt8])] = []
    for (index, line) in lines.enumerated() {
      if index == 0 || segmentStarts.contains(index + 1) { segments.append((Self.name(from: index + 1), [])) }
      segments[segments.count - 1].bytes += line + [0x0A]
    }
    return segments
  }

  package static func name(from position: Int) -> String {
    let digits = String(position)
    return String(repeating: "0", count: 12 - digits.utf8.count) + digits + ".jsonl"
  }

  /// The checkpoint over the lines that it covers.
  package var checkpoint: [UInt8] {
    var range = CompactRange()
    for line in lines.prefix(coveredCount ?? events.count) { range.append(MerkleTree.leafHash(line)) }
    return Array(Checkpoint(origin: identity.origin, size: range.size, root: range.root).text.utf8)
  }

  /// Writes the folder, in place of one that may be there.
  package func write(to folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: "\(folder)/events", withIntermediateDirectories: true)
    for segment in segments { try Data(segment.bytes).write(to: URL(filePath: "\(folder)/events/\(segment.name)")) }
    try Data(checkpoint).write(to: URL(filePath: "\(folder)/checkpoint"))
    let copy = events[0].fact.data(with: events[0].circumstances).prettyText + "\n"
    try Data(copy.utf8).write(to: URL(filePath: "\(folder)/ledger.json"))
  }

  /// The ledger cut behind a position.
  package func prefix(_ count: Int) -> RawLedger {
    RawLedger(Array(events.prefix(count)), segmentStarts: segmentStarts.filter { $0 <= count })
  }
}
