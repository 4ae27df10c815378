import Audit
import CommandArguments
import DurableFiles
import Exchange
import Integrity
import JournalStore
import LedgerDomain
import Projections

/// Why a command did not do what was asked: the facts. `Failure+Words.swift` says it.
enum Failure: Error {
  /// 2: the command line.
  case usage(UsageError)
  /// 2: no ledger was named, or there is none in the folder.
  case noLedger(folder: String?)
  /// 2: options that cannot go together.
  case exclusive([String])
  /// 2: exactly one of these was to be given.
  case oneOf([String])
  /// 2: an option that says something only together with another.
  case needs(String, String)
  /// 2: an option that chooses how the book is read, at a command that writes in it.
  case readingOnly(String)
  /// 2: a file whose name does not say in which form it is to be written.
  case noForm(String)
  /// 2: something would have to be asked, and nobody can answer.
  case wouldAsk
  /// 1: the person said no.
  case declined
  /// 1: the domain refuses.
  case refused(Refusal)
  /// 1: the domain refuses a command about a subject; the subjects near an unknown one help to word it.
  case refusedCommand(Refusal, type: String, subject: SubjectID, subjects: [SubjectID])
  /// 1: personal data would stand in the book unsealed, and nobody said that it may; whether it may be sealed.
  case personalData([PersonalDataGuard.Hit], maySeal: Bool)
  /// 1: the journal refuses the append.
  case unappended(AppendFailure)
  /// 5: a file failed during the append; the entry may be in the book all the same. `first` makes a repeat safe.
  case uncertain(FileError, first: EventID)
  /// The writer could not be opened: busy, damaged, no ledger.
  case unopened(WriterFailure)
  /// 3: the ledger is damaged.
  case damaged(JournalError)
  /// 2: a subject that does not exist at this reading.
  case notFound(SubjectID, known: Bool)
  /// 2: an event that does not exist.
  case noEvent(String)
  /// 2: no document with a digest that begins so.
  case noDocument(String)
  /// 2: a period that the ledger does not have.
  case noPeriod(String, known: [String])
  /// A report of a period that lies ahead.
  case periodNotBegun(String, from: LocalDate)
  /// 3: a presented document is not there, or is not what was presented.
  case noPresented(DocumentDigest)
  case presented(PresentedFailure)
  /// 5: a file could not be read or written.
  case file(FileError)
  /// 3: a proof of a tree does not hold.
  case wrongProof(ProofError)
  /// A key could not be read or used, or a signature is wrong.
  case signing(SigningError)
  /// 1: the key is none that the ledger knows, or it was retired at a position.
  case unregisteredKey(path: String, name: String?)
  case retiredKey(name: String, position: Int)
  /// 2: a name that no key can have, or another than the verifier key states.
  case keyName(String)
  /// 3: no signature is by a key that `--vkey` demands.
  case notSignedBy(name: String)
  /// 3: a file that was kept is no checkpoint.
  case notACheckpoint(path: String, CheckpointError)
  /// 3: the ledger does not bear out what was kept elsewhere.
  case standing(Standing, of: Localized)
  /// 2: a printed checkpoint was mistyped.
  case mistyped(PrintedCheckpointError)
  /// 2: an entry that no checkpoint covers yet.
  case beyondCheckpoint(position: Int, size: Int)
  case export(ExportFailure)
  /// A backup was not written, or a ledger not restored from one.
  case backup(BackupFailure)
  /// An export failed, or its path is taken.
  case exchange(ExchangeFailure)
  /// A question that cannot be answered as it was put.
  case asking(AskingFailure)
  /// An event log could not be read, or says what cannot be recorded.
  case `import`(ImportFailure, file: String, mapping: String)
  /// A sheet that was edited could not be read, or says what cannot be recorded.
  case sheet(SheetFailure, file: String)
  /// 2: the folder that was to be written is there already, and not empty, or is none.
  case folderTaken(String)
  /// 2: a number that is more than the tree of the leaves given has room for.
  case outsideTree(option: String, number: Int, limit: Int)
  /// 4: so many findings of at least this severity, which was asked to be none.
  case findings(Int, Severity)
  /// 2: a leaf on standard input that is not written as the option says.
  case unreadableLeaf(line: Int, option: String)
  /// 2: what was to be traced is not there, or what was to be written is.
  case tracing(TracingFailure)
  /// A site's place is taken, or what it would be about is marked secret.
  case site(SiteFailure)

