import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The rows of all tables, made of the subjects of a journal as they are shown one by one, and brought to the tables piece by piece.
struct StateRows: SubjectTally {
  /// How rows are written.
  enum Form: Sendable {
    case csv, sql

    /// What is written for nothing.
    var nothing: String { self == .csv ? "" : "NULL" }
  }

  /// Some rows of one table.
  struct Rows: Sendable {
    /// The name of a subject in a row.
    struct Reference: BitwiseCopyable, Sendable {
      /// The subject's key (`SubjectID.key`).
      let subject: UInt64
      /// Where it stands among the bytes.
      let start: UInt32
      let byteCount: UInt8
      let isKey: Bool

      var bytes: Range<Int> { Int(start)..<(Int(start) + Int(byteCount)) }

      static let stride = MemoryLayout<Reference>.stride
    }

    var bytes: [UInt8] = []
    /// Where each row ends.
    var ends: [UInt32] = []
    /// In the order of their places.
    var references: [Reference] = []
  }

  let form: Form
  private let asOf: Effective
  /// The subjects whose free texts are masked.
  private let withheld: Set<SubjectID>
  private let all: StateTables
  private var tables = [Rows](repeating: Rows(), count: ExportTable.all.count)
  private var founded: [SubjectID] = []

  init(_ form: Form, asOf: Effective, withholding withheld: Set<SubjectID>, to tables: StateTables) {
    self.form = form
    self.asOf = asOf
    self.withheld = withheld
    all = tables
  }

  mutating func take(_ subject: SubjectID, _ events: [Event]) {
    let shown = withheld.contains(subject) ? events.map { $0.redacted(mask: StandingWords.maskedInData) } : events
    let state = Fold.state(of: subject, shown, asOf: asOf)
    guard state.isFounded else { return }
    founded.append(subject)
    for (index, table) in ExportTable.all.enumerated() where table.kind == nil || table.kind == subject.kind {
      for row in table.rows(state, asOf.day) { tables[index].add(row, table, form) }
    }
  }

  mutating func join(_ next: StateRows) { all.add(next.tables, founded: next.founded) }
}

extension StateRows.Rows {
  fileprivate mutating func add(_ row: [String?], _ table: ExportTable, _ form: StateRows.Form) {
    let start = bytes.count
    var (csv, sql) = (CSVWriter(), SQLWriter())
    for (place, value) in row.enumerated() {
      let column = table.columns[place]
      let before: Int
      switch form {
      case .csv:
        // The separator belongs to what is before the field.
        before = csv.bytes.count + (place > 0 ? 1 : 0)
        csv.field(value ?? "")
      case .sql:
        sql.write(place == 0 ? "(" : ", ")
        before = sql.bytes.count
        if column.kind == .integer { sql.write(value ?? "NULL") } else { sql.literal(value) }
      }
      let after = form == .csv ? csv.bytes.count : sql.bytes.count
      if column.reference != nil, let subject = value.flatMap({ try? SubjectID(text: $0) }) {
        references.append(
          Reference(
            subject: subject.key, start: UInt32(start + before), byteCount: UInt8(after - before),
            isKey: column.isKey))
      }
    }
    if form == .csv { csv.endRow() } else { sql.write(")") }
    bytes += form == .csv ? csv.bytes : sql.bytes
    ends.append(UInt32(bytes.count))
  }

  /// The rows, without those whose key refers to a subject that is not known, and with nothing for other such references.
  func sound(_ known: SubjectRuns, nothing: [UInt8]) -> [ArraySlice<UInt8>] {
    var rows: [ArraySlice<UInt8>] = []
    rows.reserveCapacity(ends.count)
    var (start, next) = (0, 0)
    for end in ends.map(Int.init) {
      var isKept = true
      var lost: [Range<Int>] = []
      while next < references.count, references[next].start < end {
        let reference = references[next]
        if !known.contains(reference.subject) {
          if reference.isKey { isKept = false } else { lost.append(reference.bytes) }
        }
        next += 1
      }
      if isKept, lost.isEmpty {
        rows.append(bytes[start..<end])
      } else if isKept {
        var row: [UInt8] = []
        var place = start
        for range in lost {
          row += bytes[place..<range.lowerBound] + nothing
          place = range.upperBound
        }
        rows.append(ArraySlice(row + bytes[place..<end]))
      }
      start = end
    }
    return rows
  }
}
