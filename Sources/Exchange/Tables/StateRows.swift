import JournalStore
import LedgerDomain
import Projections
import StrictJSON

/// The rows of all tables, made of the subjects of a journal as they are shown one by one.
///
/// A row refers to subjects that may not exist at the reading: their founding may be effective later than the day asked, or reversed. So each
/// reference is remembered by its place, and when all subjects are known those that lead nowhere are taken out: of a key the whole
/// row. Memory: the rows as they are written, and some bytes for each reference.
struct StateRows: SubjectTally {
  /// How rows are written.
  enum Form: Sendable {
    case csv, sql

    /// What is written for nothing.
    var nothing: String { self == .csv ? "" : "NULL" }
  }

  /// The rows of one table.
  struct Rows: Sendable {
    struct Reference: Sendable {
      let subject: SubjectID
      let isKey: Bool
      /// Where it stands among the bytes.
      var bytes: Range<Int>
    }

    fileprivate(set) var bytes: [UInt8] = []
    /// Where each row ends.
    fileprivate(set) var ends: [Int] = []
    /// In the order of their places.
    fileprivate(set) var references: [Reference] = []
  }

  let form: Form
  private let asOf: Effective
  private var tables = [Rows](repeating: Rows(), count: ExportTable.all.count)
  private var founded: [SubjectID] = []

  init(_ form: Form, asOf: Effective) {
    self.form = form
    self.asOf = asOf
  }

  mutating func take(_ subject: SubjectID, _ events: [Event]) {
    let state = Fold.state(of: subject, events, asOf: asOf)
    guard state.isFounded else { return }
    founded.append(subject)
    for (index, table) in ExportTable.all.enumerated() where table.kind == nil || table.kind == subject.kind {
      for row in table.rows(state, asOf.day) { tables[index].add(row, table, form) }
    }
  }

  mutating func join(_ next: StateRows) {
    for index in tables.indices { tables[index].join(next.tables[index]) }
    founded += next.founded
  }

  /// The rows of each table, in the order of the tables, with no reference that leads nowhere.
  consuming func finished() -> [[ArraySlice<UInt8>]] {
    let known = Set(founded)
    return tables.map { $0.sound(known, nothing: Array(form.nothing.utf8)) }
  }
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
          Reference(subject: subject, isKey: column.isKey, bytes: (start + before)..<(start + after)))
      }
    }
    if form == .csv { csv.endRow() } else { sql.write(")") }
    bytes += form == .csv ? csv.bytes : sql.bytes
    ends.append(bytes.count)
  }

  fileprivate mutating func join(_ next: StateRows.Rows) {
    let offset = bytes.count
    bytes += next.bytes
    ends += next.ends.map { $0 + offset }
    references += next.references.map { reference in
      var reference = reference
      reference.bytes = (reference.bytes.lowerBound + offset)..<(reference.bytes.upperBound + offset)
      return reference
    }
  }

  /// The rows, without those whose key refers to a subject that is not known, and with nothing for other such references.
  fileprivate func sound(_ known: Set<SubjectID>, nothing: [UInt8]) -> [ArraySlice<UInt8>] {
    var rows: [ArraySlice<UInt8>] = []
    rows.reserveCapacity(ends.count)
    var (start, next) = (0, 0)
    for end in ends {
      var isKept = true
      var lost: [Range<Int>] = []
      while next < references.count, references[next].bytes.lowerBound < end {
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
