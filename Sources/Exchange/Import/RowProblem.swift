package import LedgerDomain

/// Why one row of a log cannot be recorded.
package struct RowProblem: Error, Equatable {
  package enum Kind: Equatable, Sendable {
    /// Another number of fields than the header has; the row's beginning.
    case fieldCount(expected: Int, found: Int, String)
    /// A member of the mapping that must say something, and the columns that it is made of.
    case empty(field: String, columns: [String])
    /// A text that is no moment in time.
    case time(column: String, found: String)
    /// A column that says something else than on the case's first row.
    case differs(column: String, firstLine: Int, expected: String, found: String)
    /// The rules of the domain refuse it.
    case refused(Refusal, type: String)
    /// Personal data that would stand in the book unsealed, and the columns that its text is made of.
    case personalData(PersonalDataText, columns: [String], type: String)
    /// Personal data in the key of a case, of which the ids of its events are made.
    case personalKey(PersonalDataText, column: String)
  }

  /// The line on which the row begins, from 1.
  package let line: Int
  package let kind: Kind
}
