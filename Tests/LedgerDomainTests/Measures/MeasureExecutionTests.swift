import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Carrying out a measure")
struct MeasureExecutionTests {
  private static let starting = MeasureFact.started(MeasureStarted(performedBy: ["Elbolaget"]))
  private static let telling = MeasureFact.progressReported(ProgressReported(statement: "på väg"))
  private static func counting(_ actual: Quantity) -> MeasureFact {
    .progressReported(
      ProgressReported(statement: "på väg", results: [TargetResult(target: "vandringar", actual: actual)]))
  }
  private static let done = MeasureFact.implemented(MeasureImplemented(extent: .full))
  private static func ending(_ extent: Extent) -> MeasureFact {
    .implemented(MeasureImplemented(extent: extent, deviation: extent == .full ? nil : "hann inte"))
  }

  @Test("started after its approval, it is in progress, and its performers are known")
  func started() {
    let world = given(.withMeasure(.approved)).when(.measure(Self.starting, on: "2022-03-01")).then(.accepted)
    #expect(world.measure().status == .inProgress)
    #expect(world.measure().performers == ["Elbolaget"])
  }

  @Test("started on the day of the approval it is regular, on the day before it is not")
  func sameDay() {
    given(.withMeasure(.approved)).when(.measure(Self.starting, on: "2022-02-23")).then(.accepted)
    given(.withMeasure(.approved)).when(.measure(Self.starting, on: "2022-02-22"))
      .then(.irregular([.executedBeforeDecision]))
  }

  @Test("started outside the days of the promise is irregular")
  func validity() {
    given(.withMeasure(.approved)).when(.measure(Self.starting, on: "2024-01-01")).then(.irregular([.outsideValidity]))
    given(.withMeasure(.proposed)).when(.measure(Self.starting, on: "2024-01-01"))
      .then(.irregular([.executedBeforeDecision, .outsideValidity]))
  }

  @Test("while the decision is stayed or after it is annulled, carrying out is irregular; on the days around it is not")
  func stayed() {
    let stayed = World.withMeasure(.approved).after(
      .about("D-0001", .decision(.appealed(DecisionAppealed(court: "FR"))), on: "2022-03-05"),
      .about("D-0001", .decision(.stayed(DecisionStayed(by: "FR"))), on: "2022-03-10"),
      .about("D-0001", .decision(.annulled(DecisionAnnulled(by: "FR", reason: "jäv"))), on: "2022-04-10"))
    for act in [Self.starting, Self.counting("2"), Self.done] {
      given(stayed).when(.measure(act, on: "2022-03-04")).then(.accepted)
      // An appeal alone does not stop the execution (KL 13:14).
      given(stayed).when(.measure(act, on: "2022-03-09")).then(.accepted)
      given(stayed).when(.measure(act, on: "2022-03-10")).then(.irregular([.executedThoughStayed]))
      given(stayed).when(.measure(act, on: "2022-04-10")).then(.irregular([.executedThoughAnnulled]))
    }
    let paused = stayed.after(.measure(.paused(MeasurePaused(reason: "inhibition")), on: "2022-03-11"))
    given(paused).when(.measure(Self.counting("2"), on: "2022-03-12"))
      .then(.irregular([.executedWhilePaused, .executedThoughStayed]))
    // That it waits for the court is no execution.
    for (world, day, declared) in [
      (stayed, "2022-03-10", [.executedThoughStayed]), (stayed, "2022-04-10", [.executedThoughAnnulled]),
      (paused, "2022-03-12", [.executedWhilePaused, .executedThoughStayed]),
    ] as [(World, Effective, [Irregularity])] {
      given(world).when(.measure(Self.telling, on: day)).then(.accepted, declared: declared)
    }
  }

  @Test(
    "of what has not begun a report in words, or of nought, says that it waits: no execution but by the recorder's own word",
    arguments: [.proposed, .referredBack, .tabled, .approved, .paused] as [MeasureStatus])
  func waiting(_ status: MeasureStatus) {
    for act in [Self.telling, Self.counting("0"), Self.counting("0.0")] {
      let world = given(.withMeasure(status)).when(.measure(act, on: "2022-06-01"))
        .then(.accepted, declared: MeasureMatrixTests.declared(act, status))
      #expect(world.measure().status == status)
    }
  }

  @Test("an actual value is an execution, unless the book has it already")
  func counted() {
    for status in [MeasureStatus.proposed, .referredBack, .tabled] {
      given(.withMeasure(status)).when(.measure(Self.counting("1"), on: "2022-06-01"))
        .then(.irregular([.executedBeforeDecision]))
    }
    let counted = World.standard.after(
      World.steps(to: .inProgress) + [
        .measure(Self.counting("3"), on: "2022-03-20"),
        .measure(.paused(MeasurePaused(reason: "sjukdom")), on: "2022-04-01"),
      ])
    for (actual, outcome) in [
      ("3", .accepted), ("3.0", .accepted), ("4", .irregular([.executedWhilePaused])),
      ("2", .irregular([.executedWhilePaused])),
    ] as [(Quantity, Outcome)] {
      given(counted).when(.measure(Self.counting(actual), on: "2022-04-10"))
        .then(outcome, declared: [.executedWhilePaused])
    }
  }

  @Test("of what was stopped for good, words tell of work")
  func stopped() {
    given(.withMeasure(.rejected)).when(.measure(Self.telling, on: "2022-06-01"))
      .then(.irregular([.executedThoughRejected]))
    given(.withMeasure(.withdrawn)).when(.measure(Self.telling, on: "2022-06-01"))
      .then(.irregular([.executedThoughWithdrawn]))
  }

