package import DurableFiles
import Glibc
package import Integrity

/// Why a sealed value could not be had.
package enum SealedFailure: Error, Equatable {
  case file(FileError)
  /// The file is there, but is no sealing.
  case malformed(SealingError)
  /// The file holds a right sealing of another commitment than its name says.
  case otherCommitment(found: Commitment)
}

extension SealedFailure {
  /// The damage that it is; nil for a file that this user may not read or that could not be read.
  var damage: Damage.Kind? {
    switch self {
    case .malformed(let error): return .sealedText(error)
    case .otherCommitment(let found): return .sealedCommitment(found: found)
    case .file(let error):
      return error.operation == .read && [EISDIR, EINVAL].contains(error.errno) ? .notAFile : nil
    }
  }

  /// What is said to whoever asked for the value of a commitment.
  package func journalError(of commitment: Commitment) -> JournalError {
    if case .file(let error) = self, damage == nil { return .file(error) }
    return .damage(Damage(of: commitment, damage ?? .notAFile))
  }
}

extension Damage {
  /// Damage of the file that keeps a sealed value.
  init(of commitment: Commitment, _ kind: Kind) {
    self.init(file: "\(LedgerFolder.sealed)/\(commitment.hex)", kind: kind)
  }
}
