import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

/// What is to be done: each kind appears with what brings it and disappears with what answers it.
@Suite("Obligations")
struct ObligationsTests {
  /// The obligations of some kinds on a day, as lines: kind, subject, due day, detail.
  private static func lines(
    _ world: World, _ kinds: ObligationKind..., asOf: Effective? = nil, today: LocalDate = "2022-03-15"
  ) -> [String] {
    world.book(asOf: asOf, today: today).obligations.filter { kinds.contains($0.kind) }.map { obligation in
      [obligation.kind.text, obligation.subject.text, obligation.due?.text ?? "-", obligation.detail?.text]
        .compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test(
    "a measure is decided, then carried out; a closed one is neither",
    arguments: MeasureStatus.allCases)
  func measure(_ status: MeasureStatus) {
    let expected: [String] =
      switch status {
      case .proposed, .referredBack, .tabled: ["decide M-0001 2022-10-31"]
      case .approved, .inProgress, .paused: ["carry-out M-0001 2022-10-31"]
      case .rejected, .withdrawn, .implemented, .partlyImplemented, .notImplemented: []
      }
    #expect(Self.lines(.withMeasure(status), .decide, .carryOut, .evaluate) == expected)
  }

  @Test("an extension moves the day; a measure without a deadline has none; its owner is the responsible one")
  func deadline() {
    let extended = World.withMeasure(.inProgress).after(
      .measure(.deadlineExtended(DeadlineExtended(deadline: "2022-12-31", reason: "x")), on: "2022-06-01"))
    #expect(Self.lines(extended, .carryOut) == ["carry-out M-0001 2022-12-31"])
    var plan = MeasureProposed.sample
    plan.deadline = nil
    #expect(Self.lines(World.standard.after(.measure(.proposed(plan))), .decide) == ["decide M-0001 -"])
    #expect(
      World.withMeasure(.approved).book().obligations.first { $0.subject == "M-0001" }?.owner?.office == "trygghetschef"
    )
  }

  @Test("a mere example obliges no one, until it is decided")
  func example() {
    var plan = MeasureProposed.sample
    plan.binding = .example
    let proposed = World.standard.after(.measure(.proposed(plan), on: "2022-02-01"))
    #expect(Self.lines(proposed, .decide, .carryOut) == [])
    let approved = proposed.after(.measure(.approved(MeasureApproved(decision: "D-0001")), on: "2022-02-23"))
    #expect(Self.lines(approved, .decide, .carryOut) == ["carry-out M-0001 2022-10-31"])
  }

  @Test("a promised evaluation is due when the work has ended, done or not, until it is made")
  func evaluate() {
    var plan = MeasureProposed.sample
    plan.evaluationPromised = true
    let proposed = World.standard.after(.measure(.proposed(plan), on: "2022-02-01"))
    #expect(Self.lines(proposed, .evaluate) == [])
    let done = proposed.after(Array(World.steps(to: .implemented).dropFirst()))
    #expect(Self.lines(done, .evaluate) == ["evaluate M-0001 -"])
    let evaluated = MeasureEvaluated(kind: .process, conclusion: "x", attainment: .reached)
    #expect(Self.lines(done.after(.measure(.evaluated(evaluated), on: "2022-06-01")), .evaluate) == [])
  }

  @Test("an open case is dealt with, by the day set, until it is closed; reopened it is open again")
  func dealWithCase() {
    #expect(Self.lines(.standard, .dealWithCase) == ["deal-with-case C-0001 -"])
    let due = World.standard.after(
      .about("C-0001", .case(.dueDateSet(DueDateSet(due: "2022-04-01"))), on: "2022-02-01"))
    #expect(Self.lines(due, .dealWithCase) == ["deal-with-case C-0001 2022-04-01"])
    let closed = due.after(.about("C-0001", .case(.closed(CaseClosed(outcome: "lagat"))), on: "2022-03-01"))
    #expect(Self.lines(closed, .dealWithCase) == [])
    let reopened = closed.after(.about("C-0001", .case(.reopened(CaseReopened(reason: "trasigt"))), on: "2022-03-02"))
    #expect(Self.lines(reopened, .dealWithCase) == ["deal-with-case C-0001 2022-04-01"])
  }

  @Test(
    "a board's minutes are verified in 14 days and that is announced in two, each paragraph that is verified by itself as well"
  )
  func minutes() {
    let planned = Self.lines(.standard, .verifyMinutes, .announceVerification, asOf: "2022-02-22")
    #expect(planned == [])
    #expect(Self.lines(.standard, .verifyMinutes, .announceVerification) == ["verify-minutes T-0001 2022-03-09"])
    func verified(_ paragraphs: [Text] = [], on day: Effective?) -> Command {
      .about("T-0001", .meeting(.minutesVerified(MinutesVerified(paragraphs: paragraphs))), on: day)
    }
    let one = World.standard.after(verified(["§ 14"], on: "2022-02-23"))
    #expect(
      Self.lines(one, .verifyMinutes, .announceVerification) == [
        "announce-verification T-0001 2022-02-25 § 14", "verify-minutes T-0001 2022-03-09",
      ])
    let both = one.after(
      .about(
        "T-0001", .meeting(.verificationAnnounced(VerificationAnnounced(paragraphs: ["§ 14"]))), on: "2022-02-24"))
    #expect(Self.lines(both, .verifyMinutes, .announceVerification) == ["verify-minutes T-0001 2022-03-09"])
    // Verified on a Thursday: the second day after is a Saturday, and the time ends on the Monday.
    let whole = both.after(verified(on: "2022-03-03"))
    #expect(Self.lines(whole, .verifyMinutes, .announceVerification) == ["announce-verification T-0001 2022-03-07"])
    let announced = whole.after(
      .about("T-0001", .meeting(.verificationAnnounced(VerificationAnnounced())), on: "2022-03-04"))
    #expect(Self.lines(announced, .verifyMinutes, .announceVerification) == [])
  }

