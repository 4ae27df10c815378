import Audit
import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

extension Session {
  /// What the rule book finds in the ledger as read: by one sweep over all lines, or, where that is not sure, one subject after
  /// the other. Of each rule the first `limit` findings of those asked for are kept, or all.
  func examination(
    _ reading: LedgerReading, limit: Int? = nil, of interest: FindingInterest? = nil
  ) throws(Failure) -> Examination {
    let progress = progress(Localized("Prövar boken", "Examining the book"))
    defer { progress.end() }
    let kept = Self.kept(reading.journal)
    let folder = try folder()
    let replay: SubjectReplay?
    do throws(FileError) {
      replay = try SubjectReplay(folder) { progress.tell($0, of: $1) }
    } catch { throw .file(error) }
    // A line that came since the book was opened is not of this answer.
    if let replay, replay.range.root == reading.journal.range.root {
      do throws(JournalError) {
        return try Examination(
          replay, through: reading.chronicle.position, asOf: reading.book.asOf ?? .date(reading.today), limit: limit,
          of: interest, isSealedKept: kept)
      } catch { throw .damaged(error) }
    }
    return Examination(reading.book, limit: limit, of: interest, isSealedKept: kept)
  }

  /// Whether sealed values are there, by the names in the folder; nil where this copy of the book has no such folder, or the
  /// reader may not look into it. One that was erased later than the reading goes is not missing.
  private static func kept(_ journal: JournalView) -> (@Sendable (SealedValue) -> Bool)? {
    guard let names = try? SealedFolder(of: journal.folder).kept() else { return nil }
    let kept = Set(names.map(\.hex))
    return { value in
      kept.contains(value.text) || Commitment(hex: value.text).map { (try? journal.hasErased($0)) == true } == true
    }
  }
}
