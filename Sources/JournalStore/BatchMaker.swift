import Integrity
import LedgerDomain
import StrictJSON

/// Makes the lines of batches, and reads each back: nothing is written that a reader would refuse.
///
/// A line is made by `LineEncoder` and held against `LineScanner`, which walks over the bytes as a reader's sweep does;
/// one that the scanner does not accept goes to `LineFormat.decode`. Its facts must be those that it was made from. Memory
/// is used again for batch after batch: some 0.7 µs a line, and for a fact that is a Swift value the making of its data.
struct BatchMaker {
  private let source: LedgerIdentity
  private var encoder: LineEncoder
  private var scanner: LineScanner
  private let buffer = LineBuffer()
  private var data = JSONPen()
  /// The versions that subjects have come to in the batch that is being made; 0 for none.
  private var drafted = SubjectTable<Int32>(missing: 0)
  /// The type of the last event, and its number: events of a batch are often of one type.
  private var known: (type: String, number: Int) = (LedgerOpened.type, FactTypes.opening)

  init(source: LedgerIdentity) {
    self.source = source
    encoder = LineEncoder(source: source)
    scanner = LineScanner(source: source)
  }

  /// Makes the lines of proposals that follow on a line, and gives the events that they become. Without a line before
  /// they are the first of a ledger. `ids` are the keys of the proposals' ids, and `version` says how many events a
  /// subject has.
  mutating func make(
    _ proposals: [Proposal], _ ids: [EventID], recorded: Instant, recordedBy: Text, after last: WriterMemory.LastLine?,
    version: (SubjectID) throws(JournalError) -> Int
  ) throws(AppendFailure) -> (batch: Batch, events: [Event]) {
    var making = begin(proposals.count, recorded, recordedBy, last)
    defer { end(making) }
    var events: [Event] = []
    events.reserveCapacity(proposals.count)
    for proposal in proposals {
      let (place, batch) = (making.place, making.batchPlace)
      let (position, version) = try next(making, proposal.draft.subject, version)
      data.removeAll()
      proposal.write(into: &data)
      let head = proposal.head(
        ids[place], type: number(of: proposal.draft.fact.type), position: position, subjectVersion: version,
        batch: batch, prev: making.mark)
      let decoded = try add(head, data.bytes[...], &making)
      events.append(
        proposal.event(
          recorded: recorded, recordedBy: recordedBy, position: position, subjectVersion: version, batch: batch))
      if let decoded, decoded.event != events[place] { throw .unwritable(proposal: place, nil) }
    }
    return (making.batch, events)
  }

  /// Makes the lines of raw proposals that follow on a line.
  mutating func make(
    _ proposals: [RawProposal], recorded: Instant, recordedBy: Text, after last: WriterMemory.LastLine,
    version: (SubjectID) throws(JournalError) -> Int
  ) throws(AppendFailure) -> Batch {
    var making = begin(proposals.count, recorded, recordedBy, last)
    defer { end(making) }
    for proposal in proposals {
      let (position, version) = try next(making, proposal.subject, version)
      let head = proposal.head(
        position: position, subjectVersion: version, batch: making.batchPlace, prev: making.mark)
      _ = try add(head, proposal.data, &making)
    }
    return making.batch
  }

  /// A batch that is being made.
  private struct Making {
    var batch: Batch
    let recorded: Int64
    let count: Int
    /// The position before the batch.
    let start: Int
    var mark: ChainMark?

    var place: Int { batch.lines.count }
    var batchPlace: BatchPlace? { BatchPlace(of: place, in: count) }
  }

  private mutating func begin(
    _ count: Int, _ recorded: Instant, _ recordedBy: Text, _ last: WriterMemory.LastLine?
  ) -> Making {
    buffer.removeAll()
    encoder.begin(recorded: recorded, recordedBy: recordedBy)
    var making = Making(
      batch: Batch(recorded: recorded, buffer), recorded: recorded.milliseconds, count: count,
      start: last?.position ?? 0, mark: last?.mark)
    making.batch.lines.reserveCapacity(count)
    return making
  }

  private mutating func number(of type: String) -> Int {
    if known.type != type { known = (type, FactTypes.number(type)) }
    return known.number
  }

