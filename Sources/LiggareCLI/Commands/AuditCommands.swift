import Audit
import CommandArguments
import LedgerDomain

/// `audit`: tracing decisions.
enum AuditCommands {
  static let noun = Noun("audit", Localized("granskning: hela kedjan", "audit: the whole chain"), [trace])

  private static let trace = Verb(
    spec: CommandSpec(
      ["audit", "trace"], Localized("allt om en sak, i ordning", "the whole story of one subject, in order"),
      discussion: Localized(
        "Varje post med båda klockorna, personer efter roll, befogenhet, underlag, och rättelser bredvid det de rättar.",
        "Each entry with both clocks, people by role, authority, grounds, and corrections beside what they correct."),
      positionals: [Subjects.any],
      examples: [.init("liggare audit trace M-0007 --journal journal/exempel", Localized("en åtgärd", "a measure"))]),
    run: { session throws(Failure) in
      let reading = try session.reading()
      let id = try session.arguments.value(Subjects.any)
      let trace = Trace(
        of: id, in: reading.chronicle, asOf: session.arguments[optional: Globals.asOf], today: reading.today)
      guard trace.isKnown else { throw .notFound(id, known: false) }
      try session.answer(trace.document(reading.language, basis: reading.basis), json: trace.json(basis: reading.basis))
    })
}
