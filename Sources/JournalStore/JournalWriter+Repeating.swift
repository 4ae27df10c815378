import Integrity
import LedgerDomain
import StrictJSON

/// Proposals that are put again, when it is not known whether they arrived: their ids make them one event each.
extension JournalWriter {
  /// The position of the first proposal's event, where it is recorded; nil where none of them is.
  ///
  /// Refuses an id that two proposals have, and proposals of which a later one is recorded and the first one not.
  func recordedPosition(_ ids: [EventID]) throws(AppendFailure) -> Int? {
    guard let first = ids.first else { return nil }
    if ids.count > 1 {
      var table = IDTable(room: ids.count)
      for id in ids where !table.add(id) { throw .idTwice(id) }
    }
    let recorded = try reading { () throws(JournalError) in try memory.firstRecorded(ids[...]) }
    guard let recorded else { return nil }
    if recorded.id == first { return recorded.position }
    // The first one recorded is named only where the first of all is not.
    if let start = try position(of: first) { return start }
    throw .idReused(recorded.id, position: recorded.position)
  }

  private func position(of id: EventID) throws(AppendFailure) -> Int? {
    try reading { () throws(JournalError) in try memory.position(of: id) }
  }

  /// The events that proposals have become already, the first of them at a position; refuses other content.
  func recorded(
    _ proposals: [Proposal], _ ids: [EventID], _ recordedBy: Text, at start: Int
  ) throws(AppendFailure) -> [Event] {
    let events = try reading { () throws(JournalError) in
      try memory.events(from: start, count: proposals.count)
    }
    for (place, proposal) in proposals.enumerated() {
      guard place < events.count else { throw .idReused(ids[0], position: start) }
      let event = events[place]
      let same = proposal.event(
        recorded: event.recorded, recordedBy: recordedBy, position: event.position,
        subjectVersion: event.subjectVersion, batch: BatchPlace(of: place, in: proposals.count))
      guard same == event else { throw try reused(ids[place], ids[0], at: start) }
    }
    return events
  }

  /// The positions of the events that raw proposals have become already: each line must be the one that would be written
  /// now at its place and time.
  func recorded(
    _ proposals: [RawProposal], _ recordedBy: Text, at start: Int
  ) throws(AppendFailure) -> Range<Int> {
    let lookup = LineLookup(memory.view)
    let buffer = LineBuffer()
    var encoder = LineEncoder(source: memory.identity)
    for (place, proposal) in proposals.enumerated() {
      let position = start + place
      guard position <= self.position else { throw .idReused(proposals[0].id, position: start) }
      let (facts, line) = try reading { () throws(JournalError) in
        let (place, _, bytes) = try memory.line(at: position)
        return (try lookup.scan(bytes, place, position), bytes)
      }
      buffer.removeAll()
      let head = proposal.head(
        position: position, subjectVersion: facts.subjectVersion, batch: BatchPlace(of: place, in: proposals.count),
        prev: facts.prev)
      encoder.begin(recorded: Instant(milliseconds: facts.recorded), recordedBy: recordedBy)
      let range = proposal.data.withUnsafeBufferPointer { encoder.encode(head, data: $0, into: buffer) }
      guard buffer.bytes[range].elementsEqual(line) else {
        throw try reused(proposal.id, proposals[0].id, at: start)
      }
    }
    return start..<(start + proposals.count)
  }

  /// The refusal of a proposal that is not what is recorded: by its own id where that is recorded, else by the first's.
  private func reused(
    _ id: EventID, _ first: EventID, at start: Int
  ) throws(AppendFailure) -> AppendFailure {
    guard let position = try position(of: id) else { return .idReused(first, position: start) }
    return .idReused(id, position: position)
  }
}

extension BatchPlace {
  /// A place, from 0, among so many events; nil for an event alone.
  init?(of place: Int, in count: Int) {
    guard count > 1 else { return nil }
    self.init(place: place + 1, count: count)
  }
}
