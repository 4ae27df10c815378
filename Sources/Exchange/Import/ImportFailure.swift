package import LedgerDomain

/// Why a log was not imported.
package enum ImportFailure: Error, Equatable {
  /// The log is no text in its encoding.
  case text(TextProblem)
  /// The log is no table.
  case csv(CSVProblem)
  /// The log is no event log in XES.
  case xes(XESProblem)
  /// The mapping cannot be used.
  case mapping(MappingProblem)
  /// Rows that cannot be recorded, at least one, in order of their lines.
  case rows([RowProblem])
  /// The rules of the domain refuse the file itself.
  case refused(Refusal)
  /// The log has no row.
  case noRows
}
