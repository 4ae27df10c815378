import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections

extension Session {
  /// The subjects of some kinds as one sweep over all lines finds them; nil where they are so few that asking the open journal for
  /// each costs less, and where the sweep is not sure, or met another journal than was opened.
  ///
  /// A subject that is asked for costs as much as some hundred lines that are swept.
  func scan(_ kinds: Set<SubjectKind>, of reading: LedgerReading) throws(Failure) -> SubjectScan? {
    let count = kinds.reduce(0) { $0 + reading.chronicle.subjects($1).count }
    guard count * 100 > reading.journal.count else { return nil }
    let progress = progress(Localized("Läser boken", "Reading the book"))
    defer { progress.end() }
    let folder = try folder()
    let scan: SubjectScan?
    do throws(FileError) {
      scan = try SubjectScan.forAnswer(folder, of: kinds, waitingIn: world.temporaryFolder) {
        progress.tell($0, of: $1)
      }
    } catch { throw .file(error) }
    guard let scan, scan.range.root == reading.journal.range.root else { return nil }
    return scan
  }
}