  @Test("the law's days for minutes do not bind advisers")
  func advisers() {
    let held = World.standard.after(.about("T-0002", .meeting(.held(MeetingHeld(body: "B-0002"))), on: "2022-05-19"))
    #expect(Self.lines(held, .verifyMinutes) == ["verify-minutes T-0001 2022-03-09"])
  }

  @Test("an urgent decision is notified at the body's next meeting, until it is")
  func notifyUrgent() {
    let urgent = DecisionMade(
      matter: "Stängsel", outcome: .approved, authority: Authority(.urgentChair, organ: "B-0001"))
    let decided = World.standard.after(.about("D-0002", .decision(.made(urgent)), on: "2022-03-10"))
    #expect(Self.lines(decided, .notifyDecision) == ["notify-decision D-0002 - Kommunstyrelsen"])
    let planned = decided.after(
      .about("T-0003", .meeting(.scheduled(MeetingScheduled(body: "B-0001", day: "2022-04-27"))), on: "2022-03-11"))
    #expect(Self.lines(planned, .notifyDecision) == ["notify-decision D-0002 2022-04-27 Kommunstyrelsen"])
    let notified = planned.after(
      .about("D-0002", .decision(.notified(DecisionNotified(to: "B-0001"))), on: "2022-04-27"))
    #expect(Self.lines(notified, .notifyDecision) == [])
  }

