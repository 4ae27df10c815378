package import DurableFiles
package import Integrity
package import LedgerDomain

/// The subjects of some kinds in a journal, swept once, to be read one after the other with their events: what is made of many
/// subjects, each of which is forgotten when it is done, is.
///
/// The sweep has hashed every line and reproduced the checkpoint's root. Of each line about such a subject it keeps where it lies, 32
/// bytes in the order of subjects; in a file without a name where a folder is given for it, so that memory does not grow with the
/// journal, and else in memory. The lines are read again from the same open files and not hashed again: a file changed in between is noticed
/// where a line is no longer one.
package struct SubjectScan: Sendable {
  package let opened: LedgerOpened
  package let checkpoint: Checkpoint
  /// The border of the tree over all lines that were swept.
  package let range: CompactRange
  /// When the last line was recorded.
  package let lastRecorded: Instant
  private let traces: Spool
  private let pieces: [Piece]
  private let segments: [Sweep.Segment]
  /// The segments' files, relative to the ledger's folder.
  private let names: [String]

  /// Some subjects of one kind, and where their lines' traces lie.
  private struct Piece {
    let kind: SubjectKind
    var traces: Range<Int>
    var subjectCount = 0
  }

  /// Sweeps all lines; nil where it is not sure that all is right, which `JournalView` then looks at. `folder` is where a file for
  /// what is kept may be made.
  package init?(
    _ path: String, of kinds: Set<SubjectKind>, waitingIn folder: String?, recordsInRun: Int = 1 << 16,
    operations: FileOperations = .system, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(FileError) {
    let sorter = RecordSorter(in: folder, recordsInRun: recordsInRun, operations: operations)
    guard let sweep = try JournalSweep(path, operations: operations),
      let swept = try sweep.run(empty: PlaceTally(kinds, sorter), progress: progress)
    else { return nil }
    opened = sweep.opened
    checkpoint = sweep.checkpoint
    range = swept.range
    segments = sweep.files.segments
    names = sweep.files.names
    lastRecorded = Instant(milliseconds: swept.tally.lastRecorded)
    traces = Spool(in: folder, operations: operations)
    pieces = try Self.pieces(of: sorter, into: traces)
    try traces.check()
  }

  /// The same for an answer, which needs no place to write: what is kept lies in a file in the folder where one can be written there,
  /// and else in memory.
  package static func forAnswer(
    _ path: String, of kinds: Set<SubjectKind>, waitingIn folder: String?,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(FileError) -> SubjectScan? {
    do throws(FileError) {
      return try SubjectScan(path, of: kinds, waitingIn: folder, progress: progress)
    } catch {
      return try SubjectScan(path, of: kinds, waitingIn: nil, progress: progress)
    }
  }

  /// Puts the traces in order, and cuts them where a subject ends and there are enough of them.
  private static func pieces(of sorter: RecordSorter, into traces: Spool) throws(FileError) -> [Piece] {
    var pieces: [Piece] = []
    var last: UInt64?
    try sorter.drain { (records: [RecordSorter.Record]) throws(FileError) in
      traces.append(records)
      for record in records {
        if record.first != last {
          last = record.first
          guard let subject = SubjectID(key: record.first) else { preconditionFailure("a key stands for a subject") }
          let isFull = pieces.last.map {
            $0.kind != subject.kind || $0.subjectCount == subjectsInPiece || $0.traces.count >= linesInPiece
          }
          if isFull ?? true {
            let start = pieces.last?.traces.upperBound ?? 0
            pieces.append(Piece(kind: subject.kind, traces: start..<start))
          }
          pieces[pieces.count - 1].subjectCount += 1
        }
        let range = pieces[pieces.count - 1].traces
        pieces[pieces.count - 1].traces = range.lowerBound..<(range.upperBound + 1)
      }
    }
    return pieces
  }

  /// How many subjects a thread takes at a time, and with how many lines it needs no more.
  private static let subjectsInPiece = 128
  private static let linesInPiece = 2048

  /// Shows every subject of some kinds among those swept to a tally, in order, on all processors; of each the events up to a
  /// position, where there are any. `sparing` is what it is for `SubjectReplay`.
  ///
  /// Memory: some pieces, and what the tally keeps. Cost: reading each line again and making an event of it.
  package func run<Tally: SubjectTally>(
    _ kinds: Set<SubjectKind>, through position: Int, sparing: Set<String> = [], empty: Tally
  ) throws(JournalError) -> Tally {
    let spared = FactTypes.marks(of: sparing)
    let chosen = pieces.filter { kinds.contains($0.kind) }
    return try empty.joined(chosen.count, scratch: { LineRoom() }) { index, room, tally throws(JournalError) in
      try show(chosen[index], through: position, sparing: spared, room, to: &tally)
    }
  }

  private func show<Tally: SubjectTally>(
    _ piece: Piece, through position: Int, sparing: [Bool], _ room: LineRoom, to tally: inout Tally
  ) throws(JournalError) {
    let places: [SweptPlace]
    do throws(FileError) { places = try traces.records(piece.traces).map { SweptPlace($0) } } catch {
      throw .file(error)
    }
    var start = 0
    while start < places.count {
      let subject = places[start].subject
      let end = places[start...].firstIndex { $0.subject != subject } ?? places.count
      let isAmended = places[start..<end].contains { FactTypes.isAmending[Int($0.type)] }
      guard let id = SubjectID(key: subject) else { preconditionFailure("a key stands for a subject") }
      var events: [Event] = []
      events.reserveCapacity(end - start)
      for place in places[start..<end] where place.position <= position {
        events.append(try read(place, about: id, isSpared: !isAmended && sparing[Int(place.type)], room))
      }
      if !events.isEmpty { tally.take(id, events) }
      start = end
    }
  }

  private func read(
    _ place: SweptPlace, about subject: SubjectID, isSpared: Bool, _ room: LineRoom
  ) throws(JournalError) -> Event {
    let target = UnsafeMutableRawBufferPointer(rebasing: room.bytes[..<place.byteCount])
    let count: Int
    do throws(FileError) {
      count = try segments[place.segment].file.read(at: place.byteOffset, into: target)
    } catch { throw .file(error) }
    room.bytes[count] = UInt8(ascii: "\n")
    let text = UnsafeBufferPointer(
      UnsafeMutableRawBufferPointer(rebasing: target[..<count]).bindMemory(to: UInt8.self))
    let line = CanonicalLine(
      text, subject: subject, position: place.position, type: Int(place.type), data: place.data)
    guard let event = line?.event(isSpared: isSpared) else {
      throw .damage(
        Damage(
          file: names[place.segment], byte: place.byteOffset, position: place.position, kind: .changedWhileRead))
    }
    return event
  }
}

/// Where a line lies, and what a reader of it needs to know before: four words, in the order of subjects and then of positions.
private struct SweptPlace {
  /// The subject's key (`SubjectID.key`).
  let subject: UInt64
  let position: Int
  /// The segment's place among all, and the byte in it.
  let segment: Int
  let byteOffset: Int
  let byteCount: Int
  /// Where its data begins and ends.
  let data: Range<Int>
  /// The number of its type.
  let type: UInt8

  init(_ record: RecordSorter.Record) {
    subject = record.first
    position = Int(record.second >> 32)
    segment = Int(record.second & 0xFFFF_FFFF)
    byteOffset = Int(record.third)
    byteCount = Int(record.fourth & 0xFFFF)
    let start = Int(record.fourth >> 16 & 0xFFFF)
    data = start..<(start + Int(record.fourth >> 32 & 0xFFFF))
    type = UInt8(record.fourth >> 48)
  }

  static func record(of line: SweptLine) -> RecordSorter.Record {
    let facts = line.facts
    let data = UInt64(facts.data.count) << 16 | UInt64(facts.data.lowerBound)
    return RecordSorter.Record(
      facts.subject.key, UInt64(facts.position) << 32 | UInt64(line.segment), UInt64(line.byteOffset),
      UInt64(facts.type) << 48 | data << 16 | UInt64(line.bytes.count))
  }
}

/// The places of the lines about subjects of some kinds, which are brought to a sorter.
private struct PlaceTally: LineTally {
  private let kinds: Set<SubjectKind>
  private let sorter: RecordSorter
  private var records: [RecordSorter.Record] = []
  private(set) var lastRecorded: Int64 = 0

  init(_ kinds: Set<SubjectKind>, _ sorter: RecordSorter) {
    self.kinds = kinds
    self.sorter = sorter
  }

  mutating func take(_ line: SweptLine) {
    lastRecorded = line.facts.recorded
    if kinds.contains(line.facts.subject.kind) { records.append(SweptPlace.record(of: line)) }
  }

  mutating func join(_ next: PlaceTally) {
    lastRecorded = next.lastRecorded
    sorter.append(next.records)
  }
}

/// Room for one line and an LF behind it, which each thread uses again and again.
private final class LineRoom {
  let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: LineFormat.byteLimit + 1, alignment: 64)
  deinit { bytes.deallocate() }
}
