package import DurableFiles
package import Integrity

/// Why a checkpoint was not signed.
package enum CheckpointSigningFailure: Error, Equatable {
  /// The journal is damaged, or could not be read.
  case journal(JournalError)
  case signing(SigningError)
  /// The signature was made, and its file could not be written.
  case file(FileError)
}

extension JournalWriter {
  /// Puts a signature under the checkpoint of everything recorded, and gives it with all that it has.
  ///
  /// First everything in the folder is read again and recomputed (`Journal.verify`): whoever signs vouches for the lines,
  /// not for a number in a file. Then `sign` is given the checkpoint, and what it makes is stored as `CheckpointFile`
  /// does. Signatures that the same checkpoint had stay, but for one by the same key. When the journal grows, the signed
  /// checkpoint is kept in `checkpoints/`.
  package func sign(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    _ sign: (Checkpoint) throws(SigningError) -> NoteSignature
  ) throws(CheckpointSigningFailure) -> Checkpoint {
    precondition(!isClosed, "the writer is closed")
    if let failure { throw .file(failure) }
    do throws(AppendFailure) { try self.checkpoint() } catch {
      throw .file(failure ?? FileError(operation: .write, path: folder(LedgerFolder.checkpoint), errno: 0))
    }
    let old = try recomputed(progress)
    var checkpoint = Checkpoint(origin: old.origin, size: old.size, root: old.root)
    let signature: NoteSignature
    do throws(SigningError) { signature = try sign(checkpoint) } catch { throw .signing(error) }
    // What others have added beside the three lines is not vouched for: neither lines nor signatures under those.
    let before = old.extensionText.isEmpty ? (try? old.signatures) ?? [] : []
    let others = before.filter { $0.keyHash != signature.keyHash || !$0.name.utf8.elementsEqual(signature.name.utf8) }
    checkpoint = checkpoint.adding(others.suffix(SignedNote.signatureLimit - 1) + [signature])
    do throws(FileError) {
      try CheckpointFile(folder: folder, operations: settings.operations).write(checkpoint, replacing: old)
    } catch {
      failure = error
      throw .file(error)
    }
    memory.cover(by: checkpoint)
    return checkpoint
  }

  /// The checkpoint in the folder, after everything was read again and found to be as it says.
  private func recomputed(
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(CheckpointSigningFailure) -> Checkpoint {
    let report: VerificationReport
    do throws(JournalError) {
      report = try Journal.verify(folder.path, operations: settings.operations, progress: progress)
    } catch { throw .journal(error) }
    if let damage = report.damages.first { throw .journal(.damage(damage)) }
    guard let checkpoint = report.checkpoint, checkpoint.size == report.computedSize,
      checkpoint.root == report.computedRoot, report.computedRoot == memory.range.root
    else { throw .journal(.damage(Damage(file: LedgerFolder.checkpoint, kind: .changedWhileRead))) }
    return checkpoint
  }
}
