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
  package init(_ span: Span, in chronicle: Chronicle, today: LocalDate) throws(JournalError) {
    self.span = span
    switch span {
    case .known(let first, let last, let asOf):
      let known = chronicle.known(through: last)
      let day = asOf?.day ?? today
      book = Book(known, asOf: asOf, today: today)
      subjects = Self.each(known.subjects(after: first, through: last)) { subject in
        SubjectDiff(of: subject, known.events(about: subject), recordedAfter: first, asOf: asOf, on: day)
      }
    case .effective(let first, let last):
      book = Book(chronicle, asOf: last, today: today)
      subjects = Self.each(try Self.subjects(trueAfter: first, through: last, in: chronicle)) { subject in
        SubjectDiff(of: subject, chronicle.events(about: subject), trueAfter: first, through: last)
      }
    }
  }

  /// What became of each subject, in their order, on all processors.
  private static func each(
    _ subjects: [SubjectID], _ diff: @escaping @Sendable (SubjectID) -> SubjectDiff?
  ) -> [SubjectDiff] {
    let pieceSize = 32
    var all: [SubjectDiff] = []
    OrderedWork.run(
      count: (subjects.count + pieceSize - 1) / pieceSize, threads: OrderedWork.processorCount, scratch: {},
      work: { piece, _ in
        subjects[(piece * pieceSize)..<min(subjects.count, (piece + 1) * pieceSize)].compactMap(diff)
      },
      join: { (found: [SubjectDiff]) in
        all += found
        return true
      })
    return all
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
