package import DurableFiles
package import Integrity
package import LedgerDomain

/// A whole journal, open for one sweep: what a replay without any index is.
package struct JournalSweep {
  package let opened: LedgerOpened
  package let checkpoint: Checkpoint
  let files: LedgerFiles

  /// Opens the files; nil where something in the folder is not as usual, which `JournalView` then looks at.
  package init?(_ path: String, operations: FileOperations = .system) throws(FileError) {
    guard let files = try LedgerFiles(LedgerFolder(path), operations: operations),
      case .ledger(.opened(let opened)) = files.opening.event.fact
    else { return nil }
    self.files = files
    self.opened = opened
    checkpoint = files.checkpoint
  }

  /// Sweeps all lines; nil where it is not sure that all is right, or where they do not reproduce the checkpoint's root.
  package func run<Tally: LineTally>(
    empty: Tally, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(FileError) -> Sweep.Outcome<Tally>? {
    let sweep = Sweep(files.segments, source: files.opening.source)
    guard let swept = try sweep.run(cut: checkpoint.size, empty: empty, progress: progress),
      swept.rootAtCut == checkpoint.root
    else { return nil }
    return swept
  }
}
