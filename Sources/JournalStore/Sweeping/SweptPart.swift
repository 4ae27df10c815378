import DurableFiles
import Glibc
import Integrity
import LedgerDomain

/// What one thread uses again for piece after piece.
struct SweepScratch {
  var scanner: LineScanner
  var buffer: UnsafeMutableRawBufferPointer
  var ranges: [Range<Int>] = []
  var leaves: [Digest] = []
  private let owner: Owner

  /// Frees the buffer when the thread is done with it.
  private final class Owner {
    let buffer: UnsafeMutableRawBufferPointer
    init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }
    deinit { buffer.deallocate() }
  }

  init(source: LedgerIdentity, pieceByteCount: Int) {
    scanner = LineScanner(source: source)
    // A byte before the piece, the longest line behind it with its LF, and one LF as an end mark.
    buffer = .allocate(byteCount: pieceByteCount + LineFormat.byteLimit + 3, alignment: 64)
    owner = Owner(buffer)
  }
}

/// The lines that begin in one piece, all right among themselves.
struct SweptPart<Tally: LineTally>: Sendable where Tally: Sendable {
  let piece: SweepPiece
  /// The first line's facts; nil where no line begins in the piece.
  var first: LineFacts?
  var mark: ChainMark?
  /// The place in a batch that the next part must begin with.
  var nextPlace: BatchPlace?
  /// The leaves up to the cut, where it lies in this part; `range` then begins there.
  var rangeToCut: CompactRange?
  var range = CompactRange()
  var tally: Tally

  /// Reads a piece; nil where not every line is plainly right.
  static func read(
    _ piece: SweepPiece, cut: Int?, empty: Tally, _ scratch: inout SweepScratch
  ) -> Result<SweptPart?, FileError> {
    do throws(FileError) {
      guard let lines = try lines(of: piece, &scratch) else { return .success(nil) }
      var part = SweptPart(piece: piece, tally: empty)
      guard !scratch.ranges.isEmpty else { return .success(part) }
      let bytes = UnsafeRawBufferPointer(rebasing: scratch.buffer[..<lines.byteCount])
      scratch.leaves = MerkleTree.leafHashes(of: scratch.ranges, in: bytes)
      guard part.take(bytes, from: lines.offset, &scratch) else { return .success(nil) }
      part.grow(&scratch.leaves, cut: cut)
      return .success(part)
    } catch {
      return .failure(error)
    }
  }

  /// Reads the piece's bytes and finds its lines; nil where the last one does not end. Gives where in the segment the
  /// buffer begins, and how many bytes of it are filled.
  private static func lines(
    of piece: SweepPiece, _ scratch: inout SweepScratch
  ) throws(FileError) -> (offset: Int, byteCount: Int)? {
    // The byte before tells whether a line begins with the piece's first one.
    let offset = piece.startsLine ? piece.bytes.lowerBound : piece.bytes.lowerBound - 1
    let wanted = min(piece.file.byteCount, piece.bytes.upperBound + LineFormat.byteLimit + 1) - offset
    let target = UnsafeMutableRawBufferPointer(rebasing: scratch.buffer[..<wanted])
    guard try piece.file.file.read(at: offset, into: target) == wanted else { return nil }
    scratch.buffer[wanted] = UInt8(ascii: "\n")
    scratch.ranges.removeAll(keepingCapacity: true)
    let end = piece.bytes.upperBound - offset
    guard let base = scratch.buffer.baseAddress else { return nil }
    func lineEnd(from start: Int) -> Int? {
      memchr(base + start, 0x0A, wanted - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
    }
    var start = 0
    if !piece.startsLine {
      guard let before = lineEnd(from: 0) else { return end == wanted ? nil : (offset, wanted) }
      start = before + 1
    }
    while start < end {
      guard let lf = lineEnd(from: start) else { return nil }
      scratch.ranges.append(start..<lf)
      start = lf + 1
    }
    return (offset, wanted)
  }

  /// Looks at each line; false where one is not plainly right after those before it.
  private mutating func take(
    _ bytes: UnsafeRawBufferPointer, from offset: Int, _ scratch: inout SweepScratch
  ) -> Bool {
    let text = bytes.bindMemory(to: UInt8.self)
    var position = 0
    for (index, range) in scratch.ranges.enumerated() {
      let line = UnsafeBufferPointer(rebasing: text[range])
      let leaf = scratch.leaves[index]
      guard let facts = scratch.scanner.scan(line) ?? scratch.scanner.scanSlowly(line) else { return false }
      if index > 0 {
        guard facts.position == position + 1, facts.prev == mark else { return false }
        if let nextPlace {
          guard facts.batch == nextPlace else { return false }
        } else if let place = facts.batch?.place, place != 1 {
          return false
        }
      } else {
        first = facts
      }
      guard (facts.type == FactTypes.opening) == (facts.position == 1) else { return false }
      position = facts.position
      mark = ChainMark(of: leaf)
      nextPlace = facts.batch.flatMap { $0.place < $0.count ? BatchPlace(place: $0.place + 1, count: $0.count) : nil }
      tally.take(
        SweptLine(
          facts: facts, bytes: line, leafHash: leaf, segment: piece.segment, byteOffset: offset + range.lowerBound,
          mentions: scratch.scanner.findings.mentions, commitments: scratch.scanner.findings.commitments))
    }
    return true
  }

  /// Hashes the leaves into ranges; they are overwritten.
  private mutating func grow(_ leaves: inout [Digest], cut: Int?) {
    guard let first else { return }
    let start = first.position - 1
    let before = cut.map { min(max($0 - start, 0), leaves.count) } ?? 0
    leaves.withUnsafeMutableBufferPointer { leaves in
      if before > 0, before < leaves.count {
        var range = CompactRange(from: start)
        range.append(leaves: UnsafeMutableBufferPointer(rebasing: leaves[..<before]))
        rangeToCut = range
        self.range = CompactRange(from: start + before)
        self.range.append(leaves: UnsafeMutableBufferPointer(rebasing: leaves[before...]))
      } else {
        range = CompactRange(from: start)
        range.append(leaves: leaves)
      }
    }
  }
}

extension LineScanner {
  /// The facts of a line that `scan` left alone, read member by member; nil where it is wrong.
  mutating func scanSlowly(_ line: UnsafeBufferPointer<UInt8>) -> LineFacts? {
    let bytes = Array(line)
    guard let decoded = try? LineFormat.decode(bytes), decoded.source == identity else { return nil }
    return take(decoded, bytes)
  }

  /// The facts and findings of a line that was read member by member.
  mutating func take(_ decoded: DecodedLine, _ bytes: [UInt8]) -> LineFacts {
    findings.removeAll()
    findings.mentions = decoded.event.mentions
    findings.commitments = LineFindings.commitments(in: bytes, of: decoded.event)
    return LineFacts(decoded, data: LineFormat.dataRange(in: bytes))
  }
}
