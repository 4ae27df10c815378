import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Changing and judging a measure")
struct MeasureChangeTests {
  private static func extending(_ deadline: LocalDate, on day: Effective?) -> Command {
    .measure(.deadlineExtended(DeadlineExtended(deadline: deadline, reason: "leverans")), on: day)
  }

  @Test("the deadline moves only forwards, and the original one is kept")
  func extended() {
    let world = given(.withMeasure(.inProgress)).when(Self.extending("2022-11-30", on: "2022-06-01")).then(.accepted)
    #expect(world.measure().deadline == "2022-11-30")
    #expect(world.measure().originalDeadline == "2022-10-31")
    given(world).when(Self.extending("2022-11-30", on: "2022-07-01"))
      .then(.refused(.notLater("2022-11-30", than: "2022-11-30")))
    given(world).when(Self.extending("2022-10-31", on: "2022-07-01"))
      .then(.refused(.notLater("2022-10-31", than: "2022-11-30")))
  }

  @Test("extended on the day of the deadline is in time, on the day after it is irregular, undated it is not judged")
  func extendedLate() {
    given(.withMeasure(.inProgress)).when(Self.extending("2022-11-30", on: "2022-10-31")).then(.accepted)
    given(.withMeasure(.inProgress)).when(Self.extending("2022-11-30", on: "2022-11-01"))
      .then(.irregular([.extendedAfterDeadline]))
    given(.withMeasure(.inProgress)).when(Self.extending("2022-11-30", on: nil)).then(.accepted)
  }

  @Test("the decision behind a step decided that step, about that measure")
  func decisionOfAnotherKind() {
    func approving(after made: DecisionMade) -> Given {
      given(World.withMeasure(.proposed).after(.about("D-0007", .decision(.made(made)), on: "2022-02-20")))
    }
    let approval = MeasureFact.approved(MeasureApproved(decision: "D-0007"))
    var made = World.bodyDecision
    made.outcome = .rejected
    approving(after: made).when(.measure(approval, on: "2022-02-20"))
      .then(.refused(.contradiction("decision", "outcome")))
    made.outcome = .approved
    made.concerns = ["P-0001"]
    approving(after: made).when(.measure(approval, on: "2022-02-20"))
      .then(.refused(.contradiction("decision", "concerns")))
    made.concerns = ["P-0001", "M-0001"]
    approving(after: made).when(.measure(approval, on: "2022-02-20")).then(.accepted)
  }

  @Test("without a deadline it is given one, and the original stays not stated")
  func noDeadline() {
    var plan = MeasureProposed.sample
    plan.deadline = nil
    let world = given(.measure(.proposed(plan), on: "2022-02-01")).when(Self.extending("2022-11-30", on: "2022-06-01"))
      .then(.accepted)
    #expect(world.measure().deadline == "2022-11-30")
    #expect(world.measure().originalDeadline == nil)
  }

  @Test("reassigned, it has another responsible official; to the same one nothing changes")
  func reassigned() {
    func reassigning(_ office: Text) -> Command {
      .measure(.reassigned(MeasureReassigned(responsible: PublicOfficial(office: office))), on: "2022-06-01")
    }
    let world = given(.withMeasure(.inProgress)).when(reassigning("gatuchef")).then(.accepted)
    #expect(world.measure().plan?.responsible?.office == "gatuchef")
    given(.withMeasure(.inProgress)).when(reassigning("trygghetschef")).then(.refused(.nothingChanged))
  }

  @Test("a proposal is amended by whoever proposes; what is decided is amended by decision")
  func amended() {
    let bare = Command.measure(.amended(MeasureAmended(goal: "Ljust", reason: "x")), on: "2022-06-01")
    let proposed = given(.withMeasure(.proposed)).when(bare).then(.accepted)
    #expect(proposed.measure().plan?.goal == "Ljust")
    given(.withMeasure(.approved)).when(bare).then(.irregular([.withoutDecision]))
    given(.withMeasure(.inProgress)).when(bare).then(.irregular([.withoutDecision]))
    given(.withMeasure(.approved)).when(.measure(.amended(MeasureAmended(reason: "x", decision: "D-0001"))))
      .then(.refused(.nothingChanged))
  }

  @Test("an amendment says each thing anew that it names, and leaves the rest")
  func amendments() {
    func amending(_ amended: MeasureAmended) -> Measure {
      given(.withMeasure(.proposed)).when(.measure(.amended(amended), on: "2022-06-01")).then(.accepted).measure()
    }
    #expect(amending(MeasureAmended(title: "Ny titel", reason: "x")).plan?.title == "Ny titel")
    #expect(amending(MeasureAmended(areas: ["norr"], reason: "x")).plan?.areas == ["norr"])
    let wide = amending(MeasureAmended(municipalityWide: true, reason: "x"))
    #expect(wide.plan?.areas == [] && wide.plan?.municipalityWide == true)
    #expect(amending(MeasureAmended(performers: ["Nätbolaget"], reason: "x")).performers == ["Nätbolaget"])
    let targets = [Target(name: "samtal", unit: "st")]
    #expect(amending(MeasureAmended(targets: targets, reason: "x")).plan?.targets == targets)
  }

