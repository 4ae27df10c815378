/// The place and kind of what keeps a text from being a table of comma-separated values.
package struct CSVProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// There is no header.
    case empty
    /// A quotation mark that opens a field and is never closed.
    case unclosedQuote
    /// A quotation mark within a field that does not begin with one.
    case strayQuote
    /// Something between the quotation mark that closes a field and the separator or the end of the row.
    case afterQuote
    /// CR without LF.
    case bareCarriageReturn
    /// A row with another number of fields than the header.
    case fieldCount(expected: Int, found: Int)
    /// Two columns of the same name.
    case repeatedColumn(String)
    /// More than one separator would do, and none was stated.
    case ambiguousSeparator([UInt8])
  }

  package let kind: Kind
  /// The line, from 1: that of the quotation mark that is never closed, that on which a row begins.
  package let line: Int
  /// What stands on the line, as far as it is shown.
  package let excerpt: String
}
