package import DurableFiles
package import Integrity
package import LedgerDomain

/// Why nothing was recorded; with `file` and `notErased`, see there. Proposals are counted from 0.
package enum AppendFailure: Error, Equatable {
  /// An event with this id is recorded already, with other content or in another batch.
  case idReused(EventID, position: Int)
  /// Two proposals have the same id.
  case idTwice(EventID)
  /// The append condition does not hold: the last event about the subject is at this position.
  case changed(SubjectID, position: Int)
  /// The clock is more than a minute behind the last recorded line, and nobody has confirmed that it is right.
  case clockBehind(last: Instant, now: Instant)
  /// The proposal's line would be longer than a line may be.
  case lineTooLong(proposal: Int, byteCount: Int)
  /// The proposal's line would not be read back as the same event; nil where it would be read as another one.
  case unwritable(proposal: Int, LineProblem?)
  /// The proposal opens a ledger that is open.
  case alreadyOpened(proposal: Int)
  /// A commitment in a proposal that neither a sealing given nor an earlier line has.
  case sealingMissing(SealedValue)
  /// A sealing that no proposal commits to.
  case sealingUnused(Integrity.Commitment)
  /// A recorded line that has to be looked at cannot be read, or is not what it was. Nothing was tried.
  case unread(JournalError)
  /// The last position that the format has is taken.
  case full
  /// Storing failed, and with it the writer has ended. Whether the events were recorded shows when the ledger is
  /// opened again; putting the same proposals again is safe.
  case file(FileError)
  /// The writer has ended with this failure earlier; nothing was tried.
  case ended(FileError)
  /// The events are recorded, but a value they erase could not be removed. The next writer tries again.
  case notErased(FileError, recorded: [Event])
}

/// Why a ledger was not opened for writing, or not created.
package enum WriterFailure: Error, Equatable {
  case journal(JournalError)
  /// Someone else is writing: what they say about themselves, "" if nothing.
  case busy(holder: String)
  /// The folder is on a file system that several machines share, where locks and syncs promise less.
  case networkFileSystem(name: String)
  /// The folder holds a journal already.
  case alreadyThere(folder: String)
  /// The first event is no `ledger.opened` about the ledger.
  case notAnOpening(type: String)
  /// The ledger's identity is none that lines could have.
  case identity(found: String)
  /// The first event cannot be recorded.
  case refused(AppendFailure)
}
