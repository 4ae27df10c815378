import DurableFiles
import Integrity
package import JournalStore
package import LedgerDomain
import Projections

/// The states of a ledger's subjects at a reading, to be exported as tables.
///
/// Subjects are read one by one on all processors (`SubjectReplay`), each forgotten when its rows are made. Where a sweep is not
/// sure of the journal, they are read from a `JournalView`.
package struct ExportStates {
  /// The moment as of which states are.
  package let asOf: Effective
  private let through: Int
  private let replay: SubjectReplay?
  private let view: JournalView?

  /// Opens a ledger. `through` is the last position that counts, nil for all; `asOf` is the moment asked, nil for today, which `today` says for the
  /// ledger and its last entry.
  package init(
    _ folder: String, through: Int? = nil, asOf: Effective?, today: (LedgerOpened, Instant) -> LocalDate
  ) throws(JournalError) {
    do throws(FileError) { replay = try SubjectReplay(folder, keepsLines: false) } catch { throw .file(error) }
    let opened: LedgerOpened
    let last: Instant
    if let replay {
      view = nil
      (opened, last) = (replay.opened, replay.envelope(at: replay.count).recorded)
      self.through = min(through ?? replay.checkpoint.size, replay.checkpoint.size)
    } else {
      let view = try JournalView.open(folder)
      self.view = view
      opened = view.opened
      last = view.lastRecorded ?? Instant(milliseconds: 0)
      self.through = min(through ?? view.count, view.checkpoint?.size ?? 0)
    }
    self.asOf = asOf ?? .date(today(opened, last))
  }

  /// The rows of all tables.
  func rows(_ form: StateRows.Form) throws(JournalError) -> [[ArraySlice<UInt8>]] {
    let empty = StateRows(form, asOf: asOf)
    if let replay { return try replay.run(Set(SubjectKind.allCases), through: through, empty: empty).finished() }
    guard let view else { preconditionFailure("one of the two was opened") }
    let chronicle = Chronicle(view).known(through: through)
    var rows = empty
    for subject in chronicle.allSubjects { rows.take(subject, chronicle.events(about: subject)) }
    if let failure = view.failure { throw failure }
    return rows.finished()
  }
}
