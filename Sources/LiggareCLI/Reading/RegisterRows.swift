import JournalStore
import LedgerDomain
import Projections

/// What is made of each subject that exists at a reading, in order; each is forgotten when it is done.
struct RegisterRows<Row: Sendable>: SubjectTally {
  private let asOf: Effective?
  private let make: @Sendable (SubjectState) -> Row?
  private var rows: [Row] = []

  private init(asOf: Effective?, make: @escaping @Sendable (SubjectState) -> Row?) {
    self.asOf = asOf
    self.make = make
  }

  mutating func take(_ subject: SubjectID, _ events: [Event]) {
    let state = Fold.state(of: subject, events, asOf: asOf)
    if state.isFounded, let row = make(state) { rows.append(row) }
  }

  mutating func join(_ next: RegisterRows) { rows += next.rows }

  /// The rows of a kind: from what was swept, on all processors, or else from the book. `make` gives nil for a subject that has none;
  /// what the events of the types in `sparing` say it does not ask.
  static func of(
    _ kind: SubjectKind, _ reading: LedgerReading, _ scan: SubjectScan?, sparing: Set<String> = [],
    _ make: @escaping @Sendable (SubjectState) -> Row?
  ) throws(Failure) -> [Row] {
    guard let scan else {
      return reading.chronicle.subjects(kind).compactMap { reading.book.state(of: $0) }.compactMap(make)
    }
    do throws(JournalError) {
      return try scan.run(
        [kind], through: reading.chronicle.position, sparing: sparing,
        empty: RegisterRows(asOf: reading.book.asOf, make: make)
      ).rows
    } catch { throw .damaged(error) }
  }
}
