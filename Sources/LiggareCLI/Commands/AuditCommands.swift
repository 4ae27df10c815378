import CommandArguments

/// `audit`: tracing decisions.
enum AuditCommands {
  static let noun = Noun(
    "audit", Localized("granskning: hela kedjan", "audit: the whole chain"),
    [AuditTrace.verb, AuditWhy.verb, AuditDiff.verb, AuditFindings.verb, AuditSample.verb, AuditEvidence.verb])
}