  /// Forgets the versions of the batch.
  private mutating func end(_ making: Making) {
    for line in making.batch.lines { drafted[line.subject] = 0 }
  }

  /// The position and the subject's version of the next line.
  private func next(
    _ making: borrowing Making, _ subject: SubjectID, _ version: (SubjectID) throws(JournalError) -> Int
  ) throws(AppendFailure) -> (position: Int, version: Int) {
    let position = making.start + making.place + 1
    guard position <= LineFormat.integerLimit, making.count <= Batch.countLimit else { throw .full }
    let known = Int(drafted[subject])
    if known > 0 { return (position, known + 1) }
    do throws(JournalError) {
      return (position, try version(subject) + 1)
    } catch {
      throw .unread(error)
    }
  }

  /// Adds a line; gives what the slow way has read back, where the line went it.
  private mutating func add(
    _ head: LineHead, _ data: ArraySlice<UInt8>, _ making: inout Making
  ) throws(AppendFailure) -> DecodedLine? {
    let place = making.place
    let range = data.withUnsafeBufferPointer { encoder.encode(head, data: $0, into: buffer) }
    guard range.count <= LineFormat.byteLimit else {
      throw .lineTooLong(proposal: place, byteCount: range.count)
    }
    let line = UnsafeBufferPointer(rebasing: buffer.bytes[range])
    var scanned = scanner.scan(line)
    var decoded: DecodedLine?
    if scanned == nil {
      let (facts, slow) = try scanSlowly(line, place)
      (scanned, decoded) = (facts, slow)
    }
    guard let facts = scanned, facts.states(head, recorded: making.recorded), facts.data.count == data.count else {
      throw .unwritable(proposal: place, nil)
    }
    let leafHash = MerkleTree.leafHash(UnsafeRawBufferPointer(line))
    making.mark = ChainMark(of: leafHash)
    drafted[head.subject] = Int32(truncatingIfNeeded: head.subjectVersion)
    making.batch.lines.append(
      Batch.Line(
        range: range, leafHash: leafHash, id: head.id, subject: head.subject,
        version: Int32(truncatingIfNeeded: head.subjectVersion)))
    if !scanner.findings.mentions.isEmpty {
      for subject in LineLookup.refs(in: UnsafeBufferPointer(rebasing: line[facts.data])) {
        making.batch.refs.append((subject, head.position))
      }
    }
    for digits in scanner.findings.commitments {
      guard let commitment = LineFindings.commitment(at: digits, in: line) else { continue }
      if facts.type == LineLookup.erasure, LineFindings.erases(digits, in: line) {
        making.batch.erased.append(commitment)
      } else {
        making.batch.commitments.append(commitment)
      }
    }
    return decoded
  }

  /// The facts of a line that the scanner left alone, read member by member.
  private mutating func scanSlowly(
    _ line: UnsafeBufferPointer<UInt8>, _ place: Int
  ) throws(AppendFailure) -> (LineFacts, DecodedLine) {
    let bytes = Array(line)
    let decoded: DecodedLine
    do throws(LineProblem) {
      decoded = try LineFormat.decode(bytes)
    } catch {
      throw .unwritable(proposal: place, error)
    }
    guard decoded.source == source else { throw .unwritable(proposal: place, nil) }
    return (scanner.take(decoded, bytes), decoded)
  }
}

extension LineFacts {
  /// Whether they are those that a line was made from. When it was true is held against what a line can state.
  fileprivate func states(_ head: LineHead, recorded: Int64) -> Bool {
    if case .instant(let moment)? = head.effective, moment.milliseconds % 1000 != 0 || Instant.isBeyond(moment) {
      return false
    }
    return id == head.id && type == head.type && subject == head.subject && self.recorded == recorded
      && position == head.position && subjectVersion == head.subjectVersion && batch == head.batch
      && prev == head.prev
  }
}

extension Instant {
  /// Whether a moment lies outside the years 0000 to 9999, which have texts.
  fileprivate static func isBeyond(_ moment: Instant) -> Bool {
    !(-62_167_219_200_000..<253_402_300_800_000).contains(moment.milliseconds)
  }
}
