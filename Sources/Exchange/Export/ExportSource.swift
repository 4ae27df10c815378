import DurableFiles
package import Integrity
package import JournalStore
package import LedgerDomain

/// The lines of a ledger that an export is made of: those that the checkpoint covers, or the first of them.
///
/// They are read in one sweep on all processors, hashed, and hold against the checkpoint's root. Where a sweep is not sure of the
/// journal, `JournalView` looks at it line by line, and what is wrong is thrown as damage.
package struct ExportSource {
  package let opened: LedgerOpened
  package let checkpoint: Checkpoint
  /// The last position that is exported.
  package let through: Int
  /// What the export shows of what is sealed or marked secret.
  package var disclosure = ExportDisclosure()
  private let folder: String
  private let sweep: JournalSweep?

  /// Opens a ledger. `through` is the last position that was known at the moment asked; nil for all that the checkpoint covers.
  package init(_ folder: String, through: Int? = nil) throws(JournalError) {
    self.folder = folder
    do throws(FileError) { sweep = try JournalSweep(folder) } catch { throw .file(error) }
    if let sweep {
      opened = sweep.opened
      checkpoint = sweep.checkpoint
    } else {
      let view = try JournalView.open(folder)
      guard let known = view.checkpoint else {
        throw .damage(Damage(file: "checkpoint", kind: .missing))
      }
      opened = view.opened
      checkpoint = known
    }
    self.through = min(through ?? checkpoint.size, checkpoint.size)
  }

  /// Makes of the lines what a format makes of them; what was handed to files is right only when this returns.
  func run<Format: ExportFormat>(
    _ format: Format, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(JournalError) {
    let empty = ExportTally(format: format, through: through, disclosure: disclosure)
    do throws(FileError) {
      if let sweep {
        // What cannot be taken back is written only when it is known to be right.
        var isSure = true
        if format.isFinal { isSure = try sweep.run(empty: NoTally()) != nil }
        if isSure, try sweep.run(empty: empty, progress: progress) != nil { return }
      }
      if !format.isFinal { try format.restart() }
    } catch { throw .file(error) }
    _ = try JournalView.open(folder).sweepInOrder(empty: empty)
  }
}

/// What an export makes of the lines: of each by itself, on any thread, and of the pieces in order.
protocol ExportFormat: Sendable {
  /// What the lines of one piece have become.
  associatedtype Piece: Sendable
  func emptyPiece() -> Piece
  func add(_ line: ExportLine, to piece: inout Piece)
  /// Takes the next piece; one call at a time.
  func join(_ piece: Piece)
  /// Whether what was joined cannot be taken back.
  var isFinal: Bool { get }
  /// Forgets all pieces that were joined. Requires that they can be taken back.
  func restart() throws(FileError)
}

/// Hands lines to a format.
private struct ExportTally<Format: ExportFormat>: LineTally {
  private let format: Format
  private let through: Int
  private let disclosure: ExportDisclosure
  private var piece: Format.Piece

  init(format: Format, through: Int, disclosure: ExportDisclosure) {
    self.format = format
    self.through = through
    self.disclosure = disclosure
    piece = format.emptyPiece()
  }

  mutating func take(_ line: SweptLine) {
    if line.facts.position <= through { format.add(ExportLine(line, disclosure), to: &piece) }
  }

  mutating func join(_ next: ExportTally) { format.join(next.piece) }
}
