import CommandArguments
import DurableFiles
import JournalStore
import LedgerDomain

/// Why a command did not do what was asked: the facts. `Failure+Words.swift` says it.
enum Failure: Error {
  /// 2: the command line.
  case usage(UsageError)
  /// 2: no ledger was named, or there is none in the folder.
  case noLedger(folder: String?)
  /// 2: two options that cannot go together.
  case exclusive([String])
  /// 2: something would have to be asked, and nobody can answer.
  case wouldAsk
  /// 1: the person said no.
  case declined
  /// 1: the domain refuses. `place` is the row or batch place where there are several.
  case refused(Refusal)
  /// 1: the journal refuses the append.
  case unappended(AppendFailure)
  /// 3: the ledger is damaged.
  case damaged(JournalError)
  /// 2: a subject that does not exist at this reading.
  case notFound(SubjectID, known: Bool)
  /// 2: an event that does not exist.
  case noEvent(String)
  /// 2: a period that the ledger does not have.
  case noPeriod(String, known: [String])
  /// 5: a file could not be read or written.
  case file(FileError)

  /// What the process exits with; the table is in the README.
  var exitCode: Int32 {
    switch self {
    case .usage, .noLedger, .exclusive, .wouldAsk, .notFound, .noEvent, .noPeriod: 2
    case .declined, .refused: 1
    case .unappended(let failure): failure.exitCode
    case .damaged(let error): error.exitCode
    case .file: 5
    }
  }
}
