import Integrity
import LedgerDomain

/// What a walk over a line's `data` comes by: whom it names, and what it commits to. Used again for line after line.
struct LineFindings {
  /// Every subject named in `data`, as often as it is named.
  var mentions: [SubjectID] = []
  /// Where the 64 hexadecimal digits of each commitment begin in the line.
  var commitments: [Int] = []

  mutating func removeAll() {
    mentions.removeAll(keepingCapacity: true)
    commitments.removeAll(keepingCapacity: true)
  }
}