  @Test("an amendment is checked as a proposal is")
  func amendmentRefused() {
    func amending(_ amended: MeasureAmended) -> When {
      given(.withMeasure(.proposed)).when(.measure(.amended(amended), on: "2022-06-01"))
    }
    amending(MeasureAmended(areas: ["norr"], municipalityWide: true, reason: "x"))
      .then(.refused(.contradiction("municipalityWide", "areas")))
    amending(MeasureAmended(areas: ["soder"], reason: "x"))
      .then(.refused(.unknownCode("soder", list: .areas, known: ["centrum", "norr", "navertorp"])))
    amending(MeasureAmended(targets: [Target(name: "a", unit: "st", comparison: .atMost)], reason: "x"))
      .then(.refused(.missing(field: "targets[0].value")))
  }

  @Test("evaluated before it has ended is irregular; withdrawn counts as ended")
  func evaluated() {
    let process = MeasureEvaluated(kind: .process, conclusion: "Det gick", attainment: .partly)
    let world = given(.withMeasure(.implemented)).when(.measure(.evaluated(process), on: "2022-06-01")).then(.accepted)
    #expect(world.measure().evidence == .evaluated)
    // Judged as of its own day: the work ended on 2022-05-01.
    given(.withMeasure(.implemented)).when(.measure(.evaluated(process), on: "2022-04-30"))
      .then(.irregular([.evaluatedBeforeImplemented]))
  }

  @Test("an effect needs an indicator with a baseline known to be true by then; output and process do not")
  func baseline() {
    func evaluating(_ kind: FollowUpKind, _ indicators: [SubjectID], on day: Effective = "2022-06-01") -> When {
      let evaluated = MeasureEvaluated(kind: kind, conclusion: "x", attainment: .reached, indicators: indicators)
      return given(.withMeasure(.implemented)).when(.measure(.evaluated(evaluated), on: day))
    }
    evaluating(.effect, ["I-0001"]).then(.accepted)
    evaluating(.effect, ["I-0002", "I-0001"]).then(.accepted)
    evaluating(.effect, ["I-0002"]).then(.irregular([.effectWithoutBaseline]))
    evaluating(.effect, []).then(.irregular([.effectWithoutBaseline]))
    evaluating(.effect, ["I-0001"], on: "2022-01-14")
      .then(.irregular([.evaluatedBeforeImplemented, .effectWithoutBaseline]))
    evaluating(.output, ["I-0002"]).then(.accepted)
    evaluating(.process, []).then(.accepted)
    evaluating(.effect, ["I-0009"]).then(.refused(.unknownSubject("I-0009")))
    evaluating(.effect, ["S-0001"]).then(.refused(.wrongKind("S-0001", expected: .indicator)))
    evaluating(.effect, ["I-0001", "I-0001"]).then(.refused(.duplicate(field: "indicator", value: "I-0001")))
  }

  @Test("withdrawn before and after the decision, nothing more is expected of it")
  func withdrawn() {
    for status in [MeasureStatus.proposed, .approved, .inProgress, .paused] {
      let world = given(.withMeasure(status)).when(
        .measure(.withdrawn(MeasureWithdrawn(reason: "x")), on: "2022-06-01")
      )
      .then(.accepted)
      #expect(world.measure().status == .withdrawn)
      #expect(world.measure().schedule(on: "2022-12-31") == .notApplicable)
    }
  }

  @Test(
    "the schedule is the third signal, kept apart from status",
    arguments: [
      (.proposed, "2022-10-31", .onTime), (.proposed, "2022-11-01", .overdue), (.paused, "2022-11-01", .overdue),
      (.implemented, "2022-11-01", .endedInTime), (.rejected, "2022-11-01", .notApplicable),
    ] as [(MeasureStatus, LocalDate, Schedule)])
  func schedule(_ status: MeasureStatus, _ day: LocalDate, _ schedule: Schedule) {
    #expect(World.withMeasure(status).measure().schedule(on: day) == schedule)
  }

  @Test("ended after its deadline, it ended late; on no known day, neither can be said")
  func endedLate() {
    let done = MeasureFact.implemented(MeasureImplemented(extent: .full))
    func schedule(_ day: Effective?) -> Schedule {
      World.withMeasure(.inProgress).after(.measure(done, on: day)).measure().schedule(on: "2023-01-01")
    }
    #expect(schedule("2022-10-31") == .endedInTime)
    #expect(schedule("2022-11-01") == .endedLate)
    #expect(schedule(nil) == .endedUndated)
  }
}
