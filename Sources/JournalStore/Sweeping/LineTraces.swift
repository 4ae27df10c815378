import LedgerDomain

/// What a reader of a kept line needs to know before: 32 bytes.
struct LineTrace: BitwiseCopyable, Sendable {
  /// The subject's key (`SubjectID.key`).
  let subject: UInt64
  /// When it was recorded, in milliseconds since 1970.
  let recorded: Int64
  /// From when it counts.
  let effective: EffectiveKey
  let byteCount: UInt16
  /// Where its data begins, and how long it is.
  let dataStart: UInt16
  let dataByteCount: UInt16
  /// The number of its type.
  let type: UInt8

  init(_ line: SweptLine) {
    subject = line.facts.subject.key
    byteCount = UInt16(line.bytes.count)
    dataStart = UInt16(line.facts.data.lowerBound)
    dataByteCount = UInt16(line.facts.data.count)
    type = UInt8(line.facts.type)
    recorded = line.facts.recorded
    effective = line.facts.effective
  }

  var data: Range<Int> { Int(dataStart)..<(Int(dataStart) + Int(dataByteCount)) }
}

/// All lines, in order, and the traces of them.
struct LineTraces: LineTally {
  private(set) var lines: [LineTrace] = []
  /// The kept lines of each part that was swept, one behind the other.
  private var parts: [[UInt8]] = []
  /// Of each kept line, its part and where it begins there: 32 bits each.
  private var places: [UInt64] = []
  /// Room for so many lines is made at once; it costs nothing while nothing stands in it.
  private let room: Int
  /// Hardly a line has fewer.
  private static let leastByteCount = 300

  /// Those of a journal of so many bytes.
  init(byteCount: Int) {
    room = byteCount / Self.leastByteCount
  }

  mutating func take(_ line: SweptLine) {
    lines.append(LineTrace(line))
    if parts.isEmpty {
      parts.append([])
      parts[0].reserveCapacity(Self.partByteCount)
    }
    places.append(UInt64(parts[0].count))
    parts[0].append(contentsOf: line.bytes)
  }

  mutating func join(_ next: LineTraces) {
    if lines.isEmpty {
      lines.reserveCapacity(room)
      places.reserveCapacity(room)
    }
    let base = UInt64(parts.count) << 32
    for place in next.places { places.append(place + base) }
    parts += next.parts
    lines += next.lines
  }

  /// Somewhat more than the pieces that a sweep takes at a time.
  private static let partByteCount = 520 << 10

  /// Calls `body` with the line at a position as it was swept.
  func withLine<Result>(at position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let place = places[position - 1]
    let start = Int(place & 0xFFFF_FFFF)
    return parts[Int(place >> 32)].withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<(start + Int(lines[position - 1].byteCount))]))
    }
  }
}
