package import DurableFiles
package import Integrity
package import LedgerDomain

/// A whole journal, swept once and kept, so that its events can be read subject by subject and again: what is asked of everything
/// at once is.
///
/// The sweep has hashed every line and reproduced the checkpoint's root. Of the lines is kept what the reading needs, so that
/// what is read is what was hashed: their data and what stands behind it, half of their bytes; beside that 52 bytes a line. Where
/// memory must not grow with the journal, and each subject is read once, there is `SubjectScan`.
package struct SubjectReplay: Sendable {
  package let opened: LedgerOpened
  package let checkpoint: Checkpoint
  /// The border of the tree over all lines that were swept.
  package let range: CompactRange
  /// Every subject that a line is about, in order.
  package let subjects: [SubjectID]
  /// Of each subject, where in `positions` its lines end; they begin where those of the one before end.
  private let ends: [Int]
  /// The positions of all lines, those of one subject together, in order.
  private let positions: [UInt32]
  private let traces: LineTraces

  /// Sweeps all lines; nil where it is not sure that all is right, which `JournalView` then looks at.
  package init?(
    _ path: String, operations: FileOperations = .system,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(FileError) {
    guard let sweep = try JournalSweep(path, operations: operations) else { return nil }
    guard let swept = try sweep.run(empty: LineTraces(sweep.files.segments), progress: progress) else { return nil }
    opened = sweep.opened
    checkpoint = sweep.checkpoint
    range = swept.range
    traces = swept.tally
    (subjects, ends, positions) = Self.bySubject(traces.lines)
  }

  /// How many lines there are.
  package var count: Int { traces.lines.count }

  /// What the envelope of a line says, without reading it again. Requires a position in 1...count.
  package func envelope(at position: Int) -> LineSummary {
    let line = traces.lines[position - 1]
    guard let subject = SubjectID(key: line.subject) else { preconditionFailure("a key stands for a subject") }
    return LineSummary(
      subject: subject, isAmending: FactTypes.isAmending[Int(line.type)],
      recorded: Instant(milliseconds: line.recorded), effective: line.effective)
  }

  /// What a line's envelope says.
  package struct LineSummary: Sendable {
    package let subject: SubjectID
    /// Whether it corrects or reverses another entry.
    package let isAmending: Bool
    package let recorded: Instant
    package let effective: EffectiveKey
  }

  /// The subjects that a line of a type up to a position is about, in order.
  package func subjects(withType type: Int, through position: Int) -> [SubjectID] {
    let keys = Set(traces.lines.prefix(position).lazy.filter { Int($0.type) == type }.map(\.subject))
    return keys.compactMap(SubjectID.init(key:)).sorted()
  }

  /// The event at a position. Requires a position in 1...count.
  package func event(at position: Int) throws(JournalError) -> Event {
    let line = traces.lines[position - 1]
    guard let subject = SubjectID(key: line.subject) else { preconditionFailure("a key stands for a subject") }
    return try read(position, about: subject, isSpared: false)
  }

  /// The lines of each subject, by counting.
  private static func bySubject(_ lines: [LineTrace]) -> (subjects: [SubjectID], ends: [Int], positions: [UInt32]) {
    var counts = SubjectTable<Int32>(missing: 0)
    var subjects: [SubjectID] = []
    for line in lines {
      guard let subject = SubjectID(key: line.subject) else { continue }
      let count = counts[subject]
      if count == 0 { subjects.append(subject) }
      counts[subject] = count + 1
    }
    subjects.sort()
    var ends: [Int] = []
    ends.reserveCapacity(subjects.count)
    var end = 0
    for subject in subjects {
      let first = end
      end += Int(counts[subject])
      ends.append(end)
      counts[subject] = Int32(first)
    }
    var positions = [UInt32](repeating: 0, count: lines.count)
    for (index, line) in lines.enumerated() {
      guard let subject = SubjectID(key: line.subject) else { continue }
      let place = counts[subject]
      positions[Int(place)] = UInt32(index + 1)
      counts[subject] = place + 1
    }
    return (subjects, ends, positions)
  }
}

extension SubjectReplay {
  /// How many subjects a thread takes at a time.
  private static let subjectsInPiece = 128

  /// Shows every subject of some kinds to a tally, in order, on all processors; of each the events up to a position, where
  /// there are any.
  ///
  /// Memory: what the tally keeps. Cost: making an event of each line. Events of the types in `sparing` cost less:
  /// of them only the envelope and the circumstances are read, and what they say is their type's sample; but not about a subject of
  /// which any entry is corrected or reversed.
  package func run<Tally: SubjectTally>(
    _ kinds: Set<SubjectKind>, through position: Int? = nil, sparing: Set<String> = [], empty: Tally
  ) throws(JournalError) -> Tally {
    let spared = FactTypes.marks(of: sparing)
    let chosen = subjects.indices.filter { kinds.contains(subjects[$0].kind) }
    let pieceCount = (chosen.count + Self.subjectsInPiece - 1) / Self.subjectsInPiece
    return try empty.joined(pieceCount, scratch: {}) { piece, _, tally throws(JournalError) in
      let first = piece * Self.subjectsInPiece
      for place in chosen[first..<min(first + Self.subjectsInPiece, chosen.count)] {
        let events = try self.read(place, through: position ?? self.count, sparing: spared)
        if !events.isEmpty { tally.take(subjects[place], events) }
      }
    }
  }

  /// The events about a subject up to a position, in order; none where no line is about it.
  package func events(about subject: SubjectID, through position: Int? = nil) throws(JournalError) -> [Event] {
    let place = place(of: subject)
    guard place < subjects.count, subjects[place] == subject else { return [] }
    return try read(place, through: position ?? count, sparing: FactTypes.marks(of: []))
  }

  /// The positions, up to one, of the lines whose data satisfies a condition on its bytes, in order; on all processors.
  package func positions(
    through position: Int, where isWanted: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [Int] {
    var wanted: [Int] = []
    let size = 8192
    OrderedWork.run(
      count: (position + size - 1) / size, threads: OrderedWork.processorCount, scratch: {},
      work: { piece, _ in
        (piece * size..<min((piece + 1) * size, position)).filter { isWanted(traces.data(of: traces.lines[$0])) }
      },
      join: { (places: [Int]) in
        wanted += places.map { $0 + 1 }
        return true
      })
    return wanted
  }

  /// The place of a subject among all, or where it would be.
  private func place(of subject: SubjectID) -> Int {
    var range = subjects.startIndex..<subjects.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = subjects[middle] < subject ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  /// The events about the subject at a place; those whose type is marked are spared.
  private func read(
    _ place: Int, through position: Int, sparing: [Bool]
  ) throws(JournalError) -> [Event] {
    let own = positions[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    let isAmended = own.contains { FactTypes.isAmending[Int(traces.lines[Int($0) - 1].type)] }
    var events: [Event] = []
    events.reserveCapacity(own.count)
    for at in own where at <= position {
      let isSpared = !isAmended && sparing[Int(traces.lines[Int(at) - 1].type)]
      events.append(try read(Int(at), about: subjects[place], isSpared: isSpared))
    }
    return events
  }

  private func read(_ position: Int, about subject: SubjectID, isSpared: Bool) throws(JournalError) -> Event {
    let line = traces.lines[position - 1]
    guard let event = traces.line(line, about: subject, at: position).event(isSpared: isSpared) else {
      throw .damage(Damage(file: LedgerFolder.events, position: position, kind: .changedWhileRead))
    }
    return event
  }
}
