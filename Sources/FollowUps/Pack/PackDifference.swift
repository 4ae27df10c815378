package import CommandArguments
package import LedgerDomain
package import Projections
package import StrictJSON
import Wording

/// What a report would say differently today: the same period as it was known when the report was compiled, and as it is known now.
///
/// The document that was presented is not read: it may have been edited, and it stays as it was shown. Compared are the facts of the
/// ledger that it was made from. Cost: two reports.
package struct PackDifference: Sendable {
  package let followUp: FollowUp
  package let then: FollowUpPack
  package let now: FollowUpPack
  package let points: [Point]
  /// The entries behind it: recorded since, about the time through the period's end.
  package let entries: [LaterRow]

  /// One thing that the report says, then and now.
  package struct Point: JSONWritable, Hashable, Sendable {
    package let subject: SubjectID
    package let what: Fact
    /// Which of several: the target and its year, the district.
    package let detail: Text?
    /// Absent where the report said nothing of it.
    let before: Localized?
    let after: Localized?

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("subject", subject)
      pen.write("what", what)
      pen.write("detail", detail)
      pen.write("before", before.map { Text($0.sv) })
      pen.write("after", after.map { Text($0.sv) })
      pen.endObject()
    }
  }

  /// What of a subject differs.
  package enum Fact: String, Choice, Worded {
    /// Whether the report has it at all.
    case row
    case title, responsible, binding, status, evidence, schedule, deadline, target, actual, report
    case irregularities, decision, baseline, value, `case`, recommendation

    package var words: Localized {
      switch self {
      case .row: Localized("med i uppföljningen", "in the report")
      case .title: Localized("rubrik", "title")
      case .responsible: Localized("ansvarig", "responsible")
      case .binding: Localized("bindningsgrad", "binding level")
      case .status: Localized("status", "status")
      case .evidence: Localized("belägg", "evidence")
      case .schedule: Localized("tidplan", "schedule")
      case .deadline: Localized("slutdatum", "deadline")
      case .target: Localized("mål", "target")
      case .actual: Localized("utfall", "actual")
      case .report: Localized("senaste uppgift", "latest report")
      case .irregularities: Localized("regelavvikelser", "irregularities")
      case .decision: Localized("beslut", "decision")
      case .baseline: Localized("nulägesvärde", "baseline")
      case .value: Localized("senaste värde", "latest value")
      case .case: Localized("ärendets läge", "state of the case")
      case .recommendation: Localized("rekommendation", "recommendation")
      }
    }
  }

  /// Requires a follow-up that was compiled for this period from an earlier position of the chronicle. `today` is the day that it is asked on,
  /// for a period that may still run.
  package init(
    _ followUp: FollowUp, compiled: FollowUpCompiled, period: ReportingPeriod, chronicle: Chronicle,
    today: LocalDate? = nil
  ) {
    let chronicle = chronicle.gathered
    self.followUp = followUp
    // What is marked by now is masked in both.
    let withheld = Secrecy(chronicle.whole).withheld
    then = FollowUpPack(
      period: period, promise: compiled.promise, chronicle: chronicle.known(through: compiled.knownThrough),
      knownAt: nil, today: followUp.compiledDay, withheld: withheld)
    now = FollowUpPack(
      period: period, promise: compiled.promise, chronicle: chronicle, knownAt: nil, today: today,
      withheld: withheld)
    points = Self.points(then, now)
    entries = now.added(after: compiled.knownThrough, through: chronicle.position, about: period)
  }

  private static func points(_ then: FollowUpPack, _ now: FollowUpPack) -> [Point] {
    let before = then.statements
    let after = now.statements
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      let (old, new) = (before[key], after[key])
      guard old != new else { return nil }
      // Of what is not in one of the reports at all, that is said, and nothing else.
      if key.what != .row, before[key.row] == nil || after[key.row] == nil { return nil }
      return Point(
        subject: key.subject, what: key.what, detail: key.detail.isEmpty ? nil : Text(key.detail), before: old,
        after: new)
    }
  }
}
