package import Integrity
import LedgerDomain

/// What was kept of a ledger elsewhere: a checkpoint as a file, or the print of one.
package enum KeptStatement: Equatable, Sendable {
  case checkpoint(Checkpoint)
  case printed(PrintedCheckpoint)

  /// How many lines it speaks of.
  package var size: Int {
    switch self {
    case .checkpoint(let checkpoint): checkpoint.size
    case .printed(let print): print.size
    }
  }
}

/// What a ledger's lines are, held against something that was kept elsewhere.
package enum Standing: Equatable, Sendable {
  /// The first lines are those that it speaks of.
  case holds
  /// It speaks of a ledger of another origin.
  case otherLedger(origin: String, found: String)
  /// It speaks of more lines than there are.
  case shortened(size: Int, lineCount: Int)
  /// The first lines are not those that it speaks of; of a print it may be that it is another ledger's.
  case forked(size: Int)
  /// The lines are those that it speaks of, but the folder's own checkpoint covers fewer: an older one was put back.
  case olderCheckpoint(size: Int, found: Int)
  /// It speaks of no line at all, which proves nothing.
  case empty
  /// The ledger cannot be read so far that anything could be held against it.
  case unreadable
}

/// The history that a ledger's lines tell, as far as it was read: what kept checkpoints are held against.
package struct History: Sendable {
  /// The ledger's origin in checkpoints; nil where line 1 could not be read.
  package let origin: String?
  /// How many lines there are before a tail, right or wrong.
  package let lineCount: Int
  /// The folder's own checkpoint.
  package let checkpoint: Checkpoint?
  private let roots: [Int: Digest]

  /// That of lines that were read elsewhere, with the roots at the sizes of what is to be held against them.
  init(origin: String?, lineCount: Int, checkpoint: Checkpoint?, roots: [Int: Digest]) {
    self.origin = origin
    self.lineCount = lineCount
    self.checkpoint = checkpoint
    self.roots = roots
  }

  /// That of a verification which was asked for the roots at the sizes of what is to be held against it.
  package init(_ report: VerificationReport) {
    // No line counts where there were so many damages that the reading was given up.
    origin = report.computedSize > 0 ? report.identity?.origin : nil
    lineCount = report.computedSize
    checkpoint = report.checkpoint
    roots = report.roots
  }

  /// That of an open journal, with the roots at these sizes. Those up to the checkpoint are proved against its root, so a
  /// cache need not be believed.
  package init(_ view: JournalView, rootsAt sizes: Set<Int>) throws(JournalError) {
    origin = view.identity.origin
    lineCount = view.count
    checkpoint = view.checkpoint
    var roots: [Int: Digest] = [:]
    for size in sizes where (0...view.count).contains(size) {
      if let checkpoint = view.checkpoint, (1...checkpoint.size).contains(size) {
        roots[size] = try view.consistencyProof(from: size, to: checkpoint).root
      } else {
        roots[size] = try view.root(size: size)
      }
    }
    self.roots = roots
  }

  /// How the lines stand to what was kept. Requires that the root at its size was asked for.
  package func standing(of kept: KeptStatement) -> Standing {
    guard let origin else { return .unreadable }
    if case .checkpoint(let kept) = kept, !kept.origin.utf8.elementsEqual(origin.utf8) {
      return .otherLedger(origin: origin, found: kept.origin)
    }
    guard kept.size > 0 else { return .empty }
    guard kept.size <= lineCount else { return .shortened(size: kept.size, lineCount: lineCount) }
    guard let root = roots[kept.size] else { preconditionFailure("the root at the size was not asked for") }
    let own = Checkpoint(origin: origin, size: kept.size, root: root)
    switch kept {
    case .checkpoint(let kept):
      guard kept == own else { return .forked(size: kept.size) }
    case .printed(let kept):
      guard kept.matches(own) else { return .forked(size: kept.size) }
    }
    if let checkpoint, checkpoint.size < kept.size {
      return .olderCheckpoint(size: kept.size, found: checkpoint.size)
    }
    return .holds
  }
}
