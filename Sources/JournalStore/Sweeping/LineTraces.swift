import LedgerDomain

/// What a reader of a kept line needs to know before: 32 bytes.
struct LineTrace: BitwiseCopyable, Sendable {
  /// The subject's key (`SubjectID.key`).
  let subject: UInt64
  /// When it was recorded, in milliseconds since 1970.
  let recorded: Int64
  /// Where it begins among the kept lines.
  let start: Int
  let byteCount: UInt16
  /// Where its data begins, and how long it is.
  let dataStart: UInt16
  let dataByteCount: UInt16
  /// The number of its type.
  let type: UInt8
  let isDated: Bool

  /// Of a line that is kept from `start` on.
  init(_ line: SweptLine, start: Int) {
    subject = line.facts.subject.key
    self.start = start
    byteCount = UInt16(line.bytes.count)
    dataStart = UInt16(line.facts.data.lowerBound)
    dataByteCount = UInt16(line.facts.data.count)
    type = UInt8(line.facts.type)
    recorded = line.facts.recorded
    isDated = line.facts.effective != .undated
  }

  var data: Range<Int> { Int(dataStart)..<(Int(dataStart) + Int(dataByteCount)) }
}

/// All lines, in order, and the traces of them.
struct LineTraces: LineTally {
  private(set) var lines: [LineTrace] = []
  private let kept: KeptLines
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
    lines.append(LineTrace(line, start: kept.keep(line)))
  }

  mutating func join(_ next: LineTraces) {
    if lines.isEmpty { lines.reserveCapacity(room) }
    lines += next.lines
  }

  /// A line as it was swept; its LF stands behind it. Valid as long as the traces are.
  func bytes(of line: LineTrace) -> UnsafeBufferPointer<UInt8> {
    kept.bytes(from: line.start, count: Int(line.byteCount))
  }
}
