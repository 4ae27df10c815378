import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Deciding about a measure")
struct MeasureDecisionTests {
  private static let approving = MeasureFact.approved(MeasureApproved(decision: "D-0001"))

  @Test("approved under a decision, it is decided from that day, whatever it began as")
  func approved() {
    let world = given(.withMeasure(.proposed)).when(.measure(Self.approving, on: "2022-02-23")).then(.accepted)
    #expect(world.measure().status == .approved)
    #expect(world.measure().binding == .decided)
    #expect(world.measure().decisions.map(\.decision) == ["D-0001"])
  }

  @Test("approved with no decision known is irregular")
  func withoutDecision() {
    let approval = Command.measure(.approved(MeasureApproved()), on: "2022-02-23")
    given(.withMeasure(.proposed)).when(approval).then(.irregular([.withoutDecision]))
    let rejection = Command.measure(.rejected(MeasureRejected(reason: "nej")), on: "2022-02-23")
    given(.withMeasure(.proposed)).when(rejection).then(.irregular([.withoutDecision]))
  }

  @Test("every act that names an unknown decision, or something else than a decision, is refused")
  func unknownDecision() {
    func acts(_ id: SubjectID) -> [(MeasureStatus, MeasureFact)] {
      [
        (.proposed, .referredBack(MeasureReferredBack(reason: "x", decision: id))),
        (.proposed, .tabled(MeasureTabled(decision: id))), (.proposed, .approved(MeasureApproved(decision: id))),
        (.proposed, .rejected(MeasureRejected(reason: "x", decision: id))),
        (.approved, .paused(MeasurePaused(reason: "x", decision: id))),
        (.paused, .resumed(MeasureResumed(decision: id))),
        (.approved, .deadlineExtended(DeadlineExtended(deadline: "2022-12-31", reason: "x", decision: id))),
        (.approved, .amended(MeasureAmended(goal: "y", reason: "x", decision: id))),
        (.approved, .withdrawn(MeasureWithdrawn(reason: "x", decision: id))),
      ]
    }
    for (status, act) in acts("D-0009") {
      given(.withMeasure(status)).when(.measure(act, on: "2022-06-01")).then(.refused(.unknownSubject("D-0009")))
    }
    for (status, act) in acts("B-0001") {
      given(.withMeasure(status)).when(.measure(act, on: "2022-06-01"))
        .then(.refused(.wrongKind("B-0001", expected: .decision)))
    }
  }

  @Test(
    "approved outside the days of the promise is irregular, on its first and last day it is not",
    arguments: [("2021-12-31", false), ("2022-01-01", true), ("2023-12-31", true), ("2024-01-01", false)])
  func validity(_ day: String, _ isInside: Bool) {
    let world = World.standard.after(.measure(.proposed(.sample), on: "2021-12-01"))
    given(world).when(.measure(Self.approving, on: Effective(written: day)))
      .then(isInside ? .accepted : .irregular([.outsideValidity]))
  }

  @Test("an undated approval is inside the days of the promise as far as anyone knows")
  func undated() {
    given(.withMeasure(.proposed)).when(.measure(Self.approving)).then(.accepted)
  }

  @Test(
    "approved after it was begun or done without a decision is irregular",
    arguments: [.inProgress, .implemented, .partlyImplemented] as [MeasureStatus])
  func afterExecution(_ status: MeasureStatus) {
    let world = Self.undecided(status)
    let after = given(world).when(.measure(Self.approving, on: "2022-06-01")).then(.irregular([.decidedAfterExecution]))
    // The late approval does not undo the doing.
    #expect(after.measure().status == status)
    #expect(after.measure().binding == .decided)
    given(world).when(.measure(.rejected(MeasureRejected(reason: "nej", decision: "D-0001")), on: "2022-06-01"))
      .then(.irregular([.rejectedAfterExecution]))
  }

  @Test("what was reported as not done at all was not executed before its decision")
  func afterNotDoing() {
    given(Self.undecided(.notImplemented)).when(.measure(Self.approving, on: "2022-06-01")).then(.accepted)
  }

  @Test("approved late but effective before the work began is regular: it is judged as of its own day")
  func lateRegistration() {
    given(Self.undecided(.inProgress)).when(.measure(Self.approving, on: "2022-02-23")).then(.accepted)
  }

  @Test("an approval without a decision can be followed by one that has it")
  func supplemented() {
    let world = World.withMeasure(.proposed)
      .after(.measure(.approved(MeasureApproved()), on: "2022-02-23", because: "protokoll saknas"))
    given(world).when(.measure(.approved(MeasureApproved()), on: "2022-03-30"))
      .then(.refused(.impossible(type: "measure.approved", state: "approved")))
    let after = given(world).when(.measure(Self.approving, on: "2022-03-30")).then(.accepted)
    given(after).when(.measure(Self.approving, on: "2022-04-30"))
      .then(.refused(.impossible(type: "measure.approved", state: "approved")))
  }

  @Test("when the decision is annulled, it can be approved or rejected anew")
  func annulled() {
    let world = World.withMeasure(.inProgress).after(
      .about(
        "D-0001", .decision(.annulled(DecisionAnnulled(by: "Förvaltningsrätten", reason: "jäv"))), on: "2022-04-01"),
      .about("D-0002", .decision(.made(World.bodyDecision)), on: "2022-05-04"))
    let approval = MeasureFact.approved(MeasureApproved(decision: "D-0002"))
    given(world).when(.measure(approval, on: "2022-03-15"))
      .then(.refused(.impossible(type: "measure.approved", state: "in-progress")))
    // The work began under the first decision, so it is not decided after execution.
    given(world).when(.measure(approval, on: "2022-05-04")).then(.accepted)
    let idle = World.withMeasure(.approved).after(
      .about(
        "D-0001", .decision(.annulled(DecisionAnnulled(by: "Förvaltningsrätten", reason: "jäv"))), on: "2022-04-01"))
    let rejection = MeasureFact.rejected(MeasureRejected(reason: "nej", decision: "D-0001"))
    let rejected = given(idle).when(.measure(rejection, on: "2022-05-04")).then(.accepted)
    #expect(rejected.measure().status == .rejected)
  }

  @Test("a rejected measure can be taken up again")
  func takenUpAgain() {
    let world = given(.withMeasure(.rejected)).when(.measure(Self.approving, on: "2022-03-30")).then(.accepted)
    #expect(world.measure().status == .approved)
  }

  /// M-0001 in a status that it reached with nothing decided, recorded as irregular.
  static func undecided(_ status: MeasureStatus) -> World {
    World.standard.after(
      World.steps(to: status).filter { $0.fact.type != "measure.approved" }.map { command in
        var command = command
        if case .measure(let fact) = command.fact, [.started, .implemented].contains(Act(fact)) {
          if case .implemented(let implemented) = fact, implemented.extent == .none { return command }
          command.irregularReason = "ingen hann besluta"
        }
        return command
      })
  }

  private enum Act: Equatable {
    case started, implemented, other

    init(_ fact: MeasureFact) {
      switch fact {
      case .started: self = .started
      case .implemented: self = .implemented
      default: self = .other
      }
    }
  }
}
