package import DurableFiles
import Glibc
package import LedgerDomain

/// Why a backup was not written or not brought up to date, or why a ledger was not restored from one.
///
/// Of a backup the lines have not changed then; the folder for sealed values may have gained some that a line commits to. Of a restore
/// nothing is left.
package enum BackupFailure: Error, Equatable {
  /// The ledger, or what its lines commit to, is damaged or could not be read.
  case journal(JournalError)
  /// A file of the backup could not be read or written.
  case file(FileError)
  /// A document that a line names is not what was presented, and neither is the copy's.
  case presented(PresentedFailure)
  /// The folder holds something that is no backup.
  case taken(String)
  /// A folder is where a file system is mounted, so that none can take its place.
  case mountPoint(String)
  /// One of the folders lies in the other, or is the other.
  case nested(String, String)
  /// The backup that is there is of another ledger.
  case otherLedger(expected: String, found: String)
  /// The backup that is there is of another history: its lines are not the first ones here.
  case forked(size: Int)
  /// The backup that is there has more lines than the checkpoint covers.
  case shrunk(from: Int, to: Int)
  /// The backup that is there cannot be brought up to date: its own checkpoint or names are wrong.
  case damagedBackup(String, Damage)
  /// Another process writes the backup: what it says about itself.
  case busy(holder: String)
  /// The ledger's sealed values may not be read by this user.
  case unreadableSealed(FileError)
  /// The lines commit to values, and this copy of the ledger has no folder of them.
  case noSealed(String)
  /// The folder for sealed values holds something else.
  case sealedTaken(String)
  /// The folder for sealed values holds values that no line here commits to.
  case sealedOfOther(String, count: Int)
  /// The folder to restore into is not empty, or no folder.
  case notEmpty(String)
  /// There is no folder of sealed values where one was named.
  case noValues(String)
  /// A line of the erasures that are to be applied again, from 1, is none that counts.
  case receipt(line: Int, ReceiptProblem)
  /// The restored ledger could not be opened to record the erasures.
  case unopened(WriterFailure)
  /// The erasures could not be recorded.
  case unappended(AppendFailure)
}

/// What is wrong with a line that should record an erasure in the lost newer book.
package enum ReceiptProblem: Equatable, Sendable {
  /// It is no line of a journal.
  case line(LineProblem.Kind)
  /// It is another event.
  case otherType(String)
  /// It is of another ledger.
  case otherLedger(LedgerIdentity)
  /// Its position is one that the backup has, with another line.
  case otherBook(position: Int)
  /// The book has none of the values that it names.
  case unknownValues(count: Int)
  /// The domain refuses the erasure.
  case refused(Refusal)
}

extension BackupFailure {
  /// Does work on files; its failure is one of a backup.
  static func filing<Value>(_ work: () throws(FileError) -> Value) throws(BackupFailure) -> Value {
    do throws(FileError) { return try work() } catch { throw .file(error) }
  }

  /// Gives a folder that is made its place, durably; what stands there must be an empty folder or nothing.
  static func move(_ staging: String, to path: String, _ operations: FileOperations) throws(BackupFailure) {
    do throws(FileError) {
      // Where the path is a symbolic link, the folder that it leads to is replaced.
      try operations.moveFolder(staging, to: try operations.resolved(path))
    } catch {
      guard error.operation == .rename else { throw .file(error) }
      switch error.errno {
      case ENOTEMPTY, EEXIST: throw .notEmpty(path)
      case EBUSY, EXDEV: throw .mountPoint(path)
      default: throw .file(error)
      }
    }
  }
}
