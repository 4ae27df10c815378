package import DurableFiles
import Integrity
package import JournalStore
package import LedgerDomain
import Projections

/// The states of a ledger's subjects at a reading, to be exported as tables.
///
/// Subjects are read one by one on all processors (`SubjectScan`), each forgotten when its rows are made. Where a sweep is not
/// sure of the journal, they are read from a `JournalView`.
package struct ExportStates {
  /// The moment as of which states are.
  package let asOf: Effective
  /// The subjects whose free texts are masked, since they are marked secret.
  package var withheld: Set<SubjectID> = []
  private let through: Int
  private let scan: SubjectScan?
  private let view: JournalView?

  /// Opens a ledger. `through` is the last position that counts, nil for all; `asOf` is the moment asked, nil for today, which `today` says for the
  /// ledger and its last entry. What is not kept in memory waits in the folder `waiting`.
  package init(
    _ folder: String, through: Int? = nil, asOf: Effective?, waitingIn waiting: String,
    operations: FileOperations = .system, today: (LedgerOpened, Instant) -> LocalDate
  ) throws(JournalError) {
    do throws(FileError) {
      scan = try SubjectScan(folder, of: Set(SubjectKind.allCases), waitingIn: waiting, operations: operations)
    } catch { throw .file(error) }
    let opened: LedgerOpened
    let last: Instant
    if let scan {
      view = nil
      (opened, last) = (scan.opened, scan.lastRecorded)
      self.through = min(through ?? scan.checkpoint.size, scan.checkpoint.size)
    } else {
      let view = try JournalView.open(folder)
      self.view = view
      opened = view.opened
      last = view.lastRecorded ?? Instant(milliseconds: 0)
      self.through = min(through ?? view.count, view.checkpoint?.size ?? 0)
    }
    self.asOf = asOf ?? .date(today(opened, last))
  }

  /// Brings the rows of all subjects to tables.
  func bring(_ form: StateRows.Form, to tables: StateTables) throws(JournalError) {
    let rows = StateRows(form, asOf: asOf, withholding: withheld, to: tables)
    if let scan {
      _ = try scan.run(Set(SubjectKind.allCases), through: through, empty: rows)
      return
    }
    guard let view else { preconditionFailure("one of the two was opened") }
    let chronicle = Chronicle(view).known(through: through)
    var whole = rows
    for subject in chronicle.allSubjects {
      var one = StateRows(form, asOf: asOf, withholding: withheld, to: tables)
      one.take(subject, chronicle.events(about: subject))
      whole.join(one)
    }
    if let failure = view.failure { throw failure }
  }
}