  @Test("a delegated decision is notified where the body has decided so, and no other kind is")
  func notifyDelegated() {
    func decided(_ authority: Authority) -> World {
      let made = DecisionMade(matter: "Lampor", outcome: .approved, authority: authority)
      var silent = World.delegationGranted
      silent.from = "B-0002"
      return World.standard.after(
        .about("G-0002", .delegation(.granted(silent)), on: "2022-01-01"),
        .about("D-0002", .decision(.made(made)), on: "2022-03-10", because: "prov"))
    }
    #expect(
      Self.lines(decided(Authority(.delegated, delegation: "G-0001")), .notifyDecision)
        == ["notify-decision D-0002 - Kommunstyrelsen"])
    #expect(Self.lines(decided(Authority(.delegated, delegation: "G-0002")), .notifyDecision) == [])
    for kind in [AuthorityKind.mereExecution, .police, .unknown] {
      #expect(Self.lines(decided(Authority(kind)), .notifyDecision) == [])
    }
    #expect(Self.lines(.standard, .notifyDecision) == [])
  }

  @Test("a period that has ended is presented to the body that the promise names, at its next meeting")
  func present() {
    let open = World.standard.after(
      .about("T-0003", .meeting(.scheduled(MeetingScheduled(body: "B-0001", day: "2022-05-04"))), on: "2022-03-11"))
    #expect(Self.lines(open, .presentFollowUp, today: "2022-04-30") == [])
    #expect(
      Self.lines(open, .presentFollowUp, today: "2022-05-01") == ["present-follow-up P-0001 2022-05-19 2022-T1"])
    let compiled = open.after(Self.compiling)
    #expect(
      Self.lines(compiled, .presentFollowUp, today: "2022-05-03") == ["present-follow-up F-0001 2022-05-19 2022-T1"])
    let presented = compiled.after(Self.presenting)
    #expect(Self.lines(presented, .presentFollowUp, today: "2022-08-31") == [])
    #expect(
      Self.lines(presented, .presentFollowUp, today: "2024-01-01")
        == [
          // With no meeting planned: before the next period has ended; after the last there is no such day.
          "2022-12-31 2022-T2", "2023-04-30 2022-T3", "2023-08-31 2023-T1", "2023-12-31 2023-T2", "- 2023-T3",
          "- slutrapport",
        ].map { "present-follow-up P-0001 \($0)" })
  }

  @Test("what has been presented is published on every site that the promise names")
  func publish() {
    let compiled = World.standard.after(Self.compiling)
    #expect(Self.lines(compiled, .publishFollowUp) == [])
    let presented = compiled.after(Self.presenting)
    #expect(
      Self.lines(presented, .publishFollowUp) == [
        "publish-follow-up F-0001 - Kommunens webbplats", "publish-follow-up F-0001 - Polisens webbplats",
      ])
    let published = presented.after(
      .about("F-0001", .followUp(.published(FollowUpPublished(site: "polis-se"))), on: "2022-05-25"))
    #expect(Self.lines(published, .publishFollowUp) == ["publish-follow-up F-0001 - Kommunens webbplats"])
  }

  @Test("a recommendation is answered by its day, until it is, or is cleared")
  func answer() {
    let delivered = World.standard.after(
      .about(
        "R-0001",
        .recommendation(.delivered(RecommendationDelivered(title: "x", text: "y", answerBy: "2022-09-30"))),
        on: "2022-06-01"))
    #expect(Self.lines(delivered, .answerRecommendation) == ["answer-recommendation R-0001 2022-09-30"])
    let answering = Command.about(
      "R-0001", .recommendation(.answered(RecommendationAnswered(answer: "ja"))), on: "2022-07-01")
    #expect(Self.lines(delivered.after(answering), .answerRecommendation) == [])
    let clearing = Command.about(
      "R-0001", .recommendation(.cleared(RecommendationCleared())), on: "2022-07-01", because: "bagatell")
    #expect(Self.lines(delivered.after(clearing), .answerRecommendation) == [])
  }

  @Test("the most urgent comes first, and what has no day last; days left are counted from the day given")
  func order() {
    let world = World.withMeasure(.inProgress).after(
      .about("C-0002", .case(.opened(CaseOpened(title: "Klotter", due: "2022-03-01"))), on: "2022-02-01"))
    let obligations = world.book(today: "2022-03-15").obligations
    #expect(obligations.map(\.subject) == ["C-0002", "T-0001", "M-0001", "C-0001"])
    #expect(obligations.map { $0.daysLeft(on: "2022-03-15") } == [-14, -6, 230, nil])
  }

  private static let compiling = Command.about(
    "F-0001", .followUp(.compiled(FollowUpCompiled(period: "2022-T1", promise: "P-0001", knownThrough: 16))),
    on: "2022-05-02")

  private static let presenting = Command.about(
    "F-0001",
    .followUp(
      .presented(
        FollowUpPresented(
          to: "B-0002",
          document: DocumentReference(
            name: "T1", sha256: DocumentDigest(written: String(repeating: "d", count: 64)))))),
    on: "2022-05-19", because: "delades ut på mötet")
}
