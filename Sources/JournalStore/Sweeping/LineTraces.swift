import LedgerDomain

/// What a reader of a kept line needs to know before: 56 bytes.
struct LineTrace: BitwiseCopyable, Sendable {
  /// The subject's key (`SubjectID.key`).
  let subject: UInt64
  /// When it was recorded, in milliseconds since 1970.
  let recorded: Int64
  let id: EventID
  /// From when it counts.
  let effective: EffectiveKey
  /// Where what is kept of it begins.
  let start: Int
  /// How long its data is, and how long what stands behind that.
  let dataByteCount: UInt16
  let tailByteCount: UInt16
  /// The number of its type.
  let type: UInt8
  let schemaVersion: UInt8

  /// Of a line that is kept from `start` on.
  init(_ line: SweptLine, start: Int) {
    let facts = line.facts
    subject = facts.subject.key
    recorded = facts.recorded
    id = facts.id
    effective = facts.effective
    self.start = start
    dataByteCount = UInt16(facts.data.count)
    tailByteCount = UInt16(line.bytes.count - facts.data.upperBound)
    type = UInt8(facts.type)
    schemaVersion = UInt8(clamping: CanonicalLine.schemaVersion(of: line.bytes, before: facts.data.lowerBound))
  }
}

/// All lines, in order: the traces of them, and of each its data and what stands behind. What stands before its data is in
/// the trace, or the same in every line.
struct LineTraces: LineTally {
  private(set) var lines: [LineTrace] = []
  private let kept: KeptLines
  /// Of a part, where its next line will be kept.
  private var next: Int?
  /// Room for so many lines is made at once; it costs nothing while nothing stands in it.
  private let room: Int
  /// Hardly a line has fewer.
  private static let leastByteCount = 300

  /// Those of some segments.
  init(_ segments: [Sweep.Segment]) {
    kept = KeptLines(of: segments)
    room = kept.byteCount / Self.leastByteCount
  }

  mutating func take(_ line: SweptLine) {
    let start = next ?? kept.place(of: line)
    lines.append(LineTrace(line, start: start))
    next = kept.keep(UnsafeBufferPointer(rebasing: line.bytes[line.facts.data.lowerBound...]), from: start)
  }

  mutating func join(_ next: LineTraces) {
    if lines.isEmpty { lines.reserveCapacity(room) }
    lines += next.lines
  }

  /// The data of a line. Valid as long as the traces are.
  func data(of trace: LineTrace) -> UnsafeBufferPointer<UInt8> {
    kept.bytes(from: trace.start, count: Int(trace.dataByteCount))
  }

  /// A line as it was swept. Valid as long as the traces are.
  func line(_ trace: LineTrace, about subject: SubjectID, at position: Int) -> CanonicalLine {
    let end = Int(trace.dataByteCount)
    let text = kept.bytes(from: trace.start, count: end + Int(trace.tailByteCount))
    return CanonicalLine(
      id: trace.id, subject: subject, position: position, type: Int(trace.type),
      schemaVersion: Int(trace.schemaVersion), recorded: Instant(milliseconds: trace.recorded),
      data: UnsafeBufferPointer(rebasing: text[..<end]), tail: UnsafeBufferPointer(rebasing: text[end...]))
  }
}