  @Test("before it is final a decision is carried out lawfully (KL 13:14), unless it states a reason to wait")
  func beforeFinal() {
    var made = World.bodyDecision
    made.notBeforeFinal = "kan inte göras ogjort"
    let waiting = World.standard.after(
      .measure(.proposed(MeasureProposed(title: "Röjning", binding: .decided)), on: "2022-02-01"),
      .about("D-0002", .decision(.made(made)), on: "2022-02-23"),
      .measure(.approved(MeasureApproved(decision: "D-0002")), on: "2022-02-23"),
      .about("D-0002", .decision(.final(DecisionFinal())), on: "2022-03-28"))
    given(waiting).when(.measure(Self.telling, on: "2022-03-27"))
      .then(.accepted, declared: [.executedBeforeFinal])
    for act in [Self.starting, Self.done] {
      given(waiting).when(.measure(act, on: "2022-03-27")).then(.irregular([.executedBeforeFinal]))
      given(waiting).when(.measure(act, on: "2022-03-28")).then(.accepted)
    }
  }

  @Test("in progress without an approval, every further step is before the decision")
  func undecided() {
    let world = MeasureDecisionTests.undecided(.inProgress)
    given(world).when(.measure(Self.telling, on: "2022-05-01")).then(.irregular([.executedBeforeDecision]))
    given(world).when(.measure(Self.done, on: "2022-05-01")).then(.irregular([.executedBeforeDecision]))
  }

  @Test("what was not done, or only partly, needs an explanation", arguments: Extent.allCases)
  func deviation(_ extent: Extent) {
    let bare = MeasureFact.implemented(MeasureImplemented(extent: extent))
    given(.withMeasure(.inProgress)).when(.measure(bare, on: "2022-05-01"))
      .then(extent == .full ? .accepted : .refused(.missing(field: "deviation")))
    let world = given(.withMeasure(.inProgress)).when(.measure(Self.ending(extent), on: "2022-05-01")).then(.accepted)
    #expect(world.measure().status == MeasureStatus(extent: extent))
    #expect(world.measure().deviation == (extent == .full ? nil : "hann inte"))
  }

  @Test(
    "what was not done at all was not executed: no decision is missing, no rejection is defied",
    arguments: [.proposed, .tabled, .rejected, .withdrawn, .paused, .approved] as [MeasureStatus])
  func notDone(_ status: MeasureStatus) {
    given(.withMeasure(status)).when(.measure(Self.ending(.none), on: "2022-06-01")).then(.accepted)
  }

  @Test("what was partly or not done can be finished; what is done is done")
  func finished() {
    for status in [MeasureStatus.partlyImplemented, .notImplemented] {
      let world = given(.withMeasure(status)).when(.measure(Self.done, on: "2022-09-01")).then(.accepted)
      #expect(world.measure().status == .implemented)
      #expect(world.measure().ended?.effective == "2022-09-01")
    }
    given(.withMeasure(.implemented)).when(.measure(Self.ending(.partial), on: "2022-09-01"))
      .then(.refused(.impossible(type: "measure.implemented", state: "implemented")))
  }

  @Test("paused and resumed, it is in progress again; paused before it began, it is decided again")
  func pausedAndResumed() {
    let resuming = Command.measure(.resumed(MeasureResumed()), on: "2022-04-20")
    let begun = given(.withMeasure(.paused)).when(resuming).then(.accepted)
    #expect(begun.measure().status == .inProgress)
    let idle = World.withMeasure(.approved).after(.measure(.paused(MeasurePaused(reason: "tjäle")), on: "2022-04-01"))
    #expect(idle.measure().status == .paused)
    let resumed = given(idle).when(resuming).then(.accepted)
    #expect(resumed.measure().status == .approved)
    let started = given(resumed).when(.measure(Self.starting, on: "2022-05-01")).then(.accepted)
    #expect(started.measure().status == .inProgress)
  }

  @Test("results name a target of the plan, once each, and a period of the ledger")
  func results() {
    func report(_ names: [Text], period: Text? = nil) -> Command {
      .measure(
        .progressReported(
          ProgressReported(
            statement: "så här", results: names.map { TargetResult(target: $0, actual: "3") }, period: period)),
        on: "2022-05-01")
    }
    let world = World.withMeasure(.inProgress)
    let reported = given(world).when(report(["vandringar"], period: "2022-T1")).then(.accepted)
    #expect(reported.measure().latestResult(of: MeasureProposed.sample.targets[0])?.actual == "3")
    #expect(reported.measure().evidence == .measured)
    given(world).when(report(["lampor"])).then(.refused(.unknownTarget("lampor", known: ["vandringar"])))
    given(world).when(report(["vandringar", "vandringar"]))
      .then(.refused(.duplicate(field: "results", value: "vandringar")))
    given(world).when(report([], period: "2022-T4"))
      .then(.refused(.unknownPeriod("2022-T4", known: World.periods.map(\.label))))
    let ending = MeasureImplemented(extent: .full, results: [TargetResult(target: "lampor", actual: "3")])
    given(world).when(.measure(.implemented(ending), on: "2022-05-01"))
      .then(.refused(.unknownTarget("lampor", known: ["vandringar"])))
  }

  @Test("a late report may name a target that the plan had on its day; a later one may not")
  func targetsSince() {
    let amended = MeasureAmended(
      targets: [Target(name: "samtal", unit: "st")], reason: "nytt mål", decision: "D-0001")
    let world = World.withMeasure(.inProgress).after(.measure(.amended(amended), on: "2022-04-15"))
    func report(_ day: Effective) -> Command {
      .measure(
        .progressReported(
          ProgressReported(statement: "x", results: [TargetResult(target: "vandringar", actual: "3")])), on: day)
    }
    given(world).when(report("2022-04-01")).then(.accepted)
    given(world).when(report("2022-05-01")).then(.refused(.unknownTarget("vandringar", known: ["samtal"])))
  }
}
