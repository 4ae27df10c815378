import Integrity
import LedgerDomain

/// Events that are recorded together or not at all, as lines that are ready to be written. Valid until the next batch is
/// made by the same maker.
struct Batch {
  /// A line, and what is remembered of it.
  struct Line {
    /// Where it is among the batch's bytes, without its LF.
    let range: Range<Int>
    let leafHash: Digest
    let id: EventID
    let subject: SubjectID
    let version: Int32
  }

  let recorded: Instant
  private let buffer: LineBuffer
  var lines: [Line] = []
  /// The subjects that events refer to besides their own, and the positions of those events.
  var refs: [(subject: SubjectID, position: Int)] = []
  /// What the lines commit to, in their order.
  var commitments: [Integrity.Commitment] = []
  /// The commitments whose values the events erase.
  var erased: [Integrity.Commitment] = []

  init(recorded: Instant, _ buffer: LineBuffer) {
    self.recorded = recorded
    self.buffer = buffer
  }

  /// The lines with their LFs, as one piece.
  var bytes: UnsafeBufferPointer<UInt8> { buffer.bytes }
  var byteCount: Int { buffer.count }

  /// The largest batch that `BatchPlace` has a text for.
  static let countLimit = 999_999
}
