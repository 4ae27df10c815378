package import Integrity
package import JournalStore
package import LedgerDomain

/// That nothing in a book is about a subject, or names it, in a span of one clock; or what is: negative evidence.
///
/// Every line is read again, strictly, and hashed, and together they reproduce the root of the checkpoint; no cache is asked.
/// In a span of the effective clock lies what a line says of its own day, and what a correction says of another's; whether
/// corrections and reversals stand is not judged, for what is stated is that no line says so.
package struct Absence {
  package enum Span: Sendable {
    /// Positions, both included.
    case positions(Int, Int)
    /// When it was recorded: from a moment on, and before another.
    case recorded(from: Instant, before: Instant)
    /// When it was true, both included.
    case effective(from: Effective, through: Effective)
  }

  package let subject: SubjectID
  package let span: Span
  /// The lines in the span, in order of position.
  package let found: [SubjectLineTally.Line]
  /// On the effective clock: the undated ones, of which it cannot be said. Corrections and reversals have no day of their own.
  package let undated: [SubjectLineTally.Line]
  /// What the first lines reproduced.
  package let checkpoint: Checkpoint
  /// How many lines were read, those behind the checkpoint included.
  package let lineCount: Int

  /// Reads all lines of a ledger's folder. Damage is thrown, at the first place found.
  ///
  /// Cost: one sweep. Where that is not sure, every line is read in order, which says what is wrong or that all is right.
  package init(
    of subject: SubjectID, in span: Span, folder: String,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(JournalError) {
    self.subject = subject
    self.span = span
    let scan = try Self.scan(subject, folder, progress)
    checkpoint = scan.checkpoint
    lineCount = scan.lineCount
    found = scan.lines.filter { span.holds($0) }
    if case .effective = span {
      let special = [EntryCorrected.type, EntryReversed.type].map(FactTypes.number)
      undated = scan.lines.filter { $0.effective == .undated && !special.contains($0.type) }
    } else {
      undated = []
    }
  }

  private static func scan(
    _ subject: SubjectID, _ folder: String, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(JournalError) -> (lines: [SubjectLineTally.Line], checkpoint: Checkpoint, lineCount: Int) {
    do {
      if let sweep = try JournalSweep(folder),
        let swept = try sweep.run(empty: SubjectLineTally(of: subject), progress: progress)
      {
        return (swept.tally.lines, sweep.checkpoint, swept.range.end)
      }
    } catch {
      throw .file(error)
    }
    let journal = try Journal.open(folder)
    guard let checkpoint = journal.checkpoint else {
      throw .damage(Damage(file: "checkpoint", kind: .missing))
    }
    var tally = SubjectLineTally(of: subject)
    for entry in journal.entries { tally.take(entry.event) }
    return (tally.lines, checkpoint, journal.entries.count)
  }
}

extension Absence.Span {
  fileprivate func holds(_ line: SubjectLineTally.Line) -> Bool {
    switch self {
    case .positions(let first, let last): return (first...max(first, last)).contains(line.position)
    case .recorded(let first, let end): return line.recorded >= first && line.recorded < end
    case .effective(let first, let last):
      let (start, end) = (first.start.milliseconds, last.endOfReading.milliseconds)
      return [line.effective, line.correctedEffective ?? .undated].contains { $0.start >= start && $0.start < end }
    }
  }
}
