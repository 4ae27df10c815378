import Integrity
import LedgerDomain
import StrictJSON

/// Events that are recorded together or not at all, as lines that are ready to be written.
struct Batch {
  private(set) var events: [Event] = []
  private(set) var lines: [[UInt8]] = []
  private(set) var leafHashes: [Digest] = []

  /// The lines with their LFs, as one piece.
  var bytes: [UInt8] { lines.flatMap { $0 + [UInt8(ascii: "\n")] } }

  /// Makes the lines that follow on what is remembered, and reads each back: nothing is written that a reader would
  /// refuse. Without a memory they are the first of a ledger.
  init(
    _ proposals: [Proposal], recorded: Instant, recordedBy: Text, source: LedgerIdentity,
    after memory: WriterMemory?
  ) throws(AppendFailure) {
    var versions: [SubjectID: Int] = [:]
    let last = memory?.last
    var mark = last?.mark
    let count = proposals.count
    for (place, proposal) in proposals.enumerated() {
      let position = (last?.position ?? 0) + place + 1
      guard position <= LineFormat.integerLimit, count <= Self.countLimit else { throw .full }
      let subject = proposal.draft.subject
      let version = (versions[subject] ?? memory?.version(of: subject) ?? 0) + 1
      versions[subject] = version
      let event = proposal.event(
        recorded: recorded, recordedBy: recordedBy, position: position, subjectVersion: version,
        batch: count == 1 ? nil : BatchPlace(place: place + 1, count: count))
      let line = LineFormat.encode(event, source: source, prev: mark)
      guard line.count <= LineFormat.byteLimit else {
        throw .lineTooLong(proposal: place, byteCount: line.count)
      }
      try Self.readBack(line, event, place)
      let leafHash = MerkleTree.leafHash(line)
      mark = ChainMark(of: leafHash)
      events.append(event)
      lines.append(line)
      leafHashes.append(leafHash)
    }
  }

  /// The largest batch that `BatchPlace` has a text for.
  private static let countLimit = 999_999

  private static func readBack(_ line: [UInt8], _ event: Event, _ place: Int) throws(AppendFailure) {
    let decoded: DecodedLine
    do throws(LineProblem) {
      decoded = try LineFormat.decode(line)
    } catch {
      throw .unwritable(proposal: place, error)
    }
    guard decoded.event == event else { throw .unwritable(proposal: place, nil) }
  }

  /// The entries, given where the first line begins.
  func entries(in file: String, afterLine lineNumber: Int, from byteOffset: Int) -> [Entry] {
    var offset = byteOffset
    return events.indices.map { index in
      let place = LinePlace(file: file, lineNumber: lineNumber + index + 1, byteOffset: offset)
      offset += lines[index].count + 1
      return Entry(
        event: events[index], line: lines[index], leafHash: leafHashes[index], place: place,
        schemaVersion: events[index].fact.version)
    }
  }
}
