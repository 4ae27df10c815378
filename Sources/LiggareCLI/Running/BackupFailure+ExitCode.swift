import JournalStore

extension BackupFailure {
  var exitCode: Int32 {
    switch self {
    case .journal(let error): error.exitCode
    case .presented(let failure): failure.exitCode
    case .unopened(let failure): failure.exitCode
    case .unappended(let failure): failure.exitCode
    case .file, .unreadableSealed: 5
    case .taken, .mountPoint, .nested, .noSealed, .sealedTaken, .notEmpty, .noValues, .receipt: 2
    case .otherLedger, .forked, .shrunk, .damagedBackup, .sealedOfOther: 3
    case .busy: 75
    }
  }
}
