package import DurableFiles
package import Integrity
import LedgerDomain

/// One pass over the lines of a journal, on all processors: every line strict, in place, and hashed into the tree.
///
/// Of each line: that it is canonical (`LineScanner`, or `LineFormat.decode` where that is not sure), its position, its
/// `prev`, its place in a batch, that it opens the ledger if and only if it is the first, and its leaf. Ids and subject
/// versions are a tally's to check (`LineTally`). Memory: some buffers of half a megabyte, and what the tally keeps.
///
/// A sweep does not say what is wrong: at anything that is not plainly right it stops and says that it is not sure.
/// `JournalReading` is then the one to ask, which reads everything again, one line after the other.
package struct Sweep {
  /// One segment, open, and how much of it is to be read.
  package struct Segment: Sendable {
    package let file: ReadFile
    package let firstPosition: Int
    /// How many bytes of it count; they end with a line's LF.
    package let byteCount: Int

    package init(file: ReadFile, firstPosition: Int, byteCount: Int) {
      self.file = file
      self.firstPosition = firstPosition
      self.byteCount = byteCount
    }
  }

  /// Where a sweep begins, and what it must know of the lines before.
  package struct Start: Sendable {
    /// The place among the segments, and in it.
    package var segment = 0
    package var byteOffset = 0
    /// The border of the tree over the lines before.
    package var range = CompactRange()
    /// The mark of the line before; nil before the first.
    package var mark: ChainMark?

    package init() {}
  }

  /// What a sweep has made of lines that are all right.
  package struct Outcome<Tally: LineTally> {
    package var tally: Tally
    /// The border of the tree over all lines, those before the start included.
    package var range: CompactRange
    /// The root over the first `cut` lines, where that was asked and there are so many.
    package var rootAtCut: Digest?
    /// The mark of the last line.
    package var mark: ChainMark?
  }

  package let segments: [Segment]
  package let source: LedgerIdentity
  package var threads: Int

  /// How many bytes a thread takes at a time, at least 1. Half a megabyte: with its lines' hashes it stays in a
  /// processor's own cache.
  var pieceByteCount = 512 << 10

  package init(_ segments: [Segment], source: LedgerIdentity, threads: Int? = nil) {
    self.segments = segments
    self.source = source
    self.threads = threads ?? OrderedWork.processorCount
  }

  /// Passes over all lines from a start on; nil where it is not sure that all is right.
  ///
  /// `empty` is an empty tally. `cut` is a number of lines, not below those before the start, whose root is wanted on the
  /// way. `progress` is told how many bytes of how many are done, from any thread.
  package func run<Tally: LineTally>(
    from start: Start = Start(), cut: Int? = nil, empty: Tally,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(FileError) -> Outcome<Tally>? {
    let pieces = pieces(from: start)
    let total = pieces.reduce(0) { $0 + $1.bytes.count }
    var seam = Seam<Tally>(start, cut: cut, tally: empty)
    var failure: FileError?
    var done = 0
    let (source, pieceByteCount) = (self.source, self.pieceByteCount)
    OrderedWork.run(
      count: pieces.count, threads: threads,
      scratch: { SweepScratch(source: source, pieceByteCount: pieceByteCount) },
      work: { index, scratch in SweptPart.read(pieces[index], cut: cut, empty: empty, &scratch) },
      join: { (result: Result<SweptPart<Tally>?, FileError>) in
        switch result {
        case .success(let part?):
          done += part.piece.bytes.count
          progress(done, total)
          return seam.join(part)
        case .success(nil): seam.isSure = false
        case .failure(let error): failure = error
        }
        return false
      })
    if let failure { throw failure }
    return seam.outcome
  }

  private func pieces(from start: Start) -> [SweepPiece] {
    var pieces: [SweepPiece] = []
    for (index, segment) in segments.enumerated() where index >= start.segment {
      let first = index == start.segment ? start.byteOffset : 0
      var place = first
      repeat {
        let end = min(segment.byteCount, place + pieceByteCount)
        pieces.append(
          SweepPiece(segment: index, file: segment, bytes: place..<end, startsLine: place == first))
        place = end
      } while place < segment.byteCount
    }
    // Nothing new in the segment that the start is in is no piece; an empty segment elsewhere is one that is not right.
    if let first = pieces.first, first.bytes.isEmpty, first.bytes.lowerBound > 0 { pieces.removeFirst() }
    return pieces
  }
}

/// A part of a segment: the lines that begin in it.
struct SweepPiece: Sendable {
  let segment: Int
  let file: Sweep.Segment
  let bytes: Range<Int>
  /// Whether a line is known to begin with its first byte.
  let startsLine: Bool
}

/// Where parts are joined: what each must have in common with the one before.
private struct Seam<Tally: LineTally> {
  private var tally: Tally
  private var range: CompactRange
  private var rootAtCut: Digest?
  private var mark: ChainMark?
  private var nextPlace: BatchPlace?
  private let cut: Int?
  var isSure = true

  init(_ start: Sweep.Start, cut: Int?, tally: Tally) {
    self.tally = tally
    self.cut = cut
    range = start.range
    mark = start.mark
    if cut == range.size { rootAtCut = range.root }
  }

  /// The outcome; nil where something was not plainly right.
  var outcome: Sweep.Outcome<Tally>? {
    guard isSure, nextPlace == nil else { return nil }
    return Sweep.Outcome(tally: tally, range: range, rootAtCut: rootAtCut, mark: mark)
  }

  /// Joins the next part; false where it does not fit.
  mutating func join(_ part: SweptPart<Tally>) -> Bool {
    guard let first = part.first else {
      // No line begins in the piece: right within a long line, but not at a segment's start.
      isSure = !part.piece.startsLine
      return isSure
    }
    isSure =
      first.position == range.end + 1 && first.prev == mark && follows(first.batch)
      && (part.piece.bytes.lowerBound > 0 || begins(part.piece.file, with: first))
    guard isSure else { return false }
    if let before = part.rangeToCut {
      range.append(before)
      rootAtCut = range.root
    }
    range.append(part.range)
    if cut == range.end { rootAtCut = range.root }
    mark = part.mark
    nextPlace = part.nextPlace
    tally.join(part.tally)
    return true
  }

  /// Whether a segment can begin with a line: its name says so, and no batch lies in two segments.
  private func begins(_ segment: Sweep.Segment, with line: LineFacts) -> Bool {
    line.position == segment.firstPosition && nextPlace == nil
  }

  private func follows(_ batch: BatchPlace?) -> Bool {
    if let nextPlace { return batch == nextPlace }
    return batch == nil || batch?.place == 1
  }
}
