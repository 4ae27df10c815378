import FollowUps
import Integrity
import JournalStore

extension PackCheckpoint {
  /// The checkpoint of the first `size` entries of a journal; nil where its own checkpoint does not cover them, and for none.
  init?(_ journal: JournalView, size: Int) throws(Failure) {
    guard let covering = journal.checkpoint, size > 0, size <= covering.size else { return nil }
    let root: Digest
    do throws(JournalError) { root = try journal.root(size: size) } catch { throw .damaged(error) }
    let checkpoint = Checkpoint(origin: covering.origin, size: size, root: root)
    self.init(
      origin: checkpoint.origin, size: size, root: root.base64, printed: PrintedCheckpoint(checkpoint).text,
      signers: ((try? covering.signatures) ?? []).map(\.name))
  }
}
