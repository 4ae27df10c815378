package import LedgerDomain
package import StrictJSON

/// What an event log says, gathered by case: the cases in the order of their first rows, each with its activities in the order of theirs.
package struct CaseLog: Sendable {
  /// A case as the log states it.
  package struct LoggedCase: Sendable {
    package let key: String
    /// The line of its first row.
    package let line: Int
    package var title: Text
    package var registryNumber: Text
    package var opened: Effective?
    package var closed: Effective?
    package var outcome: Text?
    package var due: LocalDate?
    package var officer: PublicOfficial?
    package var activities: [LoggedActivity] = []
  }

  /// An activity as one row states it.
  package struct LoggedActivity: Sendable {
    package let line: Int
    package let activity: Text
    package let by: PublicOfficial?
    package let time: Effective?
  }

  package private(set) var cases: [LoggedCase] = []
  /// The rows that say nothing that could be recorded, in order of their lines.
  package private(set) var problems: [RowProblem]
  /// The columns that each member of the mapping names.
  let columns: [(field: String, column: String)]
  /// The columns that the mapping does not name.
  package let unusedColumns: [String]
  /// What the log holds that no row has a place for.
  package let skipped: [XESSkipped: Int]

  /// Gathers the rows of a table by a mapping. Refuses a mapping that names a column that is not there.
  package init(_ table: LogTable, _ mapping: LogMapping) throws(MappingProblem) {
    let columns = try LogColumns(table, mapping)
    self.columns = mapping.columns
    unusedColumns = table.columns.filter { column in !columns.names.contains { utf8Equal($0, column) } }
    problems = table.problems
    skipped = table.skipped
    let (keys, times) = (columns[mapping.case.text], columns[mapping.time.text])
    let steady = mapping.caseColumns.map { (column: $0.column, texts: columns[$0.column]) }
    var numbers: [Text: (number: Int, row: Int)] = [:]
    for (row, line) in table.lines.enumerated() {
      let value = { (column: String) in columns[column][row] }
      guard !keys[row].isEmpty else {
        refuse(line, .empty(field: "case", columns: [mapping.case.text]))
        continue
      }
      let number: Int
      if let known = numbers[Text(keys[row])] {
        number = known.number
        if let differing = steady.first(where: { !utf8Equal($0.texts[row], $0.texts[known.row]) }) {
          let (expected, found) = (differing.texts[known.row], differing.texts[row])
          refuse(
            line,
            .differs(
              column: differing.column, firstLine: table.lines[known.row], expected: expected, found: found))
        }
      } else {
        number = cases.count
        numbers[Text(keys[row])] = (number, row)
        cases.append(logged(keys[row], line, mapping, value))
      }
      guard let activity = mapping.activity.filled(value) else {
        refuse(line, .empty(field: "activity", columns: mapping.activity.columns))
        continue
      }
      guard let time = moment(mapping.time.text, times[row], line) else { continue }
      cases[number].activities.append(
        LoggedActivity(line: line, activity: Text(activity), by: mapping.by?.filled(value), time: time.effective))
    }
    if mapping.opened == nil {
      for index in cases.indices { cases[index].opened = cases[index].activities.compactMap(\.time).min() }
    }
    problems.sort { $0.line < $1.line }
  }

  private mutating func logged(
    _ key: String, _ line: Int, _ mapping: LogMapping, _ value: (String) -> String
  ) -> LoggedCase {
    let title = mapping.title.filled(value)
    if title == nil { refuse(line, .empty(field: "title", columns: mapping.title.columns)) }
    func moment(_ column: Text?) -> Effective? {
      guard let column else { return nil }
      return self.moment(column.text, value(column.text), line)?.effective
    }
    var logged = LoggedCase(
      key: key, line: line, title: Text(title ?? key),
      registryNumber: Text(mapping.registryNumber?.filled(value) ?? key), opened: moment(mapping.opened))
    logged.closed = moment(mapping.closed)
    logged.due = moment(mapping.due)?.day
    logged.officer = mapping.officer?.filled(value)
    if logged.closed != nil, let outcome = mapping.outcome {
      logged.outcome = outcome.filled(value).map { Text($0) }
      if logged.outcome == nil { refuse(line, .empty(field: "outcome", columns: outcome.columns)) }
    }
    return logged
  }

  /// When something was, or that it is undated; nil, and a problem, where the text is no time.
  private mutating func moment(_ column: String, _ text: String, _ line: Int) -> (effective: Effective?, line: Int)? {
    if text.isEmpty { return (nil, line) }
    guard let effective = LogTime.effective(text) else {
      refuse(line, .time(column: column, found: text))
      return nil
    }
    return (effective, line)
  }

  private mutating func refuse(_ line: Int, _ kind: RowProblem.Kind) {
    problems.append(RowProblem(line: line, kind: kind))
  }
}

/// The columns that a mapping names, each read once.
private struct LogColumns {
  private let texts: [Text: [String]]
  var names: [String] { texts.keys.map(\.text) }

  init(_ table: LogTable, _ mapping: LogMapping) throws(MappingProblem) {
    var texts: [Text: [String]] = [:]
    for (field, column) in mapping.columns where texts[Text(column)] == nil {
      guard let found = table.texts(column) else {
        throw .unknownColumn(column, field: field, known: table.columns)
      }
      texts[Text(column)] = found
    }
    self.texts = texts
  }

  subscript(column: String) -> [String] { texts[Text(column)] ?? [] }
}
