import CommandArguments
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport

@testable import Exchange

/// Small logs, and what importing them comes to.
enum Logs {
  /// A mapping with everything that it can state.
  static let mapping = #"""
    {"version": 1, "log": "prov", "case": "id", "title": "Ärende {id}", "registryNumber": "{dnr}",
     "opened": "start", "closed": "slut", "outcome": "{utfall}", "due": "senast", "officer": {"office": "{ansvarig}"},
     "activity": "{gjort}", "time": "tid", "by": {"name": "{vem}", "office": "handläggare"}}
    """#

  static let header = "id,dnr,start,slut,utfall,senast,ansvarig,gjort,tid,vem,övrigt\n"

  /// Two cases: one closed and worked on afterwards, one open.
  static let rows = """
    a,KS 1,2022-03-01T08:00:00+01:00,2022-03-10 12:00:00+01:00,bifall,2022-03-20 16:30:00+01:00,samordnare,Inkom,2022-03-01 08:00:00.250+01:00,Bo Ek,x
    a,KS 1,2022-03-01T08:00:00+01:00,2022-03-10 12:00:00+01:00,bifall,2022-03-20 16:30:00+01:00,samordnare,Arkiverat,2022-03-11 09:00:00+01:00,,x
    b,KS 2,2022-03-02,,,,,Inkom,2022-03-02,Bo Ek,y
    a,KS 1,2022-03-01T08:00:00+01:00,2022-03-10 12:00:00+01:00,bifall,2022-03-20 16:30:00+01:00,samordnare,Besök,2022-03-05 10:00:00+01:00,Eva Al,x

    """

  static func cases(_ rows: String = Logs.rows, header: String = Logs.header, mapping: String = Logs.mapping) throws
    -> CaseLog
  {
    let table = try LogTable(Array((header + rows).utf8), .csv)
    return try CaseLog(table, LogMapping(parsing: Array(mapping.utf8)))
  }

  static let file = ImportFile(name: "prov.csv", sha256: digest("1"), log: "prov")

  static func digest(_ digit: String) -> DocumentDigest {
    DocumentDigest(written: String(repeating: digit, count: 64))
  }

  static let clock = ImportClock(now: "2024-01-08T08:00Z", recordedBy: "registrator") {
    [UInt8](repeating: 7, count: $0)
  }

  static func plan(
    _ cases: CaseLog, into chronicle: Chronicle = World.standard.chronicle, of file: ImportFile = Logs.file
  ) throws -> ImportPlan {
    try ImportPlan(cases, of: file, into: chronicle, clock, language: .sv)
  }

  /// What a chronicle holds when a plan was recorded.
  static func recorded(_ plan: ImportPlan, in chronicle: Chronicle) -> Chronicle {
    var desk = DecisionDesk(chronicle)
    for proposal in plan.proposals {
      desk.accept(proposal.draft, id: proposal.id, at: clock.now, recordedBy: clock.recordedBy)
    }
    return desk.chronicle
  }

  /// A plan's events as lines: subject, type, effective, data without its sources.
  static func lines(_ plan: ImportPlan) -> [String] {
    plan.proposals.map { proposal in
      let draft = proposal.draft
      var circumstances = draft.circumstances
      circumstances.sources = []
      let data = String(decoding: draft.fact.data(with: circumstances).canonicalBytes, as: UTF8.self)
      return "\(draft.subject) \(draft.fact.type) \(draft.effective?.text ?? "-") \(data)"
    }
  }
}
