import DurableFiles

/// Whether the folder `sealed` may hold other values than the journal's lines commit to, told from two times and
/// without listing a folder that may have a million names.
///
/// A value is stored before its line, and the checkpoint is written after the line. So where the folder's time of
/// change is older than the checkpoint's, every value in it was answered for by a line when the checkpoint was written,
/// and nothing has come or gone since. Where it is not older, an append may have ended in between. Point by point:
///
/// - An append that stores a value makes the folder newer than the checkpoint, or as new: the kernel's clock moves in
///   ticks. Equal therefore counts as newer. A clock that was set back would make it older: so before a value is
///   stored, a checkpoint with a time that is still to come gets the present one, durably (`ageCheckpoint`).
/// - A crash from then on leaves it so, whether the value, its line, or nothing more had arrived. Where the line had,
///   lines stand beyond the checkpoint as well.
/// - The checkpoint that ends the append is newer, or as new; one that is as new costs a listing at most.
/// - A recovery removes what is not answered for before it writes a checkpoint.
/// - An erasure removes its values after the checkpoint and leaves the folder newer; a crash before the removal leaves
///   it older. So the values that the last batch erases are looked for by name at every opening, and the folder is
///   synced: nothing is appended after an erasure before its removal is done.
/// - A writer that closes after all this is done gives the checkpoint a time after the folder's (`settle`). That is not
///   synced: if it is lost, the next opening lists the folder in vain.
/// - A value that comes from elsewhere, from a backup say, makes the folder newer.
///
/// Sad path: a copy of the folder that does not keep times tells nothing. If it was made after a crash and before
/// recovery, a value that no line commits to may stay in it until `JournalWriter.repair`, which always looks.
extension SealedFolder {
  /// Whether the names must be looked at. Two stats.
  func mayDiffer() throws(FileError) -> Bool {
    guard let sealed = try operations.status(path)?.modified else { return false }
    guard let checkpoint = try operations.status(checkpoint)?.modified else { return true }
    return sealed >= checkpoint
  }

  /// Makes `mayDiffer` true for whatever is stored from now on: stat, and where the clock is behind the checkpoint's time
  /// utimensat, open, fsync, close.
  func ageCheckpoint() throws(FileError) {
    let now = FileTime.now()
    guard let modified = try operations.status(checkpoint)?.modified, now < modified else { return }
    try operations.setModified(of: checkpoint, to: now)
    try operations.syncFile(checkpoint)
  }

  /// Says that every value in the folder is answered for: two stats, and where needed utimensat.
  func settle() throws(FileError) {
    guard let sealed = try operations.status(path)?.modified, try mayDiffer() else { return }
    try operations.setModified(of: checkpoint, to: sealed.next)
  }
}