  /// Whether other answers to the questions of `record` may help: nothing is written, and nothing is broken.
  var isOfAnswers: Bool {
    switch self {
    case .refused, .refusedCommand, .personalData, .usage, .exclusive, .oneOf, .needs, .notFound, .noPeriod, .asking:
      true
    default: false
    }
  }

  /// What the process exits with; the table is in the README.
  var exitCode: Int32 {
    switch self {
    case .usage, .noLedger, .exclusive, .oneOf, .needs, .noForm, .readingOnly, .wouldAsk, .notFound, .noEvent,
      .noDocument,
      .noPeriod, .periodNotBegun, .outsideTree, .unreadableLeaf, .keyName, .mistyped, .beyondCheckpoint, .folderTaken:
      2
    case .declined, .refused, .refusedCommand, .personalData: 1
    case .unappended(let failure): failure.exitCode
    case .uncertain: 5
    case .damaged(let error): error.exitCode
    case .unopened(let failure): failure.exitCode
    case .noPresented: 3
    case .presented(let failure): failure.exitCode
    case .file: 5
    case .wrongProof: 3
    case .signing(let error): error.exitCode
    case .unregisteredKey, .retiredKey: 1
    case .notSignedBy, .notACheckpoint, .standing: 3
    case .export(let failure): failure.exitCode
    case .backup(let failure): failure.exitCode
    case .exchange(let failure): failure.exitCode
    case .tracing(let failure): failure.exitCode
    case .site(let failure): failure.exitCode
    case .asking(let failure): failure.exitCode
    case .import(let failure, _, _): failure.exitCode
    case .sheet(let failure, _): failure.exitCode
    case .findings: 4
    }
  }
}

extension JournalError {
  var exitCode: Int32 {
    switch self {
    case .notALedger: 2
    case .damage: 3
    case .newerFormat, .file: 5
    }
  }
}

extension WriterFailure {
  var exitCode: Int32 {
    switch self {
    case .journal(let error): error.exitCode
    case .busy: 75
    case .networkFileSystem: 5
    case .alreadyThere, .notAnOpening, .identity: 2
    case .refused(let failure): failure.exitCode
    }
  }
}

extension AppendFailure {
  var exitCode: Int32 {
    switch self {
    case .idReused, .idTwice, .changed, .clockBehind, .lineTooLong, .unwritable, .alreadyOpened, .sealingMissing,
      .sealingUnused, .full:
      1
    case .unread(let error): error.exitCode
    case .file, .ended, .notErased: 5
    }
  }
}

extension SigningError {
  var exitCode: Int32 {
    switch self {
    case .noOpenSSL, .failed, .unexpected, .file: 5
    case .notAKey, .notEd25519: 2
    case .wrongSignature, .notSigned: 3
    }
  }
}

extension ExportFailure {
  var exitCode: Int32 {
    switch self {
    case .journal(let error): error.exitCode
    case .file: 5
    case .taken: 2
    case .checkpoint, .otherLog, .forked, .shrunk: 3
    }
  }
}

extension ExchangeFailure {
  var exitCode: Int32 {
    switch self {
    case .journal(let error): error.exitCode
    case .file: 5
    case .taken: 2
    }
  }
}

extension ImportFailure {
  var exitCode: Int32 {
    switch self {
    case .text, .csv, .xes, .mapping, .noRows: 2
    case .rows, .refused: 1
    }
  }
}

extension SheetFailure {
  var exitCode: Int32 {
    switch self {
    case .text, .csv, .workbook, .document, .otherKind: 2
    case .problems: 1
    }
  }
}

extension PresentedFailure {
  var exitCode: Int32 {
    switch self {
    case .file: 5
    case .otherDigest: 3
    }
  }
}
