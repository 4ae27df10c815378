import DurableFiles
import Integrity
package import JournalStore
package import LedgerDomain
package import Projections

/// What became of a ledger between two points on one clock, subject by subject.
package struct LedgerDiff {
  /// The two points.
  package enum Span: Sendable {
    /// Positions: what was recorded after the first, through the second; as of a moment, or whatever it is effective.
    case known(after: Int, through: Int, asOf: Effective?)
    /// Moments: what became true after the first, through the second, by what is known.
    case effective(after: Effective, through: Effective)
  }

  package let span: Span
  /// In order; only those that anything lies between.
  package let subjects: [SubjectDiff]
  /// The ledger at the second point.
  package let book: Book

  /// Compares. `chronicle` is what is known: on the known clock through the second position or more. `today` is the day of
  /// a reading that is of none. Requires points in order, and positions within the chronicle.
  ///
  /// Cost: the events about the subjects concerned; on the known clock a pass over the index to find them, on the
  /// effective clock a sweep over all lines, or every subject where a sweep is not sure.
  package init(
    _ span: Span, in chronicle: Chronicle, today: LocalDate, waitingIn folder: String? = nil
  ) throws(JournalError) {
    self.span = span
    switch span {
    case .known(let first, let last, let asOf):
      let known = chronicle.known(through: last)
      let day = asOf?.day ?? today
      book = Book(known, asOf: asOf, today: today)
      subjects = try Self.each(known.subjects(after: first, through: last), in: known, folder) { subject, events in
        SubjectDiff(of: subject, events, recordedAfter: first, asOf: asOf, on: day)
      }
    case .effective(let first, let last):
      book = Book(chronicle, asOf: last, today: today)
      let concerned = try Self.subjects(trueAfter: first, through: last, in: chronicle)
      subjects = try Self.each(concerned, in: chronicle, folder) { subject, events in
        SubjectDiff(of: subject, events, trueAfter: first, through: last)
      }
    }
  }

  /// What became of each subject, in their order, on all processors: where they are many, from one sweep over all lines.
  private static func each(
    _ subjects: [SubjectID], in chronicle: Chronicle, _ folder: String?,
    _ diff: @escaping @Sendable (SubjectID, [Event]) -> SubjectDiff?
  ) throws(JournalError) -> [SubjectDiff] {
    if let scan = try scan(subjects, in: chronicle, folder) {
      let kinds = Set(subjects.map(\.kind))
      return try scan.run(
        kinds, through: chronicle.position, empty: SubjectDiffs(of: Set(subjects), diff)
      ).all
    }
    let pieceSize = 32
    var all: [SubjectDiff] = []
    OrderedWork.run(
      count: (subjects.count + pieceSize - 1) / pieceSize, threads: OrderedWork.processorCount, scratch: {},
      work: { piece, _ in
        subjects[(piece * pieceSize)..<min(subjects.count, (piece + 1) * pieceSize)].compactMap {
          diff($0, chronicle.events(about: $0))
        }
      },
      join: { (found: [SubjectDiff]) in
        all += found
        return true
      })
    return all
  }

  /// A scan of the subjects' kinds; nil where they are so few that asking the open journal for each costs less, and where the sweep
  /// is not sure, or met another journal than was opened.
  private static func scan(
    _ subjects: [SubjectID], in chronicle: Chronicle, _ folder: String?
  ) throws(JournalError) -> SubjectScan? {
    guard let view = chronicle.view, chronicle.isJournal, subjects.count * 100 > view.count else { return nil }
    do throws(FileError) {
      let scan = try SubjectScan.forAnswer(view.folder.path, of: Set(subjects.map(\.kind)), waitingIn: folder)
      return scan?.range.root == view.range.root ? scan : nil
    } catch { throw .file(error) }
  }

  /// The subjects of which an entry may be effective between two moments, and perhaps others.
  private static func subjects(
    trueAfter first: Effective, through last: Effective, in chronicle: Chronicle
  ) throws(JournalError) -> [SubjectID] {
    guard let view = chronicle.view else { return chronicle.allSubjects }
    let tally = EffectiveTally(from: first.endOfReading, before: last.endOfReading)
    do {
      guard let sweep = try JournalSweep(view.folder.path), let swept = try sweep.run(empty: tally) else {
        return chronicle.allSubjects
      }
      // What is not in the journal yet was not swept.
      return swept.tally.subjects.union(chronicle.subjects(after: view.count, through: chronicle.position)).sorted()
    } catch {
      throw .file(error)
    }
  }
}

extension LedgerDiff {
  /// How many subjects of a kind became what.
  package func count(_ kind: SubjectKind?, _ became: SubjectDiff.Kind) -> Int {
    subjects.count { $0.kind == became && (kind == nil || $0.subject.kind == kind) }
  }

  /// How many fields say another thing by a kind of entry.
  package func count(_ kind: SubjectDiff.Change.Kind) -> Int {
    subjects.reduce(0) { $0 + $1.changes.count { $0.kind == kind } }
  }

  /// How many entries lie between.
  package var entryCount: Int { subjects.reduce(0) { $0 + $1.entries.count } }

  /// How many of them are of a type.
  func entryCount(of type: String) -> Int {
    subjects.reduce(0) { $0 + $1.entries.count { $0.fact.type == type } }
  }
}

/// What became of subjects as they are shown.
private struct SubjectDiffs: SubjectTally {
  private let subjects: Set<SubjectID>
  private let diff: @Sendable (SubjectID, [Event]) -> SubjectDiff?
  private(set) var all: [SubjectDiff] = []

  init(of subjects: Set<SubjectID>, _ diff: @escaping @Sendable (SubjectID, [Event]) -> SubjectDiff?) {
    self.subjects = subjects
    self.diff = diff
  }

  mutating func take(_ subject: SubjectID, _ events: [Event]) {
    if subjects.contains(subject), let diff = diff(subject, events) { all.append(diff) }
  }

  mutating func join(_ next: SubjectDiffs) { all += next.all }
}
