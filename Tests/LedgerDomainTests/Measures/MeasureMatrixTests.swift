import LedgerDomain
import StrictJSON
import TestSupport
import Testing

/// The fifteen acts about a measure in each of its eleven statuses, as one table.
@Suite("A measure: every act in every status")
struct MeasureMatrixTests {
  /// The acts on 2022-06-01, after all that brought the measure into its status.
  private static let acts: [MeasureFact] = [
    .proposed(.sample), .referredBack(MeasureReferredBack(reason: "oklart")), .tabled(MeasureTabled()),
    .approved(MeasureApproved(decision: "D-0001")), .rejected(MeasureRejected(reason: "för dyrt", decision: "D-0001")),
    .started(MeasureStarted()), .progressReported(ProgressReported(statement: "på väg")),
    .implemented(MeasureImplemented(extent: .full)), .paused(MeasurePaused(reason: "tjäle")),
    .resumed(MeasureResumed()),
    .deadlineExtended(DeadlineExtended(deadline: "2022-12-31", reason: "leverans")),
    .reassigned(MeasureReassigned(responsible: PublicOfficial(office: "gatuchef"))),
    .amended(MeasureAmended(goal: "Ljusare", reason: "fler platser", decision: "D-0001")),
    .withdrawn(MeasureWithdrawn(reason: "behövs inte")),
    .evaluated(MeasureEvaluated(kind: .process, conclusion: "Det gick", attainment: .reached)),
  ]

  @Test("the table stands: ok, refused (-), or the irregularities")
  func matrix() {
    var rows: [String] = []
    for act in Self.acts {
      rows.append(act.type)
      for status in MeasureStatus.allCases {
        let when = given(.withMeasure(status)).when(.measure(act, on: "2022-06-01"))
        when.then(Self.fits(when.outcome, act, status), declared: Self.declared(act, status))
        let outcome =
          switch when.outcome {
          case .accepted: "ok"
          case .irregular(let kinds): kinds.map(\.text).joined(separator: ", ")
          case .refused: "-"
          }
        rows.append("  \(status.text): \(outcome)")
      }
    }
    expectSame(Self.joined(rows), Self.expected)
  }

  /// What a reason marks where no rule sees anything: words about what has not begun, or rests, then tell of work.
  static func declared(_ act: MeasureFact, _ status: MeasureStatus) -> [Irregularity] {
    guard case .progressReported = act else { return [.declared] }
    return switch status {
    case .proposed, .referredBack, .tabled: [.executedBeforeDecision]
    case .paused: [.executedWhilePaused]
    default: [.declared]
    }
  }

  /// The outcome itself, where a refusal is the one that names the act and the status.
  private static func fits(_ outcome: Outcome, _ act: MeasureFact, _ status: MeasureStatus) -> Outcome {
    guard case .refused = outcome else { return outcome }
    if case .proposed = act { return .refused(.alreadyExists("M-0001")) }
    return .refused(.impossible(type: act.type, state: status.text))
  }

  /// One line per act and outcome, with the statuses in which it falls out so.
  private static func joined(_ rows: [String]) -> String {
    var lines: [String] = []
    var outcomes: [(outcome: String, statuses: [String])] = []
    func flush() {
      lines += outcomes.map { "  \($0.outcome): \($0.statuses.joined(separator: " "))" }
      outcomes = []
    }
    for row in rows {
      guard row.hasPrefix("  ") else {
        flush()
        lines.append(row)
        continue
      }
      let parts = row.dropFirst(2).split(separator: ":", maxSplits: 1)
      let (status, outcome) = (String(parts[0]), String(parts[1].dropFirst()))
      if let index = outcomes.firstIndex(where: { $0.outcome == outcome }) {
        outcomes[index].statuses.append(status)
      } else {
        outcomes.append((outcome, [status]))
      }
    }
    flush()
    return lines.joined(separator: "\n")
  }

  private static let expected = """
    measure.proposed
      -: proposed referred-back tabled rejected approved in-progress paused withdrawn implemented partly-implemented not-implemented
    measure.referred-back
      ok: proposed referred-back tabled
      -: rejected approved in-progress paused withdrawn implemented partly-implemented not-implemented
    measure.tabled
      ok: proposed referred-back tabled
      -: rejected approved in-progress paused withdrawn implemented partly-implemented not-implemented
    measure.approved
      ok: proposed referred-back tabled rejected
      -: approved in-progress paused withdrawn implemented partly-implemented not-implemented
    measure.rejected
      ok: proposed referred-back tabled
      -: rejected approved in-progress paused withdrawn implemented partly-implemented not-implemented
    measure.started
      executed-before-decision: proposed referred-back tabled
      executed-though-rejected: rejected
      ok: approved
      -: in-progress paused implemented partly-implemented not-implemented
      executed-though-withdrawn: withdrawn
    measure.progress-reported
      ok: proposed referred-back tabled approved in-progress paused implemented partly-implemented not-implemented
      executed-though-rejected: rejected
      executed-though-withdrawn: withdrawn
    measure.implemented
      executed-before-decision: proposed referred-back tabled
      executed-though-rejected: rejected
      ok: approved in-progress partly-implemented not-implemented
      executed-while-paused: paused
      executed-though-withdrawn: withdrawn
      -: implemented
    measure.paused
      -: proposed referred-back tabled rejected paused withdrawn implemented partly-implemented not-implemented
      ok: approved in-progress
    measure.resumed
      -: proposed referred-back tabled rejected approved in-progress withdrawn implemented partly-implemented not-implemented
      ok: paused
    measure.deadline-extended
      ok: proposed referred-back tabled approved in-progress paused
      -: rejected withdrawn implemented partly-implemented not-implemented
    measure.reassigned
      ok: proposed referred-back tabled approved in-progress paused
      -: rejected withdrawn implemented partly-implemented not-implemented
    measure.amended
      ok: proposed referred-back tabled approved in-progress paused
      -: rejected withdrawn implemented partly-implemented not-implemented
    measure.withdrawn
      ok: proposed referred-back tabled approved in-progress paused
      -: rejected withdrawn implemented partly-implemented not-implemented
    measure.evaluated
      evaluated-before-implemented: proposed referred-back tabled rejected approved in-progress paused
      ok: withdrawn implemented partly-implemented not-implemented
    """
}
